use kernel::db::{Q, full_text_query};
use kernel::{Context, Instant, normal};

use super::listed;
use crate::{LeadFilter, OwnerFilter, Stage, Standing};

/// Adds the conditions of a filter on the table `l` to a statement that has a `where` already. Which leads are in
/// play is left to the caller: the board and the list differ in it.
pub(super) fn narrow(cx: &Context, mut q: Q, filter: &LeadFilter, stages: &[Stage]) -> Q {
    let zone = &cx.organisation().zone;
    q = match filter.owner {
        None => q,
        Some(OwnerFilter::Me) => q.push("and l.owner_id = ?").bind(cx.staff_id()),
        Some(OwnerFilter::Nobody) => q.push("and l.owner_id is null"),
        Some(OwnerFilter::Staff(id)) => q.push("and l.owner_id = ?").bind(id),
    };
    if let Some(stage) = filter.stage {
        q = q.push("and l.stage_id = ?").bind(stage);
    }
    if let Some(source) = filter.source {
        q = q.push("and l.source_id = ?").bind(source);
    }
    if let Some(least) = filter.min_value {
        // As the list's index has it; a lead without a value is worth nothing, and nothing is less than something.
        q = q
            .push_if(least > 0, "and coalesce(l.value_minor, 0) >= ?")
            .push_if(least <= 0, "and l.value_minor >= ?")
            .bind(least);
    }
    if let Some(most) = filter.max_value {
        q = q.push("and l.value_minor <= ?").bind(most);
    }
    if let Some(day) = filter.created_from {
        q = q.push("and l.created_at >= ?").bind(zone.instant(day, 0));
    }
    if let Some(day) = filter.created_to {
        q = q.push("and l.created_at < ?").bind(zone.instant(kernel::Day(day.0 + 1), 0));
    }
    if let Some(day) = filter.no_contact_since {
        q = q.push("and (l.last_contact_at is null or l.last_contact_at < ?)").bind(zone.instant(day, 0));
    }
    if let Some(tag) = filter.tag {
        q = q.push("and l.timeline_id in (select timeline_id from tagging where tag_id = ?)").bind(tag);
    }
    if filter.stale {
        q = stale(cx, q, stages);
    }
    words(q, &filter.q)
}

/// Which leads are in play, for the list.
pub(super) fn standing(q: Q, standing: Standing) -> Q {
    q.push("and").push(listed::standing_of(standing))
}

/// Only those that stand in their stage for longer than its limit. Stages without a limit have none.
fn stale(cx: &Context, q: Q, stages: &[Stage]) -> Q {
    let limits = stages.iter().filter_map(|stage| Some((stage.id, stage.stale_after_days?)));
    let stale = limits.fold(q.push("and ("), |q, (stage, days)| {
        q.push("l.stage_id = ? and l.stage_since < ? or").bind(stage).bind(stale_before(cx, days))
    });
    stale.push("1 = 0)")
}

/// Leads that came into their stage before this moment are stale, for a limit of so many days.
pub(super) fn stale_before(cx: &Context, days: i64) -> Instant {
    cx.now.plus(-days * Instant::DAY)
}

/// Only leads in whose texts words begin like these.
fn words(q: Q, text: &str) -> Q {
    let words = normal::search_words(text);
    if words.is_empty() {
        return if text.trim().is_empty() { q } else { q.push("and 1 = 0") };
    }
    q.push("and l.id in (select rowid from lead_search where")
        .dialect("lead_search match ?)", "body @@ to_tsquery('simple', ?))")
        .bind(full_text_query(&words, &[]))
}
