use std::sync::Arc;

use kernel::{Area, Can, I18n, StaffId, StageId, ago, ts, use_i18n, use_me, use_now};
use leptos::prelude::*;
use ui::Select;

use super::columns::ListColumn;
use super::rows::Rows;
use super::tags::{TagsCell, chips};
use crate::pages::fields::choices;
use crate::{Dictionaries, Lead, Outcome};

/// One cell. Stage, owner and tags can be changed where they stand, by the rules of the board.
#[component]
pub fn Cell(
    rows: Rows,
    lead: Signal<Option<Lead>>,
    column: ListColumn,
    words: Arc<Dictionaries>,
) -> impl IntoView {
    let (i18n, now) = (use_i18n(), use_now());
    let may_edit = use_me().actor.has(Area::Leads, Can::Edit);
    let class = if column.is_number() { "table__cell--number" } else { "lead-list__cell" };
    let key = column.key.to_string();
    let column = StoredValue::new(column);
    let label = move || column.with_value(|column| column.label(i18n));
    let control = match key.as_str() {
        "stage_id" if may_edit => view! { <StageCell rows=rows lead=lead words=words /> }.into_any(),
        "owner_id" if may_edit => view! { <OwnerCell rows=rows lead=lead words=words /> }.into_any(),
        "tags" if may_edit => {
            view! { <TagsCell rows=rows lead=lead label=label_of(i18n, lead, "field-tags") /> }.into_any()
        }
        // What is only read is written as a whole when the lead changes: fifty rows of them are quicker to make.
        _ => {
            let plain = move |lead: &Lead| match key.as_str() {
                "tags" => chips(&lead.tags).into_any(),
                _ => column.with_value(|column| plain(i18n, lead, column, &words, now)),
            };
            let cell = move || {
                let content = lead.with(|lead| lead.as_ref().map(&plain));
                view! { <td class=class data-label=label()>{content}</td> }
            };
            return cell.into_any();
        }
    };
    view! { <td class=class data-label=label>{control}</td> }.into_any()
}

fn plain(
    i18n: I18n,
    lead: &Lead,
    column: &ListColumn,
    words: &Dictionaries,
    now: Signal<kernel::Instant>,
) -> AnyView {
    let text = match &column.added {
        Some(field) => {
            lead.profile.custom.get(&column.key).and_then(|json| field.show(i18n, &words.staff, json))
        }
        None => own(i18n, lead, column.key.as_str(), words, now),
    };
    let class = if column.is_whole() { "lead-list__whole" } else { "lead-list__text" };
    let direction = if column.is_ltr() { "ltr" } else { "auto" };
    view! { <bdi class=class dir=direction>{text}</bdi> }.into_any()
}

/// What stands in a field that leads have by themselves.
fn own(
    i18n: I18n,
    lead: &Lead,
    key: &str,
    words: &Dictionaries,
    now: Signal<kernel::Instant>,
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

/// The name of the lead, to tell the controls of the rows apart.
fn label_of(i18n: I18n, lead: Signal<Option<Lead>>, field: &'static str) -> Signal<String> {
    Signal::derive(move || {
        let name = lead.get().map_or_else(String::new, |lead| lead.profile.name);
        let field = i18n.text(field, &[]);
        i18n.text("list-of-lead", &[("field", field.into()), ("name", name.into())])
    })
}

#[component]
fn StageCell(rows: Rows, lead: Signal<Option<Lead>>, words: Arc<Dictionaries>) -> impl IntoView {
    let i18n = use_i18n();
    let label = Signal::derive(move || Some(label_of(i18n, lead, "field-stage_id").get()));
    let stored =
        move || lead.with(|lead| lead.as_ref().map(|lead| lead.stage_id().to_string())).unwrap_or_default();
    let value = RwSignal::new(untrack(stored));
    Effect::new(move |_| value.set(stored()));
    let words = StoredValue::new(words);
    let stages = Signal::derive(move || choices(i18n, "stage_id", &words.get_value()));
    let change = move |chosen: String| {
        let chosen = chosen.parse().ok().map(StageId);
        let stage =
            words.with_value(|words| words.stages.iter().find(|stage| Some(stage.id()) == chosen).cloned());
        if let (Some(lead), Some(stage)) = (lead.get_untracked(), stage) {
            let back = move |()| drop(value.try_set(untrack(stored)));
            rows.actions.restage(vec![(&lead).into()], stage, Arc::new(back));
        }
    };
    view! {
        <Select name="stage_id" label=label value=value choices=stages small=true sparing=true on_change=change />
    }
}

#[component]
fn OwnerCell(rows: Rows, lead: Signal<Option<Lead>>, words: Arc<Dictionaries>) -> impl IntoView {
    let i18n = use_i18n();
    let label = Signal::derive(move || Some(label_of(i18n, lead, "field-owner_id").get()));
    let stored = move || {
        let owner = lead.with(|lead| lead.as_ref().and_then(|lead| lead.profile.owner_id));
        owner.map(|id| id.to_string()).unwrap_or_default()
    };
    let value = RwSignal::new(untrack(stored));
    Effect::new(move |_| value.set(stored()));
    let words = StoredValue::new(words);
    let owners = Signal::derive(move || choices(i18n, "owner_id", &words.get_value()));
    let change = move |chosen: String| {
        let to = chosen.parse().ok().map(StaffId);
        let name =
            words.with_value(|words| words.staff.iter().find(|p| Some(p.id) == to).map(|p| p.name.clone()));
        if let Some(lead) = lead.get_untracked() {
            let from = lead.profile.owner_id;
            rows.actions.assign(lead.id, to, from, &name.unwrap_or_default());
        }
    };
    view! {
        <Select name="owner_id" label=label value=value choices=owners empty_label=ts!("board-nobody") small=true sparing=true on_change=change />
    }
}
