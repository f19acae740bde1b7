use kernel::{Area, Can, RecordKind, StaffId, StageId, age, t, ts, use_i18n, use_me, use_now};
use leptos::prelude::*;
use records::{PresentPeople, TagEditor, focus_new_note};
use ui::{Badge, Button, Field, IconName, Meaning, Menu, MenuItem, Select, Shortcuts, Tone};

use super::contact::ContactDialog;
use super::state::LeadState;
use super::unconvert::UnconvertDialog;
use crate::pages::fields::choices;
use crate::pages::restaging::Traveller;
use crate::{LeadPatch, Outcome};

/// The head of a lead: its name, where it stands, whose it is, what it is worth, its tags, and what can be done.
#[component]
pub fn LeadHead(state: LeadState, is_beside: bool) -> impl IntoView {
    let name = move || state.lead.with(|lead| lead.profile.name.clone());
    // Beside the board the panel has the heading already.
    let heading = move || match is_beside {
        true => None,
        false => Some(view! { <h1 class="lead-head__name" dir="auto">{name}</h1> }),
    };
    let record = state.lead.with_untracked(crate::Lead::record);
    let tags = Signal::derive(move || state.lead.with(|lead| lead.tags.clone()));
    let locked = state.locked();
    view! {
        <header class="lead-head">
            <div class="lead-head__top">
                {heading()}
                <Company state=state />
                <div class="lead-head__standing">
                    <States state=state />
                    <PresentPeople record=record />
                </div>
            </div>
            <fieldset class="lead-head__choices" disabled=move || locked.get()>
                <StageChoice state=state />
                <OwnerChoice state=state />
                <Value state=state />
            </fieldset>
            <TagEditor record=record tags=tags locked=locked />
            <HeadActions state=state />
        </header>
    }
}

#[component]
fn Company(state: LeadState) -> impl IntoView {
    let company = move || {
        state.lead.with(|lead| {
            let parts = [lead.profile.position.clone(), lead.profile.company.clone()];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        })
    };
    view! { <p class="lead-head__company" dir="auto">{company}</p> }
}

#[component]
fn Value(state: LeadState) -> impl IntoView {
    let i18n = use_i18n();
    move || {
        let value = state.lead.with(|lead| lead.profile.value)?;
        Some(view! {
            <div class="lead-head__value">
                <span class="lead-head__label">{t!("field-value")}</span>
                <bdi>{i18n.money(value)}</bdi>
            </div>
        })
    }
}

/// What sets the lead apart: lost, junk, converted, public; and how long it stands in its stage.
#[component]
fn States(state: LeadState) -> impl IntoView {
    let (i18n, now) = (use_i18n(), use_now());
    let outcome = move || {
        let outcome = state.lead.with(|lead| lead.profile.outcome);
        let meaning = if outcome == Outcome::Lost { Meaning::Negative } else { Meaning::Neutral };
        (outcome != Outcome::Active)
            .then(|| view! { <Badge text=i18n.text(outcome.label(), &[]) meaning=meaning /> })
    };
    let customer = move || {
        let customer = state.lead.with(|lead| lead.customer_id)?;
        Some(
            view! { <a class="lead-head__customer" href=format!("/customers/{customer}")>{t!("lead-is-customer")}</a> },
        )
    };
    let public = move || {
        let public = state.lead.with(|lead| lead.profile.is_public);
        public.then(|| view! { <Badge text=ts!("field-is_public") icon=IconName::Globe /> })
    };
    let since = move || {
        let since = state.lead.with(|lead| lead.stage_since);
        let age = i18n.render(&age(since, now.get()));
        i18n.text("board-in-stage", &[("age", age.into())])
    };
    view! {
        <p class="lead-head__states">
            {outcome} {customer} {public} <span class="lead-head__since">{since}</span>
        </p>
    }
}

#[component]
fn StageChoice(state: LeadState) -> impl IntoView {
    let stage = RwSignal::new(String::new());
    let reset = move || stage.set(state.lead.with_untracked(|lead| lead.stage_id().to_string()));
    reset();
    Effect::new(move |_| stage.set(state.lead.with(|lead| lead.stage_id().to_string())));
    let stages = Signal::derive(move || choices(state.actions.i18n, "stage_id", &state.dictionaries()));
    let change = move |chosen: String| {
        let words = state.dictionaries();
        let chosen = chosen.parse().ok().map(StageId);
        let found = words.stages.iter().find(|stage| Some(stage.id()) == chosen).cloned();
        match found {
            Some(stage) => {
                let lead = state.lead.with_untracked(|lead| Traveller::from(lead));
                state.actions.restage(vec![lead], stage, std::sync::Arc::new(move |()| reset()));
            }
            None => reset(),
        }
    };
    view! {
        <Field label=ts!("field-stage_id") name="stage_id" id="lead-stage">
            <Select name="stage_id" value=stage choices=stages on_change=change />
        </Field>
    }
}

#[component]
fn OwnerChoice(state: LeadState) -> impl IntoView {
    let shown = move |owner: Option<StaffId>| owner.map(|id| id.to_string()).unwrap_or_default();
    let owner = RwSignal::new(state.lead.with_untracked(|lead| shown(lead.profile.owner_id)));
    Effect::new(move |_| owner.set(state.lead.with(|lead| shown(lead.profile.owner_id))));
    let owners = Signal::derive(move || choices(state.actions.i18n, "owner_id", &state.dictionaries()));
    let change = move |chosen: String| {
        let to = chosen.parse().ok().map(StaffId);
        let words = state.dictionaries();
        let name =
            words.staff.iter().find(|person| Some(person.id) == to).map_or("", |person| person.name.as_str());
        let (id, from) = state.lead.with_untracked(|lead| (lead.id, lead.profile.owner_id));
        state.actions.assign(id, to, from, name);
    };
    view! {
        <Field label=ts!("field-owner_id") name="owner_id" id="lead-owner">
            <Select name="owner_id" value=owner choices=owners empty_label=ts!("board-nobody") on_change=change />
        </Field>
    }
}

/// "I got in touch", convert, and the menu of the rest.
#[component]
fn HeadActions(state: LeadState) -> impl IntoView {
    let (touching, unconverting) = (RwSignal::new(false), RwSignal::new(false));
    let shut = state.shut();
    let actor = &use_me().actor;
    let (may_edit, may_delete) = (actor.has(Area::Leads, Can::Edit), actor.has(Area::Leads, Can::Delete));
    let is_convertible =
        Memo::new(move |_| state.lead.with(|lead| lead.customer_id.is_none() && lead.deleted_at.is_none()));
    let convert = move |()| state.actions.rules.convert(state.lead.with_untracked(|lead| lead.id));
    let items = Signal::derive(move || state.lead.with(|lead| more(state, lead, may_delete, unconverting)));
    if may_edit {
        add_keys(state, touching, is_convertible, Callback::new(convert));
    }
    may_edit.then(|| view! {
        <Show when=move || !shut.get()>
            <div class="lead-head__actions">
                <Button label=ts!("lead-touched") icon=IconName::Phone on_press=move |()| touching.set(true) />
                <Show when=move || is_convertible.get()>
                    <Button label=ts!("lead-convert") icon=IconName::Convert tone=Tone::Primary on_press=convert />
                </Show>
                <Menu id="lead-menu" label=ts!("lead-more") items=items align_end=true offered=true />
            </div>
        </Show>
        <ContactDialog state=state open=touching />
        <UnconvertDialog state=state open=unconverting />
    })
}

/// What the head can do, by key and from the palette.
fn add_keys(state: LeadState, touching: RwSignal<bool>, is_convertible: Memo<bool>, convert: Callback<()>) {
    let (i18n, shortcuts, group) = (state.actions.i18n, Shortcuts::here(), ts!("lead-keys"));
    let shut = state.shut();
    shortcuts.add("t", group, ts!("lead-touched"), move || touching.set(!shut.get_untracked()));
    shortcuts.add("n", group, ts!("note-new"), || focus_new_note(RecordKind::Lead));
    shortcuts.offer(Signal::derive(move || {
        let item = MenuItem::run(i18n.text("lead-convert", &[]), move || convert.run(()));
        Vec::from_iter(is_convertible.get().then(|| item.icon(IconName::Convert)))
    }));
}

fn more(
    state: LeadState,
    lead: &crate::Lead,
    may_delete: bool,
    unconverting: RwSignal<bool>,
) -> Vec<MenuItem> {
    let (i18n, actions) = (state.actions.i18n, state.actions);
    let (id, version) = (lead.id, lead.version);
    let text = move |key: &str| i18n.text(key, &[]);
    let from = lead.profile.outcome;
    let put = move |outcome, fields| actions.put_out(id, from, outcome, fields);
    let mut items = Vec::new();
    if lead.profile.outcome == Outcome::Active {
        let put_out = move |outcome| actions.rules.lose(outcome, move |fields| put(outcome, fields));
        let lose = move || put_out(Outcome::Lost);
        items.push(MenuItem::run(text("lead-mark-lost"), lose).icon(IconName::Flag));
        let junk = move || put_out(Outcome::Junk);
        items.push(MenuItem::run(text("lead-mark-junk"), junk).icon(IconName::Archive));
    } else {
        let back = move || put(Outcome::Active, LeadPatch::default());
        items.push(MenuItem::run(text("lead-mark-active"), back).icon(IconName::Undo));
    }
    let public = lead.profile.is_public;
    let said = if public { "lead-made-private" } else { "lead-made-public" };
    let toggle = move || {
        let is = |public: bool| LeadPatch::one("is_public", public);
        actions.edit(id, is(public), is(!public), i18n.text(said, &[]));
    };
    items.push(MenuItem::run(text("field-is_public"), toggle).checked(public).starts_group());
    if lead.customer_id.is_some() {
        let ask = move || unconverting.set(true);
        items.push(MenuItem::run(text("lead-unconvert"), ask).icon(IconName::Undo).starts_group());
    }
    let delete = move || actions.delete(id, version);
    let refusal = match (may_delete, lead.customer_id) {
        (false, _) => Some(text("error-forbidden")),
        (true, Some(_)) => Some(text("lead-is-converted")),
        (true, None) => None,
    };
    items.push(
        MenuItem::run(text("lead-delete"), delete)
            .icon(IconName::Trash)
            .danger()
            .starts_group()
            .disabled_because(refusal),
    );
    items
}
