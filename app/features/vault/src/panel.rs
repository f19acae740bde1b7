//! The vault as a record's page shows it.

mod dialog;
mod line;
mod shown;

use kernel::{RecordRef, t, ts, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use records::{Failed, changes_of};
use ui::{Button, EmptyState, IconName, Skeleton, SkeletonShape};

use crate::{Opened, Vault, VaultEntry, list_vault};
use dialog::VaultDialog;
use line::VaultLine;

/// What the dialog is about.
#[derive(Clone)]
pub(crate) enum Editing {
    /// A new entry.
    New,
    /// One that there is, opened without its secret.
    Change(Box<Opened>),
}

/// The vault of a record: look, add, change, delete.
#[component]
pub fn VaultPanel(
    /// Whose.
    record: RecordRef,
) -> impl IntoView {
    let asked = RwSignal::new(0_u32);
    let vault = Resource::new(move || asked.get(), move |_| list_vault(record));
    let again = Callback::new(move |()| asked.update(|asked| *asked += 1));
    view! {
        <Transition fallback=move || view! { <Skeleton label=ts!("record-loading") shape=SkeletonShape::Rows count=2 /> }>
            {move || Suspend::new(async move {
                match vault.await {
                    Ok(vault) => view! { <Entries record=record first=vault /> }.into_any(),
                    Err(error) => view! { <Failed error=error on_again=again /> }.into_any(),
                }
            })}
        </Transition>
    }
}

/// The entries, kept as others leave them.
#[component]
pub(crate) fn Entries(record: RecordRef, first: Vault) -> impl IntoView {
    let i18n = use_i18n();
    let vault = RwSignal::new(first);
    let again = follow(record, vault);
    let editing = RwSignal::new(None::<Editing>);
    let may_change = Memo::new(move |_| vault.with(|vault| vault.may_change));
    let is_empty = move || vault.with(|vault| vault.entries.is_empty());
    let entries = move || vault.with(|vault| vault.entries.clone());
    // A look changes nothing: what is shown stays while the list is fetched again.
    let key = |entry: &VaultEntry| (entry.id, entry.version);
    let line = move |entry: VaultEntry| {
        view! { <VaultLine record=record entry=entry may_change=may_change editing=editing again=again /> }
    };
    let nothing = Signal::derive(move || Some(i18n.text("vault-empty-text", &[])));
    view! {
        <section class="vault" aria-label=t!("vault-title")>
            <Show when=is_empty>
                <EmptyState icon=IconName::Lock title=ts!("vault-empty") text=nothing />
            </Show>
            <ul class="vault__list" role="list">
                <For each=entries key=key children=line />
            </ul>
            <Show when=move || may_change.get()>
                <div class="vault__tools">
                    <Button
                        label=ts!("vault-add")
                        icon=IconName::Plus
                        on_press=move |()| editing.set(Some(Editing::New))
                    />
                </div>
                <VaultDialog record=record vault=vault editing=editing again=again />
            </Show>
        </section>
    }
}

/// Fetches the list whenever something happened to the record, and when it is asked to.
fn follow(record: RecordRef, vault: RwSignal<Vault>) -> Callback<()> {
    let (changed, problems) = (changes_of(record, None), use_problems());
    Effect::new(move |before: Option<u32>| {
        let now = changed.get();
        if before.is_some_and(|before| before != now) {
            spawn_local(async move {
                match list_vault(record).await {
                    // The page may have been left meanwhile.
                    Ok(fresh) => drop(vault.try_set(fresh)),
                    Err(kernel::Error::Unreachable) => {}
                    Err(error) => problems.report(error),
                }
            });
        }
        now
    });
    Callback::new(move |()| changed.update(|count| *count += 1))
}
