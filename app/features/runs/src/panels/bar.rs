use kernel::{ts, use_i18n};
use leptos::prelude::*;
use ui::{Announcer, Button, IconName, Size};

use super::{Marks, Picked};

/// How many rows are marked and what can be done with them. It stands at the foot of the window while some are.
#[component]
pub fn BulkBar(
    marks: Marks,
    /// How many the list has, and whether that is all.
    total: Signal<(i64, bool)>,
    /// What can be done.
    #[prop(into)]
    actions: ViewFn,
) -> impl IntoView {
    let (i18n, announcer) = (use_i18n(), Announcer::here());
    let text = move || {
        let (all, is_exact) = total.get();
        marks.picked.with(|picked| match picked {
            Picked::These(ids) => i18n.text("run-marked", &[("count", ids.len().into())]),
            Picked::AllBut(but) if is_exact => {
                i18n.text("run-marked", &[("count", (all - but.len() as i64).max(0).into())])
            }
            Picked::AllBut(but) => i18n.text("run-marked-all-but", &[("count", but.len().into())]),
        })
    };
    Effect::new(move |before: Option<u64>| {
        let times = marks.by_hand();
        if before.is_some_and(|before| before != times) {
            announcer.announce(untrack(text));
        }
        times
    });
    let more = Memo::new(move |_| {
        let (all, is_exact) = total.get();
        marks.picked.with(|picked| match picked {
            Picked::These(ids) if !ids.is_empty() => {
                !is_exact || ids.len() < usize::try_from(all).unwrap_or(0)
            }
            _ => false,
        })
    });
    let all = Signal::derive(move || match total.get() {
        (all, true) => i18n.text("run-mark-matching", &[("count", all.into())]),
        (_, false) => i18n.text("run-mark-every", &[]),
    });
    let actions = StoredValue::new(actions);
    view! {
        <Show when=move || !marks.is_empty()>
            <div class="bulk-bar" role="group" aria-label=ts!("run-bar")>
                <p class="bulk-bar__count">{text}</p>
                <Show when=move || more.get()>
                    <Button label=all size=Size::Small icon=IconName::CheckAll on_press=move |()| marks.all() />
                </Show>
                <div class="bulk-bar__actions">{actions.with_value(ViewFn::run)}</div>
                <Button label=ts!("run-mark-none") size=Size::Small icon=IconName::Close on_press=move |()| marks.clear() />
            </div>
        </Show>
    }
}
