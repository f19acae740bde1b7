use std::sync::Arc;

use kernel::{Actor, Language, Texts};
use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::components::Router;
use ui::{Announcer, AnnouncerRegion, Shortcuts, Toaster, Toasts};

use crate::features::{Pages, PortalPages, profile_tabs, settings_links};
use crate::layout::{BareLayout, Layout, PortalLayout};
use crate::page_data::PageData;
use crate::preferences::Preferences;
use crate::problems::ProblemReporter;

/// Everything that people see.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    let page = SharedValue::new(PageData::of_request).into_inner();
    let me = Arc::new(page.me);
    let organisation = me.organisation.name.clone();
    kernel::provide_i18n(page_texts(me.language), me.organisation.zone.clone());
    kernel::provide_problems();
    kernel::provide_now(me.now);
    provide_context(me.clone());
    provide_context(settings_links());
    provide_context(profile_tabs());
    Announcer::provide();
    Toasts::provide();
    Shortcuts::provide();
    Preferences::provide(&me, page.texts);
    let (is_staff, is_contact) = (matches!(me.actor, Actor::Staff(_)), matches!(me.actor, Actor::Contact(_)));
    if is_staff {
        kernel::provide_live(&me.cursor);
        runs::OpenRuns::provide();
    }
    let name = organisation.clone();
    view! {
        <Title text=organisation formatter=move |title: String| {
            if title == name { title } else { format!("{title} · {name}") }
        } />
        <Router>
            {if is_staff {
                view! {
                    <Layout is_narrow=page.is_sidebar_narrow>
                        <Pages />
                    </Layout>
                }
                    .into_any()
            } else if is_contact {
                view! {
                    <PortalLayout>
                        <PortalPages />
                    </PortalLayout>
                }
                    .into_any()
            } else {
                view! {
                    <BareLayout>
                        <Pages />
                    </BareLayout>
                }
                    .into_any()
            }}
            <ProblemReporter />
        </Router>
        <AnnouncerRegion />
        <Toaster label=kernel::ts!("shell-notices") dismiss_label=kernel::ts!("shell-dismiss") />
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn page_texts(language: Language) -> Arc<Texts> {
    crate::document::server_texts(language)
}

#[cfg(target_arch = "wasm32")]
fn page_texts(language: Language) -> Arc<Texts> {
    crate::start::texts(language)
}
