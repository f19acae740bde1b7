use std::collections::BTreeMap;
use std::sync::Arc;

use fields::Field;
use kernel::{Day, I18n, t, use_i18n, use_now};
use leptos::prelude::*;
use lists::ListColumn;

use super::super::address;
use super::month_name;
use super::moving::Moving;
use super::query::{CalendarQuery, MOST, MonthLeads, date, day_of};
use crate::month::Month;
use crate::{Dictionaries, Lead};

/// So many leads of a day are shown at once; the others unfold.
const OF_A_DAY: usize = 4;

/// The weeks of a month with the leads of each day.
#[component]
pub fn Grid(
    query: CalendarQuery,
    found: MonthLeads,
    words: Arc<Dictionaries>,
    /// Told of a lead that stands on another day now.
    moved: Callback<Lead>,
) -> impl IntoView {
    let (i18n, zone) = (use_i18n(), use_i18n().zone());
    let today = zone.day(use_now().get_untracked());
    let month = query.month.unwrap_or_else(|| Month::of(today));
    let field = date(&query, &words.catalogue).cloned();
    let moving = Moving::new(field.as_ref(), moved);
    let mut days: BTreeMap<Day, Vec<Lead>> = BTreeMap::new();
    for lead in found.leads {
        if let Some(day) = field.as_ref().and_then(|field| day_of(&lead, field, &zone)) {
            days.entry(day).or_default().push(lead);
        }
    }
    let is_empty = days.is_empty();
    let weeks = month.weeks();
    let heads = weeks.first().copied().unwrap_or([month.first(); 7]);
    let head = move |day: Day| view! { <th scope="col" class="month__weekday">{move || i18n.texts().weekday(day).to_owned()}</th> };
    let words = StoredValue::new(words);
    let mut cell = move |day: Day| {
        let leads = days.remove(&day).unwrap_or_default();
        view! { <DayCell day=day leads=leads is_today={day == today} is_outside={!month.has(day)} words=words moving=moving /> }
    };
    let rows: Vec<_> =
        weeks.into_iter().map(|week| view! { <tr>{week.map(&mut cell).collect_view()}</tr> }).collect();
    let caption = move || caption(i18n, month, field.as_ref(), words);
    view! {
        <div class="month-frame">
            <table class="month" data-empty=is_empty.then_some("true")>
                <caption class="visually-hidden">{caption}</caption>
                <thead><tr>{heads.map(head).collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {is_empty.then(|| view! { <p class="month__note">{t!("month-empty")}</p> })}
        {found.is_cut.then(|| view! { <p class="month__note">{t!("month-cut", count = MOST as i64)}</p> })}
    }
}

fn caption(i18n: I18n, month: Month, field: Option<&Field>, words: StoredValue<Arc<Dictionaries>>) -> String {
    let field = field.map(|field| words.with_value(|words| ListColumn::of(field, &words.fields).label(i18n)));
    let month = month_name(i18n, month);
    i18n.text("month-caption", &[("month", month.into()), ("field", field.unwrap_or_default().into())])
}

#[component]
fn DayCell(
    day: Day,
    leads: Vec<Lead>,
    is_today: bool,
    is_outside: bool,
    words: StoredValue<Arc<Dictionaries>>,
    moving: Moving,
) -> impl IntoView {
    let i18n = use_i18n();
    let (_, _, number) = day.civil();
    let is_free = leads.is_empty();
    let mut first = leads;
    let rest = if first.len() > OF_A_DAY { first.split_off(OF_A_DAY - 1) } else { Vec::new() };
    let lines =
        move |leads: Vec<Lead>| leads.into_iter().map(|lead| line(lead, words, moving)).collect_view();
    let more = (!rest.is_empty()).then(|| {
        let count = rest.len() as i64;
        view! {
            <details class="month__more">
                <summary>{move || i18n.text("month-more", &[("count", count.into())])}</summary>
                <ul class="month__leads" role="list">{lines(rest)}</ul>
            </details>
        }
    });
    view! {
        <td
            class="month__day"
            data-today=is_today.then_some("true")
            data-outside=is_outside.then_some("true")
            data-free=is_free.then_some("true")
            aria-current=is_today.then_some("date")
            data-over=move || moving.is_over(day).then_some("true")
            on:dragover=move |event| {
                if moving.hang_over(day) {
                    event.prevent_default();
                }
            }
            on:drop=move |event| {
                event.prevent_default();
                moving.put(day);
            }
        >
            <time class="month__date" datetime=day.to_string()>
                <span class="month__number" aria-hidden="true">{number}</span>
                <span class="month__full">{move || format!("{} {}", i18n.texts().weekday(day), i18n.texts().day(day))}</span>
            </time>
            <ul class="month__leads" role="list">{lines(first)}</ul>
            {more}
        </td>
    }
}

/// A lead on its day, in the colour of its stage.
fn line(lead: Lead, words: StoredValue<Arc<Dictionaries>>, moving: Moving) -> impl IntoView {
    let stage = words.with_value(|words| {
        let stage = words.stages.iter().find(|stage| stage.id() == lead.stage_id());
        stage.map(|stage| (stage.name.clone(), stage.hue.to_string()))
    });
    let (stage, hue) = stage.unwrap_or_default();
    let (href, name) = (address::lead(lead.id), lead.profile.name.clone());
    view! {
        <li on:dragstart=move |_| moving.begin(&lead) on:dragend=move |_| moving.end()>
            <a class="month__lead" data-hue=hue href=href title=stage.clone()>
                <bdi>{name}</bdi>
                <span class="visually-hidden">{format!(" · {stage}")}</span>
            </a>
        </li>
    }
}
