use kernel::ts;
use leptos::prelude::*;
use records::Timeline;
use ui::Card;

use crate::pages::state::{CustomerState, titled};

/// `/customers/:id/history`: notes, and every change with what was before, to be filtered and taken back.
#[component]
pub(crate) fn HistoryTab() -> impl IntoView {
    CustomerState::here().map(|state| {
        let (record, line, locked) = state.opened();
        view! {
            <Card title=titled(ts!("timeline-title"))>
                <Timeline record=record timeline=line locked=locked />
            </Card>
        }
    })
}
