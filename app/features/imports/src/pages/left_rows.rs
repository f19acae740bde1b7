use kernel::{t, ts, use_i18n};
use leptos::prelude::*;
use ui::{Badge, Meaning, Table};

use crate::LeftRow;

/// Rows that are not brought in, with the reasons.
#[component]
pub fn LeftRows(rows: Vec<LeftRow>) -> impl IntoView {
    let i18n = use_i18n();
    let line = move |row: LeftRow| {
        let (key, meaning) = match row.is_refused {
            true => ("import-refused-one", Meaning::Warning),
            false => ("import-skipped-one", Meaning::Neutral),
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
        <Table caption=ts!("import-left-title")>
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
