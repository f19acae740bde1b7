use kernel::ts;
use leptos::prelude::*;
use records::FilePanel;
use ui::Card;

use crate::pages::state::{CustomerState, titled};

/// `/customers/:id/files`.
#[component]
pub(crate) fn FilesTab() -> impl IntoView {
    CustomerState::here().map(|state| {
        let (record, line, locked) = state.opened();
        view! {
            <Card title=titled(ts!("file-title"))>
                <FilePanel record=record timeline=line locked=locked />
            </Card>
        }
    })
}
