//! The process: configuration, the router with its guards, sessions, the event stream, files, mail, jobs, and the
//! command line. What the product does stands in the features; here it meets the network.

pub mod backup;
pub mod cli;
pub mod config;
pub mod house;
pub mod rest;
pub mod router;
pub mod routes;
pub mod serve;
pub mod site;

mod address;
mod body;
mod doors;
mod events;
mod files;
mod forms;
mod functions;
mod headers;
mod health;
mod limits;
mod mail;
mod organisation;
mod origin;
mod pages;
mod refusal;
mod requests;
mod visitor;

/// Why the process cannot go on: a sentence for the operator.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;
/// What starting and commands answer.
pub type Outcome<T> = Result<T, Failure>;
