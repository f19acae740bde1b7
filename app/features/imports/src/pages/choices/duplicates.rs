use kernel::{Currency, ts, use_i18n, use_me};
use leptos::prelude::*;
use ui::{Card, Choice, Field, Fieldset, FormRow, RadioGroup, Select};

use super::Choices;
use crate::{DictionaryInfo, Duplicates, FieldKind};

/// What is done with rows whose record is there, and what empty cells get.
#[component]
pub fn DuplicatesStep(choices: Choices) -> impl IntoView {
    let i18n = use_i18n();
    let options = choices.options.get_untracked();
    let value = RwSignal::new(options.duplicates.code().to_owned());
    let can_update = choices.seen.with_untracked(|seen| seen.can_update);
    let entries = Signal::derive(move || {
        let offered = Duplicates::ALL.into_iter().filter(|choice| can_update || !choice.updates());
        let entry = |choice: Duplicates| {
            let (label, hint) = keys(choice);
            Choice::new(choice.code(), i18n.text(label, &[])).hint(i18n.text(hint, &[]))
        };
        offered.map(entry).collect::<Vec<_>>()
    });
    let set = move |code: String| {
        choices.choose(|options| options.duplicates = Duplicates::parse(&code).unwrap_or_default());
    };
    view! {
        <Card title=ts!("import-step-duplicates")>
            <div class="import-step">
                <RadioGroup
                    legend=ts!("import-duplicates-question")
                    name="duplicates"
                    value=value
                    choices=entries
                    on_change=set
                />
                <Defaults choices=choices />
            </div>
        </Card>
    }
}

fn keys(choice: Duplicates) -> (&'static str, &'static str) {
    match choice {
        Duplicates::Skip => ("import-duplicates-skip", "import-duplicates-skip-hint"),
        Duplicates::Fill => ("import-duplicates-fill", "import-duplicates-fill-hint"),
        Duplicates::Overwrite => ("import-duplicates-overwrite", "import-duplicates-overwrite-hint"),
        Duplicates::Create => ("import-duplicates-create", "import-duplicates-create-hint"),
    }
}

/// What rows get that say nothing: a stage, a source, an owner, a currency.
#[component]
fn Defaults(choices: Choices) -> impl IntoView {
    let dictionaries = choices.part(|seen| {
        let is_choice = |dictionary: &&DictionaryInfo| {
            seen.fields.iter().any(|f| f.key == dictionary.field && f.kind == FieldKind::Choice)
        };
        seen.dictionaries.iter().filter(is_choice).cloned().collect::<Vec<_>>()
    });
    let has_money = choices.part(|seen| seen.fields.iter().any(|field| field.kind == FieldKind::Money));
    let line =
        move |dictionary: DictionaryInfo| view! { <DefaultField choices=choices dictionary=dictionary /> };
    view! {
        <Fieldset legend=ts!("import-defaults") hint=ts!("import-defaults-hint")>
            <FormRow>
                {move || dictionaries.get().into_iter().map(line).collect_view()}
                {move || has_money.get().then(|| view! { <CurrencyField choices=choices /> })}
            </FormRow>
        </Fieldset>
    }
}

#[component]
fn DefaultField(choices: Choices, dictionary: DictionaryInfo) -> impl IntoView {
    let i18n = use_i18n();
    let DictionaryInfo { field, entries, .. } = dictionary;
    let label = choices
        .seen
        .with_untracked(|seen| seen.fields.iter().find(|f| f.key == field).map(|f| f.label.clone()));
    let label = Signal::derive(move || label.as_ref().map(|label| i18n.render(label)).unwrap_or_default());
    let value = RwSignal::new(
        choices.options.with_untracked(|o| o.defaults.get(&field).cloned()).unwrap_or_default(),
    );
    let entries: Vec<_> = entries.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect();
    let name = format!("default-{field}");
    let set = move |chosen: String| {
        choices.choose(|options| match chosen.is_empty() {
            true => drop(options.defaults.remove(&field)),
            false => drop(options.defaults.insert(field.clone(), chosen)),
        });
    };
    view! {
        <Field label=label name=name.clone()>
            <Select name=name value=value choices=entries empty_label=ts!("import-default-none") on_change=set />
        </Field>
    }
}

#[component]
fn CurrencyField(choices: Choices) -> impl IntoView {
    let own = use_me().organisation.currency;
    let chosen = choices.options.with_untracked(|options| options.currency).unwrap_or(own);
    let value = RwSignal::new(chosen.code().to_owned());
    let mut codes: Vec<_> = Currency::offered().map(|currency| currency.code().to_owned()).collect();
    if !codes.iter().any(|code| code == own.code()) {
        codes.insert(0, own.code().to_owned());
    }
    let entries: Vec<_> = codes.into_iter().map(|code| Choice::new(code.clone(), code)).collect();
    let set = move |code: String| choices.choose(|options| options.currency = code.parse().ok());
    view! {
        <Field label=ts!("import-currency") name="currency" hint=ts!("import-currency-hint")>
            <Select name="currency" value=value choices=entries on_change=set />
        </Field>
    }
}
