use crate::db::{Q, Tx};
use crate::{Context, Error, Instant, Result};

/// How many tries are allowed in how long a time. Counted in the database, so that a restart resets nothing.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// At most so many.
    pub tries: i64,
    /// In so many microseconds.
    pub window: i64,
}

impl Context {
    /// Counts one try in `bucket` (`sign-in:ada@example.com`) and refuses when there were too many.
    ///
    /// # Errors
    /// `TooMany` with the seconds until the oldest try is forgotten.
    pub async fn count_try(&self, bucket: &str, limit: Limit) -> Result<()> {
        self.tx(|tx| async move { self.count_try_in(&tx, bucket, limit).await }).await?
    }

    async fn count_try_in(&self, tx: &Tx, bucket: &str, limit: Limit) -> Result<Result<()>> {
        let since = self.now.plus(-limit.window);
        Q::new("delete from attempt where bucket = ? and at <= ?").bind(bucket).bind(since).run(tx).await?;
        let (tries, oldest): (i64, Option<Instant>) =
            Q::new("select count(*), min(at) from attempt where bucket = ?").bind(bucket).one(tx).await?;
        if tries >= limit.tries {
            let wait = oldest.map_or(limit.window, |oldest| oldest.0 + limit.window - self.now.0);
            return Ok(Err(Error::TooMany((wait / Instant::SECOND + 1).unsigned_abs())));
        }
        Q::new("insert into attempt (bucket, at) values (?, ?)").bind(bucket).bind(self.now).run(tx).await?;
        Ok(Ok(()))
    }

    /// Forgets the tries in `bucket`, after one that succeeded.
    ///
    /// # Errors
    /// As [`Q::all`].
    pub async fn forget_tries(&self, bucket: &str) -> Result<()> {
        self.tx(|tx| async move {
            Q::new("delete from attempt where bucket = ?").bind(bucket).run(&tx).await?;
            Ok(())
        })
        .await
    }
}
