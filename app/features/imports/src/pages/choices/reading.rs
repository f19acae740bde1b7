use kernel::{ts, use_i18n};
use leptos::prelude::*;
use ui::{Banner, Card, Checkbox, Choice, Field, FormRow, Meaning, Select};

use super::Choices;
use crate::{Column, Delimiter, Encoding, Options, Source};

/// How the file is read, with its first rows as the proof.
#[component]
pub fn ReadingStep(choices: Choices) -> impl IntoView {
    let i18n = use_i18n();
    let problem = choices.part(|seen| seen.problem.clone());
    let source = choices.part(|seen| seen.source.clone());
    let hint = move || i18n.text(source.with(hint_key), &[]);
    view! {
        <Card title=ts!("import-step-reading")>
            <div class="import-step">
                <p class="import-step__hint">{hint}</p>
                {move || match source.get() {
                    Source::Text => view! { <TextFormat choices=choices /> }.into_any(),
                    Source::Cards => view! { <FormRow><EncodingField choices=choices /></FormRow> }.into_any(),
                    Source::Workbook(sheets) => {
                        view! { <SheetFormat choices=choices sheets=sheets /> }.into_any()
                    }
                }}
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

fn hint_key(source: &Source) -> &'static str {
    match source {
        Source::Text => "import-step-reading-hint",
        Source::Cards => "import-step-reading-cards",
        Source::Workbook(_) => "import-step-reading-workbook",
    }
}

/// Text with delimiters: everything about it was guessed.
#[component]
fn TextFormat(choices: Choices) -> impl IntoView {
    let i18n = use_i18n();
    let delimiter = RwSignal::new(choices.options.get_untracked().format.delimiter.code().to_owned());
    let delimiters = Signal::derive(move || {
        let label =
            |delimiter: Delimiter| Choice::new(delimiter.code(), i18n.text(delimiter_key(delimiter), &[]));
        Delimiter::ALL.into_iter().map(label).collect::<Vec<_>>()
    });
    let set_delimiter = move |code: String| {
        choices.choose(|options| options.format.delimiter = Delimiter::parse(&code).unwrap_or_default());
    };
    view! {
        <FormRow>
            <EncodingField choices=choices />
            <Field label=ts!("import-delimiter") name="delimiter">
                <Select name="delimiter" value=delimiter choices=delimiters on_change=set_delimiter />
            </Field>
            <SkipField choices=choices />
        </FormRow>
        <HeaderField choices=choices />
    }
}

/// A workbook: its cells say for themselves what they are.
#[component]
fn SheetFormat(choices: Choices, sheets: Vec<String>) -> impl IntoView {
    let sheet = RwSignal::new(choices.options.get_untracked().format.sheet.to_string());
    let is_choice = sheets.len() > 1;
    let name = |(index, name): (usize, String)| Choice::new(index.to_string(), name);
    let sheets = StoredValue::new(sheets.into_iter().enumerate().map(name).collect::<Vec<_>>());
    let set_sheet = move |index: String| {
        choices.choose(|options| options.format.sheet = index.parse().unwrap_or_default());
    };
    view! {
        <FormRow>
            <Show when=move || is_choice>
                <Field label=ts!("import-sheet") name="sheet">
                    <Select name="sheet" value=sheet choices=sheets.get_value() on_change=set_sheet />
                </Field>
            </Show>
            <SkipField choices=choices />
        </FormRow>
        <HeaderField choices=choices />
    }
}

#[component]
fn EncodingField(choices: Choices) -> impl IntoView {
    let i18n = use_i18n();
    let encoding = RwSignal::new(choices.options.get_untracked().format.encoding.name().to_owned());
    let encodings = Signal::derive(move || {
        let label = |encoding: Encoding| Choice::new(encoding.name(), i18n.text(encoding_key(encoding), &[]));
        Encoding::all().map(label).collect::<Vec<_>>()
    });
    let set_encoding = move |name: String| {
        choices.choose(|options| options.format.encoding = Encoding::parse(&name).unwrap_or_default());
    };
    view! {
        <Field label=ts!("import-encoding") name="encoding" hint=ts!("import-encoding-hint")>
            <Select name="encoding" value=encoding choices=encodings on_change=set_encoding />
        </Field>
    }
}

/// How many rows with titles and remarks stand above the table.
#[component]
fn SkipField(choices: Choices) -> impl IntoView {
    let skip = move |options: &Options| options.format.skip.to_string();
    let value = RwSignal::new(choices.options.with_untracked(skip));
    // Another sheet begins elsewhere.
    Effect::new(move |_| value.set(choices.options.with(skip)));
    let numbers = (0..=20).map(|rows| Choice::new(rows.to_string(), rows.to_string())).collect::<Vec<_>>();
    let set_skip = move |rows: String| {
        choices.choose(|options| options.format.skip = rows.parse().unwrap_or_default());
    };
    view! {
        <Field label=ts!("import-skip") name="skip" hint=ts!("import-skip-hint")>
            <Select name="skip" value=value choices=numbers on_change=set_skip />
        </Field>
    }
}

#[component]
fn HeaderField(choices: Choices) -> impl IntoView {
    let is_there = move |options: &Options| options.format.has_header;
    let has_header = RwSignal::new(choices.options.with_untracked(is_there));
    Effect::new(move |_| has_header.set(choices.options.with(is_there)));
    let set_header = move |has_header: bool| choices.choose(|options| options.format.has_header = has_header);
    view! { <Checkbox label=ts!("import-has-header") name="has_header" checked=has_header on_change=set_header /> }
}

fn encoding_key(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "import-encoding-utf8",
        Encoding::Utf16le => "import-encoding-utf16le",
        Encoding::Utf16be => "import-encoding-utf16be",
        Encoding::Windows1252 => "import-encoding-windows1252",
        Encoding::Iso885915 => "import-encoding-iso885915",
        Encoding::Macintosh => "import-encoding-macintosh",
        Encoding::Windows1250 => "import-encoding-windows1250",
        Encoding::Iso88592 => "import-encoding-iso88592",
        Encoding::Windows1257 => "import-encoding-windows1257",
        Encoding::Windows1254 => "import-encoding-windows1254",
        Encoding::Windows1253 => "import-encoding-windows1253",
        Encoding::Windows1251 => "import-encoding-windows1251",
        Encoding::Koi8u => "import-encoding-koi8u",
        Encoding::Windows1256 => "import-encoding-windows1256",
        Encoding::Windows1255 => "import-encoding-windows1255",
        Encoding::ShiftJis => "import-encoding-shift-jis",
        Encoding::Gb18030 => "import-encoding-gb18030",
        Encoding::Big5 => "import-encoding-big5",
        Encoding::EucKr => "import-encoding-euc-kr",
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
