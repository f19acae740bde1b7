use fields::{Alike, Values};
use kernel::{I18n, t, ts, use_i18n};
use leptos::prelude::*;
use ui::{Button, ButtonKind, Icon, IconName, Size, Tone};

use super::merge_path;
use super::watch::{Watch, taking};
use crate::Match;

/// So many are shown; the first are the likeliest.
const SHOWN: usize = 5;

/// What is like the record that is being typed, with the reason: open it, put into it what was typed, or save all the
/// same. It stands inside the form, before the button that saves.
#[component]
pub fn DuplicateNotice(
    watch: Watch,
    /// All that is typed, to be put into a record that is there. Without it that is not offered.
    #[prop(optional, into)]
    all: Option<Callback<(), Values>>,
    /// What was typed is in that record now.
    #[prop(optional, into)]
    taken: Option<Callback<Match>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let none = Callback::new(|()| Values::default());
    let (busy, take) = taking(all.unwrap_or(none), taken.unwrap_or_else(|| Callback::new(|_| ())));
    let offers = all.is_some();
    let element = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |was: Option<bool>| {
        let is_asking = watch.is_asking.get();
        if is_asking && was == Some(false) {
            request_animation_frame(move || drop(element.get_untracked().map(|element| element.focus())));
        }
        is_asking
    });
    let title = move || i18n.text("duplicates-notice", &[("count", watch.found.with(Vec::len).into())]);
    let line =
        move |one: Match| view! { <Line one=one edited=watch.except offers=offers busy=busy take=take /> };
    let lines = move || watch.found.get().into_iter().take(SHOWN).map(line).collect_view();
    view! {
        // It is there before it says something, so that a screen reader reads what comes.
        <div class="duplicates-place" role="status">
            <Show when=move || watch.found.with(|found| !found.is_empty())>
                <div class="duplicates" node_ref=element tabindex="-1">
                    <p class="duplicates__title"><Icon name=IconName::Warning /> {title}</p>
                    <ul class="duplicates__list" role="list">{lines}</ul>
                    <Show when=move || watch.is_asking.get()>
                        <div class="duplicates__actions">
                            <span class="duplicates__question">{t!("duplicates-save-question")}</span>
                            <Button label=ts!("duplicates-save-anyway") kind=ButtonKind::Submit size=Size::Small on_press=move |()| watch.accept() />
                        </div>
                    </Show>
                </div>
            </Show>
        </div>
    }
}

#[component]
fn Line(
    one: Match,
    edited: Option<i64>,
    offers: bool,
    busy: RwSignal<bool>,
    take: Callback<Match>,
) -> impl IntoView {
    let i18n = use_i18n();
    let reasons = one.reasons.clone();
    let (path, title, hint) = (one.path.clone(), one.title.clone(), one.hint.clone());
    let label = {
        let title = title.clone();
        Signal::derive(move || i18n.text("duplicates-take", &[("name", title.as_str().into())]))
    };
    let can_take = offers && one.can_take;
    let merge = edited.filter(|_| one.can_take).and_then(|id| merge_path(one.record.kind, id, one.record.id));
    let kept = StoredValue::new(one);
    view! {
        <li class="duplicates__line">
            <span class="duplicates__words">
                // Beside the form, so that nothing typed is lost.
                <a class="duplicates__link" href=path target="_blank" rel="noopener">
                    <bdi>{title}</bdi>
                    <span class="visually-hidden">{t!("duplicates-new-tab")}</span>
                </a>
                {(!hint.is_empty()).then(|| view! { <bdi class="duplicates__hint">{hint}</bdi> })}
                <span class="duplicates__reasons">{move || reasons_text(i18n, &reasons)}</span>
            </span>
            {merge.map(|href| view! { <a class="duplicates__link" href=href>{t!("duplicates-merge")}</a> })}
            {can_take.then(|| view! {
                <Button label=label size=Size::Small tone=Tone::Quiet icon=IconName::ArrowDown busy=busy on_press=move |()| take.run(kept.get_value()) />
            })}
        </li>
    }
}

/// "Same e-mail address, same phone number".
pub(crate) fn reasons_text(i18n: I18n, reasons: &[Alike]) -> String {
    let words: Vec<String> = reasons.iter().map(|reason| i18n.text(reason.label(), &[])).collect();
    words.join(&i18n.text("alike-separator", &[]))
}
