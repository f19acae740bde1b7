//! What the people of the tour have before them when the story is told.

use kernel::{Context, Day, Error, Instant, LeadId, RecordKind, RecordRef, Result};
use serde::Deserialize;
use staff::store::seed::People;
use tasks::{Counted, Ends, LocalTime, Repeat, Rhythm, TaskDraft, TaskKind};

const PLANS: &str = include_str!("tour/tasks.json");

/// A task. Days are counted from the day of the telling, so that some are overdue on any day.
#[derive(Deserialize)]
struct Plan {
    who: String,
    /// The name of a lead of the story; without one it is on nobody's record.
    lead: Option<String>,
    #[serde(default)]
    kind: TaskKind,
    title: String,
    #[serde(default)]
    note: String,
    days: Option<i32>,
    time: Option<LocalTime>,
    minutes: Option<u32>,
    #[serde(default)]
    weekly: bool,
}

/// Makes the tasks of the story; `lead` finds one of its leads by name.
///
/// # Errors
/// As [`tasks::store::add`].
pub(super) async fn make(cx: &Context, people: &People, lead: impl Fn(&str) -> Option<LeadId>) -> Result<()> {
    let plans: Vec<Plan> = serde_json::from_str(PLANS).map_err(Error::internal)?;
    let today = cx.organisation().zone.day(cx.now);
    for plan in plans {
        let who = people.named(&plan.who).ok_or(Error::NotFound)?;
        let cx = &Context { now: cx.now.plus(-Instant::MINUTE), ..cx.on_behalf(who.actor.clone()) };
        let id = match &plan.lead {
            Some(name) => Some(lead(name).ok_or(Error::NotFound)?),
            None => None,
        };
        let record = id.map(|id| RecordRef { kind: RecordKind::Lead, id: id.0 });
        tasks::store::add(cx, record, &plan.draft(today)).await?;
    }
    Ok(())
}

impl Plan {
    fn draft(self, today: Day) -> TaskDraft {
        let day = self.days.map(|days| Day(today.0 + days));
        let rhythm = day.map(|day| Rhythm::Weeks { every: 1, on: vec![day.weekday() as u8] });
        let repeat = rhythm.filter(|_| self.weekly);
        TaskDraft {
            kind: self.kind,
            title: self.title,
            note: self.note,
            day,
            time: self.time,
            minutes: self.minutes,
            assignees: Vec::new(),
            repeat: repeat.map(|rhythm| Repeat { rhythm, ends: Ends::Never, counted: Counted::Due }),
        }
    }
}
