use fields::Asked;
use kernel::{I18n, ts, use_i18n};
use leptos::prelude::*;
use ui::{
    Button, ButtonKind, Checkbox, Choice, Dialog, DialogBody, DialogFooter, Field, FormRow, FormStack,
    InputKind, MoneyInput, Select, TextInput, Tone,
};

use super::Filtering;
use super::chips::standing_key;
use super::said::Said;
use crate::pages::fields::choices;
use crate::{Standing, asked};

kernel::lazy_part! {
    leads_later: pub fn filter_dialog(filtering: Filtering, open: RwSignal<bool>) => view! {
        <FilterDialog filtering=filtering open=open />
    }
}

/// All conditions, to be set together.
#[component]
fn FilterDialog(filtering: Filtering, open: RwSignal<bool>) -> impl IntoView {
    view! {
        <Dialog id="filter-dialog" title=ts!("filter-title") close_label=ts!("lead-close") open=open>
            <FilterForm filtering=filtering open=open />
        </Dialog>
    }
}

/// What is typed in the form. A copyable handle.
#[derive(Clone, Copy)]
struct Typed {
    owner: RwSignal<String>,
    stage: RwSignal<String>,
    source: RwSignal<String>,
    tag: RwSignal<String>,
    standing: RwSignal<String>,
    min_value: RwSignal<Option<i64>>,
    max_value: RwSignal<Option<i64>>,
    created_from: RwSignal<String>,
    created_to: RwSignal<String>,
    no_contact_since: RwSignal<String>,
    stale: RwSignal<bool>,
    /// What the form has no field for.
    rest: StoredValue<Vec<String>>,
}

impl Typed {
    fn new(said: Said) -> Self {
        let get = |name: &str| said.form.get(name).cloned();
        let text = |name: &str| RwSignal::new(get(name).unwrap_or_default());
        let amount = |name: &str| RwSignal::new(get(name).and_then(|amount| amount.parse().ok()));
        let usual = Standing::default().code().to_owned();
        Self {
            owner: text("owner"),
            stage: text("stage"),
            source: text("source"),
            tag: text("tag"),
            standing: RwSignal::new(get("standing").unwrap_or(usual)),
            min_value: amount("min_value"),
            max_value: amount("max_value"),
            created_from: text("created_from"),
            created_to: text("created_to"),
            no_contact_since: text("no_contact_since"),
            stale: RwSignal::new(get("stale").is_some()),
            rest: StoredValue::new(said.rest),
        }
    }

    fn filter(self, q: String) -> Asked {
        let text = |signal: RwSignal<String>| Some(signal.get_untracked()).filter(|text| !text.is_empty());
        let amount = |signal: RwSignal<Option<i64>>| signal.get_untracked().map(|minor| minor.to_string());
        asked(Some(q), self.rest.get_value(), |name| match name {
            "owner" => text(self.owner),
            "stage" => text(self.stage),
            "source" => text(self.source),
            "tag" => text(self.tag),
            "standing" => text(self.standing).filter(|code| code != Standing::default().code()),
            "min_value" => amount(self.min_value),
            "max_value" => amount(self.max_value),
            "created_from" => text(self.created_from),
            "created_to" => text(self.created_to),
            "no_contact_since" => text(self.no_contact_since),
            "stale" => self.stale.get_untracked().then(|| "1".to_owned()),
            _ => None,
        })
    }
}

#[component]
fn FilterForm(filtering: Filtering, open: RwSignal<bool>) -> impl IntoView {
    let said = filtering
        .words
        .with_untracked(|words| filtering.filter.with_untracked(|filter| Said::of(filter, &words.catalogue)));
    let typed = Typed::new(said);
    let apply = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        open.set(false);
        filtering.apply.run(typed.filter(filtering.filter.with_untracked(|filter| filter.q.clone())));
    };
    let clear = move |()| {
        open.set(false);
        let q = filtering.filter.with_untracked(|filter| filter.q.clone());
        filtering.apply.run(Asked { q, ..Asked::default() });
    };
    view! {
        <form on:submit=apply>
            <DialogBody>
                <FormStack>
                    <Choices filtering=filtering typed=typed />
                    <Amounts typed=typed />
                    <Days typed=typed />
                    <Checkbox label=ts!("filter-stale") name="stale" id="filter-stale" checked=typed.stale />
                </FormStack>
            </DialogBody>
            <DialogFooter>
                <Button label=ts!("filter-clear") on_press=clear />
                <Button label=ts!("filter-apply") tone=Tone::Primary kind=ButtonKind::Submit />
            </DialogFooter>
        </form>
    }
}

#[component]
fn Choices(filtering: Filtering, typed: Typed) -> impl IntoView {
    let i18n = use_i18n();
    let of = move |name: &'static str| {
        Signal::derive(move || {
            filtering.words.with(|words| match name {
                "owner_id" => owners(i18n, words),
                "tags" => {
                    words.tags.iter().map(|tag| Choice::new(tag.id.to_string(), tag.name.clone())).collect()
                }
                name => choices(i18n, name, words),
            })
        })
    };
    let standings = Signal::derive(move || {
        let choice =
            |standing: Standing| Choice::new(standing.code(), i18n.text(standing_key(standing), &[]));
        Standing::ALL.into_iter().map(choice).collect::<Vec<_>>()
    });
    let any = ts!("filter-any");
    let stage = move || {
        view! {
            <FormRow>
                <Field label=ts!("field-stage_id") name="stage" id="filter-stage">
                    <Select name="stage" value=typed.stage choices=of("stage_id") empty_label=any />
                </Field>
                <Field label=ts!("filter-standing") name="standing" id="filter-standing">
                    <Select name="standing" value=typed.standing choices=standings />
                </Field>
            </FormRow>
        }
    };
    view! {
        {filtering.is_list.then(stage)}
        <FormRow>
            <Field label=ts!("field-owner_id") name="owner" id="filter-owner">
                <Select name="owner" value=typed.owner choices=of("owner_id") empty_label=any />
            </Field>
            <Field label=ts!("field-source_id") name="source" id="filter-source">
                <Select name="source" value=typed.source choices=of("source_id") empty_label=any />
            </Field>
            <Field label=ts!("field-tags") name="tag" id="filter-tag">
                <Select name="tag" value=typed.tag choices=of("tags") empty_label=any />
            </Field>
        </FormRow>
    }
}

#[component]
fn Amounts(typed: Typed) -> impl IntoView {
    let currency = kernel::use_me().organisation.currency.to_string();
    let other = currency.clone();
    view! {
        <FormRow>
            <Field label=ts!("filter-min-value") name="min_value" id="filter-min">
                <MoneyInput name="min_value" minor=typed.min_value currency=currency />
            </Field>
            <Field label=ts!("filter-max-value") name="max_value" id="filter-max">
                <MoneyInput name="max_value" minor=typed.max_value currency=other />
            </Field>
        </FormRow>
    }
}

#[component]
fn Days(typed: Typed) -> impl IntoView {
    view! {
        <FormRow>
            <Field label=ts!("filter-created-from") name="created_from" id="filter-from">
                <TextInput name="created_from" kind=InputKind::Date value=typed.created_from />
            </Field>
            <Field label=ts!("filter-created-to") name="created_to" id="filter-to">
                <TextInput name="created_to" kind=InputKind::Date value=typed.created_to />
            </Field>
            <Field label=ts!("filter-no-contact") name="no_contact_since" id="filter-contact">
                <TextInput name="no_contact_since" kind=InputKind::Date value=typed.no_contact_since />
            </Field>
        </FormRow>
    }
}

fn owners(i18n: I18n, words: &crate::Dictionaries) -> Vec<Choice> {
    let mut owners = vec![
        Choice::new("me", i18n.text("filter-owner-me", &[])),
        Choice::new("nobody", i18n.text("board-nobody", &[])),
    ];
    owners.extend(words.staff.iter().map(|person| Choice::new(person.id.to_string(), person.name.clone())));
    owners
}
