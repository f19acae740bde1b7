//! Reading many rows of SQLite without being put to sleep between them.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures::Stream;
use futures::task::noop_waker_ref;

/// How often a reader looks whether the next row has come before it goes to sleep until it does.
const LOOKS: u32 = 64;

/// A stream of rows from another thread. SQLite's thread makes a row in about a microsecond, and waking a task for it
/// takes ten times as long; so once the first row is there, the next ones are looked for a little while before the task
/// asks to be woken. A statement that takes its time between rows is waited for as ever.
pub(super) struct Eager<S> {
    rows: S,
    is_flowing: bool,
}

impl<S> Eager<S> {
    /// Reads `rows`.
    pub(super) fn new(rows: S) -> Self {
        Self { rows, is_flowing: false }
    }
}

impl<S: Stream + Unpin> Stream for Eager<S> {
    type Item = S::Item;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<S::Item>> {
        if self.is_flowing {
            // A waker that wakes nobody costs SQLite's thread nothing.
            let mut looking = Context::from_waker(noop_waker_ref());
            for look in 0..LOOKS {
                if let Poll::Ready(row) = Pin::new(&mut self.rows).poll_next(&mut looking) {
                    return Poll::Ready(row);
                }
                // With more threads than cores, the one that makes the row may be waiting for this very core.
                if look % 8 == 7 { std::thread::yield_now() } else { std::hint::spin_loop() }
            }
        }
        let row = Pin::new(&mut self.rows).poll_next(cx);
        self.is_flowing |= row.is_ready();
        row
    }
}

#[cfg(test)]
mod tests {
    use futures::StreamExt;
    use futures::channel::mpsc;

    use super::*;

    #[tokio::test]
    async fn every_row_arrives_in_order_however_slowly_it_comes() {
        let (sender, receiver) = mpsc::unbounded();
        std::thread::spawn(move || {
            for row in 0..500 {
                if row % 100 == 0 {
                    std::thread::sleep(std::time::Duration::from_millis(5));
                }
                sender.unbounded_send(row).unwrap();
            }
        });
        let rows: Vec<i32> = Eager::new(receiver).collect().await;
        assert_eq!(rows, (0..500).collect::<Vec<_>>());
    }
}
