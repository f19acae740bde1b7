//! What is typed in the form of a task.

use kernel::{Day, Result, StaffId, invalid};
use leptos::prelude::*;

use crate::{Counted, Ends, MonthDay, Repeat, Rhythm, TaskDraft, TaskKind};

/// The fields of a task. A copyable handle.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    pub kind: RwSignal<String>,
    pub title: RwSignal<String>,
    pub note: RwSignal<String>,
    pub day: RwSignal<String>,
    pub time: RwSignal<String>,
    pub minutes: RwSignal<String>,
    pub assignees: RwSignal<Vec<String>>,
    pub repeat: TypedRepeat,
}

/// The fields of a rule. A copyable handle.
#[derive(Clone, Copy)]
pub(super) struct TypedRepeat {
    /// `days`, `weeks`, `months`, `years`, or nothing.
    pub unit: RwSignal<String>,
    pub every: RwSignal<String>,
    /// Whether each day of the week is one, Monday first.
    pub weekdays: StoredValue<[RwSignal<bool>; 7]>,
    /// `day`, `last` or `workday`: what the day of the month is.
    pub month: RwSignal<String>,
    /// `never`, `until` or `after`.
    pub ends: RwSignal<String>,
    pub until: RwSignal<String>,
    pub times: RwSignal<String>,
    pub from_done: RwSignal<bool>,
    /// The rhythm and the day that there were: as long as the day stays, the rule keeps a 31 or a 29 February that this
    /// month or year does not have.
    before: StoredValue<Option<(Rhythm, Option<Day>)>>,
}

impl Typed {
    pub fn new(draft: &TaskDraft) -> Self {
        let text = |value: Option<String>| RwSignal::new(value.unwrap_or_default());
        Self {
            kind: RwSignal::new(draft.kind.code().to_owned()),
            title: RwSignal::new(draft.title.clone()),
            note: RwSignal::new(draft.note.clone()),
            day: text(draft.day.map(|day| day.to_string())),
            time: text(draft.time.map(|time| time.to_string())),
            minutes: text(draft.minutes.map(|minutes| minutes.to_string())),
            assignees: RwSignal::new(draft.assignees.iter().map(StaffId::to_string).collect()),
            repeat: TypedRepeat::new(draft.repeat.as_ref(), draft.day),
        }
    }

    /// The day that stands there, if it is one.
    pub fn day(self) -> Option<Day> {
        self.day.with(|day| day.trim().parse().ok())
    }

    /// The task that was typed.
    ///
    /// # Errors
    /// `Invalid` for what cannot be read, and as [`TaskDraft::checked`].
    pub fn draft(self) -> Result<TaskDraft> {
        let minutes = self.minutes.get_untracked();
        let minutes = match minutes.trim() {
            "" => None,
            text => Some(text.parse().map_err(|_| invalid("minutes", "task-minutes-unfit"))?),
        };
        let time = self.time.get_untracked();
        let time = match time.trim() {
            "" => None,
            text => Some(text.parse().map_err(|_| invalid("time", "task-time-unfit"))?),
        };
        let day = untrack(|| self.day());
        if day.is_none() && !self.day.with_untracked(|day| day.trim().is_empty()) {
            return Err(invalid("day", "error-date"));
        }
        let draft = TaskDraft {
            kind: TaskKind::parse(&self.kind.get_untracked()).unwrap_or_default(),
            title: self.title.get_untracked(),
            note: self.note.get_untracked(),
            day,
            time,
            minutes,
            assignees: self.assignees.get_untracked().iter().filter_map(|id| id.parse().ok()).collect(),
            repeat: self.repeat.rule(day)?,
        };
        draft.checked()
    }
}

impl TypedRepeat {
    fn new(rule: Option<&Repeat>, day: Option<Day>) -> Self {
        let rhythm = rule.map(|rule| &rule.rhythm);
        let unit = match rhythm {
            None => "",
            Some(Rhythm::Days { .. }) => "days",
            Some(Rhythm::Weeks { .. }) => "weeks",
            Some(Rhythm::Months { .. }) => "months",
            Some(Rhythm::Years { .. }) => "years",
        };
        let chosen = match rhythm {
            Some(Rhythm::Weeks { on, .. }) => on.clone(),
            _ => day.map(|day| day.weekday() as u8).into_iter().collect(),
        };
        let month = match rhythm {
            Some(Rhythm::Months { on: MonthDay::Last(_), .. }) => "last",
            Some(Rhythm::Months { on: MonthDay::LastWorkday, .. }) => "workday",
            _ => "day",
        };
        let (ends, until, times) = match rule.map(|rule| rule.ends).unwrap_or_default() {
            Ends::Never => ("never", String::new(), String::new()),
            Ends::Until(day) => ("until", day.to_string(), String::new()),
            Ends::After(times) => ("after", String::new(), times.to_string()),
        };
        Self {
            unit: RwSignal::new(unit.to_owned()),
            every: RwSignal::new(rhythm.map_or(1, Rhythm::every).to_string()),
            weekdays: StoredValue::new(std::array::from_fn(|day| {
                RwSignal::new(chosen.contains(&(day as u8)))
            })),
            month: RwSignal::new(month.to_owned()),
            ends: RwSignal::new(ends.to_owned()),
            until: RwSignal::new(until),
            times: RwSignal::new(times),
            from_done: RwSignal::new(rule.is_some_and(|rule| rule.counted == Counted::Done)),
            before: StoredValue::new(rhythm.map(|rhythm| (rhythm.clone(), day))),
        }
    }

    /// The rule, for a task of this day: what the form does not ask is taken from the day.
    fn rule(self, day: Option<Day>) -> Result<Option<Repeat>> {
        let unit = self.unit.get_untracked();
        if unit.is_empty() {
            return Ok(None);
        }
        let Some(day) = day else { return Err(invalid("day", "task-repeat-needs-day")) };
        let number = |signal: RwSignal<String>| signal.with_untracked(|text| text.trim().parse::<u16>().ok());
        let every = number(self.every).unwrap_or(0);
        let rhythm = match unit.as_str() {
            "days" => Rhythm::Days { every },
            "weeks" => Rhythm::Weeks { every, on: self.chosen_weekdays() },
            "months" => Rhythm::Months { every, on: self.month_day(day) },
            _ => self.yearly(every, day),
        };
        let ends = match self.ends.get_untracked().as_str() {
            "until" => {
                let last = self.until.with_untracked(|text| text.trim().parse().ok());
                Ends::Until(last.ok_or_else(|| invalid("until", "error-date"))?)
            }
            "after" => Ends::After(u32::from(number(self.times).unwrap_or(0))),
            _ => Ends::Never,
        };
        let counted = if self.from_done.get_untracked() { Counted::Done } else { Counted::Due };
        Ok(Some(Repeat { rhythm, ends, counted }))
    }

    /// Moves the chosen day of the week along with the day, if it is the day's own.
    pub fn follow_day(self, before: Option<Day>, day: Option<Day>) {
        let Some(day) = day.filter(|day| before != Some(*day)) else { return };
        let chosen = self.chosen_weekdays();
        let was_own = before.is_some_and(|before| chosen == [before.weekday() as u8]);
        if was_own || chosen.is_empty() {
            self.weekdays.with_value(|days| {
                days.iter().enumerate().for_each(|(at, on)| on.set(at == day.weekday() as usize));
            });
        }
    }

    fn chosen_weekdays(self) -> Vec<u8> {
        let is_chosen = |day: &u8| self.weekdays.with_value(|days| days[usize::from(*day)].get_untracked());
        (0..7_u8).filter(is_chosen).collect()
    }

    fn yearly(self, every: u16, day: Day) -> Rhythm {
        let (_, month, day_of_month) = day.civil();
        match self.rhythm_of(day) {
            Some(Rhythm::Years { month, day, .. }) => Rhythm::Years { every, month, day },
            _ => Rhythm::Years { every, month: month as u8, day: day_of_month as u8 },
        }
    }

    fn month_day(self, day: Day) -> MonthDay {
        match self.month.get_untracked().as_str() {
            "last" => MonthDay::Last(self.last_weekday(day)),
            "workday" => MonthDay::LastWorkday,
            _ => MonthDay::Day(self.day_of_month(day)),
        }
    }

    /// The day of the month that a rule for this day would have.
    pub fn day_of_month(self, day: Day) -> u8 {
        match self.rhythm_of(day) {
            Some(Rhythm::Months { on: MonthDay::Day(kept), .. }) => kept,
            _ => day.civil().2 as u8,
        }
    }

    /// The day of the week that a rule for the last one of a month would have.
    pub fn last_weekday(self, day: Day) -> u8 {
        match self.rhythm_of(day) {
            Some(Rhythm::Months { on: MonthDay::Last(kept), .. }) => kept,
            _ => day.weekday() as u8,
        }
    }

    fn rhythm_of(self, day: Day) -> Option<Rhythm> {
        self.before.with_value(|before| {
            before.as_ref().filter(|(_, own)| *own == Some(day)).map(|(rhythm, _)| rhythm.clone())
        })
    }
}
