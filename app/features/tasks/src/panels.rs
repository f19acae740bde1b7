//! What pages show of tasks.

mod dialog;
mod focus;
mod form;
mod line;
mod list;
mod quick;
mod repeat;
mod typed;

pub(crate) use dialog::{Editing, TaskDialog};
pub(crate) use line::TaskLine;
pub use list::TaskPanel;
pub(crate) use list::key;
pub(crate) use quick::{FIELD, QuickAdd};

use kernel::{Day, I18n, Instant};

use crate::{LocalTime, TaskKind};
use ui::IconName;

/// The drawing of a kind.
pub(crate) fn icon(kind: TaskKind) -> IconName {
    match kind {
        TaskKind::ToDo => IconName::Task,
        TaskKind::Call => IconName::Phone,
        TaskKind::Meeting => IconName::Users,
    }
}

/// A day and a time as people say them now: "today", "tomorrow, 14:30", "Fri 27 Nov 2026".
pub(crate) fn when(i18n: I18n, day: Day, time: Option<LocalTime>, now: Instant) -> String {
    let said = match day.0 - i18n.zone().day(now).0 {
        -1 => i18n.text("task-yesterday", &[]),
        0 => i18n.text("task-today", &[]),
        1 => i18n.text("task-tomorrow", &[]),
        _ => {
            let weekday = i18n.texts().weekday(day).to_owned();
            i18n.text("task-weekday-day", &[("weekday", weekday.into()), ("day", day.into())])
        }
    };
    match time {
        Some(time) => i18n.text("task-day-time", &[("day", said.into()), ("time", time.to_string().into())]),
        None => said,
    }
}
