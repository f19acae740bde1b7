use kernel::{Currency, Text, ts, use_i18n, use_me};
use leptos::prelude::*;
use ui::{Card, Checkbox, Choice, Field, Fieldset, FormRow, RadioGroup, Select, TextInput};

use super::Choices;
use crate::{DictionaryInfo, Duplicates, FieldKind, Inspection};

/// What is done with rows whose record is there, how that is known, and what records get that the file does not say.
#[component]
pub fn DuplicatesStep(choices: Choices) -> impl IntoView {
    let i18n = use_i18n();
    let mode = move || choices.options.with(|options| options.duplicates);
    let value = RwSignal::new(choices.options.with_untracked(|options| options.duplicates).code().to_owned());
    // A saved mapping chooses, too.
    Effect::new(move |_| value.set(mode().code().to_owned()));
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
    if choices.seen.with_untracked(|seen| seen.deletes) {
        let telling = view! {
            <Card title=ts!("import-step-tells")>
                <div class="import-step">
                    <Telling choices=choices />
                </div>
            </Card>
        };
        return telling.into_any();
    }
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
                <Show when=move || mode() != Duplicates::Create>
                    <Telling choices=choices />
                </Show>
                <Defaults choices=choices />
            </div>
        </Card>
    }
    .into_any()
}

fn keys(choice: Duplicates) -> (&'static str, &'static str) {
    match choice {
        Duplicates::Skip => ("import-duplicates-skip", "import-duplicates-skip-hint"),
        Duplicates::Fill => ("import-duplicates-fill", "import-duplicates-fill-hint"),
        Duplicates::Overwrite => ("import-duplicates-overwrite", "import-duplicates-overwrite-hint"),
        Duplicates::Update => ("import-duplicates-update", "import-duplicates-update-hint"),
        Duplicates::Create => ("import-duplicates-create", "import-duplicates-create-hint"),
    }
}

/// By what a row and a record are known to mean the same.
#[component]
fn Telling(choices: Choices) -> impl IntoView {
    let tells = choices.part(|seen| seen.tells.clone());
    let is_numbered = choices.part(|seen| seen.options.mapping.iter().flatten().any(|key| key == "id"));
    let i18n = use_i18n();
    let hint = Signal::derive(move || {
        let key = if is_numbered.get() { "import-tells-number" } else { "import-tells-hint" };
        Some(i18n.text(key, &[]))
    });
    let line = move |one: (String, Text, bool)| view! { <TellingField choices=choices one=one /> };
    view! {
        <Fieldset legend=ts!("import-tells") hint=hint>
            {move || tells.get().into_iter().map(line).collect_view()}
        </Fieldset>
    }
}

#[component]
fn TellingField(choices: Choices, one: (String, Text, bool)) -> impl IntoView {
    let i18n = use_i18n();
    let (code, label, _) = one;
    let counts = {
        let code = code.clone();
        move || {
            choices
                .options
                .with(|options| choices.seen.with(|seen| chosen(seen, &options.keys)))
                .contains(&code)
        }
    };
    let checked = RwSignal::new(untrack(&counts));
    Effect::new(move |_| checked.set(counts()));
    let name = format!("tells-{code}");
    let set = move |counts: bool| {
        let mut keys =
            choices.seen.with_untracked(|seen| chosen(seen, &choices.options.get_untracked().keys));
        keys.retain(|key| *key != code);
        if counts {
            keys.push(code.clone());
        }
        // Nothing to tell by is the usual again; whoever wants no comparison creates anyway.
        choices.choose(|options| options.keys = keys);
    };
    let label = Signal::derive(move || i18n.render(&label));
    view! { <Checkbox label=label name=name checked=checked on_change=set /> }
}

/// What counts: what was chosen, or the usual.
fn chosen(seen: &Inspection, keys: &[String]) -> Vec<String> {
    match keys {
        [] => seen.tells.iter().filter(|(.., is_usual)| *is_usual).map(|(code, ..)| code.clone()).collect(),
        keys => keys.to_vec(),
    }
}

/// What records get that the file does not say: a stage, a source, an owner, tags, a currency.
#[component]
fn Defaults(choices: Choices) -> impl IntoView {
    let dictionaries = choices.part(|seen| {
        let is_choice = |dictionary: &&DictionaryInfo| {
            seen.fields.iter().any(|f| f.key == dictionary.field && f.kind == FieldKind::Choice)
        };
        seen.dictionaries.iter().filter(is_choice).cloned().collect::<Vec<_>>()
    });
    let has = move |seen: &Inspection, is: fn(&crate::FieldInfo) -> bool| seen.fields.iter().any(is);
    let has_money = choices.part(move |seen| has(seen, |field| field.kind == FieldKind::Money));
    let has_tags = choices.part(move |seen| has(seen, |field| field.key == "tags"));
    let line =
        move |dictionary: DictionaryInfo| view! { <DefaultField choices=choices dictionary=dictionary /> };
    view! {
        <Fieldset legend=ts!("import-defaults") hint=ts!("import-defaults-hint")>
            <FormRow>
                {move || dictionaries.get().into_iter().map(line).collect_view()}
                {move || has_tags.get().then(|| view! { <TagsField choices=choices /> })}
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
    let key = StoredValue::new(field.clone());
    let given = move || {
        choices.options.with(|options| {
            let (constant, default) =
                key.with_value(|key| (options.constants.get(key), options.defaults.get(key)));
            (constant.or(default).cloned().unwrap_or_default(), constant.is_some())
        })
    };
    let (value, always) = (RwSignal::new(untrack(given).0), RwSignal::new(untrack(given).1));
    Effect::new(move |_| {
        let (now, is_constant) = given();
        value.set(now);
        always.set(is_constant);
    });
    let entries: Vec<_> = entries.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect();
    let keep = move |chosen: String, always: bool| {
        let key = key.get_value();
        choices.choose(|options| {
            options.defaults.remove(&key);
            options.constants.remove(&key);
            match (chosen.is_empty(), always) {
                (true, _) => {}
                (false, true) => drop(options.constants.insert(key, chosen)),
                (false, false) => drop(options.defaults.insert(key, chosen)),
            }
        });
    };
    let (name, always_name) = (format!("default-{field}"), format!("always-{field}"));
    let always_label = Signal::derive(move || i18n.text("import-always", &[("field", label.get().into())]));
    view! {
        <div class="import-default">
            <Field label=label name=name.clone()>
                <Select
                    name=name
                    value=value
                    choices=entries
                    empty_label=ts!("import-default-none")
                    on_change=move |chosen| keep(chosen, always.get_untracked())
                />
            </Field>
            <Show when=move || !value.with(String::is_empty)>
                <Checkbox
                    label=always_label
                    name=always_name.clone()
                    checked=always
                    on_change=move |always| keep(value.get_untracked(), always)
                />
            </Show>
        </div>
    }
}

/// Tags that every row gets, beside its own.
#[component]
fn TagsField(choices: Choices) -> impl IntoView {
    // Told only when the tags change: the answer to another choice takes nothing away that is being typed.
    let given = Memo::new(move |_| {
        choices.options.with(|options| options.constants.get("tags").cloned().unwrap_or_default())
    });
    let value = RwSignal::new(given.get_untracked());
    Effect::new(move |_| value.set(given.get()));
    let set = move |typed: String| {
        choices.choose(|options| match typed.trim().is_empty() {
            true => drop(options.constants.remove("tags")),
            false => drop(options.constants.insert("tags".into(), typed)),
        });
    };
    view! {
        <Field label=ts!("import-tags-all") name="tags_all" hint=ts!("import-tags-all-hint")>
            <TextInput name="tags_all" value=value on_change=set />
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
