use kernel::{ImportId, ts, use_live};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use staff::pages::LoadProblem;

use super::Frame;
use super::choices::Choosing;
use super::outcome::Outcome;
use crate::{Inspection, inspect_import};

/// One import: what is left to choose, or how far it is.
#[component]
pub fn ImportPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        ImportId(params.read().get("id").and_then(|id| id.parse().ok()).unwrap_or_default())
    });
    let inspection = Resource::new(move || id.get(), inspect_import);
    view! {
        <Transition>
            {move || Suspend::new(async move {
                match inspection.await {
                    Ok(inspection) => view! { <Shown inspection=inspection /> }.into_any(),
                    Err(error) => {
                        view! {
                            <Frame title=ts!("import-title") below=true>
                                <LoadProblem error=error />
                            </Frame>
                        }
                            .into_any()
                    }
                }
            })}
        </Transition>
    }
}

/// The import as it is now; it turns from choices into a run without a new page.
#[component]
fn Shown(inspection: Inspection) -> impl IntoView {
    let title = inspection.import.file_name.clone();
    let import = RwSignal::new(inspection.import.clone());
    let is_open = Memo::new(move |_| import.with(|import| import.state.is_open()));
    let live = use_live();
    let id = inspection.import.id;
    let refresh = move || {
        leptos::task::spawn_local(async move {
            if let Ok(now) = crate::show_import(id).await {
                import.try_set(now);
            }
        });
    };
    live.on_event(move |event| {
        if event.kind.starts_with("import.") && event.record.id == id.0 {
            refresh();
        }
    });
    live.on_catch_up(refresh);
    let inspection = StoredValue::new(inspection);
    view! {
        <Frame title=title below=true>
            {move || match is_open.get() {
                true => view! { <Choosing inspection=inspection.get_value() import=import /> }.into_any(),
                false => view! { <Outcome home=inspection.with_value(|i| i.home.clone()) import=import deletes=inspection.with_value(|i| i.deletes) /> }.into_any(),
            }}
        </Frame>
    }
}
