use kernel::{Language, t, ts, use_i18n, use_me};
use leptos::prelude::*;
use ui::{
    Button, ButtonKind, Card, Choice, Field, FormActions, FormStack, IconName, Segment, Segmented, Select,
    Theme,
};

use crate::pages::Attempt;
use crate::save_theme;

/// Language and colours.
#[component]
pub(super) fn Appearance() -> impl IntoView {
    let i18n = use_i18n();
    let language = RwSignal::new(i18n.language().code().to_owned());
    let languages = Language::ALL.map(|language| Choice::new(language.code(), language.name())).to_vec();
    view! {
        <Card title=ts!("staff-me-appearance")>
            <FormStack>
                // A form of its own: it is answered with the page in the other language.
                <form method="post" action="/language">
                    <input type="hidden" name="next" value="/settings/me" />
                    <FormStack>
                        <Field label=ts!("set-up-language-label") name="language">
                            <Select name="language" value=language choices=languages />
                        </Field>
                        <FormActions>
                            <Button label=ts!("staff-me-switch-language") kind=ButtonKind::Submit />
                        </FormActions>
                    </FormStack>
                </form>
                <ThemeChoice />
            </FormStack>
        </Card>
    }
}

#[component]
fn ThemeChoice() -> impl IntoView {
    let (i18n, attempt) = (use_i18n(), Attempt::new());
    let chosen = RwSignal::new(Theme::parse(&use_me().theme).attribute().to_owned());
    let segments = Signal::derive(move || {
        let segment =
            |key: &str, icon| Segment::new(key, i18n.text(&format!("staff-theme-{key}"), &[])).icon(icon);
        vec![
            segment("light", IconName::Sun),
            segment("dark", IconName::Moon),
            segment("auto", IconName::Wand),
        ]
    });
    let choose = move |theme: String| {
        Theme::parse(&theme).apply();
        attempt.run(save_theme(theme), |()| ());
    };
    view! {
        <div class="settings-line">
            <span class="settings-line__label">{t!("staff-theme")}</span>
            <Segmented label=ts!("staff-theme") segments=segments chosen=chosen on_change=choose />
        </div>
    }
}
