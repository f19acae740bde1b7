//! Conditions that belong together: all of them, or any.

use kernel::{I18n, ts, use_i18n};
use leptos::prelude::*;
use ui::{Button, IconName, Segment, Segmented, Size, Tone};

use super::builder::Building;
use super::row::Row;
use super::sketch::{Part, PartId};

/// A group with its rows and its inner groups. Its legend says how they are joined.
pub(super) fn group(id: PartId, building: Building) -> AnyView {
    let i18n = use_i18n();
    let is_any =
        Memo::new(move |_| building.sketch.with(|sketch| sketch.group(id).is_some_and(|group| group.is_any)));
    let parts = Memo::new(move |_| {
        building.sketch.with(|sketch| sketch.group(id).map(|group| group.parts.clone()).unwrap_or_default())
    });
    let word = move || i18n.text(if is_any.get() { "fields-filter-or" } else { "fields-filter-and" }, &[]);
    let part = move |part: Part<super::typed::Typed>| {
        let own = part.id();
        let is_first =
            Memo::new(move |_| parts.with(|parts| parts.first().is_some_and(|part| part.id() == own)));
        let content = match part {
            Part::Row(id, typed) => view! { <Row id=id typed=typed building=building /> }.into_any(),
            Part::Group(inner) => group(inner.id, building),
        };
        view! {
            <li class="filter-group__part">
                <span class="filter-group__word">{move || if is_first.get() { String::new() } else { word() }}</span>
                {content}
            </li>
        }
    };
    let class = if id == 0 { "filter-group filter-group--outer" } else { "filter-group" };
    view! {
        <fieldset class=class id=(id > 0).then(|| format!("filter-part-{id}"))>
            <legend class="visually-hidden">{move || join_text(i18n, is_any.get())}</legend>
            {join(id, is_any, building)}
            <ol class="filter-group__parts" role="list">
                <For each=move || parts.get() key=Part::id let:own>
                    {part(own)}
                </For>
            </ol>
            {additions(id, building)}
        </fieldset>
    }
    .into_any()
}

fn join_text(i18n: I18n, is_any: bool) -> String {
    i18n.text(if is_any { "fields-filter-any-of" } else { "fields-filter-all-of" }, &[])
}

/// All or any; asked as soon as there is more than one to join.
fn join(id: PartId, is_any: Memo<bool>, building: Building) -> impl IntoView {
    let i18n = use_i18n();
    let several = Memo::new(move |_| {
        building.sketch.with(|sketch| sketch.group(id).is_some_and(|group| id > 0 || group.parts.len() > 1))
    });
    let chosen = RwSignal::new(String::new());
    Effect::new(move |_| chosen.set(if is_any.get() { "any" } else { "all" }.to_owned()));
    let segments = Signal::derive(move || {
        vec![Segment::new("all", join_text(i18n, false)), Segment::new("any", join_text(i18n, true))]
    });
    let change = move |key: String| building.sketch.update(|sketch| sketch.join(id, key == "any"));
    view! {
        <Show when=move || several.get()>
            <Segmented label=ts!("fields-filter-join") segments=segments chosen=chosen on_change=change />
        </Show>
    }
}

/// One more condition, one more group.
fn additions(id: PartId, building: Building) -> impl IntoView {
    let may_nest = move || building.sketch.with(|sketch| sketch.may_nest(id));
    view! {
        <div class="filter-group__additions" id=format!("filter-add-{id}")>
            <Button label=ts!("fields-filter-add") icon=IconName::Plus size=Size::Small on_press=move |()| building.add_row(id) />
            <Show when=may_nest>
                <Button label=ts!("fields-filter-add-group") icon=IconName::Plus size=Size::Small tone=Tone::Quiet on_press=move |()| building.add_group(id) />
            </Show>
        </div>
    }
}
