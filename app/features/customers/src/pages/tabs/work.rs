use kernel::ts;
use leptos::prelude::*;
use records::ReminderPanel;
use tasks::TaskPanel;
use ui::Card;

use crate::pages::state::{CustomerState, titled};

/// `/customers/:id/work`: what is to be done, and what one is reminded of.
#[component]
pub(crate) fn WorkTab() -> impl IntoView {
    CustomerState::here().map(|state| {
        let (record, line, locked) = state.opened();
        view! {
            <div class="customer__columns">
                <Card title=titled(ts!("task-title"))>
                    <TaskPanel record=record timeline=line locked=locked />
                </Card>
                <Card title=titled(ts!("reminder-title"))>
                    <ReminderPanel record=record timeline=line locked=locked />
                </Card>
            </div>
        }
    })
}
