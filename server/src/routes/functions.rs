use super::Access::{self, Session};

/// The server functions: endpoint below `/api/`, who may ask it, the right it asks for.
pub const FUNCTIONS: &[(&str, Access, &str)] = &[
    ("list_staff_names", Session, "-"),
];
