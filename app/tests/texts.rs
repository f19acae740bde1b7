//! Every sentence that the program says is there in every language, and none is there for nothing.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

#[path = "texts/sentences.rs"]
mod sentences;
#[path = "texts/sources.rs"]
mod sources;

use std::collections::{BTreeMap, BTreeSet};

use sentences::{LANGUAGES, Sentence, Sentences};
use sources::Words;

/// Keys that no source spells out as they stand, and why.
const BUILT: &[(&str, &str)] = &[
    ("cldr-", "the kernel reads all conventions of a language when it makes its texts"),
    ("board-sort-", "one for each order of the board, by its code"),
    ("duplicates-count-", "one for each sign of a duplicate, by its code"),
    ("fields-kind-", "one for each kind of values, by its code"),
    ("board-group-", "one for each grouping of the board, by its code"),
];

#[test]
fn every_file_can_be_read() {
    let broken: Vec<_> = Sentences::all().into_iter().flat_map(|file| file.broken).collect();
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn all_languages_say_the_same_with_the_same_gaps() {
    let mut faults = Vec::new();
    for (folder, files) in by_folder() {
        let english = &files["en"].by_key;
        for language in LANGUAGES {
            let Some(own) = files.get(language) else {
                faults.push(format!("{folder} has no {language}"));
                continue;
            };
            faults.extend(
                differences(english, &own.by_key).map(|what| format!("{folder}/{language}.ftl: {what}")),
            );
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

fn differences<'a>(
    english: &'a BTreeMap<String, Sentence>,
    own: &'a BTreeMap<String, Sentence>,
) -> impl Iterator<Item = String> + 'a {
    let missing =
        english.keys().filter(|key| !own.contains_key(*key)).map(|key| format!("`{key}` is missing"));
    let surplus =
        own.keys().filter(|key| !english.contains_key(*key)).map(|key| format!("`{key}` is not in English"));
    let other_gaps = own.iter().filter_map(|(key, sentence)| {
        let (wanted, has) = (&english.get(key)?.gaps, &sentence.gaps);
        (wanted != has).then(|| format!("`{key}` has the gaps {has:?}, English has {wanted:?}"))
    });
    missing.chain(surplus).chain(other_gaps)
}

#[test]
fn arabic_counts_in_all_its_six_forms() {
    let arabic = Sentences::all().into_iter().filter(|file| file.language == "ar");
    let poor: Vec<_> = arabic
        .flat_map(|file| {
            file.by_key.into_iter().map(move |(key, sentence)| (file.folder.clone(), key, sentence))
        })
        .filter(|(_, _, sentence)| !sentence.counts_fully)
        .map(|(folder, key, _)| format!("{folder}: {key}"))
        .collect();
    assert!(poor.is_empty(), "{poor:#?}");
}

#[test]
fn no_key_stands_in_two_crates() {
    let mut owners: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in Sentences::all() {
        for key in file.by_key.into_keys() {
            owners.entry(key).or_default().insert(file.folder.clone());
        }
    }
    owners.retain(|_, folders| folders.len() > 1);
    assert!(owners.is_empty(), "{owners:#?}");
}

#[test]
fn every_key_that_the_program_says_is_there() {
    let known = keys();
    let words = Words::of_the_program();
    let unknown: BTreeMap<_, _> = words.said.iter().filter(|(key, _)| !known.contains(*key)).collect();
    assert!(unknown.is_empty(), "{unknown:#?}");
}

/// Areas in whose names nothing else is called: what begins like a key there and is no class is meant as one, wherever
/// it stands.
const AREAS: [&str; 8] =
    ["import-", "note-", "file-", "reminder-", "timeline-", "token-", "password-", "conflict-"];

#[test]
fn whatever_begins_like_a_key_is_one() {
    let (known, classes) = (keys(), sources::classes());
    let words = Words::of_the_program();
    let is_word = |text: &str| {
        text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c))
            && !text.ends_with('-')
    };
    let meant =
        words.literals.iter().filter(|text| is_word(text) && AREAS.iter().any(|area| text.starts_with(area)));
    let unknown: Vec<_> = meant.filter(|text| !known.contains(*text) && !classes.contains(*text)).collect();
    assert!(unknown.is_empty(), "{unknown:#?}");
}

#[test]
fn every_key_that_is_there_is_said() {
    let words = Words::of_the_program();
    let mentioned: BTreeSet<_> = Sentences::all().into_iter().flat_map(|file| file.mentions).collect();
    let is_built = |key: &str| {
        BUILT.iter().any(|(start, _)| key.starts_with(start))
            || words.starts.iter().any(|start| key.starts_with(start.as_str()))
    };
    let silent: Vec<_> = keys()
        .into_iter()
        .filter(|key| !words.literals.contains(key) && !mentioned.contains(key) && !is_built(key))
        .collect();
    assert!(silent.is_empty(), "{silent:#?}");
}

fn keys() -> BTreeSet<String> {
    Sentences::all()
        .into_iter()
        .filter(|file| file.language == "en")
        .flat_map(|file| file.by_key.into_keys())
        .collect()
}

fn by_folder() -> BTreeMap<String, BTreeMap<String, Sentences>> {
    let mut all: BTreeMap<String, BTreeMap<String, Sentences>> = BTreeMap::new();
    for file in Sentences::all() {
        all.entry(file.folder.clone()).or_default().insert(file.language.clone(), file);
    }
    all
}
