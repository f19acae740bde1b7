use serde::{Deserialize, Serialize};

use crate::Currency;

/// An amount of money in minor units (cents for euro) of one currency. Never a fraction of a cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Money {
    /// The currency, an ISO 4217 code.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = String, example = "EUR"))]
    pub currency: Currency,
    /// The amount in minor units; negative amounts are allowed.
    pub minor: i64,
}

impl Money {
    /// An amount of this many minor units.
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { currency, minor }
    }

    /// Reads what a person or a file writes: `1234.5`, `1.234,50`, `1'234.50`, `1 234,50`, also with Arabic-Indic
    /// digits and a currency sign around. `None` if it is not an amount or does not fit.
    ///
    /// With both `.` and `,` the last one is the decimal mark. A single mark followed by exactly three digits groups
    /// thousands (`1.234` is one thousand two hundred and thirty-four), unless the currency has three decimals.
    pub fn parse(text: &str, currency: Currency) -> Option<Self> {
        let plain = plain_digits(text);
        let negative = plain.starts_with('-') || plain.ends_with('-') || plain.starts_with('(');
        let body: String = plain.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
        if !body.chars().any(|c| c.is_ascii_digit()) {
            return None;
        }
        let (whole, fraction) = split_decimals(&body, currency.decimals());
        let decimals = currency.decimals() as usize;
        if fraction.len() > decimals && fraction.bytes().skip(decimals).any(|b| b != b'0') {
            return None;
        }
        let mut minor: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
        for position in 0..decimals {
            let digit = fraction.as_bytes().get(position).map_or(0, |b| i64::from(b - b'0'));
            minor = minor.checked_mul(10)?.checked_add(digit)?;
        }
        Some(Self::new(if negative { -minor } else { minor }, currency))
    }

    /// The amount as a plain decimal number with a point, as files and forms carry it: `1234.50`.
    pub fn decimal(&self) -> String {
        let decimals = self.currency.decimals();
        let unit = 10u64.pow(decimals);
        let sign = if self.minor < 0 { "-" } else { "" };
        let amount = self.minor.unsigned_abs();
        match decimals {
            0 => format!("{sign}{amount}"),
            _ => format!("{sign}{}.{:0width$}", amount / unit, amount % unit, width = decimals as usize),
        }
    }
}

/// Replaces other scripts' digits and marks by ASCII and drops everything that is not part of a number.
fn plain_digits(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '0'..='9' | '.' | ',' | '-' | '(' => Some(c),
            '\u{0660}'..='\u{0669}' => char::from_digit(c as u32 - 0x0660, 10),
            '\u{06F0}'..='\u{06F9}' => char::from_digit(c as u32 - 0x06F0, 10),
            '\u{066B}' => Some(','),
            '\u{2212}' => Some('-'),
            _ => None,
        })
        .collect()
}

/// Splits digits and marks into whole and fractional digits.
fn split_decimals(body: &str, decimals: u32) -> (String, String) {
    let digits = |part: &str| part.chars().filter(char::is_ascii_digit).collect::<String>();
    let Some(mark) = body.rfind(['.', ',']) else { return (digits(body), String::new()) };
    let after = &body[mark + 1..];
    let marks: Vec<char> = body.chars().filter(|c| !c.is_ascii_digit()).collect();
    let repeated = marks.len() > 1 && marks.iter().all(|m| *m == marks[0]);
    let groups = repeated || (marks.len() == 1 && after.len() == 3 && decimals != 3);
    if groups { (digits(body), String::new()) } else { (digits(&body[..mark]), digits(after)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cents(text: &str) -> Option<i64> {
        Money::parse(text, Currency::EUR).map(|m| m.minor)
    }

    #[test]
    fn amounts_are_read_in_every_notation() {
        for text in ["1234.5", "1.234,50", "1,234.50", "1'234.50", "1 234,50 €", "€1,234.50", "١٢٣٤٫٥٠"]
        {
            assert_eq!(cents(text), Some(123_450), "{text}");
        }
        assert_eq!(cents("1.234"), Some(123_400));
        assert_eq!(cents("1.234.567"), Some(123_456_700));
        assert_eq!(cents("-12,30"), Some(-1_230));
        assert_eq!(cents("12"), Some(1_200));
        assert_eq!(cents(".5"), Some(50));
    }

    #[test]
    fn what_is_not_an_amount_is_refused() {
        assert_eq!(cents("about a lot"), None);
        assert_eq!(cents("1.2345,678"), None);
        assert_eq!(cents("99999999999999999999"), None);
    }

    #[test]
    fn decimals_follow_the_currency() {
        let yen: Currency = "JPY".parse().unwrap();
        let dinar: Currency = "KWD".parse().unwrap();
        assert_eq!(Money::parse("1234", yen).unwrap().minor, 1234);
        assert_eq!(Money::parse("1.234", dinar).unwrap().minor, 1234);
        assert_eq!(Money::new(-5, Currency::EUR).decimal(), "-0.05");
        assert_eq!(Money::new(1234, yen).decimal(), "1234");
        assert_eq!(Money::new(1234, dinar).decimal(), "1.234");
    }
}
