//! Somebody else stored first: each field that both changed, with both values, and the person chooses. What was typed
//! stays where it is until then.

use std::sync::Arc;

use kernel::{I18n, t, ts};
use leptos::prelude::*;
use serde_json::Value;
use ui::{
    Banner, Button, ButtonKind, Choice, Dialog, DialogBody, DialogFooter, FormStack, Meaning, RadioGroup,
    Skeleton, Tone,
};

use super::detail::show::show_value;
use super::rules::{Rules, Then};
use crate::api::get_dictionaries;
use crate::{Clash, Dictionaries, Lead, LeadEdit, Profile};

/// A change that met another one.
#[derive(Clone)]
pub struct Clashing {
    /// The lead as it is now.
    pub lead: Lead,
    /// The fields that both changed.
    pub clashes: Vec<Clash>,
    /// What the person wished.
    pub edit: LeadEdit,
    /// Told the lead as it is now and what is left to store after the choice.
    pub go_on: Then<(Lead, LeadEdit)>,
}

/// The dialog in which the person chooses, field by field.
#[component]
pub fn ClashDialog(rules: Rules) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(rules.clashing.with(Option::is_some)));
    view! {
        <Dialog id="clash-dialog" title=ts!("conflict-title") close_label=ts!("lead-close") open=open on_close=move |()| rules.clashing.set(None)>
            {move || rules.clashing.get_untracked().map(|clashing| view! { <ClashLoader rules=rules clashing=clashing open=open /> })}
        </Dialog>
    }
}

#[component]
fn ClashLoader(rules: Rules, clashing: Clashing, open: RwSignal<bool>) -> impl IntoView {
    let words = LocalResource::new(get_dictionaries);
    let clashing = StoredValue::new(clashing);
    move || match words.get() {
        None => view! { <DialogBody><Skeleton label=ts!("board-loading") count=2 /></DialogBody> }.into_any(),
        Some(Err(error)) => {
            let text = rules.i18n.render(&error.text());
            view! { <DialogBody><Banner text=text meaning=Meaning::Negative live=true /></DialogBody> }
                .into_any()
        }
        Some(Ok(words)) => {
            let clashing = clashing.get_value();
            view! { <ClashForm rules=rules clashing=clashing words=Arc::new(words) open=open /> }.into_any()
        }
    }
}

#[component]
fn ClashForm(
    rules: Rules,
    clashing: Clashing,
    words: Arc<Dictionaries>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let pick = |clash: &Clash| (clash.field.clone(), RwSignal::new("mine".to_owned()));
    let picks: Vec<(String, RwSignal<String>)> = clashing.clashes.iter().map(pick).collect();
    let row = |(clash, (_, pick)): (&Clash, &(String, RwSignal<String>))| {
        row(rules.i18n, clash, &clashing, *pick, words.clone())
    };
    let rows = clashing.clashes.iter().zip(&picks).map(row).collect_view();
    let has_more = clashing.edit.to.0.len() > clashing.clashes.len();
    let clashing = StoredValue::new(clashing);
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let theirs = picks.iter().filter(|(_, pick)| pick.get_untracked() == "theirs");
        let theirs: Vec<String> = theirs.map(|(field, _)| field.clone()).collect();
        let Clashing { lead, edit, go_on, .. } = clashing.get_value();
        open.set(false);
        let edit = edit.decided(&lead.profile, &theirs);
        go_on((lead, edit));
    };
    view! {
        <form on:submit=send novalidate>
            <DialogBody>
                <FormStack>
                    <p>{t!("conflict-text")}</p>
                    {rows}
                    {has_more.then(|| view! { <p>{t!("conflict-rest")}</p> })}
                </FormStack>
            </DialogBody>
            <DialogFooter>
                <Button label=ts!("conflict-later") on_press=move |()| open.set(false) />
                <Button label=ts!("lead-save") tone=Tone::Primary kind=ButtonKind::Submit />
            </DialogFooter>
        </form>
    }
}

fn row(
    i18n: I18n,
    clash: &Clash,
    clashing: &Clashing,
    pick: RwSignal<String>,
    words: Arc<Dictionaries>,
) -> impl IntoView + use<> {
    let field = clash.field.clone();
    let (mine, theirs) = (clashing.edit.to.0.get(&field).cloned(), value_of(&clashing.lead.profile, &field));
    let added =
        words.fields.iter().find(|added| added.key().as_str() == field).map(|added| added.name.clone());
    let (clash, name) = (clash.clone(), format!("conflict-{field}"));
    let label = field.clone();
    let legend =
        Signal::derive(move || added.clone().unwrap_or_else(|| i18n.text(&format!("field-{label}"), &[])));
    let choices = Signal::derive(move || {
        let shown = |value: &Value| show_value(i18n, &words, &field, value);
        vec![
            Choice::new("mine", shown(mine.as_ref().unwrap_or(&Value::Null)))
                .hint(i18n.text("conflict-mine", &[])),
            Choice::new("theirs", shown(&theirs)).hint(who_and_when(i18n, &clash)),
        ]
    });
    view! { <RadioGroup legend=legend name=name value=pick choices=choices /> }
}

fn value_of(profile: &Profile, field: &str) -> Value {
    let all = serde_json::to_value(profile).unwrap_or_default();
    all.get(field).cloned().unwrap_or_default()
}

fn who_and_when(i18n: I18n, clash: &Clash) -> String {
    match (&clash.who, clash.at) {
        (Some(who), Some(at)) => {
            i18n.text("conflict-theirs-by", &[("who", who.as_str().into()), ("at", at.into())])
        }
        (None, Some(at)) => i18n.text("conflict-theirs-at", &[("at", at.into())]),
        _ => i18n.text("conflict-theirs", &[]),
    }
}
