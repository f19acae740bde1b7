//! Whoever began a run is told that it is over, wherever they are by then.

use kernel::db::Tx;
use kernel::{Actor, Audience, Context, Instant, RecordKind, RecordRef, Result, RunId, Text};
use staff::{Notice, Telling};

use super::rows::{self, Kept};
use crate::RunState;

/// Who began a run that takes less sees its end where it was begun.
const LONG: i64 = 5 * Instant::SECOND;

/// Tells who began the run that it came to its end, if that took a while, or that it could not go on.
pub(super) async fn tell(cx: &Context, tx: &Tx, id: RunId) -> Result<()> {
    // It is the house that tells: nobody is told of what they do themselves.
    let house = &Context::new(cx.foyer.clone(), Actor::System, cx.language);
    let Kept { run, started_at, .. } = rows::load(house, tx, id).await?;
    let is_long = started_at.is_some_and(|at| house.now.0 - at.0 >= LONG);
    let text = match run.state {
        RunState::Done if is_long => {
            Text::new("run-ended").with("done", run.tally.done).with("total", run.total)
        }
        RunState::Failed => Text::new("run-ended-failed"),
        _ => return Ok(()),
    };
    let Some(to) = run.staff_id else { return Ok(()) };
    let audience = Audience { staff: vec![to], ..Audience::default() };
    let about = Some((RecordRef { kind: RecordKind::Run, id: id.0 }, audience));
    staff::notify(house, tx, Telling { notice: Notice::Run, to, text, about, mail: None }).await
}
