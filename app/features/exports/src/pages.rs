//! `/exports/{id}`: a workbook while it is written, and for a day after.

use std::time::Duration;

use kernel::{ExportId, route_path, t, ts, use_i18n};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::SsrMode;
use leptos_router::components::Route;
use leptos_router::hooks::use_params_map;
use staff::pages::LoadProblem;
use ui::{Announcer, Banner, Card, FormActions, IconName, LinkButton, Meaning, PageTitle, ProgressBar, Tone};

use crate::{Export, ExportState, show_export};

/// A workbook is looked after so often while it is written.
const LOOK: Duration = Duration::from_secs(1);

kernel::lazy_page! {
    exports:
    ExportRoute => ExportPage,
}

/// `/exports/{id}`.
#[component(transparent)]
pub fn Routes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! { <Route path=route_path!("/exports/:id") view=ExportRoute ssr=SsrMode::Async /> }.into_inner()
}

#[component]
fn ExportPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| {
        ExportId(params.read().get("id").and_then(|id| id.parse().ok()).unwrap_or_default())
    });
    let export = Resource::new(move || id.get(), show_export);
    view! {
        <PageTitle text=ts!("export-title") />
        <div class="export-page">
            <h1 class="export-page__title">{t!("export-title")}</h1>
            <Transition>
                {move || Suspend::new(async move {
                    match export.await {
                        Ok(export) => view! { <Shown export=export /> }.into_any(),
                        Err(error) => view! { <LoadProblem error=error /> }.into_any(),
                    }
                })}
            </Transition>
        </div>
    }
}

/// The export as it is now; it turns from work into a file without a new page.
#[component]
fn Shown(export: Export) -> impl IntoView {
    let (i18n, announcer) = (use_i18n(), Announcer::here());
    let id = export.id;
    let export = RwSignal::new(export);
    let state = Memo::new(move |_| export.with(|export| export.state));
    let look = move || {
        spawn_local(async move {
            if let Ok(now) = show_export(id).await {
                let _gone = export.try_set(now);
            }
        });
    };
    Effect::new(move |before: Option<ExportState>| {
        let now = state.get();
        if before.is_some_and(|before| before != now) {
            announcer.announce(i18n.text("export-over", &[]));
        }
        now
    });
    // Each look that finds it unfinished asks for the next one.
    Effect::new(move |_| {
        if export.with(|export| export.state == ExportState::Running) {
            set_timeout(look, LOOK);
        }
    });
    view! {
        <Card title=Signal::derive(move || export.with(|export| export.file_name.clone()))>
            <div class="export-page__body">
                {move || match state.get() {
                    ExportState::Running => view! { <Running export=export /> }.into_any(),
                    ExportState::Done => view! { <Done export=export /> }.into_any(),
                    ExportState::Failed => view! { <Failed export=export /> }.into_any(),
                }}
            </div>
        </Card>
    }
}

#[component]
fn Running(export: RwSignal<Export>) -> impl IntoView {
    let i18n = use_i18n();
    let fraction = Signal::derive(move || export.with(Export::fraction));
    let detail = Signal::derive(move || {
        let rows = export.with(|export| export.rows);
        Some(i18n.text("export-rows", &[("rows", rows.into())]))
    });
    view! {
        <ProgressBar label=ts!("export-running") fraction=fraction detail=detail />
        <p class="export-page__hint">{t!("export-running-hint")}</p>
    }
}

#[component]
fn Done(export: RwSignal<Export>) -> impl IntoView {
    let i18n = use_i18n();
    let (id, home) = export.with_untracked(|export| (export.id, export.home.clone()));
    let rows = move || i18n.text("export-rows", &[("rows", export.with(|export| export.rows).into())]);
    let until = export.with_untracked(|export| export.kept_until);
    view! {
        <p>{rows}</p>
        {match until {
            Some(until) => {
                view! {
                    <p class="export-page__hint">{move || i18n.text("export-kept-until", &[("until", until.into())])}</p>
                }
                    .into_any()
            }
            None => view! { <p class="export-page__hint">{t!("export-gone")}</p> }.into_any(),
        }}
        <FormActions>
            {until
                .is_some()
                .then(|| {
                    view! {
                        <LinkButton
                            label=ts!("export-download")
                            href=format!("/exports/{id}/file")
                            icon=IconName::Download
                            tone=Tone::Primary
                            download=true
                        />
                    }
                })}
            <LinkButton label=ts!("export-back") href=home tone=Tone::Quiet />
        </FormActions>
    }
}

#[component]
fn Failed(export: RwSignal<Export>) -> impl IntoView {
    let i18n = use_i18n();
    let home = export.with_untracked(|export| export.home.clone());
    let text = Signal::derive(move || {
        let error = export.with(|export| export.error.clone());
        error.map(|error| i18n.render(&error)).unwrap_or_default()
    });
    view! {
        <Banner title=ts!("export-failed") text=text meaning=Meaning::Negative />
        <FormActions>
            <LinkButton label=ts!("export-back") href=home tone=Tone::Quiet />
        </FormActions>
    }
}
