use kernel::{t, ts, use_i18n};
use leptos::prelude::*;
use ui::{Avatar, AvatarSize, Icon, IconName, VisuallyHidden};

/// The password of everybody in the demonstration company; it is no secret.
const PASSWORD: &str = "foyer-demo";

/// Somebody whom a visitor can be.
struct DemoPerson {
    name: &'static str,
    email: &'static str,
    role: &'static str,
    about: &'static str,
}

const PEOPLE: [DemoPerson; 3] = [
    DemoPerson {
        name: "Marta Conti",
        email: "marta@foyer.example",
        role: "sign-in-demo-marta-role",
        about: "sign-in-demo-marta-about",
    },
    DemoPerson {
        name: "Yusuf Haddad",
        email: "yusuf@foyer.example",
        role: "sign-in-demo-yusuf-role",
        about: "sign-in-demo-yusuf-about",
    },
    DemoPerson {
        name: "Chloé Martin",
        email: "chloe@foyer.example",
        role: "sign-in-demo-chloe-role",
        about: "sign-in-demo-chloe-about",
    },
];

/// The people of the demonstration company, each a button that signs in.
#[component]
pub(super) fn DemoPeople(next: String) -> impl IntoView {
    let person = |person: DemoPerson| {
        let next = next.clone();
        view! { <Person person next /> }
    };
    view! {
        <section class="demo-people" aria-labelledby="demo-people-title">
            <h2 class="demo-people__title" id="demo-people-title">{t!("sign-in-demo-title")}</h2>
            <p class="demo-people__lead">{t!("sign-in-demo-lead")}</p>
            <ul class="demo-people__list" role="list">{PEOPLE.into_iter().map(person).collect_view()}</ul>
        </section>
    }
}

#[component]
fn Person(person: DemoPerson, next: String) -> impl IntoView {
    let i18n = use_i18n();
    let word = move |key: &'static str| move || i18n.text(key, &[]);
    view! {
        <li>
            <form method="post" action="/sign-in">
                <input type="hidden" name="email" value=person.email />
                <input type="hidden" name="password" value=PASSWORD />
                <input type="hidden" name="next" value=next />
                <button class="demo-person" type="submit">
                    <Avatar name=person.name size=AvatarSize::Large name_shown_beside=true />
                    <span class="demo-person__words">
                        <span class="demo-person__name">
                            <VisuallyHidden text=ts!("sign-in-demo-as") />
                            " "
                            <bdi>{person.name}</bdi>
                        </span>
                        <span class="demo-person__role">{word(person.role)}</span>
                        <span class="demo-person__about">{word(person.about)}</span>
                    </span>
                    <span class="demo-person__arrow"><Icon name=IconName::ArrowEnd /></span>
                </button>
            </form>
        </li>
    }
}
