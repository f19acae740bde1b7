//! VAT numbers by their form, country by country. Whether one was given to somebody, only the authorities know.
//!
//! Forms of the Union: Council Directive 2006/112/EC, Article 215, and the Commission's list of structures in VIES;
//! Switzerland: UID with `MWST`, `TVA` or `IVA`; the United Kingdom: HMRC's nine or twelve digits, `GD` and `HA`.

/// A form: `9` stands for a digit, `A` for a letter, `*` for either, and all else for itself.
const FORMS: &[(&str, &[&str])] = &[
    ("AT", &["U99999999"]),
    ("BE", &["0999999999", "1999999999"]),
    ("BG", &["999999999", "9999999999"]),
    ("CH", &["E999999999", "E999999999MWST", "E999999999TVA", "E999999999IVA"]),
    ("CY", &["99999999A"]),
    ("CZ", &["99999999", "999999999", "9999999999"]),
    ("DE", &["999999999"]),
    ("DK", &["99999999"]),
    ("EE", &["999999999"]),
    ("EL", &["999999999"]),
    ("ES", &["A99999999", "99999999A", "A9999999A"]),
    ("FI", &["99999999"]),
    ("FR", &["**999999999"]),
    ("GB", &["999999999", "999999999999", "GD999", "HA999"]),
    ("HR", &["99999999999"]),
    ("HU", &["99999999"]),
    ("IE", &["9999999A", "9999999AA", "9*99999A"]),
    ("IT", &["99999999999"]),
    ("LT", &["999999999", "999999999999"]),
    ("LU", &["99999999"]),
    ("LV", &["99999999999"]),
    ("MT", &["99999999"]),
    ("NL", &["999999999B99"]),
    ("PL", &["9999999999"]),
    ("PT", &["999999999"]),
    ("RO", &["99", "999", "9999", "99999", "999999", "9999999", "99999999", "999999999", "9999999999"]),
    ("SE", &["999999999999"]),
    ("SI", &["99999999"]),
    ("SK", &["9999999999"]),
    ("XI", &["999999999", "999999999999", "GD999", "HA999"]),
];

/// The longest number of a country that is not in the list.
const LONGEST: usize = 20;

/// A number without spaces, dots and dashes, with the country before it, if it can be one: `it 123.456.789.03` and, of a
/// customer in Italy, `12345678903` are `IT12345678903`. Numbers of other countries are taken as they are.
pub(crate) fn tidied(text: &str, country: Option<&str>) -> Option<String> {
    let plain: String = text.chars().filter(|c| !matches!(c, ' ' | '.' | '-' | '/')).collect();
    let plain = plain.to_uppercase();
    if plain.is_empty() || plain.len() > LONGEST || !plain.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    let own = country.map(|country| if country == "GR" { "EL" } else { country });
    // A number that fits where it stands is not taken apart: a Spanish one begins with a letter by itself.
    if let Some((code, forms)) = own.and_then(of) {
        let bare = plain.strip_prefix(code).unwrap_or(&plain);
        if fits_any(bare, forms) {
            return Some(format!("{code}{bare}"));
        }
    }
    match plain.split_at_checked(2).and_then(|(code, bare)| Some((of(code)?, bare))) {
        Some(((_, forms), bare)) => fits_any(bare, forms).then_some(plain),
        None if own.is_some_and(|own| of(own).is_some()) => None,
        None => Some(plain),
    }
}

fn of(code: &str) -> Option<(&'static str, &'static [&'static str])> {
    FORMS.iter().find(|(own, _)| *own == code).copied()
}

fn fits_any(bare: &str, forms: &[&str]) -> bool {
    forms.iter().any(|form| fits(bare, form))
}

fn fits(bare: &str, form: &str) -> bool {
    let fits = |(own, wanted): (u8, u8)| match wanted {
        b'9' => own.is_ascii_digit(),
        b'*' => own.is_ascii_alphanumeric(),
        // Letters that stand for themselves are those of no form but these.
        b'A' => own.is_ascii_uppercase(),
        other => own == other,
    };
    bare.len() == form.len() && bare.bytes().zip(form.bytes()).all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_in_one_way() {
        for text in ["IT12345678903", "it 123.456.789.03", "12345678903", "1234567 8903"] {
            assert_eq!(tidied(text, Some("IT")).as_deref(), Some("IT12345678903"), "{text}");
        }
        assert_eq!(tidied("094259216", Some("GR")).as_deref(), Some("EL094259216"));
        assert_eq!(tidied("B12345678", Some("ES")).as_deref(), Some("ESB12345678"));
        assert_eq!(tidied("U12345678", Some("AT")).as_deref(), Some("ATU12345678"));
        assert_eq!(tidied("CHE-123.456.789 MWST", Some("CH")).as_deref(), Some("CHE123456789MWST"));
    }

    #[test]
    fn the_number_of_another_country_is_judged_by_that_country() {
        assert_eq!(tidied("DE123456789", Some("IT")).as_deref(), Some("DE123456789"));
        assert_eq!(tidied("DE12345678", Some("IT")), None);
        assert_eq!(tidied("DE123456789", None).as_deref(), Some("DE123456789"));
    }

    #[test]
    fn what_has_not_the_form_of_its_country_is_refused() {
        for (text, country) in [("1234567890", "IT"), ("12345678901A", "FR"), ("U1234567", "AT"), ("9", "RO")]
        {
            assert_eq!(tidied(text, Some(country)), None, "{text}");
        }
        assert_eq!(tidied("'; drop table", Some("US")), None);
        assert_eq!(tidied("x".repeat(21).as_str(), None), None);
    }

    #[test]
    fn of_a_country_without_a_known_form_the_number_is_taken_as_it_is() {
        assert_eq!(tidied("12-3456789", Some("US")).as_deref(), Some("123456789"));
        assert_eq!(tidied("300123456700003", Some("SA")).as_deref(), Some("300123456700003"));
    }
}
