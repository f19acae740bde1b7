//! Every address that the server answers, with who may ask. The router is made from these lists, and a test holds that
//! no page and no server function is missing in them.

mod functions;
mod own;
mod pages;

pub use functions::FUNCTIONS;
pub use own::{Endpoint, endpoints};
pub use pages::PAGES;

use std::sync::OnceLock;

use axum::http::Method;
use serde::Serialize;

/// Who may ask at all; what they may see and do is each operation's own decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Access {
    /// Everybody.
    Everybody,
    /// Who works here, signed in with a browser.
    Session,
    /// A contact of a customer, signed in with a browser: the portal.
    Contact,
    /// Staff and contacts, signed in with a browser.
    SignedIn,
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
    /// Who may ask: `everybody`, `session` (staff), `contact`, `signed-in` (both) or `token`.
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
        Access::Contact => "contact",
        Access::SignedIn => "signed-in",
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

/// Who may ask at this path, as the router has it; `None` where there is nothing.
pub fn access(method: &Method, path: &str) -> Option<Access> {
    static ALL: OnceLock<Vec<(Method, String, Access)>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let pages = PAGES.iter().map(|(path, access, _)| (Method::GET, bare(path), *access));
        let functions =
            FUNCTIONS.iter().map(|(name, access, _)| (Method::POST, format!("/api/{name}"), *access));
        let own = endpoints().into_iter().map(|one| (one.method, bare(one.path), one.access));
        pages.chain(functions).chain(own).collect()
    });
    let (path, method) = (bare(path), if method == Method::HEAD { &Method::GET } else { method });
    all.iter().find(|(m, p, _)| m == method && *p == path).map(|(_, _, access)| *access)
}

/// Whether two paths are the same but for the names of their variable parts.
pub fn is_same(one: &str, other: &str) -> bool {
    bare(one) == bare(other)
}

/// A path without the names of its variable parts, which the framework and this list give differently.
fn bare(path: &str) -> String {
    let parts = path.split('/').map(|part| if part.starts_with('{') { "{}" } else { part });
    parts.collect::<Vec<_>>().join("/")
}
