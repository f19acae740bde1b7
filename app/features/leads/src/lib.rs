//! leads.
