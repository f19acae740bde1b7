use kernel::{Actor, Area, Can, Text, t, use_i18n, use_me};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use ui::{Icon, IconName, IconSize, PageTitle};

/// A page under Settings.
#[derive(Clone, Debug)]
pub struct SettingsLink {
    /// Its address.
    pub path: &'static str,
    /// What it is called.
    pub label: Text,
    /// What one finds there, in one sentence.
    pub hint: Text,
    /// How it is drawn.
    pub icon: IconName,
    /// Who finds something there.
    pub may: fn(&Actor) -> bool,
}

/// The pages under Settings, in their order. The shell puts the features' lists together and into context.
#[derive(Clone, Debug, Default)]
pub struct SettingsLinks(pub Vec<SettingsLink>);

impl SettingsLinks {
    /// Those that the person in front of the page may see; without the shell's list, those of this crate.
    pub(super) fn mine() -> Vec<SettingsLink> {
        let me = use_me();
        let all = use_context::<Self>().map_or_else(settings_links, |links| links.0);
        all.into_iter().filter(|link| (link.may)(&me.actor)).collect()
    }
}

/// The pages of this crate: staff, roles, oneself.
pub fn settings_links() -> Vec<SettingsLink> {
    let link = |path, label, hint, icon, may| SettingsLink {
        path,
        label: Text::new(label),
        hint: Text::new(hint),
        icon,
        may,
    };
    let sees_settings = |actor: &Actor| actor.has(Area::Settings, Can::ViewAll);
    let is_staff = |actor: &Actor| actor.staff_id().is_some();
    vec![
        link("/settings/me", "staff-me-title", "staff-me-hint", IconName::User, is_staff),
        link("/settings/staff", "staff-title", "staff-hint", IconName::Users, sees_settings),
        link("/settings/roles", "role-title", "role-hint", IconName::Shield, sees_settings),
    ]
}

/// The frame of a page under Settings: its title, and the way to the others.
#[component]
pub fn SettingsLayout(
    #[prop(into)] title: Signal<String>,
    /// What one does here, in one sentence.
    #[prop(optional, into)]
    lead: Signal<Option<String>>,
    /// Buttons beside the title.
    #[prop(optional, into)]
    actions: ViewFn,
    children: Children,
) -> impl IntoView {
    view! {
        <PageTitle text=title />
        <div class="settings">
            <SettingsNavigation />
            <div class="settings__page">
                <a class="settings__back" href="/settings">
                    <Icon name=IconName::ChevronStart size=IconSize::Small />
                    {t!("settings-title")}
                </a>
                <header class="settings__head">
                    <h1 class="settings__title">{move || title.get()}</h1>
                    <div class="settings__actions">{actions.run()}</div>
                    {move || lead.get().map(|lead| view! { <p class="settings__lead">{lead}</p> })}
                </header>
                {children()}
            </div>
        </div>
    }
}

#[component]
fn SettingsNavigation() -> impl IntoView {
    let (i18n, location) = (use_i18n(), use_location());
    let link = move |link: SettingsLink| {
        let (path, label) = (link.path, link.label);
        view! {
            <li>
                <a
                    class="settings__link"
                    href=path
                    aria-current=move || (location.pathname.get() == path).then_some("page")
                >
                    <Icon name=link.icon size=IconSize::Small />
                    <span>{move || i18n.render(&label)}</span>
                </a>
            </li>
        }
    };
    view! {
        <nav class="settings__nav" aria-label=t!("settings-title")>
            <ul class="settings__links" role="list">{SettingsLinks::mine().into_iter().map(link).collect_view()}</ul>
        </nav>
    }
}
