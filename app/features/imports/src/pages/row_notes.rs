use kernel::{t, use_i18n};
use leptos::prelude::*;
use ui::{Badge, Meaning, Table};

use crate::{RowFate, RowNote};

/// Rows that there is something to say about, such as why they are not brought in.
#[component]
pub fn RowNotes(
    /// What they have in common.
    #[prop(into)]
    caption: Signal<String>,
    rows: Vec<RowNote>,
) -> impl IntoView {
    let i18n = use_i18n();
    let line = move |row: RowNote| {
        let (key, meaning) = match row.fate {
            RowFate::Refused => ("import-refused-one", Meaning::Warning),
            RowFate::Skipped => ("import-skipped-one", Meaning::Neutral),
            RowFate::Created => ("import-created-one", Meaning::Neutral),
        };
        let state = Signal::derive(move || i18n.text(key, &[]));
        let (number, cells, reason) = (row.row, row.cells.join(" · "), row.reason);
        view! {
            <tr>
                <td class="table__cell--number" data-label=t!("import-row")>{move || i18n.number(number)}</td>
                <td data-label=t!("import-cells")><bdi class="import-cells">{cells}</bdi></td>
                <td data-label=t!("import-state")><Badge text=state meaning=meaning /></td>
                <td data-label=t!("import-reason")>{move || i18n.render(&reason)}</td>
            </tr>
        }
    };
    view! {
        <Table caption=caption>
            <thead>
                <tr>
                    <th scope="col" class="table__cell--number">{t!("import-row")}</th>
                    <th scope="col">{t!("import-cells")}</th>
                    <th scope="col">{t!("import-state")}</th>
                    <th scope="col">{t!("import-reason")}</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(line).collect_view()}</tbody>
        </Table>
    }
}
