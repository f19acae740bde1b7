//! The process.
pub mod site;
