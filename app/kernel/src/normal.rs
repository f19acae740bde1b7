//! The forms in which things are compared: e-mail addresses, phone numbers, names.

/// An e-mail address for comparing: trimmed, without invisible characters, lower-cased.
/// `None` if it does not look like an address.
pub fn email(text: &str) -> Option<String> {
    let plain: String = text.trim().chars().filter(|c| !is_invisible(*c)).collect::<String>().to_lowercase();
    let (local, domain) = plain.rsplit_once('@')?;
    let is_fine = !local.is_empty()
        && domain.contains('.')
        && !domain.starts_with('.')
        && !domain.ends_with('.')
        && plain.len() <= 254
        && !plain
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | ';' | '"'));
    is_fine.then_some(plain)
}

/// A phone number as E.164 (`+390612345678`), with `country` (ISO 3166 alpha-2) for numbers without a country code.
/// `None` if it is not a number that can exist.
pub fn phone(text: &str, country: &str) -> Option<String> {
    // The trunk zero in brackets is written for readers, it is not dialled from abroad.
    let digits: String = text.replace("(0)", "").chars().filter_map(western_digit).collect();
    let number = phonenumber::parse(country.parse().ok(), digits).ok()?;
    number.is_valid().then(|| number.format().mode(phonenumber::Mode::E164).to_string())
}

fn western_digit(c: char) -> Option<char> {
    match c {
        '\u{0660}'..='\u{0669}' => char::from_digit(c as u32 - 0x0660, 10),
        '\u{06F0}'..='\u{06F9}' => char::from_digit(c as u32 - 0x06F0, 10),
        c if is_invisible(c) => None,
        c => Some(c),
    }
}

/// The key that names sort by: lower-cased, without diacritics of the Latin letters, spaces folded. Compared byte by
/// byte, so that both databases sort alike on every machine.
pub fn sort_key(text: &str) -> String {
    let folded: String = text.trim().to_lowercase().chars().flat_map(fold).collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn fold(c: char) -> impl Iterator<Item = char> {
    let plain: &str = match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ą' => "a",
        'ç' | 'ć' | 'č' => "c",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => "e",
        'ì' | 'í' | 'î' | 'ï' | 'ī' => "i",
        'ñ' | 'ń' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => "o",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ł' => "l",
        'š' | 'ś' | 'ș' => "s",
        'ž' | 'ź' | 'ż' => "z",
        c if is_invisible(c) => "",
        _ => return [Some(c), None].into_iter().flatten(),
    };
    let mut letters = plain.chars();
    [letters.next(), letters.next()].into_iter().flatten()
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{00AD}')
}

/// The words of a search, as both full-text engines take them: letters and digits, lower-cased, without diacritics.
/// The last one is meant as a beginning.
pub fn search_words(text: &str) -> Vec<String> {
    let key = sort_key(text);
    key.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(8)
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_compared_without_case_and_invisible_letters() {
        assert_eq!(email(" Ada@Example.COM\u{200b} ").as_deref(), Some("ada@example.com"));
        for bad in
            ["ada", "@example.com", "ada@", "ada@localhost", "a b@example.com", "ada@example.com, bob@x.org"]
        {
            assert_eq!(email(bad), None, "{bad}");
        }
    }

    #[test]
    fn phones_get_the_country_of_the_organisation() {
        assert_eq!(phone("06 6982 1234", "IT").as_deref(), Some("+390669821234"));
        assert_eq!(phone("+49 (0)30 901820", "IT").as_deref(), Some("+4930901820"));
        assert_eq!(phone("hello", "IT"), None);
    }

    #[test]
    fn names_sort_without_case_and_accents() {
        assert_eq!(sort_key("  Élodie   Œuvre "), "elodie oeuvre");
        assert_eq!(search_words("O'Brien, Łódź 42"), ["o", "brien", "lodz", "42"]);
    }
}
