use std::sync::Arc;

use kernel::{Area, Can, I18n, StaffId, StageId, ago, ts, use_i18n, use_me, use_now};
use leptos::prelude::*;
use ui::{Chip, Field, Select};

use super::columns::ListColumn;
use super::rows::Rows;
use crate::pages::fields::choices;
use crate::{Dictionaries, Lead};

/// One cell. Stage and owner can be changed where they stand, by the rules of the board.
#[component]
pub fn Cell(
    rows: Rows,
    lead: Signal<Option<Lead>>,
    column: ListColumn,
    words: Arc<Dictionaries>,
) -> impl IntoView {
    let (i18n, now) = (use_i18n(), use_now());
    let label = {
        let words = words.clone();
        move || column.label(i18n, &words.fields)
    };
    let may_edit = use_me().actor.has(Area::Leads, Can::Edit);
    let content = match column {
        ListColumn::Stage if may_edit => view! { <StageCell rows=rows lead=lead words=words /> }.into_any(),
        ListColumn::Owner if may_edit => view! { <OwnerCell rows=rows lead=lead words=words /> }.into_any(),
        _ => (move || lead.get().map(|lead| plain(i18n, &lead, column, &words, now.get()))).into_any(),
    };
    let class = if column.is_number() { "table__cell--number" } else { "lead-list__cell" };
    view! { <td class=class data-label=label>{content}</td> }
}

fn plain(i18n: I18n, lead: &Lead, column: ListColumn, words: &Dictionaries, now: kernel::Instant) -> AnyView {
    let profile = &lead.profile;
    let text = match column {
        ListColumn::Stage => {
            words.stages.iter().find(|stage| stage.id() == lead.stage_id()).map(|stage| stage.name.clone())
        }
        ListColumn::Owner => {
            words.staff.iter().find(|p| Some(p.id) == profile.owner_id).map(|person| person.name.clone())
        }
        ListColumn::Source => {
            words.sources.iter().find(|s| Some(s.id) == profile.source_id).map(|source| source.name.clone())
        }
        ListColumn::Company => profile.company.clone(),
        ListColumn::Email => profile.email.clone(),
        ListColumn::Phone => profile.phone.clone(),
        ListColumn::City => profile.city.clone(),
        ListColumn::Country => profile.country.as_deref().map(|country| i18n.country(country)),
        ListColumn::Position => profile.position.clone(),
        ListColumn::Value => profile.value.map(|value| i18n.money(value)),
        ListColumn::Created => Some(i18n.date(lead.created_at)),
        ListColumn::LastContact => profile.last_contact_at.map(|at| i18n.render(&ago(at, now))),
        ListColumn::Added(id) => words
            .fields
            .iter()
            .find(|field| field.id == id)
            .and_then(|field| field.show(i18n, &words.staff, profile.custom.get(&field.key())?)),
        ListColumn::Tags => {
            let chips = lead
                .tags
                .iter()
                .map(|tag| view! { <Chip text=tag.name.clone() hue=tag.hue /> })
                .collect_view();
            return view! { <span class="lead-list__tags">{chips}</span> }.into_any();
        }
    };
    let is_whole = matches!(column, ListColumn::Created | ListColumn::LastContact | ListColumn::Phone);
    let class = if is_whole { "lead-list__whole" } else { "lead-list__text" };
    let direction = if matches!(column, ListColumn::Email | ListColumn::Phone) { "ltr" } else { "auto" };
    view! { <bdi class=class dir=direction>{text}</bdi> }.into_any()
}

/// The name of the lead, to tell the controls of the rows apart.
fn label_of(i18n: I18n, lead: Signal<Option<Lead>>, field: &'static str) -> Signal<String> {
    Signal::derive(move || {
        let name = lead.get().map_or_else(String::new, |lead| lead.profile.name);
        let field = i18n.text(field, &[]);
        i18n.text("list-of-lead", &[("field", field.into()), ("name", name.into())])
    })
}

fn field_id(lead: Signal<Option<Lead>>, name: &str) -> String {
    format!("{name}-{}", lead.get_untracked().map_or(0, |lead| lead.id.0))
}

#[component]
fn StageCell(rows: Rows, lead: Signal<Option<Lead>>, words: Arc<Dictionaries>) -> impl IntoView {
    let i18n = use_i18n();
    let stored = move || lead.get().map(|lead| lead.stage_id().to_string()).unwrap_or_default();
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
        <Field label=label_of(i18n, lead, "field-stage_id") name="stage_id" id=field_id(lead, "stage") label_hidden=true>
            <Select name="stage_id" value=value choices=stages small=true on_change=change />
        </Field>
    }
}

#[component]
fn OwnerCell(rows: Rows, lead: Signal<Option<Lead>>, words: Arc<Dictionaries>) -> impl IntoView {
    let i18n = use_i18n();
    let stored = move || {
        lead.get().and_then(|lead| lead.profile.owner_id).map(|id| id.to_string()).unwrap_or_default()
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
        <Field label=label_of(i18n, lead, "field-owner_id") name="owner_id" id=field_id(lead, "owner") label_hidden=true>
            <Select name="owner_id" value=value choices=owners empty_label=ts!("board-nobody") small=true on_change=change />
        </Field>
    }
}
