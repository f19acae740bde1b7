//! What the person is told: a reminder is due, somebody gave them a lead.

use kernel::{Event, RecordKind, age, t, ts, use_i18n, use_live, use_me, use_now, use_problems};
use leptos::prelude::*;
use staff::{Notification, count_unread_notifications, list_notifications, mark_notifications_read};
use ui::{Button, EmptyState, Icon, IconName, Size, Spinner, Tone};

/// The id of the list that the bell opens.
const PANEL: &str = "bell-panel";

/// What the bell knows. A copyable handle.
#[derive(Clone, Copy)]
struct News {
    unread: RwSignal<i64>,
    /// How often the list was asked for: it is fetched each time.
    asked: RwSignal<u64>,
}

/// A bell with the number of what is unread; it opens the list.
#[component]
pub(super) fn Bell() -> impl IntoView {
    let news = News { unread: RwSignal::new(0), asked: RwSignal::new(0) };
    let i18n = use_i18n();
    news.follow();
    let runs = runs::OpenRuns::here().runs;
    let is_busy = Memo::new(move |_| runs.with(|runs| !runs.is_empty()));
    let label = move || {
        let unread = i18n.text("shell-bell-unread", &[("count", news.unread.get().into())]);
        if is_busy.get() { format!("{unread} {}", i18n.text("shell-bell-busy", &[])) } else { unread }
    };
    let count = move || Some(news.unread.get()).filter(|count| *count > 0);
    view! {
        <div class="bell" data-busy=move || is_busy.get().then_some("true")>
            <button
                type="button"
                class="icon-button"
                popovertarget=PANEL
                aria-label=label
                title=t!("shell-bell")
                on:click=move |_| news.ask()
            >
                <Icon name=IconName::Bell />
            </button>
            {move || {
                count()
                    .map(|count| {
                        let short = if count > 99 { "99+".to_owned() } else { i18n.number(count) };
                        view! { <span class="bell__count" aria-hidden="true">{short}</span> }
                    })
            }}
            <section class="bell__panel" id=PANEL popover="auto" aria-label=t!("shell-bell")>
                {bell_entries(Signal::derive(move || news.asked.get() > 0), hide, news)}
            </section>
        </div>
    }
}

kernel::lazy_part! { shell_later: fn bell_entries(news: News) => view! { <Entries news=news /> } }

/// The list, once it is here. A copyable handle.
#[derive(Clone, Copy)]
struct List {
    news: News,
    /// `None` before they came for the first time.
    entries: RwSignal<Option<Vec<Notification>>>,
    problems: kernel::Problems,
}

#[component]
fn Entries(news: News) -> impl IntoView {
    let list = List { news, entries: RwSignal::new(None), problems: use_problems() };
    Effect::new(move |_| {
        news.asked.track();
        list.load();
    });
    let lines = move || match list.entries.get() {
        None => view! { <Spinner /> }.into_any(),
        Some(entries) if entries.is_empty() => {
            let text = t!("shell-bell-empty-text");
            let text = Signal::derive(move || Some(text()));
            view! { <EmptyState icon=IconName::Bell title=ts!("shell-bell-empty") text=text /> }.into_any()
        }
        Some(entries) => entries.into_iter().map(|entry| entry_view(entry, list)).collect_view().into_any(),
    };
    view! {
        <div class="bell__head">
            <h2>{t!("shell-bell")}</h2>
            <Show when=move || { news.unread.get() > 0 }>
                <Button
                    label=ts!("shell-bell-read-all")
                    tone=Tone::Quiet
                    size=Size::Small
                    icon=IconName::CheckAll
                    on_press=move |()| list.mark_read(None)
                />
            </Show>
        </div>
        <div class="bell__runs"><runs::RunProgress /></div>
        <div>{lines}</div>
    }
}

fn entry_view(entry: Notification, list: List) -> impl IntoView {
    let (i18n, now) = (use_i18n(), use_now());
    let (id, path, is_read, at) = (entry.id, entry.path(), entry.is_read, entry.created_at);
    let text = i18n.render(&entry.text);
    let class = if is_read { "bell__entry" } else { "bell__entry bell__entry--unread" };
    let words = match path {
        Some(path) => {
            let follow = move |_| {
                hide();
                if !is_read {
                    list.mark_read(Some(id));
                }
            };
            view! { <a class="bell__text" href=path on:click=follow>{text}</a> }.into_any()
        }
        None => view! { <p class="bell__text">{text}</p> }.into_any(),
    };
    view! {
        <div class=class>
            {(!is_read).then(|| view! { <span class="visually-hidden">{t!("shell-bell-new")}</span> })}
            {words}
            <time class="bell__age" datetime=at.rfc3339() title=move || i18n.date_time(at)>
                {move || i18n.render(&age(at, now.get()))}
            </time>
        </div>
    }
}

impl News {
    /// Counts now, and again whenever something for this person happens.
    fn follow(self) {
        let (live, me) = (use_live(), use_me().actor.staff_id());
        Effect::new(move |_| self.count());
        live.on_catch_up(move || self.count());
        live.on_event(move |event: &Event| {
            let is_mine =
                event.record.kind == RecordKind::Staff && Some(event.record.id) == me.map(|id| id.0);
            if is_mine && event.kind.starts_with("notification.") {
                self.count();
                if self.asked.get_untracked() > 0 {
                    self.ask();
                }
            }
        });
    }

    fn count(self) {
        leptos::task::spawn_local(async move {
            // Nobody asked for it, so nobody is told that it failed; the next event counts again.
            if let Ok(count) = count_unread_notifications().await {
                let _gone = self.unread.try_set(count);
            }
        });
    }

    /// Has the list fetched.
    fn ask(self) {
        self.asked.update(|times| *times += 1);
    }
}

impl List {
    fn load(self) {
        leptos::task::spawn_local(async move {
            match list_notifications().await {
                Ok(entries) => self.entries.set(Some(entries)),
                Err(error) => self.problems.report(error),
            }
        });
    }

    fn mark_read(self, only: Option<kernel::NotificationId>) {
        leptos::task::spawn_local(async move {
            match mark_notifications_read(only).await {
                Ok(()) => {
                    self.news.count();
                    self.load();
                }
                Err(error) => self.problems.report(error),
            }
        });
    }
}

fn hide() {
    #[cfg(target_arch = "wasm32")]
    {
        use wasm_bindgen::JsCast;
        let panel = document()
            .get_element_by_id(PANEL)
            .and_then(|panel| panel.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(panel) = panel {
            drop(panel.hide_popover());
        }
    }
}
