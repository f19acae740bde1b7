//! A run that takes another one back: over its events, the newest first.

use fields::AnyKind;
use kernel::db::Tx;
use kernel::feed::OfRun;
use kernel::{Context, Error, Result, RunId, Text};
use records::store::take_back::{self, Taken, TakenBack};

use super::batch::{Batch, Left, reason};

/// How many events there are to take back.
pub(super) async fn count(cx: &Context, kind: &dyn AnyKind, run: RunId) -> Result<i64> {
    let kinds = take_back::kinds(kind);
    OfRun { run_id: run.0, record: kind.about().kind, kinds: &kinds }.count(cx.db()).await
}

pub(super) async fn batch(
    cx: &Context,
    tx: &Tx,
    kind: &'static dyn AnyKind,
    run: RunId,
    before: i64,
    size: usize,
) -> Result<Batch> {
    let kinds = take_back::kinds(kind);
    let of_run = OfRun { run_id: run.0, record: kind.about().kind, kinds: &kinds };
    let events = of_run.before(tx, before, size as i64).await?;
    let taken = take_back::take_back(cx, tx, kind, &events).await?;
    let next = events.last().filter(|_| events.len() == size).map(|event| event.id);
    let mut batch = Batch { next, ..Batch::default() };
    for (event, TakenBack { title, taken }) in events.iter().zip(taken) {
        let mut stays = |is_part: bool, reason: Text| {
            let title = title.clone().unwrap_or_default();
            batch.stayed.push(Left { id: event.record.id, is_part, title, reason });
        };
        match taken {
            Taken::Back => batch.tally.done += 1,
            Taken::Already => batch.tally.same += 1,
            Taken::Not(Error::NotFound) => batch.tally.gone += 1,
            Taken::InPart(fields) => {
                let first = fields.into_iter().next().unwrap_or_else(|| Text::new("run-part"));
                stays(true, Text::new("run-part-stayed").with("field", first));
                batch.tally.done += 1;
            }
            Taken::Not(error) => {
                stays(false, reason(&error));
                batch.tally.refused += 1;
            }
        }
    }
    Ok(batch)
}
