use kernel::{Page, t, ts, use_i18n, use_live};
use leptos::prelude::*;
use staff::pages::LoadProblem;
use ui::{Badge, Button, Card, EmptyState, IconName, LinkButton, Meaning, Table, Tone};

use super::Frame;
use super::attempt::Attempt;
use crate::{Import, ImportState, list_imports};

/// All imports that the person may see, the newest first.
#[component]
pub fn ImportsPage() -> impl IntoView {
    let imports = Resource::new(|| (), |()| list_imports(None));
    let live = use_live();
    live.on_event(move |event| {
        if event.kind.starts_with("import.") {
            imports.refetch();
        }
    });
    live.on_catch_up(move || imports.refetch());
    let new = || view! { <LinkButton label=ts!("import-new") href="/imports/new" tone=Tone::Primary icon=IconName::Upload /> };
    view! {
        <Frame title=ts!("import-title") actions=new>
            <Transition>
                {move || Suspend::new(async move {
                    match imports.await {
                        Ok(page) if page.items.is_empty() => view! { <NoImports /> }.into_any(),
                        Ok(page) => view! { <ImportTable page=page /> }.into_any(),
                        Err(error) => view! { <LoadProblem error=error /> }.into_any(),
                    }
                })}
            </Transition>
        </Frame>
    }
}

#[component]
fn NoImports() -> impl IntoView {
    view! {
        <EmptyState icon=IconName::Import title=ts!("import-none-title") text=ts!("import-none-text")>
            <LinkButton label=ts!("import-new") href="/imports/new" icon=IconName::Upload />
        </EmptyState>
    }
}

#[component]
fn ImportTable(page: Page<Import>) -> impl IntoView {
    let rows = RwSignal::new(page.items);
    let next = RwSignal::new(page.next_cursor);
    let attempt = Attempt::new();
    let more = move |()| {
        attempt.run(list_imports(next.get_untracked()), move |page| {
            rows.update(|rows| rows.extend(page.items));
            next.set(page.next_cursor);
        });
    };
    view! {
        <Card flush=true>
            <Table caption=ts!("import-title")>
                <thead>
                    <tr>
                        <th scope="col">{t!("import-file")}</th>
                        <th scope="col">{t!("import-state")}</th>
                        <th scope="col" class="table__cell--number">{t!("import-created")}</th>
                        <th scope="col" class="table__cell--number">{t!("import-updated")}</th>
                        <th scope="col" class="table__cell--number">{t!("import-skipped")}</th>
                        <th scope="col" class="table__cell--number">{t!("import-refused")}</th>
                        <th scope="col">{t!("import-when")}</th>
                    </tr>
                </thead>
                <tbody>{move || rows.get().into_iter().map(|import| view! { <ImportLine import=import /> }).collect_view()}</tbody>
            </Table>
        </Card>
        <Show when=move || next.with(Option::is_some)>
            <Button label=ts!("import-more") busy=attempt.busy on_press=more />
        </Show>
    }
}

#[component]
fn ImportLine(import: Import) -> impl IntoView {
    let i18n = use_i18n();
    let (tally, at) = (import.tally, import.created_at);
    let number = move |count: i64| move || i18n.number(count);
    view! {
        <tr>
            <td class="table__cell--main">
                <a href=format!("/imports/{}", import.id)><bdi>{import.file_name}</bdi></a>
            </td>
            <td data-label=t!("import-state")><StateBadge state=import.state /></td>
            <td class="table__cell--number" data-label=t!("import-created")>{number(tally.created)}</td>
            <td class="table__cell--number" data-label=t!("import-updated")>{number(tally.updated)}</td>
            <td class="table__cell--number" data-label=t!("import-skipped")>{number(tally.skipped)}</td>
            <td class="table__cell--number" data-label=t!("import-refused")>{number(tally.refused)}</td>
            <td data-label=t!("import-when")>{move || i18n.date_time(at)}</td>
        </tr>
    }
}

/// The state of an import in a word.
#[component]
pub fn StateBadge(state: ImportState) -> impl IntoView {
    let meaning = match state {
        ImportState::Draft | ImportState::Ready | ImportState::Undone | ImportState::Cancelled => {
            Meaning::Neutral
        }
        ImportState::Running | ImportState::Undoing => Meaning::Accent,
        ImportState::Done => Meaning::Positive,
        ImportState::Failed => Meaning::Negative,
    };
    let i18n = use_i18n();
    let text = Signal::derive(move || i18n.text(state_key(state), &[]));
    view! { <Badge text=text meaning=meaning /> }
}

fn state_key(state: ImportState) -> &'static str {
    match state {
        ImportState::Draft => "import-state-draft",
        ImportState::Ready => "import-state-ready",
        ImportState::Running => "import-state-running",
        ImportState::Done => "import-state-done",
        ImportState::Failed => "import-state-failed",
        ImportState::Cancelled => "import-state-cancelled",
        ImportState::Undoing => "import-state-undoing",
        ImportState::Undone => "import-state-undone",
    }
}
