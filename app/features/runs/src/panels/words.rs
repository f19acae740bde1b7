//! Runs in words.

use kernel::{I18n, RecordKind, RecordRef};

use crate::{Action, Run};

/// What a run does, in a line: what fields hold afterwards, which tags are put on.
pub(crate) fn what(i18n: I18n, run: &Run) -> String {
    let said: Vec<String> = run
        .told
        .iter()
        .map(|(label, value)| {
            let empty = || i18n.text("run-emptied", &[]);
            let value = value.as_ref().map_or_else(empty, |value| {
                i18n.render(&kernel::Text::new("record-value").with("value", value.clone()))
            });
            format!("{}: {value}", i18n.render(label))
        })
        .collect();
    let said = said.join(", ");
    match &run.action {
        Some(Action::Set(_)) if said.is_empty() => i18n.text("run-what-set", &[]),
        Some(Action::Set(_)) => said,
        Some(Action::AddTags(tags)) => i18n.text("run-what-add-tags", &[("tags", tags.join(", ").into())]),
        Some(Action::RemoveTags(tags)) => {
            i18n.text("run-what-remove-tags", &[("tags", tags.join(", ").into())])
        }
        Some(Action::Delete) => i18n.text("run-what-delete", &[]),
        Some(Action::Restore) => i18n.text("run-what-restore", &[]),
        Some(Action::TakeBack(_)) if said.is_empty() => i18n.text("run-what-take-back", &[]),
        Some(Action::TakeBack(_)) => i18n.text("run-what-take-back-of", &[("what", said.into())]),
        None => String::new(),
    }
}

/// How a run ended, in a sentence.
pub(crate) fn ended(i18n: I18n, run: &Run) -> String {
    let stayed = run.tally.gone + run.tally.refused;
    let key = match run.action {
        Some(Action::Delete) => "run-ended-delete",
        Some(Action::Restore) => "run-ended-restore",
        Some(Action::TakeBack(_)) => "run-ended-take-back",
        _ => "run-ended-done",
    };
    let done = i18n.text(key, &[("count", run.tally.done.into())]);
    let done = match run.action {
        Some(Action::Set(_) | Action::AddTags(_) | Action::RemoveTags(_)) => {
            format!("{}. {done}", what(i18n, run))
        }
        _ => done,
    };
    match stayed {
        0 => done,
        _ => format!("{done} {}", i18n.text("run-ended-left", &[("count", stayed.into())])),
    }
}

/// Where a record stands.
pub(crate) fn link(kind: RecordKind, id: i64) -> Option<String> {
    RecordRef { kind, id }.path()
}
