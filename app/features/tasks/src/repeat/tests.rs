use proptest::prelude::*;

use super::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn rule(rhythm: Rhythm, counted: Counted) -> Repeat {
    Repeat { rhythm, ends: Ends::Never, counted }
}

/// The days of a series whose tasks are done on their days.
fn series(rhythm: Rhythm, first: &str, count: usize) -> Vec<String> {
    let rule = rule(rhythm, Counted::Due);
    let days = std::iter::successors(Some(day(first)), |due| rule.next(*due, *due, 1));
    days.skip(1).take(count).map(|day| day.to_string()).collect()
}

#[test]
fn a_rhythm_is_kept() {
    assert_eq!(series(Rhythm::Days { every: 3 }, "2026-12-30", 2), ["2027-01-02", "2027-01-05"]);
    // 2026-11-23 is a Monday.
    let weeks = Rhythm::Weeks { every: 2, on: vec![3, 0] };
    assert_eq!(series(weeks, "2026-11-23", 3), ["2026-11-26", "2026-12-07", "2026-12-10"]);
    let last_friday = Rhythm::Months { every: 1, on: MonthDay::Last(4) };
    assert_eq!(series(last_friday, "2026-11-27", 3), ["2026-12-25", "2027-01-29", "2027-02-26"]);
    let workday = Rhythm::Months { every: 3, on: MonthDay::LastWorkday };
    assert_eq!(series(workday, "2026-10-30", 3), ["2027-01-29", "2027-04-30", "2027-07-30"]);
}

#[test]
fn a_day_that_a_month_lacks_is_its_last_and_comes_back() {
    let last = Rhythm::Months { every: 1, on: MonthDay::Day(31) };
    assert_eq!(series(last, "2027-12-31", 4), ["2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"]);
}

#[test]
fn the_29th_of_february_comes_back_in_leap_years() {
    let birthday = Rhythm::Years { every: 1, month: 2, day: 29 };
    let years = ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28"];
    assert_eq!(series(birthday.clone(), "2024-02-29", 5), years);
    let four = Rhythm::Years { every: 4, month: 2, day: 29 };
    assert_eq!(series(four, "2096-02-29", 2), ["2100-02-28", "2104-02-29"], "2100 is no leap year");
    assert_eq!(series(birthday, "2199-02-28", 1), [""; 0], "nothing is planned for after 2199");
}

#[test]
fn what_was_missed_is_left_out() {
    let daily = rule(Rhythm::Days { every: 2 }, Counted::Due);
    assert_eq!(daily.next(day("2026-11-01"), day("2026-11-20"), 1), Some(day("2026-11-21")));
    assert_eq!(
        daily.next(day("2026-11-01"), day("2026-11-21"), 1),
        Some(day("2026-11-23")),
        "it was done today"
    );
    assert_eq!(daily.next(day("2026-11-25"), day("2026-11-20"), 1), Some(day("2026-11-27")), "done early");
}

#[test]
fn counted_from_when_it_was_done_the_rhythm_moves_along() {
    let next = |rhythm: Rhythm, due: &str, done: &str| {
        rule(rhythm, Counted::Done)
            .next(day(due), day(done), 1)
            .map(|day| day.to_string())
            .unwrap_or_default()
    };
    assert_eq!(next(Rhythm::Days { every: 3 }, "2026-11-10", "2026-11-08"), "2026-11-11");
    let fridays = |every| Rhythm::Weeks { every, on: vec![4] };
    // Due on Friday the 20th.
    assert_eq!(
        next(fridays(1), "2026-11-20", "2026-11-18"),
        "2026-11-27",
        "done early, it is not asked for again"
    );
    assert_eq!(next(fridays(2), "2026-11-20", "2026-11-25"), "2026-12-11", "not two days later");
    assert_eq!(next(fridays(1), "2026-11-20", "2026-11-25"), "2026-11-27");
    let fifteenth = |every| Rhythm::Months { every, on: MonthDay::Day(15) };
    assert_eq!(next(fifteenth(3), "2026-02-15", "2026-03-03"), "2026-06-15");
    assert_eq!(next(fifteenth(1), "2026-02-15", "2026-02-10"), "2026-03-15");
}

#[test]
fn a_series_ends_when_it_was_said_to() {
    let days = Rhythm::Days { every: 7 };
    let until = Repeat { ends: Ends::Until(day("2026-11-30")), ..rule(days.clone(), Counted::Due) };
    assert_eq!(until.next(day("2026-11-23"), day("2026-11-23"), 9), Some(day("2026-11-30")));
    assert_eq!(until.next(day("2026-11-24"), day("2026-11-24"), 9), None);
    let thrice = Repeat { ends: Ends::After(3), ..rule(days, Counted::Due) };
    assert!(thrice.next(day("2026-11-23"), day("2026-11-23"), 2).is_some());
    assert_eq!(thrice.next(day("2026-11-23"), day("2026-11-23"), 3), None);
}

#[test]
fn a_rule_that_cannot_be_is_refused() {
    let unfit = [
        Rhythm::Days { every: 0 },
        Rhythm::Days { every: 1_000 },
        Rhythm::Weeks { every: 1, on: vec![] },
        Rhythm::Weeks { every: 1, on: vec![7] },
        Rhythm::Months { every: 1, on: MonthDay::Day(0) },
        Rhythm::Months { every: 1, on: MonthDay::Last(7) },
        Rhythm::Years { every: 1, month: 2, day: 30 },
        Rhythm::Years { every: 1, month: 13, day: 1 },
    ];
    for rhythm in unfit {
        assert!(rule(rhythm.clone(), Counted::Due).problem().is_some(), "{rhythm:?}");
    }
    let never = Repeat { ends: Ends::After(0), ..rule(Rhythm::Days { every: 1 }, Counted::Due) };
    assert!(never.problem().is_some());
}

#[test]
fn a_rule_is_kept_as_words_that_programs_can_read() {
    let rule = Repeat {
        rhythm: Rhythm::Months { every: 1, on: MonthDay::Last(4) },
        ends: Ends::Until(day("2026-12-24")),
        counted: Counted::Done,
    };
    let written = serde_json::json!({
        "rhythm": { "unit": "months", "every": 1, "on": { "last": 4 } },
        "ends": { "until": "2026-12-24" },
        "counted": "done",
    });
    assert_eq!(serde_json::to_value(&rule).unwrap(), written);
    assert_eq!(serde_json::from_value::<Repeat>(written).unwrap(), rule);
    let short = serde_json::json!({ "rhythm": { "unit": "days", "every": 1 } });
    assert_eq!(serde_json::from_value::<Repeat>(short).unwrap().ends, Ends::Never);
}

fn any_rhythm() -> impl Strategy<Value = Rhythm> {
    let month_day = prop_oneof![
        (1_u8..=31).prop_map(MonthDay::Day),
        (0_u8..7).prop_map(MonthDay::Last),
        Just(MonthDay::LastWorkday),
    ];
    let week_days = proptest::collection::btree_set(0_u8..7, 1..=7);
    prop_oneof![
        (1_u16..400).prop_map(|every| Rhythm::Days { every }),
        (1_u16..60, week_days).prop_map(|(every, on)| Rhythm::Weeks { every, on: on.into_iter().collect() }),
        (1_u16..30, month_day).prop_map(|(every, on)| Rhythm::Months { every, on }),
        (1_u16..9, 1_u8..=12, 1_u8..=28).prop_map(|(every, month, day)| Rhythm::Years { every, month, day }),
        (1_u16..9).prop_map(|every| Rhythm::Years { every, month: 2, day: 29 }),
    ]
}

proptest! {
    #[test]
    fn the_next_one_lies_ahead_is_a_day_of_the_rule_and_the_first_such(
        rhythm in any_rhythm(), due in 0_i32..50_000, late in -40_i32..900, from_done: bool,
    ) {
        let (due, done) = (Day(due), Day((due + late).max(0)));
        let counted = if from_done { Counted::Done } else { Counted::Due };
        let next = rule(rhythm.clone(), counted).next(due, done, 1).unwrap();
        prop_assert!(next > done);
        prop_assert!(rhythm.days(rhythm.period(next)).contains(&next), "a day of the rule");
        let anchor = if from_done { done } else { due };
        let apart = rhythm.period(next) - rhythm.period(anchor);
        prop_assert_eq!(apart.rem_euclid(i32::from(rhythm.every())), 0, "whole intervals apart");
        if from_done {
            let counts_days = matches!(rhythm, Rhythm::Days { .. });
            prop_assert!(counts_days || next != due);
        } else {
            prop_assert!(next > due);
            // No earlier day of the rhythm would have done.
            let mut between = (due.max(done).0 + 1..next.0).map(Day);
            let is_in_step = |day: &Day| (rhythm.period(*day) - rhythm.period(due)).rem_euclid(i32::from(rhythm.every())) == 0;
            let missed = between.find(|day| is_in_step(day) && rhythm.days(rhythm.period(*day)).contains(day));
            prop_assert_eq!(missed, None);
        }
    }

    #[test]
    fn a_series_never_stands_still_and_keeps_its_day(rhythm in any_rhythm(), start in 0_i32..40_000) {
        let rule = rule(rhythm.clone(), Counted::Due);
        let mut due = Day(start);
        for _ in 0..30 {
            let Some(next) = rule.next(due, due, 1) else { break };
            prop_assert!(next > due);
            if let Rhythm::Years { month: 2, day: 29, .. } = rhythm {
                let (year, month, day) = next.civil();
                let is_leap = Day::from_civil(year, 2, 29).is_some();
                prop_assert_eq!((month, day), (2, if is_leap { 29 } else { 28 }));
            }
            due = next;
        }
    }
}
