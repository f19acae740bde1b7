use super::print;
use crate::{Outcome, rest, routes};

/// `foyer routes`: every address with who may ask.
pub fn routes(json: bool) -> Outcome<()> {
    let all = routes::all();
    if json {
        print(&serde_json::to_string_pretty(&all)?);
        return Ok(());
    }
    for route in all {
        print(&format!("{:6} {:55} {:10} {}", route.method, route.path, route.access, route.permission));
    }
    Ok(())
}

/// `foyer openapi`: the description of the REST API.
pub fn openapi() -> Outcome<()> {
    print(&rest::openapi()?);
    Ok(())
}
