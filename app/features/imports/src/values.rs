//! How a cell becomes the value of a field, or why it does not.

use kernel::{Currency, Instant, Money, Text, Zone, normal, plain};

use crate::dates::{self, DateRead};
use crate::{DateOrder, FieldKind, Value};

/// What cells are read by.
pub struct Reading<'a> {
    /// The currency of amounts that name none.
    pub currency: Currency,
    /// The order of day and month, if it was chosen.
    pub date_order: Option<DateOrder>,
    /// Where times are local.
    pub zone: &'a Zone,
}

/// Tidies a cell: without spaces and invisible marks at its ends, and without the apostrophe that exports put before what
/// a spreadsheet could take for a formula.
pub fn tidy(cell: &str) -> &str {
    plain::trimmed(plain::bare(plain::trimmed(cell)))
}

impl Reading<'_> {
    /// Reads a tidied cell that is not empty into a field that is no dictionary's.
    ///
    /// # Errors
    /// Why the row is refused, without the name of the field.
    pub fn value(&self, kind: FieldKind, cell: &str) -> Result<Value, Text> {
        if cell.contains('\u{fffd}') {
            return Err(Text::new("import-refuse-letter"));
        }
        match kind {
            FieldKind::Text(limit) => short(&plain::line(cell), limit),
            FieldKind::LongText(limit) => short(&plain::lines(cell), limit),
            FieldKind::Email => email(first_of(cell)),
            FieldKind::Phone => phone(first_of(cell)),
            FieldKind::Money => self.money(cell),
            FieldKind::Currency => {
                currency(cell).map(Value::Currency).ok_or_else(|| bad("import-refuse-currency", cell))
            }
            FieldKind::Day => self.date(cell).map(|(day, _)| Value::Day(day)),
            FieldKind::Moment => match exact(cell) {
                Some(at) => Ok(Value::Moment(at)),
                None => self
                    .date(cell)
                    .map(|(day, time)| Value::Moment(self.zone.instant(day, time.unwrap_or_default()))),
            },
            FieldKind::Flag => flag(cell).map(Value::Flag).ok_or_else(|| bad("import-refuse-flag", cell)),
            FieldKind::Number => {
                let number = cell.parse().ok().filter(|number| *number > 0);
                number.map(Value::Number).ok_or_else(|| bad("import-refuse-number", cell))
            }
            FieldKind::Choice | FieldKind::Tags => Err(bad("import-refuse-word", cell)),
        }
    }

    fn date(&self, cell: &str) -> Result<(kernel::Day, Option<u32>), Text> {
        match dates::read(cell, self.date_order) {
            DateRead::Day(day, time) => Ok((day, time)),
            DateRead::Ambiguous => Err(bad("import-refuse-date-order", cell)),
            DateRead::No => Err(bad("import-refuse-date", cell)),
        }
    }

    fn money(&self, cell: &str) -> Result<Value, Text> {
        let letters: String = cell.chars().filter(|c| c.is_ascii_alphabetic()).collect();
        let named = currency(&letters).filter(is_offered).or_else(|| sign(cell));
        // Words around a number are a remark, and a remark may change what the number means.
        if named.is_none() && cell.chars().any(char::is_alphabetic) {
            return Err(bad("import-refuse-money", cell));
        }
        let amount = Money::parse(cell, named.unwrap_or(self.currency));
        amount.map(Value::Money).ok_or_else(|| bad("import-refuse-money", cell))
    }
}

/// A moment as our own exports write it where the clock shows an hour twice: `2026-10-25 02:30:00+01:00`.
fn exact(cell: &str) -> Option<Instant> {
    let (local, offset) = cell.split_at_checked(19)?;
    let ahead = match offset.get(..1)? {
        "+" => 1,
        "-" => -1,
        _ => return None,
    };
    let (hours, minutes) = offset[1..].split_once(':')?;
    let offset = ahead * (hours.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok()?);
    match dates::read(local, None) {
        DateRead::Day(day, Some(seconds)) => {
            Some(Zone::utc().instant(day, seconds).plus(-offset * Instant::MINUTE))
        }
        _ => None,
    }
}

/// Google writes all numbers of one kind into one cell, divided by `:::`. The first one counts.
fn first_of(cell: &str) -> &str {
    cell.split(":::").map(str::trim).find(|part| !part.is_empty()).unwrap_or(cell)
}

/// Text that fits.
pub fn short(text: &str, limit: usize) -> Result<Value, Text> {
    let length = text.chars().count();
    match length > limit {
        true => Err(Text::new("import-refuse-long").with("length", length).with("limit", limit)),
        false => Ok(Value::Text(text.to_owned())),
    }
}

fn bad(key: &'static str, cell: &str) -> Text {
    let shown: String = cell.chars().take(60).collect();
    Text::new(key).with("cell", shown)
}

fn email(cell: &str) -> Result<Value, Text> {
    let address = plain::address(cell.strip_prefix("mailto:").unwrap_or(cell));
    match normal::email(&address) {
        Some(_) => Ok(Value::Text(address)),
        None => Err(bad("import-refuse-email", cell)),
    }
}

/// A phone number as it is typed. `4.91511E+11` has lost its last digits for good: Excel wrote it.
fn phone(cell: &str) -> Result<Value, Text> {
    let upper = cell.to_ascii_uppercase();
    let digits = cell.chars().filter(|c| c.is_numeric()).count();
    if upper.contains("E+") && digits > 0 && upper.chars().all(|c| c.is_ascii_digit() || "E+.,-".contains(c))
    {
        return Err(bad("import-refuse-phone-excel", cell));
    }
    if digits < 3 {
        return Err(bad("import-refuse-phone", cell));
    }
    short(&plain::address(cell), 60)
}

/// The currency of a code.
pub fn currency(text: &str) -> Option<Currency> {
    text.parse().ok()
}

/// Any three letters could be a code; beside an amount only the usual ones are taken for one.
fn is_offered(currency: &Currency) -> bool {
    Currency::offered().any(|offered| offered == *currency)
}

fn sign(cell: &str) -> Option<Currency> {
    let signs =
        [("€", "EUR"), ("£", "GBP"), ("₹", "INR"), ("R$", "BRL"), ("₺", "TRY"), ("¥", "JPY"), ("$", "USD")];
    signs.iter().find(|(sign, _)| cell.contains(sign)).and_then(|(_, code)| code.parse().ok())
}

fn flag(cell: &str) -> Option<bool> {
    const YES: &[&str] = &["1", "true", "yes", "y", "x", "si", "sì", "vero", "oui", "vrai", "نعم", "✓"];
    const NO: &[&str] = &["0", "false", "no", "n", "falso", "non", "faux", "لا"];
    let word = plain::composed(cell).to_lowercase();
    match () {
        () if YES.contains(&word.as_str()) => Some(true),
        () if NO.contains(&word.as_str()) => Some(false),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(kind: FieldKind, cell: &str) -> Result<Value, std::borrow::Cow<'static, str>> {
        let zone = Zone::utc();
        let reading = Reading { currency: Currency::EUR, date_order: None, zone: &zone };
        reading.value(kind, tidy(cell)).map_err(|text| text.key)
    }

    fn text(text: &str) -> Result<Value, std::borrow::Cow<'static, str>> {
        Ok(Value::Text(text.into()))
    }

    #[test]
    fn a_phone_number_that_excel_has_spoilt_is_refused() {
        assert_eq!(read(FieldKind::Phone, "4.91511E+11"), Err("import-refuse-phone-excel".into()));
        assert_eq!(read(FieldKind::Phone, "0039 06 1234"), text("0039 06 1234"), "zeros in front stay");
        assert_eq!(
            read(FieldKind::Phone, "'+39 06 1234"),
            text("+39 06 1234"),
            "as our own export writes it"
        );
    }

    #[test]
    fn amounts_may_name_their_currency() {
        let money = |cell: &str| read(FieldKind::Money, cell);
        let made = |minor, code: &str| Ok(Value::Money(Money::new(minor, code.parse().unwrap())));
        assert_eq!(money("1.234,50"), made(123_450, "EUR"));
        assert_eq!(money("USD 1,234.50"), made(123_450, "USD"));
        assert_eq!(money("£ 12"), made(1_200, "GBP"));
        assert_eq!(money("about 5"), Err("import-refuse-money".into()));
    }

    #[test]
    fn an_hour_that_comes_twice_is_told_apart() {
        let at = |cell: &str| read(FieldKind::Moment, cell);
        let (first, second) = (at("2026-10-25 02:30:00+02:00"), at("2026-10-25 02:30:00+01:00"));
        assert_eq!(first, Ok(Value::Moment(Zone::utc().parse_local("2026-10-25T00:30").unwrap())));
        assert_eq!(second, Ok(Value::Moment(Zone::utc().parse_local("2026-10-25T01:30").unwrap())));
    }

    #[test]
    fn too_long_is_refused_and_spaces_are_tidied() {
        assert_eq!(read(FieldKind::Text(5), " Ada\u{a0} B "), text("Ada B"));
        assert_eq!(read(FieldKind::Text(3), "Adah"), Err("import-refuse-long".into()));
        assert_eq!(read(FieldKind::Text(9), "A\u{fffd}a"), Err("import-refuse-letter".into()));
        assert_eq!(read(FieldKind::Email, "mailto:Ada@Example.com"), text("Ada@Example.com"));
        assert_eq!(read(FieldKind::Email, "ada@a.example ::: a@b.example"), text("ada@a.example"));
        assert_eq!(read(FieldKind::Email, "ada at example"), Err("import-refuse-email".into()));
        assert_eq!(read(FieldKind::Flag, "Sì"), Ok(Value::Flag(true)));
        assert_eq!(read(FieldKind::Text(4), "Zoe\u{301}"), text("Zoé"));
        assert_eq!(read(FieldKind::Email, "zoe\u{301}\u{200b}@x.org"), text("zoé@x.org"));
        assert_eq!(read(FieldKind::Phone, "\u{202d}+39 06 1234\u{202c}"), text("+39 06 1234"));
    }
}
