use kernel::{RecordKind, RunId, t, ts, use_i18n, use_live};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_params_map;
use staff::pages::LoadProblem;
use ui::{Banner, Breadcrumbs, Button, Card, FormActions, IconName, LinkButton, Meaning, PageTitle, Table};

use super::StateBadge;
use crate::panels::{Line, OpenRuns, Stop, link, take_back, what};
use crate::{Run, list_run_stayed, show_run};

/// One run: how far it is, how its records ended, which it left and why.
#[component]
pub fn RunPage() -> impl IntoView {
    let params = use_params_map();
    let id =
        Memo::new(move |_| RunId(params.read().get("id").and_then(|id| id.parse().ok()).unwrap_or_default()));
    let run = Resource::new(move || id.get(), show_run);
    view! {
        <Transition>
            {move || Suspend::new(async move {
                match run.await {
                    Ok(run) => view! { <Shown first=run /> }.into_any(),
                    Err(error) => {
                        view! {
                            <PageTitle text=ts!("run-title") />
                            <div class="run-page"><LoadProblem error=error /></div>
                        }
                            .into_any()
                    }
                }
            })}
        </Transition>
    }
}

#[component]
fn Shown(first: Run) -> impl IntoView {
    let (i18n, id) = (use_i18n(), first.id);
    let run = RwSignal::new(first);
    let refresh = move || {
        spawn_local(async move {
            if let Ok(now) = show_run(id).await {
                let _left = run.try_set(now);
            }
        });
    };
    let live = use_live();
    live.on_event(move |event| {
        if event.record.kind == RecordKind::Run && event.record.id == id.0 {
            refresh();
        }
    });
    live.on_catch_up(refresh);
    let title = Signal::derive(move || {
        let what = run.with(|run| what(i18n, run));
        if what.is_empty() { i18n.text("run-title", &[]) } else { what }
    });
    let crumbs = Signal::derive(move || {
        vec![(i18n.text("run-title", &[]), Some("/runs".to_owned())), (title.get(), None)]
    });
    let failure = move || {
        let error = run.with(|run| run.error.clone())?;
        let text = Signal::derive(move || i18n.render(&error));
        Some(view! { <Banner title=ts!("run-failed") text=text meaning=Meaning::Negative live=true /> })
    };
    view! {
        <PageTitle text=title />
        <div class="run-page">
            <header>
                <Breadcrumbs label=ts!("run-where") crumbs=crumbs />
                <h1 class="run-page__title"><bdi>{move || title.get()}</bdi></h1>
            </header>
            {failure}
            <Card title=ts!("run-how-far")>
                <div class="run-page__state">
                    {move || view! { <StateBadge state=run.with(|run| run.state) /> }}
                    <UnderWay run=run />
                    <Numbers run=run />
                    <Actions run=run />
                </div>
            </Card>
            <Left run=run />
        </div>
    }
}

#[component]
fn UnderWay(run: RwSignal<Run>) -> impl IntoView {
    let id = run.with_untracked(|run| run.id);
    let is_under_way = Memo::new(move |_| run.with(|run| run.state.is_under_way()));
    view! {
        <Show when=move || is_under_way.get()>
            {move || view! { <Line run=run.get() /> }}
            <FormActions><Stop id=id /></FormActions>
        </Show>
    }
}

#[component]
fn Numbers(run: RwSignal<Run>) -> impl IntoView {
    let i18n = use_i18n();
    let number = move |read: fn(&Run) -> i64| move || i18n.number(run.with(read));
    view! {
        <dl class="run-numbers">
            <div class="run-numbers__one" data-meaning="positive">
                <dt>{t!("run-done")}</dt>
                <dd>{number(|run| run.tally.done)}</dd>
            </div>
            <div class="run-numbers__one">
                <dt>{t!("run-same")}</dt>
                <dd>{number(|run| run.tally.same)}</dd>
            </div>
            <div class="run-numbers__one">
                <dt>{t!("run-gone")}</dt>
                <dd>{number(|run| run.tally.gone)}</dd>
            </div>
            <div class="run-numbers__one" data-meaning="warning">
                <dt>{t!("run-refused")}</dt>
                <dd>{number(|run| run.tally.refused)}</dd>
            </div>
        </dl>
    }
}

#[component]
fn Actions(run: RwSignal<Run>) -> impl IntoView {
    let (open, id) = (OpenRuns::here(), run.with_untracked(|run| run.id));
    let can_undo = Memo::new(move |_| run.with(|run| run.can_undo));
    let by = Memo::new(move |_| run.with(|run| run.undone_by));
    view! {
        <FormActions>
            <Show when=move || can_undo.get()>
                <Button label=ts!("run-undo") icon=IconName::Undo on_press=move |()| take_back(open, id) />
            </Show>
            {move || {
                by.get().map(|by| view! { <LinkButton label=ts!("run-undone-by") href=format!("/runs/{by}") icon=IconName::Undo /> })
            }}
        </FormActions>
    }
}

/// The records that it left, once it is over.
#[component]
fn Left(run: RwSignal<Run>) -> impl IntoView {
    let (kind, id) = run.with_untracked(|run| (run.kind, run.id));
    let is_over = Memo::new(move |_| run.with(|run| run.state.is_over()));
    let stayed = Resource::new(
        move || is_over.get(),
        move |is_over| async move { if is_over { list_run_stayed(id).await } else { Ok(Vec::new()) } },
    );
    let row = move |stayed: crate::Stayed| {
        let i18n = use_i18n();
        let name = match link(kind, stayed.id) {
            Some(href) => view! { <a href=href><bdi>{stayed.title}</bdi></a> }.into_any(),
            None => view! { <bdi>{stayed.title}</bdi> }.into_any(),
        };
        view! {
            <tr>
                <td class="table__cell--main">{name}</td>
                <td data-label=t!("run-column-reason")>{move || i18n.render(&stayed.reason)}</td>
            </tr>
        }
    };
    view! {
        <Transition>
            {move || Suspend::new(async move {
                let rows = stayed.await.unwrap_or_default();
                (!rows.is_empty())
                    .then(|| {
                        let download = move || {
                            view! { <LinkButton label=ts!("run-download") href=format!("/runs/{id}/left.csv") icon=IconName::Download download=true /> }
                        };
                        view! {
                            <Card title=ts!("run-left-title") flush=true actions=download>
                                <Table caption=ts!("run-left-title")>
                                    <thead>
                                        <tr>
                                            <th scope="col">{t!("run-column-name")}</th>
                                            <th scope="col">{t!("run-column-reason")}</th>
                                        </tr>
                                    </thead>
                                    <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
                                </Table>
                            </Card>
                        }
                    })
            })}
        </Transition>
    }
}
