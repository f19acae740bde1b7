use super::Access::{self, Everybody, Session};

/// The pages: path, who may see it, the right it asks for.
pub const PAGES: &[(&str, Access, &str)] = &[
    ("/", Session, "-"),
    ("/forgotten-password", Everybody, "-"),
    ("/new-password", Everybody, "-"),
    ("/set-up", Everybody, "-"),
    ("/sign-in", Everybody, "-"),
];
