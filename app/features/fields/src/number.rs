//! Numbers with up to six decimals, kept as whole millionths: no value of a field is ever rounded.

const UNIT: u64 = 1_000_000;

/// A number that a program or a form writes, `-12.5`, in millionths. `None` if it is none, has more than six decimals or
/// does not fit.
pub fn millionths(text: &str) -> Option<i64> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_number(whole) || !is_number(fraction) || digits.ends_with('.') {
        return None;
    }
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > 6 {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let parts: i64 = format!("{fraction:0<6}").parse().ok()?;
    whole.checked_mul(UNIT as i64)?.checked_add(parts)?.checked_mul(sign)
}

/// Millionths as the shortest plain decimal number: `-12.5`.
pub fn decimal(millionths: i64) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let (whole, parts) = (millionths.unsigned_abs() / UNIT, millionths.unsigned_abs() % UNIT);
    match parts {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{parts:06}").trim_end_matches('0').to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_survive_the_way_through_their_text() {
        for text in ["0", "7", "-12.5", "0.000001", "-0.1", "9223372036854.775807"] {
            assert_eq!(millionths(text).map(decimal).as_deref(), Some(text));
        }
        assert_eq!(millionths("1.500000000"), Some(1_500_000));
    }

    #[test]
    fn what_is_no_number_or_does_not_fit_is_refused() {
        for text in
            ["", "-", ".5", "5.", "1e3", "1,5", " 1", "--1", "0.0000001", "9223372036854.775808", "1.-5"]
        {
            assert_eq!(millionths(text), None, "{text:?}");
        }
    }
}
