use kernel::{ts, use_i18n};
use leptos::prelude::*;
use records::{HistoryTable, Timeline};
use ui::{Card, Segment, Segmented};

use crate::pages::state::{CustomerState, titled};

/// The key of the look as a table.
const TABLE: &str = "table";

/// `/customers/:id/history`: notes, and every change with what was before, to be filtered and taken back. As it happened,
/// or as a table of fields.
#[component]
pub(crate) fn HistoryTab() -> impl IntoView {
    CustomerState::here().map(|state| {
        let (record, line, locked) = state.opened();
        let (i18n, look) = (use_i18n(), RwSignal::new("line".to_owned()));
        let looks = Signal::derive(move || {
            let look = |key: &str| Segment::new(key, i18n.text(&format!("history-as-{key}"), &[]));
            vec![look("line"), look(TABLE)]
        });
        let actions = move || view! { <Segmented label=ts!("history-look") segments=looks chosen=look /> };
        view! {
            <Card title=titled(ts!("timeline-title")) actions=actions>
                <Show
                    when=move || look.with(|look| look == TABLE)
                    fallback=move || view! { <Timeline record=record timeline=line locked=locked /> }
                >
                    <HistoryTable record=record timeline=line locked=locked />
                </Show>
            </Card>
        }
    })
}
