use kernel::{t, ts, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use staff::pages::SettingsLayout;
use ui::{Banner, Button, Card, FormActions, FormStack, IconName, Meaning, Size, Toast, Toasts, Tone};

use crate::{CalendarFeed, end_calendar_feed, get_calendar_feed, make_calendar_feed};

/// `/settings/calendar`: the address under which other programs find one's tasks.
#[component]
pub(super) fn CalendarPage() -> impl IntoView {
    let feed = Resource::new(|| (), |()| get_calendar_feed());
    let i18n = use_i18n();
    view! {
        <SettingsLayout title=ts!("calendar-title") lead=ts!("calendar-hint")>
            <div class="settings-stack">
                <Card title=ts!("calendar-feed")>
                    <Transition>
                        {move || Suspend::new(async move {
                            match feed.await {
                                Ok(feed) => view! { <Feed feed=feed /> }.into_any(),
                                Err(error) => {
                                    let text = Signal::derive(move || i18n.render(&error.text()));
                                    view! { <Banner text=text meaning=Meaning::Negative /> }.into_any()
                                }
                            }
                        })}
                    </Transition>
                </Card>
            </div>
        </SettingsLayout>
    }
}

#[component]
fn Feed(feed: Option<CalendarFeed>) -> impl IntoView {
    let (i18n, toasts, problems) = (use_i18n(), Toasts::here(), use_problems());
    let (feed, address, busy) = (RwSignal::new(feed), RwSignal::new(None::<String>), RwSignal::new(false));
    let has_one = Memo::new(move |_| feed.with(Option::is_some));
    let refresh = move || async move {
        if let Ok(now) = get_calendar_feed().await {
            let _gone = feed.try_set(now);
        }
    };
    let make = move |()| {
        busy.set(true);
        spawn_local(async move {
            match make_calendar_feed().await {
                Ok(made) => {
                    let _gone = address.try_set(Some(made));
                    refresh().await;
                }
                Err(error) => problems.report(error),
            }
            let _gone = busy.try_set(false);
        });
    };
    let end = move |()| {
        busy.set(true);
        spawn_local(async move {
            match end_calendar_feed().await {
                Ok(()) => {
                    let _gone = address.try_set(None);
                    refresh().await;
                    toasts.show(Toast::positive(i18n.text("calendar-ended", &[])));
                }
                Err(error) => problems.report(error),
            }
            let _gone = busy.try_set(false);
        });
    };
    let make_label = Signal::derive(move || {
        i18n.text(if has_one.get() { "calendar-replace" } else { "calendar-make" }, &[])
    });
    view! {
        <FormStack>
            <p class="settings-note">{t!("calendar-what")}</p>
            <p>{move || feed.get().map_or_else(|| i18n.text("calendar-none", &[]), |feed| state(i18n, &feed))}</p>
            <div aria-live="polite">{move || address.get().map(|address| view! { <Address address=address /> })}</div>
            <FormActions>
                <Button label=make_label icon=IconName::Calendar busy=busy on_press=make />
                <Show when=move || has_one.get()>
                    <Button label=ts!("calendar-end") tone=Tone::Danger busy=busy on_press=end />
                </Show>
            </FormActions>
        </FormStack>
    }
}

fn state(i18n: kernel::I18n, feed: &CalendarFeed) -> String {
    let made = i18n.text("calendar-made", &[("at", feed.created_at.into())]);
    let used = match feed.last_used_at {
        Some(at) => i18n.text("calendar-used", &[("at", at.into())]),
        None => i18n.text("calendar-unused", &[]),
    };
    format!("{made} {used}")
}

/// The address, this once.
#[component]
fn Address(address: String) -> impl IntoView {
    let (i18n, toasts) = (use_i18n(), Toasts::here());
    let text = address.clone();
    let copy = move |()| {
        // Where the clipboard is closed to us, the person can still select the text.
        drop(window().navigator().clipboard().write_text(&text));
        toasts.show(Toast::positive(i18n.text("calendar-copied", &[])));
    };
    view! {
        <div class="token-secret">
            <p>{t!("calendar-once")}</p>
            <code class="token-secret__text" dir="ltr">{address}</code>
            <Button label=ts!("calendar-copy") icon=IconName::Copy size=Size::Small on_press=copy />
        </div>
    }
}
