//! What those who worked remember: every call with its key, and the answer, if one came.

use std::sync::{Mutex, MutexGuard};

use serde_json::Value;

/// A call that was made.
#[derive(Clone, Debug)]
pub struct Call {
    pub key: String,
    pub path: String,
    pub kind: Kind,
    pub answer: Option<Answer>,
}

/// What a call wanted.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A lead of this name.
    Create(Value),
    /// A move of this lead.
    Move(i64, Value),
    /// A file with this content on a lead.
    Upload(Vec<u8>),
    /// An import of so many rows under this name.
    Import(String, i64),
}

/// What was answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub status: u16,
    pub body: Value,
}

/// All calls, in the order in which they were made.
#[derive(Default)]
pub struct Ledger(Mutex<Vec<Call>>);

impl Ledger {
    fn calls(&self) -> MutexGuard<'_, Vec<Call>> {
        self.0.lock().unwrap()
    }

    /// Notes a call before it is made.
    pub fn begin(&self, path: &str, kind: Kind) -> (usize, String) {
        let mut calls = self.calls();
        let key = format!("key-{}", calls.len());
        calls.push(Call { key: key.clone(), path: path.to_owned(), kind, answer: None });
        (calls.len() - 1, key)
    }

    pub fn answered(&self, place: usize, answer: Answer) {
        self.calls()[place].answer = Some(answer);
    }

    pub fn all(&self) -> Vec<Call> {
        self.calls().clone()
    }

    /// What it came to, for people.
    pub fn figures(&self) -> String {
        let calls = self.calls();
        let count = |is: fn(&Kind) -> bool| {
            let made: Vec<_> = calls.iter().filter(|call| is(&call.kind)).collect();
            format!("{} of {}", made.iter().filter(|call| call.answer.is_some()).count(), made.len())
        };
        format!(
            "answered: {} leads, {} moves, {} files, {} imports",
            count(|kind| matches!(kind, Kind::Create(_))),
            count(|kind| matches!(kind, Kind::Move(..))),
            count(|kind| matches!(kind, Kind::Upload(_))),
            count(|kind| matches!(kind, Kind::Import(..))),
        )
    }
}
