use kernel::{t, ts, use_i18n};
use leptos::prelude::*;
use records::ChangeLine;
use ui::Table;

use crate::RecordChange;

/// What rows change in records that are there, field by field.
#[component]
pub fn Changes(changes: Vec<RecordChange>, home: String) -> impl IntoView {
    let i18n = use_i18n();
    let line = move |change: RecordChange| {
        let RecordChange { row, record, title, changes } = change;
        let title = match record {
            Some(id) => view! { <a href=format!("{home}/{id}")><bdi>{title}</bdi></a> }.into_any(),
            None => view! { <bdi>{title}</bdi> }.into_any(),
        };
        view! {
            <tr>
                <td class="table__cell--number" data-label=t!("import-row")>{move || i18n.number(row)}</td>
                <td class="table__cell--main">{title}</td>
                <td data-label=t!("import-changes")>
                    <ul class="import-changes">
                        {changes.into_iter().map(|change| view! { <ChangeLine change=change /> }).collect_view()}
                    </ul>
                </td>
            </tr>
        }
    };
    view! {
        <div class="import-scroll" tabindex="0" role="region" aria-label=t!("import-changes-title")>
            <Table caption=ts!("import-changes-title")>
                <thead>
                    <tr>
                        <th scope="col" class="table__cell--number">{t!("import-row")}</th>
                        <th scope="col">{t!("import-record")}</th>
                        <th scope="col">{t!("import-changes")}</th>
                    </tr>
                </thead>
                <tbody>{changes.into_iter().map(line).collect_view()}</tbody>
            </Table>
        </div>
    }
}
