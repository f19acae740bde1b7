//! Somebody else stored first: each field that both changed, with both values, and the person chooses. What was typed
//! stays where it is until then.

use std::sync::Arc;

use kernel::{Error, I18n, t, ts, use_i18n};
use leptos::prelude::*;
use serde_json::Value as Json;
use ui::{Button, ButtonKind, Choice, DialogBody, DialogFooter, FormStack, RadioGroup, Tone};

use super::facts::shown_any;
use crate::{Clash, CustomField, Edit, FieldType, Vocabulary};

/// What is done with an answer. Not a `Callback`, which would end with the part of the page in which the question was
/// asked.
type Then<T> = Arc<dyn Fn(T) + Send + Sync>;

/// A change that met another one.
#[derive(Clone)]
pub struct Clashing {
    /// The record as it is now, with its fields under their keys.
    now: Json,
    clashes: Vec<Clash>,
    edit: Edit,
    go_on: Then<(Json, Edit)>,
}

impl Clashing {
    /// What an answer to an edit asks, if it is about fields that both changed. `go_on` is told the record as it is now
    /// and what is left to store after the choice.
    pub fn of(
        error: &Error,
        edit: &Edit,
        go_on: impl Fn((Json, Edit)) + Send + Sync + 'static,
    ) -> Option<Self> {
        let Error::Conflict(conflict) = error else { return None };
        let (now, clashes) = Clash::read::<Json>(conflict)?;
        Some(Self { now, clashes, edit: edit.clone(), go_on: Arc::new(go_on) })
    }
}

/// How a field is called, and what a value of it is in words.
#[derive(Clone)]
pub struct Shown {
    /// The name of the field of this key.
    pub name: Arc<dyn Fn(&str) -> String + Send + Sync>,
    /// A value of it.
    pub value: Arc<dyn Fn(&str, &Json) -> String + Send + Sync>,
}

impl Shown {
    /// Of a kind of record with these fields of its own and these added ones.
    pub fn of(
        i18n: I18n,
        own: &'static [(&'static str, FieldType)],
        added: Vec<CustomField>,
        words: Arc<Vocabulary>,
    ) -> Self {
        let of_names = added.clone();
        let name = move |key: &str| {
            let added = of_names.iter().find(|field| field.key().as_str() == key);
            added.map_or_else(|| i18n.text(&format!("field-{key}"), &[]), |field| field.name.clone())
        };
        let value = move |key: &str, json: &Json| shown_any(i18n, own, &added, key, json, &words);
        Self { name: Arc::new(name), value: Arc::new(value) }
    }
}

/// The choice, field by field, for the inside of a dialog; `done` closes that.
#[component]
pub fn ClashForm(clashing: Clashing, shown: Shown, done: Callback<()>) -> impl IntoView {
    let i18n = use_i18n();
    let pick = |clash: &Clash| (clash.field.clone(), RwSignal::new("mine".to_owned()));
    let picks: Vec<(String, RwSignal<String>)> = clashing.clashes.iter().map(pick).collect();
    let row = |(clash, (_, pick)): (&Clash, &(String, RwSignal<String>))| {
        row(i18n, clash, &clashing, *pick, &shown)
    };
    let rows = clashing.clashes.iter().zip(&picks).map(row).collect_view();
    let has_more = clashing.edit.to.0.len() > clashing.clashes.len();
    let clashing = StoredValue::new(clashing);
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let theirs = picks.iter().filter(|(_, pick)| pick.get_untracked() == "theirs");
        let theirs: Vec<String> = theirs.map(|(field, _)| field.clone()).collect();
        let Clashing { now, edit, go_on, .. } = clashing.get_value();
        done.run(());
        let edit = edit.decided(&now, &theirs);
        go_on((now, edit));
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
                <Button label=ts!("conflict-later") on_press=done />
                <Button label=ts!("conflict-save") tone=Tone::Primary kind=ButtonKind::Submit />
            </DialogFooter>
        </form>
    }
}

fn row(
    i18n: I18n,
    clash: &Clash,
    clashing: &Clashing,
    pick: RwSignal<String>,
    shown: &Shown,
) -> impl IntoView + use<> {
    let field = clash.field.clone();
    let mine = clashing.edit.to.0.get(&field).cloned().unwrap_or_default();
    let theirs = clashing.now.get(&field).cloned().unwrap_or_default();
    let (clash, name, shown) = (clash.clone(), format!("conflict-{field}"), shown.clone());
    let (label, of) = (shown.name.clone(), field.clone());
    let legend = Signal::derive(move || label(&of));
    let choices = Signal::derive(move || {
        let value = |value: &Json| (shown.value)(&field, value);
        vec![
            Choice::new("mine", value(&mine)).hint(i18n.text("conflict-mine", &[])),
            Choice::new("theirs", value(&theirs)).hint(who_and_when(i18n, &clash)),
        ]
    });
    view! { <RadioGroup legend=legend name=name value=pick choices=choices /> }
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
