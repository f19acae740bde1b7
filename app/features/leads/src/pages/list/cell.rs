//! The cells of the list: what stands in a field of leads, and the two that are changed where they stand by the rules of
//! the board.

use std::sync::Arc;

use kernel::{I18n, Instant, StaffId, StageId, ago, ts, use_i18n};
use leptos::prelude::*;
use lists::Cell;
use ui::Select;

use super::Leads;
use crate::pages::fields::choices;
use crate::{Dictionaries, Lead, Outcome};

/// What stands in a field that leads have by themselves.
pub fn text(
    lead: &Lead,
    key: &str,
    words: &Dictionaries,
    i18n: I18n,
    now: Signal<Instant>,
) -> Option<String> {
    let profile = &lead.profile;
    let person = |id: Option<StaffId>| words.staff.iter().find(|p| Some(p.id) == id).map(|p| p.name.clone());
    let stage = || words.stages.iter().find(|stage| stage.id() == lead.stage_id());
    let yes = |flag: bool| Some(i18n.text(if flag { "field-yes" } else { "field-no" }, &[]));
    match key {
        "stage_id" => stage().map(|stage| stage.name.clone()),
        "pipeline_id" => {
            let pipeline = stage().map(|stage| stage.pipeline_id);
            words.pipelines.iter().find(|one| Some(one.id.0) == pipeline).map(|one| one.name.clone())
        }
        "owner_id" => person(profile.owner_id),
        "created_by" => person(lead.created_by),
        "source_id" => {
            words.sources.iter().find(|s| Some(s.id) == profile.source_id).map(|source| source.name.clone())
        }
        "lost_reason_id" => {
            let reason = words.lost_reasons.iter().find(|reason| Some(reason.id) == profile.lost_reason_id);
            reason.map(|reason| reason.name.clone())
        }
        "value" => profile.value.map(|value| i18n.money(value)),
        "company" => profile.company.clone(),
        "position" => profile.position.clone(),
        "email" => profile.email.clone(),
        "phone" => profile.phone.clone(),
        "website" => profile.website.clone(),
        "street" => profile.street.clone(),
        "postcode" => profile.postcode.clone(),
        "city" => profile.city.clone(),
        "region" => profile.region.clone(),
        "country" => profile.country.as_deref().map(|country| i18n.country(country)),
        "language" => profile.language.map(|language| language.name().to_owned()),
        "description" => profile.description.as_deref().map(beginning),
        "is_public" => yes(profile.is_public),
        "stale" => {
            let stage = stage().filter(|_| lead.customer_id.is_none());
            yes(stage.is_some_and(|stage| stage.is_stale(lead.stage_since, now.get())))
        }
        "outcome" => Some(i18n.text(&format!("outcome-{}", profile.outcome.code()), &[])),
        "standing" => Some(i18n.text(standing(lead), &[])),
        "last_contact_at" => profile.last_contact_at.map(|at| i18n.render(&ago(at, now.get()))),
        "created_at" => Some(i18n.date(lead.created_at)),
        "stage_since" => Some(i18n.date(lead.stage_since)),
        _ => None,
    }
}

/// So much of a long text as a row has room for.
fn beginning(text: &str) -> String {
    const ROOM: usize = 120;
    match text.char_indices().nth(ROOM) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

fn standing(lead: &Lead) -> &'static str {
    match (lead.profile.outcome, lead.customer_id) {
        (Outcome::Lost, _) => "filter-standing-lost",
        (Outcome::Junk, _) => "filter-standing-junk",
        (Outcome::Active, Some(_)) => "filter-standing-converted",
        (Outcome::Active, None) => "filter-standing-in-play",
    }
}

/// The stage.
#[component]
pub fn StageCell(cell: Cell<Leads>) -> impl IntoView {
    let (i18n, called) = (use_i18n(), cell.label());
    let Cell { rows, item: lead, words, .. } = cell;
    let label = Signal::derive(move || Some(called.get()));
    let stored =
        move || lead.with(|lead| lead.as_ref().map(|lead| lead.stage_id().to_string())).unwrap_or_default();
    let value = RwSignal::new(untrack(stored));
    Effect::new(move |_| value.set(stored()));
    let stages = Signal::derive(move || choices(i18n, "stage_id", &words.get_value()));
    let change = move |chosen: String| {
        let chosen = chosen.parse().ok().map(StageId);
        let stage =
            words.with_value(|words| words.stages.iter().find(|stage| Some(stage.id()) == chosen).cloned());
        if let (Some(lead), Some(stage)) = (lead.get_untracked(), stage) {
            let back = move |()| drop(value.try_set(untrack(stored)));
            rows.acts.restage(vec![(&lead).into()], stage, Arc::new(back));
        }
    };
    view! {
        <Select name="stage_id" label=label value=value choices=stages small=true sparing=true on_change=change />
    }
}

/// The owner.
#[component]
pub fn OwnerCell(cell: Cell<Leads>) -> impl IntoView {
    let (i18n, called) = (use_i18n(), cell.label());
    let Cell { rows, item: lead, words, .. } = cell;
    let label = Signal::derive(move || Some(called.get()));
    let stored = move || {
        let owner = lead.with(|lead| lead.as_ref().and_then(|lead| lead.profile.owner_id));
        owner.map(|id| id.to_string()).unwrap_or_default()
    };
    let value = RwSignal::new(untrack(stored));
    Effect::new(move |_| value.set(stored()));
    let owners = Signal::derive(move || choices(i18n, "owner_id", &words.get_value()));
    let change = move |chosen: String| {
        let to = chosen.parse().ok().map(StaffId);
        let name =
            words.with_value(|words| words.staff.iter().find(|p| Some(p.id) == to).map(|p| p.name.clone()));
        if let Some(lead) = lead.get_untracked() {
            let from = lead.profile.owner_id;
            rows.acts.assign(lead.id, to, from, &name.unwrap_or_default());
        }
    };
    view! {
        <Select name="owner_id" label=label value=value choices=owners empty_label=ts!("board-nobody") small=true sparing=true on_change=change />
    }
}
