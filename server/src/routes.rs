//! Every address that the server answers, with who may ask. The router is made from these lists, and a test holds that
//! no page and no server function is missing in them.

mod functions;
mod own;
mod pages;

pub use functions::FUNCTIONS;
pub use own::{Endpoint, endpoints};
pub use pages::PAGES;

use std::sync::OnceLock;

use serde::Serialize;

/// Who may ask at all; what they may see and do is each operation's own decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Access {
    /// Everybody.
    Everybody,
    /// Who is signed in with a browser.
    Session,
    /// A program with an API token.
    Token,
}

/// One address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Route {
    /// The path, with `{names}` for its variable parts.
    pub path: String,
    /// The method.
    pub method: String,
    /// Who may ask: `everybody`, `session` or `token`.
    pub access: String,
    /// The right that the operation asks for: `leads.edit`; `-` where being who one is suffices.
    pub permission: String,
    /// What answers: `page`, `function`, `endpoint`.
    pub kind: &'static str,
}

/// All addresses, by path and method.
pub fn all() -> Vec<Route> {
    let pages =
        PAGES.iter().map(|(path, access, permission)| route("page", "GET", path, *access, permission));
    let functions = FUNCTIONS.iter().map(|(name, access, permission)| {
        route("function", "POST", &format!("/api/{name}"), *access, permission)
    });
    let own = endpoints();
    let own = own.iter().map(|e| route("endpoint", e.method.as_str(), e.path, e.access, e.permission));
    let mut all: Vec<Route> = pages.chain(functions).chain(own).collect();
    all.sort();
    all
}

fn route(kind: &'static str, method: &str, path: &str, access: Access, permission: &str) -> Route {
    let access = match access {
        Access::Everybody => "everybody",
        Access::Session => "session",
        Access::Token => "token",
    };
    Route {
        path: path.into(),
        method: method.into(),
        access: access.into(),
        permission: permission.into(),
        kind,
    }
}

/// The paths of the pages that the shell has, as the router wants them.
pub fn shell_pages() -> &'static [String] {
    // The framework finds them by drawing the shell without data, and to do so it lets every question that a page asks
    // anywhere in the process wait for ever. So this happens once, before the first router of the process is there: a
    // page that another server was drawing at that moment would never be finished.
    static PATHS: OnceLock<Vec<String>> = OnceLock::new();
    PATHS.get_or_init(|| {
        let listed = leptos_axum::generate_route_list(|| app::shell(app::PageHead::default()));
        let mut paths: Vec<String> = listed.iter().map(|page| page.path().to_owned()).collect();
        paths.sort();
        paths.dedup();
        paths
    })
}

/// The paths of the server functions that the features have.
pub fn server_functions() -> Vec<&'static str> {
    let mut paths: Vec<_> = leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path).collect();
    paths.sort_unstable();
    paths
}

/// Who may see the page at this path; `None` for a path without a page.
pub fn page_access(path: &str) -> Option<Access> {
    PAGES.iter().find(|(pattern, ..)| *pattern == path).map(|(_, access, _)| *access)
}

/// Who may ask this server function.
pub fn function_access(path: &str) -> Option<Access> {
    let name = path.strip_prefix("/api/")?;
    FUNCTIONS.iter().find(|(listed, ..)| *listed == name).map(|(_, access, _)| *access)
}
