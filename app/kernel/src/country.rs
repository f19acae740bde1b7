//! The names of countries in the languages of the pages.

use crate::I18n;

impl I18n {
    /// The name of the country with this ISO 3166 code. What is no such code (files and programs bring words in) is
    /// shown as it is.
    pub fn country(&self, country: &str) -> String {
        named(&self.text("cldr-countries", &[]), country).unwrap_or(country).to_owned()
    }
}

impl I18n {
    /// All countries: their ISO 3166 codes and names, in the order of the names.
    pub fn countries(&self) -> Vec<(String, String)> {
        let all = self.text("cldr-countries", &[]);
        let entry =
            |entry: &str| entry.trim().split_once(' ').map(|(code, name)| (code.to_owned(), name.to_owned()));
        let mut countries: Vec<(String, String)> = all.split(['|', '\n']).filter_map(entry).collect();
        countries.sort_by(|(_, a), (_, b)| a.cmp(b));
        countries
    }
}

/// The name behind a code in a list such as `IT Italy|FR France`.
fn named<'a>(all: &'a str, country: &str) -> Option<&'a str> {
    let code = country.trim();
    all.split(['|', '\n']).find_map(|entry| {
        let (own, name) = entry.split_once(' ')?;
        own.eq_ignore_ascii_case(code).then_some(name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Texts, Zone};

    fn say(language: Language, country: &str) -> Option<String> {
        let (_, source) = crate::TEXTS.iter().find(|(l, _)| *l == language)?;
        let all = Texts::new(language, [*source]).text("cldr-countries", &[], &Zone::utc());
        named(&all, country).map(str::to_owned)
    }

    #[test]
    fn a_code_is_a_country_in_every_language() {
        let names = Language::ALL.map(|language| say(language, "it").unwrap_or_default());
        assert_eq!(names, ["Italy", "Italia", "Italie", "إيطاليا"]);
        // The last one of a line and the last one of all.
        assert_eq!(say(Language::It, "AM").as_deref(), Some("Armenia"));
        assert_eq!(say(Language::Fr, "ZW").as_deref(), Some("Zimbabwe"));
    }

    #[test]
    fn what_is_no_code_has_no_other_name() {
        assert_eq!(say(Language::En, "Italy"), None);
        assert_eq!(say(Language::En, ""), None);
    }
}
