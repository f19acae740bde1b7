//! Numbers of bank accounts (IBAN, ISO 13616) and of banks (BIC, ISO 9362).

/// How many characters an IBAN has in each country of the register. In a country that came later only the checksum says
/// whether it fits.
const LENGTHS: &[(&str, usize)] = &[
    ("AD", 24),
    ("AE", 23),
    ("AL", 28),
    ("AT", 20),
    ("AZ", 28),
    ("BA", 20),
    ("BE", 16),
    ("BG", 22),
    ("BH", 22),
    ("BI", 27),
    ("BR", 29),
    ("BY", 28),
    ("CH", 21),
    ("CR", 22),
    ("CY", 28),
    ("CZ", 24),
    ("DE", 22),
    ("DJ", 27),
    ("DK", 18),
    ("DO", 28),
    ("EE", 20),
    ("EG", 29),
    ("ES", 24),
    ("FI", 18),
    ("FO", 18),
    ("FR", 27),
    ("GB", 22),
    ("GE", 22),
    ("GI", 23),
    ("GL", 18),
    ("GR", 27),
    ("GT", 28),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IL", 23),
    ("IQ", 23),
    ("IS", 26),
    ("IT", 27),
    ("JO", 30),
    ("KW", 30),
    ("KZ", 20),
    ("LB", 28),
    ("LC", 32),
    ("LI", 21),
    ("LT", 20),
    ("LU", 20),
    ("LV", 21),
    ("LY", 25),
    ("MC", 27),
    ("MD", 24),
    ("ME", 22),
    ("MK", 19),
    ("MN", 20),
    ("MR", 27),
    ("MT", 31),
    ("MU", 30),
    ("NI", 28),
    ("NL", 18),
    ("NO", 15),
    ("PK", 24),
    ("PL", 28),
    ("PS", 29),
    ("PT", 25),
    ("QA", 29),
    ("RO", 24),
    ("RS", 22),
    ("SA", 24),
    ("SC", 31),
    ("SD", 18),
    ("SE", 24),
    ("SI", 19),
    ("SK", 24),
    ("SM", 27),
    ("ST", 25),
    ("SV", 28),
    ("TL", 23),
    ("TN", 24),
    ("TR", 26),
    ("UA", 29),
    ("VA", 22),
    ("VG", 24),
    ("XK", 20),
];

/// An IBAN as it is kept, without spaces and in capitals; nothing for what is none.
pub(crate) fn iban(typed: &str) -> Option<String> {
    let number = compact(typed);
    let (country, check) = (number.get(..2)?, number.get(2..4)?);
    let is_formed = country.bytes().all(|byte| byte.is_ascii_uppercase())
        && check.bytes().all(|byte| byte.is_ascii_digit())
        && number.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let fits = match LENGTHS.iter().find(|(known, _)| *known == country) {
        Some((_, length)) => number.len() == *length,
        None => (15..=34).contains(&number.len()),
    };
    (is_formed && fits && remainder(&number) == Some(1)).then_some(number)
}

/// The number behind its first four characters, letters as 10 to 35, by 97: 1 for a number without a slip.
fn remainder(number: &str) -> Option<u32> {
    let (head, tail) = number.split_at_checked(4)?;
    tail.chars().chain(head.chars()).try_fold(0, |rest, character| {
        let value = character.to_digit(36)?;
        let shift = if value < 10 { 10 } else { 100 };
        Some((rest * shift + value) % 97)
    })
}

/// The same in groups of four, as people read it.
pub(crate) fn grouped(number: &str) -> String {
    let characters: Vec<char> = number.chars().collect();
    characters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// A BIC as it is kept: bank, country and place, with the branch or without; nothing for what is none.
pub(crate) fn bic(typed: &str) -> Option<String> {
    let code = compact(typed);
    let letters = code.get(..6)?.bytes().all(|byte| byte.is_ascii_uppercase());
    let rest = code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (letters && rest && matches!(code.len(), 8 | 11)).then_some(code)
}

fn compact(typed: &str) -> String {
    typed.chars().filter(|character| !character.is_whitespace()).collect::<String>().to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One of the register's own examples for several countries.
    const EXAMPLES: [&str; 8] = [
        "DE89 3704 0044 0532 0130 00",
        "IT60 X054 2811 1010 0000 0123 456",
        "GB29 NWBK 6016 1331 9268 19",
        "FR14 2004 1010 0505 0001 3M02 606",
        "NO93 8601 1117 947",
        "MT84 MALT 0110 0001 2345 MTLC AST0 01S",
        "EG38 0019 0005 0000 0000 2631 8000 2",
        "SA03 8000 0000 6080 1016 7519",
    ];

    #[test]
    fn numbers_of_the_register_are_kept_without_spaces() {
        for example in EXAMPLES {
            let kept = iban(&example.to_lowercase());
            assert_eq!(kept.as_deref().map(grouped).as_deref(), Some(example));
        }
    }

    #[test]
    fn one_wrong_digit_or_two_that_changed_places_are_noticed() {
        for example in EXAMPLES {
            let number = iban(example).unwrap();
            for place in 4..number.len() {
                let mut slip: Vec<char> = number.chars().collect();
                if let Some(digit) = slip[place].to_digit(10) {
                    slip[place] = char::from_digit((digit + 1) % 10, 10).unwrap();
                    assert_eq!(
                        iban(&slip.iter().collect::<String>()),
                        None,
                        "{example} with a slip at {place}"
                    );
                }
                let mut swapped: Vec<char> = number.chars().collect();
                if place + 1 < swapped.len() && swapped[place] != swapped[place + 1] {
                    swapped.swap(place, place + 1);
                    assert_eq!(
                        iban(&swapped.iter().collect::<String>()),
                        None,
                        "{example} turned at {place}"
                    );
                }
            }
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for typed in [
            "",
            "DE",
            "DE89",
            "DE89 3704 0044 0532 0130 0",
            "D€89 3704 0044 0532 0130 00",
            "ÄÖ12345678901234",
        ] {
            assert_eq!(iban(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_bank_is_named_with_or_without_its_branch() {
        assert_eq!(bic("deut defF").as_deref(), Some("DEUTDEFF"));
        assert_eq!(bic("UNCRITMM500").as_deref(), Some("UNCRITMM500"));
        for typed in ["", "DEUTDEF", "DEUTDEFF5", "DEU1DEFF", "DEUTDEFFÄÄÄ"] {
            assert_eq!(bic(typed), None, "{typed}");
        }
    }
}
