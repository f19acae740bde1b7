use kernel::{Text, t, ts, use_i18n};
use leptos::prelude::*;
use ui::{Banner, Card, Choice, Field, Meaning, Select, Table};

use super::Choices;
use super::reading::column_name;
use crate::Column;

/// Which column goes into which field.
#[component]
pub fn ColumnsStep(choices: Choices) -> impl IntoView {
    let i18n = use_i18n();
    let columns = choices.part(|seen| (seen.options.format, seen.columns.clone()));
    let missing = choices.part(|seen| {
        let is_missing = |field: &&crate::FieldInfo| seen.missing.contains(&field.key);
        seen.fields.iter().filter(is_missing).map(|field| field.label.clone()).collect::<Vec<Text>>()
    });
    let left_out = move || {
        let count =
            choices.options.with(|options| options.mapping.iter().filter(|field| field.is_none()).count());
        i18n.text("import-left-out", &[("count", count.into())])
    };
    let names = move || {
        let mapping = choices.options.with(|options| options.mapping.clone());
        let is_left = |index: &usize| mapping.get(*index).is_none_or(Option::is_none);
        let all = columns.get().1;
        let left = all.iter().enumerate().filter(|(index, _)| is_left(index));
        let names: Vec<_> = left.map(|(index, column)| column_name(column, index, i18n)).collect();
        (!names.is_empty()).then(|| i18n.text("import-left-out-names", &[("names", names.join(", ").into())]))
    };
    let line = move |(index, column): (usize, Column)| view! { <ColumnLine choices=choices index=index column=column /> };
    view! {
        <Card title=ts!("import-step-columns")>
            <div class="import-step">
                <p class="import-step__hint">{t!("import-step-columns-hint")}</p>
                {move || {
                    missing
                        .get()
                        .into_iter()
                        .map(|label| {
                            let text = Signal::derive(move || {
                                i18n.text("import-missing-field", &[("field", i18n.render(&label).into())])
                            });
                            view! { <Banner text=text meaning=Meaning::Warning live=true /> }
                        })
                        .collect_view()
                }}
                <Table caption=ts!("import-step-columns")>
                    <thead>
                        <tr>
                            <th scope="col">{t!("import-column-head")}</th>
                            <th scope="col">{t!("import-samples")}</th>
                            <th scope="col">{t!("import-goes-into")}</th>
                        </tr>
                    </thead>
                    <tbody>{move || columns.get().1.into_iter().enumerate().map(line).collect_view()}</tbody>
                </Table>
                <p class="import-step__count" role="status">{left_out} " " {names}</p>
            </div>
        </Card>
    }
}

#[component]
fn ColumnLine(choices: Choices, index: usize, column: Column) -> impl IntoView {
    let i18n = use_i18n();
    let mapped = choices.options.with_untracked(|options| options.mapping.get(index).cloned().flatten());
    let value = RwSignal::new(mapped.unwrap_or_default());
    // A new format proposes anew.
    Effect::new(move |_| {
        let now =
            choices.options.with(|options| options.mapping.get(index).cloned().flatten()).unwrap_or_default();
        if value.get_untracked() != now {
            value.set(now);
        }
    });
    let fields = choices.part(|seen| seen.fields.clone());
    let entries = Signal::derive(move || {
        let taken: Vec<String> =
            choices.options.with(|options| options.mapping.iter().flatten().cloned().collect());
        let own = value.get();
        let entry = |field: crate::FieldInfo| {
            let is_taken = !field.kind.joins() && taken.contains(&field.key) && field.key != own;
            Choice::new(field.key, i18n.render(&field.label)).disabled(is_taken)
        };
        fields.get().into_iter().map(entry).collect::<Vec<_>>()
    });
    let set = move |key: String| {
        choices.choose(|options| {
            if options.mapping.len() <= index {
                options.mapping.resize(index + 1, None);
            }
            if let Some(place) = options.mapping.get_mut(index) {
                *place = (!key.is_empty()).then_some(key);
            }
        });
    };
    let samples = column.samples.join(" · ");
    let name = Signal::derive(move || column_name(&column, index, i18n));
    let label = Signal::derive(move || i18n.text("import-goes-into-of", &[("column", name.get().into())]));
    view! {
        <tr>
            <td class="table__cell--main"><bdi>{move || name.get()}</bdi></td>
            <td data-label=t!("import-samples")><bdi class="import-cells">{samples}</bdi></td>
            <td>
                <Field label=label name=format!("column-{index}") label_hidden=true>
                    <Select
                        name=format!("column-{index}")
                        value=value
                        choices=entries
                        empty_label=ts!("import-goes-nowhere")
                        on_change=set
                    />
                </Field>
            </td>
        </tr>
    }
}
