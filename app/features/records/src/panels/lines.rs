//! The lines of a timeline: entries, a heading for each day, and the seam between a lead and its customer.

use kernel::{Day, RecordKind, Zone};

use crate::TimelineEntry;

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Line {
    /// What follows happened on this day. With the number of the first entry below.
    Day(Day, i64),
    /// What follows happened while the record was still of this kind.
    Seam(RecordKind, i64),
    /// Something that happened.
    Entry(Box<TimelineEntry>),
}

impl Line {
    /// What tells it from all other lines.
    pub(super) fn key(&self) -> (u8, i64) {
        match self {
            Self::Day(_, below) => (0, *below),
            Self::Seam(_, below) => (1, *below),
            Self::Entry(entry) => (2, entry.id),
        }
    }
}

/// The lines of these entries on the page of a record of kind `kind`.
///
/// A conversion is one moment with entries of both kinds; all of them stand on this side of the seam.
pub(super) fn lines(entries: &[TimelineEntry], kind: RecordKind, zone: &Zone) -> Vec<Line> {
    let is_own_moment = |at| entries.iter().any(|entry| entry.at == at && entry.record.kind == kind);
    let (mut day, mut side) = (None, kind);
    let mut lines = Vec::with_capacity(entries.len() * 2);
    for entry in entries {
        let own_side = if is_own_moment(entry.at) { kind } else { entry.record.kind };
        if own_side != side {
            side = own_side;
            lines.push(Line::Seam(side, entry.id));
        }
        let own = zone.day(entry.at);
        if day != Some(own) {
            day = Some(own);
            lines.push(Line::Day(own, entry.id));
        }
        lines.push(Line::Entry(Box::new(entry.clone())));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Content;
    use kernel::{Instant, RecordRef, Text};

    fn entry(id: i64, day: i64, kind: RecordKind) -> TimelineEntry {
        TimelineEntry {
            id,
            at: Instant(day * Instant::DAY),
            kind: "lead.moved".into(),
            record: RecordRef { kind, id: 1 },
            staff_id: None,
            who: None,
            sentence: Text::new("event-other"),
            changes: Vec::new(),
            content: Content::None,
            can_undo: false,
            is_undone: false,
        }
    }

    #[test]
    fn days_and_the_seam_stand_above_what_they_head() {
        let (lead, customer) = (RecordKind::Lead, RecordKind::Customer);
        let entries = [entry(9, 4, customer), entry(8, 3, lead), entry(7, 2, lead)];
        let keys: Vec<_> = lines(&entries, customer, &Zone::utc()).iter().map(Line::key).collect();
        assert_eq!(keys, [(0, 9), (2, 9), (1, 8), (0, 8), (2, 8), (0, 7), (2, 7)]);
    }

    #[test]
    fn a_conversion_has_one_seam_though_its_entries_are_of_both_kinds() {
        let (lead, customer) = (RecordKind::Lead, RecordKind::Customer);
        let entries = [entry(9, 3, lead), entry(8, 3, customer), entry(7, 2, lead)];
        let lines = lines(&entries, customer, &Zone::utc());
        let seams: Vec<_> =
            lines.iter().filter(|line| matches!(line, Line::Seam(..))).map(Line::key).collect();
        assert_eq!(seams, [(1, 7)]);
    }
}
