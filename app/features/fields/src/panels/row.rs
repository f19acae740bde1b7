//! One condition: a field, a question, and what it is answered with.

use kernel::{ts, use_i18n};
use leptos::prelude::*;
use ui::{Choice, ComboOption, Combobox, Field, IconButton, IconName, Select};

use super::ask::Ask;
use super::builder::Building;
use super::control::{Answer, combo_texts};
use super::sketch::PartId;
use super::typed::Typed;
use crate::{Field as AnyField, FieldType};

/// A row, read as a sentence from its beginning to its end.
#[component]
pub(super) fn Row(id: PartId, typed: Typed, building: Building) -> impl IntoView {
    let i18n = use_i18n();
    let catalogue = building.filtering.catalogue;
    let about = Memo::new(move |_| catalogue.with(|catalogue| typed.about(catalogue)));
    let control = Memo::new(move |_| {
        let field = about.get()?;
        let control = typed.asks()?.control(field.kind);
        Some((field, control))
    });
    let label = Signal::derive(move || match building.said(typed) {
        Some(said) => i18n.text("fields-filter-remove", &[("name", said.into())]),
        None => i18n.text("fields-filter-remove-row", &[]),
    });
    let name = move || building.said(typed).unwrap_or_else(|| i18n.text("fields-filter-new-row", &[]));
    view! {
        <div class="filter-row" role="group" aria-label=name id=format!("filter-part-{id}")>
            <FieldChoice id=id typed=typed building=building />
            {move || about.get().map(|field| view! { <AskChoice id=id typed=typed field=field building=building /> })}
            <div class="filter-row__answer">
                {move || {
                    control.get().map(|(field, control)| view! { <Answer id=id typed=typed field=field control=control filtering=building.filtering /> })
                }}
            </div>
            <span class="filter-row__remove">
                <IconButton label=label icon=IconName::Close on_press=move |()| building.remove(id) />
            </span>
        </div>
    }
}

#[component]
fn FieldChoice(id: PartId, typed: Typed, building: Building) -> impl IntoView {
    let i18n = use_i18n();
    let filtering = building.filtering;
    let options = Signal::derive(move || {
        filtering.catalogue.with(|catalogue| {
            let offered = catalogue.fields().iter().filter(|field| is_offered(field, building));
            offered
                .map(|field| ComboOption::new(field.key.to_string(), building.name(field)))
                .collect::<Vec<_>>()
        })
    });
    let chosen =
        move |_: Vec<String>| filtering.catalogue.with_untracked(|catalogue| typed.choose(catalogue));
    let error = Signal::derive(move || {
        let is_open = typed.field.with(Vec::is_empty);
        typed.error.get().filter(|_| is_open).map(|key| i18n.text(key, &[]))
    });
    let texts = combo_texts(i18n);
    view! {
        <Field label=ts!("fields-filter-field") name=format!("field-{id}") id=format!("filter-field-{id}") label_hidden=true error=error>
            <Combobox name=format!("field-{id}") selected=typed.field options=options texts=texts on_change=chosen />
        </Field>
    }
}

/// A field can be chosen if there is something to ask it, and something to choose from where something is chosen.
fn is_offered(field: &AnyField, building: Building) -> bool {
    let is_chosen_from = matches!(field.kind, FieldType::Choice | FieldType::Choices | FieldType::Word);
    let has_choices = || {
        building.filtering.vocabulary.with_untracked(|words| !words.choices(field.key.as_str()).is_empty())
    };
    field.is_tested && (!is_chosen_from || has_choices())
}

#[component]
fn AskChoice(id: PartId, typed: Typed, field: AnyField, building: Building) -> impl IntoView {
    let i18n = use_i18n();
    let kind = field.kind;
    let asks = StoredValue::new(Ask::of(&field));
    let choices = Signal::derive(move || {
        let choice = |ask: &Ask| Choice::new(ask.code(), i18n.text(ask.label(kind), &[]));
        asks.with_value(|asks| asks.iter().map(choice).collect::<Vec<_>>())
    });
    let chosen =
        move |_: String| building.filtering.catalogue.with_untracked(|catalogue| typed.begin(catalogue));
    view! {
        <Field label=ts!("fields-filter-how") name=format!("ask-{id}") id=format!("filter-ask-{id}") label_hidden=true>
            <Select name=format!("ask-{id}") value=typed.ask choices=choices on_change=chosen />
        </Field>
    }
}
