use kernel::{Day, I18n, Text, ts, use_i18n};
use leptos::prelude::*;
use ui::{Checkbox, Choice, Field, FieldWidth, FormRow, InputKind, Select, TextInput};

use super::typed::Typed;
use crate::MonthDay;
use crate::repeat::weekday;

/// The fields of a rule. It asks for no more than the chosen unit needs.
#[component]
pub(super) fn RepeatFields(
    typed: Typed,
    /// The problem of a field, in words.
    error_of: Callback<&'static str, Signal<Option<String>>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let rule = typed.repeat;
    let units = Signal::derive(move || {
        let unit = |unit: &str| Choice::new(unit, i18n.text(&format!("task-unit-{unit}"), &[]));
        ["days", "weeks", "months", "years"].map(unit).to_vec()
    });
    let never = ts!("task-repeat-never");
    let is = move |unit: &'static str| move || rule.unit.with(|own| own == unit);
    let is_on = move || rule.unit.with(|unit| !unit.is_empty());
    // A day that was chosen anew takes the only day of the week along.
    Effect::new(move |before: Option<Option<Day>>| {
        let day = typed.day();
        rule.follow_day(before.flatten(), day);
        day
    });
    view! {
        <FormRow>
            <Field label=ts!("task-repeat") name="unit" id="task-unit" error=error_of.run("repeat")>
                <Select name="unit" value=rule.unit choices=units empty_label=Signal::derive(move || Some(never.get())) />
            </Field>
            <Show when=is_on>
                <Field label=ts!("task-every") name="every" id="task-every" width=FieldWidth::Short>
                    <TextInput name="every" kind=InputKind::Number value=rule.every min="1" max="999" />
                </Field>
            </Show>
        </FormRow>
        <Show when=is("weeks")>
            <Weekdays typed=typed />
        </Show>
        <Show when=is("months")>
            <Field label=ts!("task-month-on") name="month" id="task-month">
                <Select name="month" value=rule.month choices=Signal::derive(move || month_choices(i18n, typed)) />
            </Field>
        </Show>
        <Show when=is_on>
            <EndFields typed=typed error_of=error_of />
            <Checkbox label=ts!("task-from-done") name="from_done" checked=rule.from_done hint=hint() />
        </Show>
    }
}

fn hint() -> Signal<Option<String>> {
    let text = ts!("task-from-done-hint");
    Signal::derive(move || Some(text.get()))
}

/// Which day of the month, in the words of the day that is chosen.
fn month_choices(i18n: I18n, typed: Typed) -> Vec<Choice> {
    let day = typed.day().unwrap_or(Day(0));
    let say = |on: MonthDay| i18n.render(&on.text());
    vec![
        Choice::new("day", say(MonthDay::Day(typed.repeat.day_of_month(day)))),
        Choice::new("last", say(MonthDay::Last(typed.repeat.last_weekday(day)))),
        Choice::new("workday", say(MonthDay::LastWorkday)),
    ]
}

#[component]
fn Weekdays(typed: Typed) -> impl IntoView {
    let i18n = use_i18n();
    let line = move |day: u8| {
        let name: Text = weekday(day);
        let checked = typed.repeat.weekdays.with_value(|days| days[usize::from(day)]);
        view! {
            <Checkbox
                label=Signal::derive(move || i18n.render(&name))
                name="weekday"
                id=format!("task-weekday-{day}")
                value=day.to_string()
                checked=checked
            />
        }
    };
    view! {
        <fieldset class="task-weekdays">
            <legend class="task-weekdays__legend">{kernel::t!("task-week-on")}</legend>
            <div class="task-weekdays__days">{(0..7_u8).map(line).collect_view()}</div>
        </fieldset>
    }
}

#[component]
fn EndFields(typed: Typed, error_of: Callback<&'static str, Signal<Option<String>>>) -> impl IntoView {
    let i18n = use_i18n();
    let rule = typed.repeat;
    let choices = Signal::derive(move || {
        let choice = |code: &str| Choice::new(code, i18n.text(&format!("task-ends-{code}"), &[]));
        ["never", "until", "after"].map(choice).to_vec()
    });
    let is = move |ends: &'static str| move || rule.ends.with(|own| own == ends);
    view! {
        <FormRow>
            <Field label=ts!("task-ends") name="ends" id="task-ends">
                <Select name="ends" value=rule.ends choices=choices />
            </Field>
            <Show when=is("until")>
                <Field label=ts!("task-until") name="until" id="task-until" error=error_of.run("until")>
                    <TextInput name="until" kind=InputKind::Date value=rule.until />
                </Field>
            </Show>
            <Show when=is("after")>
                <Field label=ts!("task-times") name="times" id="task-times" width=FieldWidth::Short>
                    <TextInput name="times" kind=InputKind::Number value=rule.times min="1" max="9999" />
                </Field>
            </Show>
        </FormRow>
    }
}
