//! What stands where something could not be shown: why, who can help, and the way on.

use kernel::{Error, Me, Text, answer_with, ts, use_i18n, use_me};
use leptos::prelude::*;
use ui::{Banner, Button, IconName, LinkButton, Meaning, Size};

/// What stands where something could not be loaded.
#[component]
pub fn LoadProblem(
    error: Error,
    /// Tries again; offered where that may help.
    #[prop(optional, into)]
    on_again: Option<Callback<()>>,
) -> impl IntoView {
    answer_with(&error);
    let (i18n, reason, help) = (use_i18n(), error.text(), who_helps(&error));
    let text = Signal::derive(move || {
        let sentences = std::iter::once(i18n.render(&reason)).chain(help.get());
        sentences.collect::<Vec<_>>().join(" ")
    });
    match way_on(&error, on_again, Size::Small) {
        None => view! { <Banner text=text meaning=Meaning::Negative /> }.into_any(),
        Some(way) => view! { <Banner text=text meaning=Meaning::Negative>{way}</Banner> }.into_any(),
    }
}

/// What can be done: trying again, where that may help, and otherwise going to one's start.
pub fn way_on(error: &Error, on_again: Option<Callback<()>>, size: Size) -> Option<AnyView> {
    if error.is_final() {
        let home = view! { <LinkButton label=ts!("problem-home") href="/" icon=IconName::Home size=size /> };
        return Some(home.into_any());
    }
    let again = on_again?;
    let button =
        view! { <Button label=ts!("problem-again") icon=IconName::Refresh size=size on_press=again /> };
    Some(button.into_any())
}

/// Who can help the reader with what they do not see, if anybody can.
pub fn who_helps(error: &Error) -> Signal<Option<String>> {
    let (i18n, help) = (use_i18n(), help(error, &use_me()));
    Signal::derive(move || help.as_ref().map(|text| i18n.render(text)))
}

/// Administrators can give a right; one who reads it is told nothing, and nobody is told twice.
fn help(error: &Error, me: &Me) -> Option<Text> {
    let says_so_itself = error.text().key == "error-forbidden";
    let is_lacking = error.is_final() && !says_so_itself && !me.actor.is_admin();
    is_lacking.then(|| Text::new("problem-who-helps").with("organisation", me.organisation.name.as_str()))
}

#[cfg(test)]
mod tests {
    use kernel::{Actor, Instant, Language, Organisation, forbidden};

    use super::*;

    #[test]
    fn who_lacks_a_right_is_told_once_who_can_give_it() {
        let seller = Me::nobody(Language::En, Organisation::default(), false, Instant(0));
        let told = |error: Error, me: &Me| help(&error, me).map(|text| text.key.to_string());
        let who = Some("problem-who-helps".to_owned());
        assert_eq!(told(forbidden("error-forbidden-admin"), &seller), who);
        assert_eq!(told(Error::NotFound, &seller), who);
        assert_eq!(told(forbidden("error-forbidden"), &seller), None, "the reason says it already");
        assert_eq!(told(Error::Busy, &seller), None, "that passes by itself");
        let admin = Me { actor: Actor::System, ..seller };
        assert_eq!(told(Error::NotFound, &admin), None);
    }

    #[test]
    fn only_what_may_pass_is_tried_again() {
        let passing = [Error::Busy, Error::Unavailable, Error::Unreachable, Error::Internal("7".into())];
        assert!(passing.iter().all(|error| !error.is_final()));
        assert!(Error::NotFound.is_final() && forbidden("error-forbidden").is_final());
    }
}
