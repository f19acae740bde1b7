//! Texts in the reader's language.
//!
//! Each crate keeps its sentences in `texts/<language>.ftl` (Project Fluent: plural forms by CLDR). The server
//! knows all of them; the browser is given the file of one language and fetches another one when the person
//! switches. How numbers, money and dates are written stands in the kernel's own files (`cldr-*`), so that the
//! server's page and the browser's agree to the letter.

mod conventions;

use std::cell::RefCell;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use leptos::prelude::*;
use leptos::reactive::graph::Observer;
use serde::{Deserialize, Serialize};

use crate::{Arg, Day, Instant, Money, Text, Zone};
use conventions::Conventions;

/// A language that the interface speaks. A further one is a line here and a file beside the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Italian.
    It,
    /// French.
    Fr,
    /// Arabic, written from right to left.
    Ar,
}

impl Language {
    /// All of them, in the order of the language menu.
    pub const ALL: [Self; 4] = [Self::En, Self::It, Self::Fr, Self::Ar];

    /// The BCP 47 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::It => "it",
            Self::Fr => "fr",
            Self::Ar => "ar",
        }
    }

    /// The language's name in itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::It => "Italiano",
            Self::Fr => "Français",
            Self::Ar => "العربية",
        }
    }

    /// The value of the `dir` attribute: `ltr` or `rtl`.
    pub fn direction(self) -> &'static str {
        if self == Self::Ar { "rtl" } else { "ltr" }
    }

    /// The language of a code such as `it` or `it-CH`.
    pub fn parse(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(primary))
    }

    /// The first language of an `Accept-Language` header that we speak. Weights are taken to be in falling order,
    /// as all browsers send them.
    pub fn accepted(header: &str) -> Option<Self> {
        header.split(',').find_map(|part| Self::parse(part.split(';').next()?.trim()))
    }
}

thread_local! {
    /// The conventions of the text that is being written: Fluent's formatter is a plain function.
    static WRITING: RefCell<Arc<Conventions>> = RefCell::default();
}

/// The sentences of one language, ready to be written.
pub struct Texts {
    /// The language.
    pub language: Language,
    bundle: FluentBundle<FluentResource>,
    conventions: Arc<Conventions>,
}

impl Texts {
    /// Reads `.ftl` sources. A source that does not parse is used as far as it goes; a test holds that all do.
    pub fn new<'a>(language: Language, sources: impl IntoIterator<Item = &'a str>) -> Self {
        let locale = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(language.direction() == "rtl");
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => {
                Some(WRITING.with_borrow(|c| c.grouped(&number.value.to_string())))
            }
            _ => None,
        }));
        for source in sources {
            let resource =
                FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        let mut texts = Self { language, bundle, conventions: Arc::default() };
        texts.conventions = Arc::new(Conventions::read(|key| texts.write(key, None)));
        texts
    }

    /// Whether there is a text of this key.
    pub fn knows(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// The text of `key` with these arguments. An unknown key is written as itself, so that nothing breaks.
    pub fn text(&self, key: &str, args: &[(&str, Arg)], zone: &Zone) -> String {
        let args = args.iter().map(|(name, value)| ((*name).to_owned(), self.value(value, zone))).collect();
        self.write(key, Some(&args))
    }

    /// The sentence of a [`Text`].
    pub fn render(&self, text: &Text, zone: &Zone) -> String {
        let args =
            text.args.iter().map(|(name, value)| (name.to_string(), self.value(value, zone))).collect();
        self.write(&text.key, Some(&args))
    }

    fn write(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        WRITING.set(self.conventions.clone());
        self.bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned()
    }

    fn value<'a>(&self, arg: &Arg, zone: &Zone) -> FluentValue<'a> {
        match arg {
            Arg::Text(text) => text.clone().into(),
            Arg::Number(number) => (*number).into(),
            Arg::Money(money) => self.money(*money).into(),
            Arg::Instant(at) => self.date_time(*at, zone).into(),
            Arg::Day(day) => self.day(*day).into(),
            Arg::Nested(text) => self.render(text, zone).into(),
        }
    }

    /// A whole number with its groups: `12,345`.
    pub fn number(&self, number: i64) -> String {
        self.conventions.grouped(&number.to_string())
    }

    /// An amount with its currency: `€1,234.50`, `1.234,50 €`.
    pub fn money(&self, money: Money) -> String {
        self.conventions.money(money)
    }

    /// A day: `21 Nov 2026`.
    pub fn day(&self, day: Day) -> String {
        self.conventions.day(day)
    }

    /// The month of a day, with its year: `Nov 2026`.
    pub fn month(&self, day: Day) -> String {
        self.conventions.month(day)
    }

    /// The short name of a day's weekday.
    pub fn weekday(&self, day: Day) -> &str {
        self.conventions.weekday(day)
    }

    /// The local date of a moment.
    pub fn date(&self, at: Instant, zone: &Zone) -> String {
        self.day(zone.day(at))
    }

    /// The local time of a moment: `14:05`.
    pub fn time(&self, at: Instant, zone: &Zone) -> String {
        let (_, seconds) = zone.split(at);
        format!("{:02}:{:02}", seconds / 3600, seconds / 60 % 60)
    }

    /// The local date and time of a moment.
    pub fn date_time(&self, at: Instant, zone: &Zone) -> String {
        self.conventions.date_time(&self.date(at, zone), &self.time(at, zone))
    }
}

/// The texts of the page, switchable while it is open. A copyable handle.
#[derive(Clone, Copy)]
pub struct I18n {
    texts: RwSignal<Arc<Texts>>,
    zone: StoredValue<Zone>,
}

/// Makes the texts of this language the page's texts.
pub fn provide_i18n(texts: Arc<Texts>, zone: Zone) -> I18n {
    let i18n = I18n { texts: RwSignal::new(texts), zone: StoredValue::new(zone) };
    provide_context(i18n);
    i18n
}

/// The page's texts. Take them at the top of a component and use them in its closures.
///
/// # Panics
/// Outside of the shell, which provides them before anything else.
#[allow(clippy::expect_used)]
pub fn use_i18n() -> I18n {
    use_context::<I18n>().expect("the shell provides the texts before any page is built")
}

impl I18n {
    /// The texts now; a view that calls this is written again when the language changes.
    pub fn texts(&self) -> Arc<Texts> {
        match Observer::get() {
            Some(_) => self.texts.get(),
            None => self.texts.get_untracked(),
        }
    }

    /// The language now.
    pub fn language(&self) -> Language {
        self.read(|texts| texts.language)
    }

    /// What is written in a view is written again when the language changes. What is said once, in a handler or a
    /// task, is not, and needs no warning about it.
    fn read<T>(&self, write: impl FnOnce(&Texts) -> T) -> T {
        write(&self.texts())
    }

    /// Switches the language of the whole page.
    pub fn switch(&self, texts: Arc<Texts>) {
        self.texts.set(texts);
    }

    /// The organisation's time zone.
    pub fn zone(&self) -> Zone {
        self.zone.get_value()
    }

    /// The text of `key` with these arguments.
    pub fn text(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.read(|texts| self.zone.with_value(|zone| texts.text(key, args, zone)))
    }

    /// The sentence of a [`Text`], of an error's text for example.
    pub fn render(&self, text: &Text) -> String {
        self.read(|texts| self.zone.with_value(|zone| texts.render(text, zone)))
    }

    /// A whole number with its groups.
    pub fn number(&self, number: i64) -> String {
        self.read(|texts| texts.number(number))
    }

    /// An amount with its currency.
    pub fn money(&self, money: Money) -> String {
        self.read(|texts| texts.money(money))
    }

    /// The local date of a moment.
    pub fn date(&self, at: Instant) -> String {
        self.read(|texts| self.zone.with_value(|zone| texts.date(at, zone)))
    }

    /// The local date and time of a moment.
    pub fn date_time(&self, at: Instant) -> String {
        self.read(|texts| self.zone.with_value(|zone| texts.date_time(at, zone)))
    }
}

/// A closure that writes a text in the page's language, for use in a view:
/// `{t!("board-title")}`, `{t!("board-count", count = 12)}`.
#[macro_export]
macro_rules! t {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        let i18n = $crate::use_i18n();
        move || i18n.text($key, &[$((stringify!($name), $crate::Arg::from($value))),*])
    }};
}

/// The same as [`t!`] as a `Signal<String>`, for the properties of components.
#[macro_export]
macro_rules! ts {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        leptos::prelude::Signal::derive($crate::t!($key $(, $name = $value)*))
    };
}

/// The crate's texts in every language, from its `texts` folder.
#[macro_export]
macro_rules! texts {
    () => {
        &[
            ($crate::Language::En, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/texts/en.ftl"))),
            ($crate::Language::It, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/texts/it.ftl"))),
            ($crate::Language::Fr, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/texts/fr.ftl"))),
            ($crate::Language::Ar, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/texts/ar.ftl"))),
        ]
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Currency;

    fn texts(language: Language) -> Texts {
        let (_, source) = crate::TEXTS.iter().find(|(l, _)| *l == language).unwrap();
        Texts::new(language, [*source])
    }

    #[test]
    fn numbers_money_and_dates_follow_the_language() {
        let money = Money::new(-123_456_750, Currency::EUR);
        let day: Day = "2026-11-02".parse().unwrap();
        let written = |language| (texts(language).money(money), texts(language).day(day));
        assert_eq!(written(Language::En), ("-€1,234,567.50".into(), "2 Nov 2026".into()));
        assert_eq!(written(Language::It), ("-1.234.567,50\u{a0}€".into(), "2 nov 2026".into()));
        assert_eq!(
            written(Language::Fr),
            ("-1\u{202f}234\u{202f}567,50\u{a0}€".into(), "2 nov. 2026".into())
        );
        assert_eq!(written(Language::Ar).1, "2 نوفمبر 2026");
    }

    #[test]
    fn counts_in_texts_are_grouped_and_choose_the_plural() {
        let source = "leads = { $count ->\n    [one] one lead\n   *[other] { $count } leads\n}\n";
        let kernel = crate::TEXTS[0].1;
        let texts = Texts::new(Language::En, [kernel, source]);
        let say = |count: i64| texts.text("leads", &[("count", count.into())], &Zone::utc());
        assert_eq!((say(1), say(12_345)), ("one lead".into(), "12,345 leads".into()));
    }

    #[test]
    fn the_browsers_languages_are_tried_in_order() {
        assert_eq!(Language::accepted("de-AT,it-CH;q=0.8,en;q=0.5"), Some(Language::It));
        assert_eq!(Language::accepted("de"), None);
    }
}
