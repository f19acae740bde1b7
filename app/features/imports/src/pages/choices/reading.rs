use kernel::{t, ts, use_i18n};
use leptos::prelude::*;
use ui::{Banner, Card, Checkbox, Choice, Field, FormRow, Meaning, Select};

use super::Choices;
use crate::{Column, Delimiter, Encoding};

/// How the file is read, with its first rows as the proof.
#[component]
pub fn ReadingStep(choices: Choices) -> impl IntoView {
    let i18n = use_i18n();
    let problem = choices.part(|seen| seen.problem.clone());
    view! {
        <Card title=ts!("import-step-reading")>
            <div class="import-step">
                <p class="import-step__hint">{t!("import-step-reading-hint")}</p>
                <Format choices=choices />
                {move || {
                    problem
                        .get()
                        .map(|problem| {
                            let text = Signal::derive(move || i18n.render(&problem));
                            view! { <Banner text=text meaning=Meaning::Negative live=true /> }
                        })
                }}
                <Preview choices=choices />
            </div>
        </Card>
    }
}

#[component]
fn Format(choices: Choices) -> impl IntoView {
    let i18n = use_i18n();
    let format = choices.options.get_untracked().format;
    let encoding = RwSignal::new(format.encoding.name().to_owned());
    let delimiter = RwSignal::new(format.delimiter.code().to_owned());
    let has_header = RwSignal::new(format.has_header);
    let word = move |key: &str| i18n.text(key, &[]);
    let encodings = Signal::derive(move || {
        let label = |encoding: Encoding| Choice::new(encoding.name(), word(encoding_key(encoding)));
        Encoding::ALL.into_iter().map(label).collect::<Vec<_>>()
    });
    let delimiters = Signal::derive(move || {
        let label = |delimiter: Delimiter| Choice::new(delimiter.code(), word(delimiter_key(delimiter)));
        Delimiter::ALL.into_iter().map(label).collect::<Vec<_>>()
    });
    let set_encoding = move |name: String| {
        choices.choose(|options| options.format.encoding = Encoding::parse(&name).unwrap_or_default());
    };
    let set_delimiter = move |code: String| {
        choices.choose(|options| options.format.delimiter = Delimiter::parse(&code).unwrap_or_default());
    };
    let set_header = move |has_header: bool| choices.choose(|options| options.format.has_header = has_header);
    view! {
        <FormRow>
            <Field label=ts!("import-encoding") name="encoding" hint=ts!("import-encoding-hint")>
                <Select name="encoding" value=encoding choices=encodings on_change=set_encoding />
            </Field>
            <Field label=ts!("import-delimiter") name="delimiter">
                <Select name="delimiter" value=delimiter choices=delimiters on_change=set_delimiter />
            </Field>
        </FormRow>
        <Checkbox label=ts!("import-has-header") name="has_header" checked=has_header on_change=set_header />
    }
}

fn encoding_key(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "import-encoding-utf8",
        Encoding::Utf16le => "import-encoding-utf16le",
        Encoding::Utf16be => "import-encoding-utf16be",
        Encoding::Windows1252 => "import-encoding-windows1252",
        Encoding::Iso885915 => "import-encoding-iso885915",
        Encoding::Windows1250 => "import-encoding-windows1250",
        Encoding::Windows1256 => "import-encoding-windows1256",
        Encoding::Macintosh => "import-encoding-macintosh",
    }
}

fn delimiter_key(delimiter: Delimiter) -> &'static str {
    match delimiter {
        Delimiter::Comma => "import-delimiter-comma",
        Delimiter::Semicolon => "import-delimiter-semicolon",
        Delimiter::Tab => "import-delimiter-tab",
        Delimiter::Bar => "import-delimiter-bar",
    }
}

/// The first rows as they are read now.
#[component]
fn Preview(choices: Choices) -> impl IntoView {
    let i18n = use_i18n();
    let sample = choices.part(|seen| (seen.columns.clone(), seen.sample.clone()));
    let rows = choices.part(|seen| seen.import.rows);
    let head = move |(index, column): (usize, Column)| {
        view! { <th scope="col"><bdi>{move || column_name(&column, index, i18n)}</bdi></th> }
    };
    let line = |cells: Vec<String>| {
        view! { <tr>{cells.into_iter().map(|cell| view! { <td><bdi>{cell}</bdi></td> }).collect_view()}</tr> }
    };
    let table = move || {
        let (columns, sample) = sample.get();
        let label = i18n.text("import-preview", &[]);
        let caption = label.clone();
        view! {
            <div class="import-preview" tabindex="0" role="region" aria-label=label>
                <table class="import-preview__table">
                    <caption class="visually-hidden">{caption}</caption>
                    <thead>
                        <tr>{columns.into_iter().enumerate().map(head).collect_view()}</tr>
                    </thead>
                    <tbody>{sample.into_iter().map(line).collect_view()}</tbody>
                </table>
            </div>
        }
    };
    view! {
        <p class="import-step__count" role="status">{move || i18n.text("import-rows", &[("count", rows.get().into())])}</p>
        {table}
    }
}

/// The header of a column, or its number.
pub fn column_name(column: &Column, index: usize, i18n: kernel::I18n) -> String {
    column.name.clone().unwrap_or_else(|| i18n.text("import-column", &[("number", (index + 1).into())]))
}
