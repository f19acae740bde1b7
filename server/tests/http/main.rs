//! What the server answers, asked over a real connection: one program, because each further one would be linked anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, missing_docs)]

mod backup;
mod calendar;
mod calls;
mod deny;
mod events;
mod files;
mod harness;
mod headers;
mod limits;
mod origin;
mod pages;
mod pictures;
mod presence;
mod process;
mod receiver;
mod rest;
mod routes;
mod servers;
mod setup;
mod sign_in;
mod stopping;
mod timing;
mod vault;
mod writers;
