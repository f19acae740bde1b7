//! The sentences are there in every language.
#![allow(clippy::unwrap_used, missing_docs)]

use std::collections::BTreeSet;

use kernel::{Language, Texts};

fn keys(source: &str) -> BTreeSet<&str> {
    let begins = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
    source.lines().filter(begins).filter_map(|line| line.split_once(" =")).map(|(key, _)| key).collect()
}

#[test]
fn every_language_has_every_sentence() {
    let english = keys(staff::TEXTS[0].1);
    assert!(!english.is_empty());
    for (language, source) in staff::TEXTS {
        assert_eq!(keys(source), english, "{}", language.code());
        let texts = Texts::new(*language, [*source]);
        assert!(english.iter().all(|key| texts.knows(key)), "{}", language.code());
    }
}

#[test]
fn arabic_counts_in_all_its_forms() {
    let (_, source) = staff::TEXTS.iter().find(|(language, _)| *language == Language::Ar).unwrap();
    for form in ["zero", "one", "two", "few", "many", "other"] {
        assert_eq!(
            source.matches("$count ->").count(),
            source.matches(&format!("[{form}]")).count(),
            "{form}"
        );
    }
}
