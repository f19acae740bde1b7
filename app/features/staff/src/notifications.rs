//! What a person is told.
use kernel::db::Tx;
use kernel::{Context, RecordRef, Result, StaffId, Text};

/// Tells a person something, in the transaction in which it happens.
///
/// # Errors
/// As [`kernel::db::Q::all`].
pub async fn notify(_cx: &Context, _tx: &Tx, _staff: StaffId, _text: Text, _about: Option<RecordRef>) -> Result<()> {
    Ok(())
}
