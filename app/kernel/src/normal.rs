//! The forms in which things are compared: e-mail addresses, phone numbers, names.

use std::borrow::Cow;

use crate::plain::{composed, is_invisible};

/// What is seen of a text: its letters composed, and none that are invisible. Both are no difference to anybody.
fn seen(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let seen: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    Cow::Owned(composed(&seen).into_owned())
}

/// An e-mail address for comparing: trimmed, composed, without invisible characters, lower-cased.
/// `None` if it does not look like an address.
pub fn email(text: &str) -> Option<String> {
    let plain = seen(text).trim().to_lowercase();
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

/// The key that names sort by: lower-cased, without diacritics of the Latin letters, composed, spaces folded. Compared byte
/// by byte, so that both databases sort alike on every machine.
pub fn sort_key(text: &str) -> String {
    let folded: String = seen(text).to_lowercase().chars().flat_map(fold).collect();
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
        _ => return [Some(c), None].into_iter().flatten(),
    };
    let mut letters = plain.chars();
    [letters.next(), letters.next()].into_iter().flatten()
}

/// The host of a website for comparing: lower-cased, without `www.`, port and path. Where a host belongs to many
/// (`linkedin.com/in/ada`), the path stays. `None` if it is no address of the web.
pub fn site(text: &str) -> Option<String> {
    let plain = seen(text).trim().to_lowercase();
    let rest = plain.split_once("://").map_or(plain.as_str(), |(_, rest)| rest);
    let (place, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let host = place.rsplit('@').next()?.split(':').next()?.trim_end_matches('.');
    let host = host.strip_prefix("www.").unwrap_or(host);
    let is_fine = host.contains('.') && !host.starts_with('.') && !host.chars().any(char::is_whitespace);
    let path = path.split(['?', '#']).next()?.trim_end_matches('/');
    match is_fine {
        true if SHARED_HOSTS.contains(&host) => (!path.is_empty()).then(|| format!("{host}{path}")),
        true => Some(host.to_owned()),
        false => None,
    }
}

/// Hosts on which everybody has a page.
const SHARED_HOSTS: [&str; 9] = [
    "facebook.com",
    "github.com",
    "instagram.com",
    "linkedin.com",
    "sites.google.com",
    "t.me",
    "twitter.com",
    "x.com",
    "youtube.com",
];

/// The name of a company for comparing: as [`sort_key`], and without punctuation (`ACME, Inc.` is `acme inc`) and marks that
/// belong to no letter. `None` if nothing is left.
pub fn company(text: &str) -> Option<String> {
    let is_mark = |c: &char| ('\u{0300}'..='\u{036F}').contains(c);
    let key: String = sort_key(text).chars().filter(|c| !is_mark(c)).collect();
    let words: Vec<&str> =
        key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join(" "))
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
    fn letters_of_two_parts_are_the_same_as_those_of_one() {
        assert_eq!(email("zoe\u{301}@cafe\u{301}.example"), email("ZOÉ@café.example"));
        assert_eq!(email("ada\u{200b}@x\u{2060}.org").as_deref(), Some("ada@x.org"));
        assert_eq!(site("https://cafe\u{301}.example").as_deref(), Some("café.example"));
        assert_eq!(sort_key("Zoe\u{301} O\u{308}z"), sort_key("ZOÉ ÖZ"));
        assert_eq!(sort_key("Z\u{200d}oe\u{200b}\u{301}"), "zoe", "also behind what nobody sees");
        assert_eq!(
            sort_key("\u{3a3}\u{3bf}\u{3c6}\u{3b9}\u{301}\u{3b1}"),
            sort_key("\u{3a3}\u{3bf}\u{3c6}\u{3af}\u{3b1}")
        );
        assert_eq!(company("S\u{323}\u{307}A").as_deref(), company("Ṩa").as_deref());
        assert_eq!(search_words("Zoe\u{301}"), ["zoe"]);
    }

    #[test]
    fn phones_get_the_country_of_the_organisation() {
        assert_eq!(phone("06 6982 1234", "IT").as_deref(), Some("+390669821234"));
        assert_eq!(phone("+49 (0)30 901820", "IT").as_deref(), Some("+4930901820"));
        assert_eq!(phone("hello", "IT"), None);
    }

    #[test]
    fn websites_are_compared_by_host_and_companies_without_punctuation() {
        for same in [
            "https://www.Example.com/about?x=1",
            "example.com",
            "HTTP://example.com:8080",
            " www.example.com. ",
        ] {
            assert_eq!(site(same).as_deref(), Some("example.com"), "{same}");
        }
        assert_eq!(site("linkedin.com/in/ada/").as_deref(), Some("linkedin.com/in/ada"));
        assert_eq!(
            (site("https://linkedin.com"), site("none"), site("https://javascript:alert(1)")),
            (None, None, None)
        );
        assert_eq!(company("ACME,  Inc.").as_deref(), Some("acme inc"));
        assert_eq!(company("Soci\u{0065}\u{0301}t\u{00e9}").as_deref(), Some("societe"));
        assert_eq!(company(" - "), None);
    }

    #[test]
    fn names_sort_without_case_and_accents() {
        assert_eq!(sort_key("  Élodie   Œuvre "), "elodie oeuvre");
        assert_eq!(search_words("O'Brien, Łódź 42"), ["o", "brien", "lodz", "42"]);
    }
}
