//! What the browser may ask about staff, roles and oneself.
// The macro makes a struct of each function's arguments; what they mean stands at the function.
#![allow(missing_docs)]

mod mine;
mod people;

pub use mine::*;
pub use people::*;
