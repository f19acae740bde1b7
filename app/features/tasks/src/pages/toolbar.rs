use kernel::{Area, Can, StaffId, t, ts, use_i18n, use_me};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{Choice, Field, Segment, Segmented, Select};

use crate::{DayQuery, TaskKind};

/// Whose day it is and which kind of doing, as the address says it.
#[component]
pub(super) fn Toolbar(query: Memo<DayQuery>, go: Callback<DayQuery>) -> impl IntoView {
    let (i18n, me) = (use_i18n(), use_me());
    let sees_others = [Area::Leads, Area::Customers].into_iter().any(|area| me.actor.has(area, Can::ViewAll));
    let kind = RwSignal::new(kind_code(query.get_untracked()));
    // Going back and forth changes the address; the strip follows.
    Effect::new(move |_| kind.set(kind_code(query.get())));
    let segments = Signal::derive(move || {
        let all = Segment::new("", i18n.text("day-all-kinds", &[]));
        let of = |kind: TaskKind| {
            let word = kind.code().replace('_', "-");
            Segment::new(kind.code(), i18n.text(&format!("day-kind-{word}"), &[]))
        };
        std::iter::once(all).chain(TaskKind::ALL.map(of)).collect::<Vec<_>>()
    });
    let choose =
        move |code: String| go.run(DayQuery { kind: TaskKind::parse(&code), ..query.get_untracked() });
    view! {
        <div class="my-day__tools" role="group" aria-label=t!("day-tools")>
            <Segmented label=ts!("day-kind") segments=segments chosen=kind on_change=choose />
            {sees_others.then(|| view! { <Whose query=query go=go /> })}
        </div>
    }
}

fn kind_code(query: DayQuery) -> String {
    query.kind.map(TaskKind::code).unwrap_or_default().to_owned()
}

/// A colleague's day, for who sees all of something.
#[component]
fn Whose(query: Memo<DayQuery>, go: Callback<DayQuery>) -> impl IntoView {
    let me = use_me().actor.staff_id();
    let people = RwSignal::new(Vec::<staff::StaffName>::new());
    Effect::new(move |_| {
        spawn_local(async move {
            if let Ok(found) = staff::list_staff_names().await {
                let _gone = people.try_set(found);
            }
        });
    });
    let code = move |query: DayQuery| query.whose.map(|id| id.to_string()).unwrap_or_default();
    let whose = RwSignal::new(code(query.get_untracked()));
    Effect::new(move |_| whose.set(code(query.get())));
    let choices = Signal::derive(move || {
        let others = people.get().into_iter().filter(|one| one.is_active && Some(one.id) != me);
        others.map(|one| Choice::new(one.id.to_string(), one.name)).collect::<Vec<_>>()
    });
    let mine = ts!("day-mine");
    let choose = move |id: String| {
        let whose = id.parse().ok().map(StaffId);
        go.run(DayQuery { whose, ..query.get_untracked() });
    };
    view! {
        <Field label=ts!("day-whose") name="whose" id="day-whose" label_hidden=true>
            <Select
                name="whose"
                value=whose
                choices=choices
                empty_label=Signal::derive(move || Some(mine.get()))
                small=true
                on_change=choose
            />
        </Field>
    }
}
