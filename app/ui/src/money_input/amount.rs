//! Reading and writing amounts. What could mean two things is refused or read by one stated rule, never rounded.

/// Reads an amount as people write it: `1.234,50`, `1,234.50`, `1'234.50`, `1 234,5`, `١٬٢٣٤٫٥٠`, with or without a currency sign.
/// Empty text is `Ok(None)`.
///
/// With both marks the last is the decimal one. A single mark before exactly three digits groups thousands, unless the currency
/// has three decimals or the amount begins with `0`.
///
/// # Errors
/// Text without digits, a second decimal mark, more decimals than the currency has, or more than an `i64` holds.
pub fn parse_minor(text: &str, decimals: u8) -> Result<Option<i64>, NotAnAmount> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let (negative, plain) = plain(text)?;
    let (whole, fraction) = split(&plain, decimals)?;
    let decimals = usize::from(decimals);
    if fraction.len() > decimals || (whole.is_empty() && fraction.is_empty()) {
        return Err(NotAnAmount);
    }
    let digits = format!("{whole}{fraction:0<decimals$}");
    let minor: i64 = digits.parse().map_err(|_| NotAnAmount)?;
    Ok(Some(if negative { -minor } else { minor }))
}

/// Writes an amount without grouping, such as `1234.50`.
pub fn print_minor(minor: i64, decimals: u8, decimal_mark: char) -> String {
    let sign = if minor < 0 { "-" } else { "" };
    let (digits, decimals) = (minor.unsigned_abs().to_string(), usize::from(decimals));
    let digits = format!("{digits:0>width$}", width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    if fraction.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}{decimal_mark}{fraction}")
    }
}

/// The text is not an amount that this currency can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnAmount;

/// The sign and only ASCII digits, points and commas.
fn plain(text: &str) -> Result<(bool, String), NotAnAmount> {
    let (mut negative, mut plain) = (false, String::new());
    for letter in text.chars() {
        match letter {
            '0'..='9' | '.' | ',' => plain.push(letter),
            '٠'..='٩' => plain.push(ascii(letter, '٠')),
            '۰'..='۹' => plain.push(ascii(letter, '۰')),
            '٫' => plain.push('.'),
            '٬' => plain.push(','),
            '-' | '\u{2212}' if plain.is_empty() && !negative => negative = true,
            '\'' | '\u{2019}' | '+' => {}
            _ if letter.is_whitespace() || letter.is_alphabetic() => {}
            '€' | '$' | '£' | '¥' | '\u{200e}' | '\u{200f}' | '\u{61c}' => {}
            _ => return Err(NotAnAmount),
        }
    }
    if plain.bytes().any(|byte| byte.is_ascii_digit()) { Ok((negative, plain)) } else { Err(NotAnAmount) }
}

fn ascii(digit: char, zero: char) -> char {
    char::from_digit(u32::from(digit) - u32::from(zero), 10).unwrap_or('0')
}

/// The digits before and after the decimal mark.
fn split(plain: &str, decimals: u8) -> Result<(String, String), NotAnAmount> {
    let digits = |part: &str| part.replace(['.', ','], "");
    let Some(at) = plain.rfind(['.', ',']) else { return Ok((plain.to_owned(), String::new())) };
    let (before, after) = (&plain[..at], &plain[at + 1..]);
    let mark = &plain[at..=at];
    if before.contains(mark) {
        // The same mark twice groups; then there are no decimals, and the other mark has no place.
        let pure = before.split(mark).skip(1).chain([after]).all(|group| group.len() == 3);
        return if pure { Ok((digits(plain), String::new())) } else { Err(NotAnAmount) };
    }
    let lone = !before.contains(['.', ',']);
    let groups = lone
        && after.len() == 3
        && decimals != 3
        && (1..=3).contains(&before.len())
        && !before.starts_with('0');
    if groups { Ok((digits(plain), String::new())) } else { Ok((digits(before), after.to_owned())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for text in ["1.234,50", "1,234.50", "1'234.5", "1 234,5", "€ 1234.50", "١٬٢٣٤٫٥٠", "1234,50 EUR"]
        {
            assert_eq!(parse_minor(text, 2), Ok(Some(123_450)), "{text}");
        }
        assert_eq!(parse_minor("1.234", 2), Ok(Some(123_400)));
        assert_eq!(parse_minor("1.234", 3), Ok(Some(1_234)));
        assert_eq!(parse_minor("1.234.567", 2), Ok(Some(123_456_700)));
        assert_eq!(parse_minor("-0,5", 2), Ok(Some(-50)));
        assert_eq!(parse_minor("  ", 2), Ok(None));
    }

    #[test]
    fn nothing_is_rounded_or_guessed() {
        for text in ["1.23.4", "0.125", "12,3456", "abc", "1-2", "99999999999999999999", "."] {
            assert_eq!(parse_minor(text, 2), Err(NotAnAmount), "{text}");
        }
        assert_eq!(parse_minor("5.5", 0), Err(NotAnAmount));
    }

    #[test]
    fn what_is_printed_reads_back() {
        for minor in [0, 5, -5, 99, 100, -123_456, i64::MAX] {
            for decimals in [0, 2, 3] {
                assert_eq!(parse_minor(&print_minor(minor, decimals, ','), decimals), Ok(Some(minor)));
            }
        }
    }
}
