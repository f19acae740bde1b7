use kernel::{use_i18n, use_live, use_now};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Badge, Meaning};

use crate::{Overdue, count_overdue_tasks};

/// How many of one's tasks are overdue, beside the way to them; nothing if none is. It counts again when something
/// happens to a task and when the next one's moment has come.
#[component]
pub fn OverdueCount() -> impl IntoView {
    let (i18n, live, now) = (use_i18n(), use_live(), use_now());
    let known = RwSignal::new(Overdue::default());
    let count = move || {
        spawn_local(async move {
            // Nobody asked for it, so nobody is told that it failed; the next event counts again.
            if let Ok(found) = count_overdue_tasks().await {
                let _gone = known.try_set(found);
            }
        });
    };
    Effect::new(move |_| count());
    Effect::new(move |_| {
        let now = now.get();
        if known.with_untracked(|known| known.next_at.is_some_and(|next| next <= now)) {
            count();
        }
    });
    live.on_catch_up(count);
    live.on_event(move |event| {
        if event.kind.starts_with("task.") {
            count();
        }
    });
    let number = move || known.with(|known| known.count);
    let short =
        Signal::derive(move || if number() > 99 { "99+".to_owned() } else { i18n.number(number() as i64) });
    let spoken = Signal::derive(move || Some(i18n.text("task-overdue-count", &[("count", number().into())])));
    view! {
        <Show when=move || { number() > 0 }>
            <span class="overdue-count">
                <Badge text=short meaning=Meaning::Warning spoken=spoken />
            </span>
        </Show>
    }
}
