use crate::{Day, Money};

/// How a language writes numbers, money and dates. The facts are CLDR's, digits are always Latin.
#[derive(Clone, Debug, Default)]
pub(super) struct Conventions {
    decimal: String,
    group: String,
    /// `¤` stands for the currency, `#` for the number.
    money: String,
    months: Vec<String>,
    weekdays: Vec<String>,
    /// `D`, `MMM` and `YYYY` stand for the parts.
    date: String,
    /// `D` and `T` stand for the date and the time.
    date_time: String,
}

impl Conventions {
    /// Takes the facts from the language's own texts, `cldr-*`.
    pub(super) fn read(text: impl Fn(&str) -> String) -> Self {
        let words = |key: &str| text(key).split('|').map(str::to_owned).collect();
        Self {
            decimal: text("cldr-decimal"),
            group: text("cldr-group"),
            money: text("cldr-money"),
            months: words("cldr-months"),
            weekdays: words("cldr-weekdays"),
            date: text("cldr-date"),
            date_time: text("cldr-date-time"),
        }
    }

    /// An amount with its currency: `€1,234.50`, `1.234,50 €`.
    pub(super) fn money(&self, money: Money) -> String {
        let number = self.grouped(money.decimal().trim_start_matches('-'));
        let sign = if money.minor < 0 { "-" } else { "" };
        let symbol = money.currency.symbol();
        let spaced = symbol.len() > 1 && symbol.chars().all(|c| c.is_ascii_alphabetic());
        let pattern = if spaced { self.money.replace("¤#", "¤\u{a0}#") } else { self.money.clone() };
        sign.to_owned() + &pattern.replace('#', &number).replace('¤', symbol)
    }

    /// A day: `21 Nov 2026`.
    pub(super) fn day(&self, day: Day) -> String {
        let (year, month, day) = day.civil();
        let name = self.months.get(month as usize - 1).map_or("", String::as_str);
        let pattern = &self.date;
        pattern.replace("YYYY", &year.to_string()).replacen('D', &day.to_string(), 1).replace("MMM", name)
    }

    /// The month of a day, with its year: `Nov 2026`.
    pub(super) fn month(&self, day: Day) -> String {
        let (year, month, _) = day.civil();
        format!("{} {year}", self.months.get(month as usize - 1).map_or("", String::as_str))
    }

    /// The short name of a day's weekday.
    pub(super) fn weekday(&self, day: Day) -> &str {
        self.weekdays.get(day.weekday() as usize).map_or("", String::as_str)
    }

    /// A written date with a written time.
    pub(super) fn date_time(&self, date: &str, time: &str) -> String {
        self.date_time.replacen('T', time, 1).replacen('D', date, 1)
    }

    /// Groups the digits of a plain decimal number such as `-1234.50`.
    pub(super) fn grouped(&self, plain: &str) -> String {
        let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |digits| ("-", digits));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let mut out = String::from(sign);
        for (position, digit) in whole.chars().enumerate() {
            if position > 0 && (whole.len() - position).is_multiple_of(3) {
                out.push_str(&self.group);
            }
            out.push(digit);
        }
        if !fraction.is_empty() {
            out.push_str(&self.decimal);
            out.push_str(fraction);
        }
        out
    }
}
