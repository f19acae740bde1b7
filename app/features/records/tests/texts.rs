//! Every text of this crate can be read in every language, and every text that the sources name is there.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

use std::path::Path;

use kernel::Texts;

fn keys(source: &str) -> Vec<&str> {
    let lines = source.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    lines.filter_map(|line| line.split_once(" =").map(|(key, _)| key)).collect()
}

#[test]
fn every_language_says_everything() {
    let english = keys(records::TEXTS[0].1);
    for (language, source) in records::TEXTS {
        let texts = Texts::new(*language, [*source]);
        assert_eq!(keys(source), english, "{language:?} has the same texts in the same order");
        let unreadable: Vec<_> = english.iter().filter(|key| !texts.knows(key)).collect();
        assert!(unreadable.is_empty(), "{language:?} cannot be read: {unreadable:?}");
    }
}

#[test]
fn every_text_that_the_sources_name_is_there() {
    let own = records::TEXTS.iter().chain(kernel::TEXTS);
    let texts = Texts::new(kernel::Language::En, own.map(|(_, source)| *source));
    let mut missing = Vec::new();
    look(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut |source| {
        let named = MARKS
            .iter()
            .flat_map(|mark| source.split(mark).skip(1))
            .filter_map(|rest| rest.split('"').next());
        // `format!("` ends like `t!("`.
        let is_key =
            |key: &&str| key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        missing.extend(named.filter(is_key).filter(|key| !texts.knows(key)).map(str::to_owned));
    });
    assert!(missing.is_empty(), "{missing:?}");
}

/// What stands before a key in the sources.
const MARKS: &[&str] =
    &["t!(\"", "ts!(\"", ".text(\"", "Text::new(\"", "say(\"", "forbidden(\"", "refused(\"", "key=\""];

/// Gives the text of every source below `folder` to `see`.
fn look(folder: &Path, see: &mut impl FnMut(&str)) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { look(&path, see) } else { see(&std::fs::read_to_string(&path).unwrap()) }
    }
}
