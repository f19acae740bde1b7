//! What board, list and calendar have in common: their address, the saved views and the words of leads.

use kernel::RecordKind;

use crate::Dictionaries;
use crate::api::get_dictionaries;

/// A page of leads, before it knows what to show. A copyable handle.
pub type Frame = lists::Frame<Dictionaries>;

/// Begins to fetch what every page of leads needs.
pub fn frame() -> Frame {
    Frame::new(RecordKind::Lead, || Box::pin(get_dictionaries()))
}
