//! One lead: beside the board, or alone on a page.

use std::sync::Arc;

use kernel::{Error, LeadId, t, ts, use_i18n};
use leptos::prelude::*;
use leptos_router::components::Redirect;
use leptos_router::hooks::{use_params_map, use_query_map};
use staff::pages::{way_on, who_helps};
use ui::{Breadcrumbs, EmptyState, IconName, LinkButton, PageTitle, SidePanel, Size, Skeleton, Tone};

use super::address;
use super::dialogs::RuleDialogs;
use super::rules::Rules;
use crate::Lead;
use crate::api::{get_dictionaries, get_lead};

mod contact;
mod facts;
mod head;
mod profile;
pub mod show;
mod state;
mod unconvert;
mod view;

use state::LeadState;
use view::LeadView;

fn id_of_address() -> Memo<LeadId> {
    let params = use_params_map();
    Memo::new(move |_| LeadId(params.read().get_str("id").and_then(|id| id.parse().ok()).unwrap_or(0)))
}

/// What the page is called: the lead's name, once it is known.
fn title_of(name: RwSignal<String>) -> Signal<String> {
    let i18n = use_i18n();
    Signal::derive(move || {
        name.with(|name| if name.is_empty() { i18n.text("lead-title", &[]) } else { name.clone() })
    })
}

/// `/leads/:id`.
#[component]
pub fn LeadPage() -> impl IntoView {
    let id = id_of_address();
    let name = RwSignal::new(String::new());
    Rules::provide();
    let (i18n, title) = (use_i18n(), title_of(name));
    let crumbs = Signal::derive(move || {
        vec![(i18n.text("list-title", &[]), Some("/leads".to_owned())), (title.get(), None)]
    });
    view! {
        <PageTitle text=title />
        <div class="lead-page">
            <Breadcrumbs label=ts!("lead-trail") crumbs=crumbs />
            <LeadLoader id=id name=name is_beside=false />
        </div>
        <RuleDialogs />
    }
}

/// `/leads/board/:id`: the lead beside the board; closing goes back to the board alone.
#[component]
pub fn LeadBeside() -> impl IntoView {
    let id = id_of_address();
    let (name, params) = (RwSignal::new(String::new()), use_query_map());
    // A link, because links ask before typed text is left behind.
    let way_back = NodeRef::<leptos::html::A>::new();
    let close = Callback::new(move |()| {
        if let Some(link) = way_back.get_untracked() {
            link.click();
        }
    });
    let board = move || {
        params.with(|params| {
            lists::address::with_params("/leads/board", params.to_query_string().trim_start_matches('?'))
        })
    };
    let alone = move || {
        let href = Signal::derive(move || address::lead(id.get()));
        view! { <LinkButton label=ts!("lead-open-page") href=href icon=IconName::External size=Size::Small tone=Tone::Quiet /> }
    };
    let title = title_of(name);
    view! {
        <PageTitle text=title />
        <a hidden href=board node_ref=way_back>{t!("lead-close")}</a>
        <SidePanel id="lead-panel" title=title close_label=ts!("lead-close") on_close=close actions=alone>
            <LeadLoader id=id name=name is_beside=true />
        </SidePanel>
    }
}

/// Fetches the lead, and another one when the address changes.
#[component]
fn LeadLoader(id: Memo<LeadId>, name: RwSignal<String>, is_beside: bool) -> impl IntoView {
    let lead = Resource::new_blocking(move || id.get(), get_lead);
    let words = Resource::new_blocking(|| (), |()| get_dictionaries());
    let retry = Callback::new(move |()| lead.refetch());
    view! {
        <Transition fallback=|| view! { <Skeleton label=ts!("board-loading") count=8 /> }>
            {move || Suspend::new(async move {
                match (lead.await, words.await) {
                    // It was merged into that one: its address leads there.
                    (Ok(lead), Ok(_)) if lead.id != id.get_untracked() => view! { <Redirect path=address::lead(lead.id) /> }.into_any(),
                    (Ok(lead), Ok(words)) => view! { <Loaded lead=lead words=Arc::new(words) name=name is_beside=is_beside /> }.into_any(),
                    (Err(error), _) | (_, Err(error)) => view! { <NotThere error=error name=name retry=retry /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn Loaded(
    lead: Lead,
    words: Arc<crate::Dictionaries>,
    name: RwSignal<String>,
    is_beside: bool,
) -> impl IntoView {
    let state = LeadState::new(lead, words);
    // Written while rendering too, so that the server's page has its title.
    name.set(state.lead.with_untracked(|lead| lead.profile.name.clone()));
    Effect::new(move |_| name.set(state.lead.with(|lead| lead.profile.name.clone())));
    view! { <LeadView state=state is_beside=is_beside /> }
}

/// The lead cannot be shown: why, and where to go.
#[component]
fn NotThere(error: Error, name: RwSignal<String>, retry: Callback<()>) -> impl IntoView {
    kernel::answer_with(&error);
    let i18n = use_i18n();
    let is_missing = error == Error::NotFound;
    // The title and the way here say it, too; a lead that was shown before lends its name to nothing.
    name.set(i18n.text("lead-not-there", &[]));
    let help = who_helps(&error);
    let way = match is_missing {
        true => Some(view! { <LinkButton label=ts!("list-title") href="/leads" /> }.into_any()),
        false => way_on(&error, Some(retry), Size::default()),
    };
    let text = Signal::derive(move || {
        let sentences = std::iter::once(i18n.render(&error.text())).chain(help.get());
        Some(sentences.collect::<Vec<_>>().join(" "))
    });
    view! { <EmptyState icon=IconName::Search title=ts!("lead-not-there") text=text>{way}</EmptyState> }
}
