use kernel::{t, ts, use_i18n};
use leptos::prelude::*;
use ui::{Card, Choice, Field, Select, Table};

use super::Choices;
use crate::{Decision, Outcome, UnknownWord};

/// Words of the file that no dictionary has: create, take another one, or leave out.
#[component]
pub fn WordsStep(choices: Choices) -> impl IntoView {
    let unknown = choices.part(|seen| seen.unknown.clone());
    let line = move |(index, word): (usize, UnknownWord)| view! { <WordLine choices=choices index=index word=word /> };
    move || {
        let words = unknown.get();
        (!words.is_empty()).then(|| {
            view! {
                <Card title=ts!("import-step-words")>
                    <div class="import-step">
                        <p class="import-step__hint">{t!("import-step-words-hint")}</p>
                        <Table caption=ts!("import-step-words")>
                            <thead>
                                <tr>
                                    <th scope="col">{t!("import-word")}</th>
                                    <th scope="col">{t!("import-word-field")}</th>
                                    <th scope="col" class="table__cell--number">{t!("import-word-rows")}</th>
                                    <th scope="col">{t!("import-word-outcome")}</th>
                                </tr>
                            </thead>
                            <tbody>{words.into_iter().enumerate().map(line).collect_view()}</tbody>
                        </Table>
                    </div>
                </Card>
            }
        })
    }
}

/// The value of the choice in the list.
fn code(outcome: Outcome) -> String {
    match outcome {
        Outcome::Create => "create".into(),
        Outcome::Leave => "leave".into(),
        Outcome::Use(id) => id.to_string(),
    }
}

fn outcome(code: &str) -> Option<Outcome> {
    match code {
        "create" => Some(Outcome::Create),
        "leave" => Some(Outcome::Leave),
        id => id.parse().ok().map(Outcome::Use),
    }
}

#[component]
fn WordLine(choices: Choices, index: usize, word: UnknownWord) -> impl IntoView {
    let i18n = use_i18n();
    let UnknownWord { field, word, rows } = word;
    let (dictionary, label) = choices.seen.with_untracked(|seen| {
        let dictionary = seen.dictionaries.iter().find(|dictionary| dictionary.field == field).cloned();
        (dictionary, seen.fields.iter().find(|info| info.key == field).map(|info| info.label.clone()))
    });
    let decided = choices.options.with_untracked(|options| {
        let is_own = |decision: &&Decision| decision.field == field && decision.word == word;
        options.words.iter().find(is_own).map(|decision| decision.outcome)
    });
    let (may_create, is_free) =
        dictionary.as_ref().map_or((false, false), |d| (d.may_create, d.is_free && d.may_create));
    let start = decided.map(code).or_else(|| is_free.then(|| "create".to_owned())).unwrap_or_default();
    let value = RwSignal::new(start);
    let entries = Signal::derive(move || {
        let mut entries = Vec::new();
        if may_create {
            entries.push(Choice::new("create", i18n.text("import-word-create", &[])));
        }
        entries.push(Choice::new("leave", i18n.text("import-word-leave", &[])));
        let known = dictionary.iter().flat_map(|dictionary| &dictionary.entries);
        entries.extend(known.map(|(id, name)| {
            Choice::new(id.to_string(), i18n.text("import-word-use", &[("name", name.as_str().into())]))
        }));
        entries
    });
    let shown = word.clone();
    let name = format!("word-{index}");
    let outcome_label = {
        let word = word.clone();
        Signal::derive(move || i18n.text("import-word-outcome-of", &[("word", word.as_str().into())]))
    };
    let set = move |chosen: String| {
        choices.choose(|options| {
            options.words.retain(|decision| decision.field != field || decision.word != word);
            if let Some(outcome) = outcome(&chosen) {
                options.words.push(Decision { field: field.clone(), word: word.clone(), outcome });
            }
        });
    };
    view! {
        <tr>
            <td class="table__cell--main"><bdi>{shown}</bdi></td>
            <td data-label=t!("import-word-field")>{move || label.as_ref().map(|label| i18n.render(label))}</td>
            <td class="table__cell--number" data-label=t!("import-word-rows")>{move || i18n.number(rows)}</td>
            <td>
                <Field label=outcome_label name=name.clone() label_hidden=true>
                    <Select name=name value=value choices=entries empty_label=ts!("import-word-refuse") on_change=set />
                </Field>
            </td>
        </tr>
    }
}
