use kernel::{Page, RecordKind, t, ts, use_i18n, use_live, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use staff::pages::LoadProblem;
use ui::{Card, EmptyState, IconName, LoadMore, PageTitle, Table};

use super::StateBadge;
use crate::panels::what;
use crate::{Run, list_runs};

/// The person's long work, for administrators everybody's, the newest first.
#[component]
pub fn RunsPage() -> impl IntoView {
    let runs = Resource::new(|| (), |()| list_runs(None));
    let live = use_live();
    live.on_event(move |event| {
        if event.record.kind == RecordKind::Run {
            runs.refetch();
        }
    });
    live.on_catch_up(move || runs.refetch());
    view! {
        <PageTitle text=ts!("run-title") />
        <div class="run-page">
            <header>
                <h1 class="run-page__title">{t!("run-title")}</h1>
                <p class="run-page__lead">{t!("run-lead")}</p>
            </header>
            <Transition>
                {move || Suspend::new(async move {
                    match runs.await {
                        Ok(page) if page.items.is_empty() => {
                            view! { <EmptyState icon=IconName::History title=ts!("run-none-title") text=ts!("run-none-text") /> }
                                .into_any()
                        }
                        Ok(page) => view! { <RunTable page=page /> }.into_any(),
                        Err(error) => view! { <LoadProblem error=error /> }.into_any(),
                    }
                })}
            </Transition>
        </div>
    }
}

#[component]
fn RunTable(page: Page<Run>) -> impl IntoView {
    let (i18n, problems) = (use_i18n(), use_problems());
    let (rows, next, busy) =
        (RwSignal::new(page.items), RwSignal::new(page.next_cursor), RwSignal::new(false));
    let more = move |()| {
        busy.set(true);
        spawn_local(async move {
            match list_runs(next.get_untracked()).await {
                Ok(page) => {
                    rows.update(|rows| rows.extend(page.items));
                    next.set(page.next_cursor);
                }
                Err(error) => problems.report(error),
            }
            let _left = busy.try_set(false);
        });
    };
    let shown = Signal::derive(move || i18n.text("run-shown", &[("count", rows.with(Vec::len).into())]));
    let has_more = Signal::derive(move || next.with(Option::is_some));
    view! {
        <Card flush=true>
            <Table caption=ts!("run-title")>
                <thead>
                    <tr>
                        <th scope="col">{t!("run-what")}</th>
                        <th scope="col">{t!("run-state")}</th>
                        <th scope="col" class="table__cell--number">{t!("run-done")}</th>
                        <th scope="col" class="table__cell--number">{t!("run-left")}</th>
                        <th scope="col">{t!("run-who")}</th>
                        <th scope="col">{t!("run-when")}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || rows.get() key=|run| (run.id, run.version) let:run>
                        <RunLine run=run />
                    </For>
                </tbody>
            </Table>
        </Card>
        <LoadMore label=ts!("run-more") summary=shown busy=busy has_more=has_more on_press=more />
    }
}

#[component]
fn RunLine(run: Run) -> impl IntoView {
    let i18n = use_i18n();
    let (path, state, tally, at, who) = (run.path(), run.state, run.tally, run.created_at, run.who.clone());
    let number = move |count: i64| move || i18n.number(count);
    view! {
        <tr>
            <td class="table__cell--main">
                <a href=path><bdi>{move || what(i18n, &run)}</bdi></a>
            </td>
            <td data-label=t!("run-state")><StateBadge state=state /></td>
            <td class="table__cell--number" data-label=t!("run-done")>{number(tally.done)}</td>
            <td class="table__cell--number" data-label=t!("run-left")>{number(tally.gone + tally.refused)}</td>
            <td data-label=t!("run-who")><bdi>{who}</bdi></td>
            <td data-label=t!("run-when")>{move || i18n.date_time(at)}</td>
        </tr>
    }
}
