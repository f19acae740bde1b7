//! How a task comes again. The rule is asked once, when the task is ticked off: it says the day of the next one.

use kernel::{Day, FieldError, Text};
use serde::{Deserialize, Serialize};

#[cfg(not(target_arch = "wasm32"))]
mod schema;
mod words;

pub(crate) use words::weekday;

/// The last day that a task can have.
const LAST_DAY: &str = "2199-12-31";
/// The longest interval, in days, weeks, months or years.
const LONGEST: u16 = 999;

/// How a task comes again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Repeat {
    /// On which days.
    pub rhythm: Rhythm,
    /// How long.
    #[serde(default)]
    pub ends: Ends,
    /// From where the interval is counted.
    #[serde(default)]
    pub counted: Counted,
}

/// The days on which a task comes again. Intervals are at least 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
#[serde(tag = "unit", rename_all = "snake_case")]
pub enum Rhythm {
    /// Every so many days.
    Days {
        /// How many.
        every: u16,
    },
    /// On these days of every so many weeks; weeks begin on Monday.
    Weeks {
        /// How many weeks.
        every: u16,
        /// The days, Monday being 0.
        on: Vec<u8>,
    },
    /// On a day of every so many months.
    Months {
        /// How many months.
        every: u16,
        /// Which day.
        on: MonthDay,
    },
    /// On a day of every so many years. In a year without a 29 February it is the 28th, and the 29th again later.
    Years {
        /// How many years.
        every: u16,
        /// The month, 1 to 12.
        month: u8,
        /// The day of the month.
        day: u8,
    },
}

/// A day of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum MonthDay {
    /// This day, 1 to 31; the last one of a month that is shorter.
    Day(u8),
    /// The last one of this day of the week, Monday being 0.
    Last(u8),
    /// The last day from Monday to Friday.
    LastWorkday,
}

/// How long a task comes again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ends {
    /// For ever.
    #[default]
    Never,
    /// Up to and with this day.
    Until(Day),
    /// So many times in all, the first one counted.
    After(u32),
}

/// From where the interval to the next one is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// From the day for which it was planned: the rhythm stays. What was missed meanwhile is left out, so that nobody
    /// finds a heap of overdue ones.
    #[default]
    Due,
    /// From the day on which it was done.
    Done,
}

impl Repeat {
    /// The day of the next one, after one that was due on `due` and done on `done`; `None` if it was the last, being the
    /// `number`th.
    pub fn next(&self, due: Day, done: Day, number: i64) -> Option<Day> {
        let is_over = matches!(self.ends, Ends::After(times) if number >= i64::from(times));
        let found = match self.counted {
            Counted::Due => self.rhythm.first(due, due.max(done), |day| day > due.max(done)),
            // The one that was just done, before its day, does not come again.
            Counted::Done => {
                self.rhythm.first(done, done, |day| day > done && self.rhythm.is_other(due, day, done))
            }
        }?;
        let in_time = match self.ends {
            Ends::Until(last) => found <= last,
            _ => true,
        };
        (!is_over && in_time && found <= last_day()).then_some(found)
    }

    /// What is wrong with the rule, if anything.
    pub(crate) fn problem(&self) -> Option<FieldError> {
        let is_fit = self.rhythm.is_fit() && !matches!(self.ends, Ends::After(0));
        (!is_fit).then(|| FieldError { field: "repeat".into(), problem: Text::new("task-repeat-unfit") })
    }
}

impl Rhythm {
    /// The interval.
    pub fn every(&self) -> u16 {
        match self {
            Self::Days { every }
            | Self::Weeks { every, .. }
            | Self::Months { every, .. }
            | Self::Years { every, .. } => *every,
        }
    }

    fn is_fit(&self) -> bool {
        let on_fits = match self {
            Self::Days { .. } => true,
            Self::Weeks { on, .. } => !on.is_empty() && on.len() <= 7 && on.iter().all(|day| *day < 7),
            Self::Months { on: MonthDay::Day(day), .. } => (1..=31).contains(day),
            Self::Months { on: MonthDay::Last(day), .. } => *day < 7,
            Self::Months { on: MonthDay::LastWorkday, .. } => true,
            // 2024 was a leap year.
            Self::Years { month, day, .. } => {
                Day::from_civil(2024, u32::from(*month), u32::from(*day)).is_some()
            }
        };
        on_fits && (1..=LONGEST).contains(&self.every())
    }

    /// The number of the day's period: its day, week, month or year.
    fn period(&self, day: Day) -> i32 {
        let (year, month, _) = day.civil();
        match self {
            Self::Days { .. } => day.0,
            Self::Weeks { .. } => (day.0 + 3).div_euclid(7),
            Self::Months { .. } => year * 12 + month as i32 - 1,
            Self::Years { .. } => year,
        }
    }

    /// The days of a period, in their order.
    fn days(&self, period: i32) -> Vec<Day> {
        match self {
            Self::Days { .. } => vec![Day(period)],
            Self::Weeks { on, .. } => {
                let mut days: Vec<Day> = on.iter().map(|day| Day(period * 7 - 3 + i32::from(*day))).collect();
                days.sort_unstable();
                days
            }
            Self::Months { on, .. } => {
                on.of(period.div_euclid(12), period.rem_euclid(12) as u32 + 1).into_iter().collect()
            }
            Self::Years { month, day, .. } => {
                MonthDay::Day(*day).of(period, u32::from(*month)).into_iter().collect()
            }
        }
    }

    /// The first day that is `wanted`, in the periods that lie whole intervals behind that of `anchor`; none before that
    /// of `after` is looked at.
    fn first(&self, anchor: Day, after: Day, wanted: impl Fn(Day) -> bool) -> Option<Day> {
        let (start, every) = (self.period(anchor), i32::from(self.every().max(1)));
        let behind = (self.period(after) - start).div_euclid(every) * every;
        // The first period may lie behind in part and the second one be the one that was done: four are enough.
        (0..4).find_map(|step| self.days(start + behind + step * every).into_iter().find(|day| wanted(*day)))
    }

    /// Whether `day` is another one than that of `due`, which was done on `done`. Where the interval is longer than one
    /// period, the period in which it was done has its one already, unless that was the one that was due in it.
    fn is_other(&self, due: Day, day: Day, done: Day) -> bool {
        let is_own_period = self.period(due) == self.period(done);
        let is_rest = self.every() > 1 && self.period(day) == self.period(done) && !is_own_period;
        matches!(self, Self::Days { .. }) || (day != due && !is_rest)
    }
}

impl MonthDay {
    /// The day in this month.
    fn of(self, year: i32, month: u32) -> Option<Day> {
        let (next_year, next_month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        let last = Day(Day::from_civil(next_year, next_month, 1)?.0 - 1);
        Some(match self {
            Self::Day(day) => Day::from_civil(year, month, u32::from(day)).unwrap_or(last),
            Self::Last(weekday) => Day(last.0 - (last.weekday() as i32 - i32::from(weekday)).rem_euclid(7)),
            Self::LastWorkday => Day(last.0 - (last.weekday() as i32 - 4).max(0)),
        })
    }
}

/// The last day that a task can have.
pub(crate) fn last_day() -> Day {
    LAST_DAY.parse().unwrap_or(Day(i32::MAX))
}

#[cfg(test)]
#[path = "repeat/tests.rs"]
mod tests;
