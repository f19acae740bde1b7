//! Records that go for good.

use kernel::Result;
use kernel::db::{Q, Tx};

/// Takes these records out of the table of their kind.
pub(crate) async fn purge(tx: &Tx, table: &'static str, ids: &[i64]) -> Result<()> {
    let q = Q::new("delete from").push(table).push("where").any_of("id", ids.iter().copied());
    q.run(tx).await.map(drop)
}
