//! The values of one field as links, each with how many records it has: a directory is leafed through by its letters.

use fields::{Asked, Group, Total, groups};
use kernel::{t, use_i18n};
use leptos::prelude::*;

use crate::known::Known;
use crate::recount::on_change;
use crate::state::total_text;
use crate::{ListQuery, address};

/// The links. Values without a record are left out, and a list of one value alone needs no way to it.
#[component]
pub(crate) fn IndexBar(
    known: Known,
    query: Memo<ListQuery>,
    /// The key of the field.
    key: &'static str,
    /// What the links are called together.
    label: Signal<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let groups = StoredValue::new(
        known.with_catalogue(|catalogue| groups(i18n, key, catalogue, &known.vocabulary.get_untracked())),
    );
    let around = Memo::new(move |_| query.with(|query| without(key, &query.filter)));
    let turn = RwSignal::new(0_u32);
    let counts = Resource::new(
        move || (around.get(), turn.get()),
        move |(filter, _)| {
            let tests = groups.with_value(|groups| groups.iter().map(|group| group.test.clone()).collect());
            (known.about.count_groups)(filter, tests)
        },
    );
    on_change(known.about.kind, move || turn.update(|turn| *turn += 1));
    let links = move || {
        Suspend::new(async move {
            let counts = counts.await.unwrap_or_default();
            let groups = groups.get_value().into_iter().zip(counts);
            let some: Vec<_> = groups.filter(|(_, count)| *count != Total::Exactly(0)).collect();
            (some.len() > 1).then(|| {
                let all = link(known, query, key, None);
                let some = some.into_iter().map(|one| link(known, query, key, Some(one))).collect_view();
                view! { <nav class="index-bar" aria-label=move || label.get()>{all}{some}</nav> }
            })
        })
    };
    view! { <Transition fallback=|| ()>{links}</Transition> }
}

/// The link to one value, or to all of them.
fn link(
    known: Known,
    query: Memo<ListQuery>,
    key: &'static str,
    one: Option<(Group, Total)>,
) -> impl IntoView {
    let i18n = use_i18n();
    let test = one.as_ref().map(|(group, _)| group.test.clone());
    let own = test.clone();
    let href = move || {
        let query = query.get();
        let mut filter = without(key, &query.filter);
        filter.f.extend(own.clone());
        address::list(known.about.home(), &ListQuery { filter, ..query })
    };
    let is_here = move || {
        let chosen = query.with(|query| query.filter.f.iter().find(|text| is_about(key, text)).cloned());
        (chosen == test).then_some("true")
    };
    let text = match one {
        None => view! { <span>{t!("list-index-all")}</span> }.into_any(),
        Some((group, total)) => view! {
            <bdi>{group.label}</bdi>
            <span class="index-bar__count">{total_text(i18n, total)}</span>
        }
        .into_any(),
    };
    view! { <a class="index-bar__link" href=href aria-current=is_here>{text}</a> }
}

/// The filter without what it asks of this field.
fn without(key: &str, filter: &Asked) -> Asked {
    let f = filter.f.iter().filter(|text| !is_about(key, text)).cloned().collect();
    Asked { f, ..filter.clone() }
}

/// Whether a condition asks this field alone.
fn is_about(key: &str, text: &str) -> bool {
    text.split('.').next() == Some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_takes_the_place_of_another_one_and_of_nothing_else() {
        let f = ["initial.any.A", "city.is.initial", "any(initial.any.B;city.is.Rome)"];
        let filter = Asked { q: "x".into(), f: f.map(str::to_owned).to_vec() };
        assert_eq!(without("initial", &filter).f, f[1..]);
    }
}
