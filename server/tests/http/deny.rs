//! Who may do what, for every address there is. One table says what is asked and what it needs; what each person is
//! answered follows from that. An address that the table does not list fails the test.

mod canaries;
mod columns;
mod contact;
mod matrix;
mod nested;
pub mod people;
mod records;
mod requests;
mod rules;
mod snapshot;
