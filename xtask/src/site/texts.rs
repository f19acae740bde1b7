//! One file of texts for each language, put together from the `texts/` folders of the crates.
use super::{Output, files_below};
use crate::place;
use anyhow::{Context, Result, ensure};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// The languages of the interface; each `texts/` folder has one file for each.
const LANGUAGES: [&str; 4] = ["en", "it", "fr", "ar"];

/// Writes `texts/<language>.ftl`. Two texts with one name stop the build: one of them would never be seen.
pub fn build(output: &mut Output) -> Result<()> {
    let mut names = BTreeMap::new();
    for language in LANGUAGES {
        let mut all = String::new();
        let mut origin: BTreeMap<String, PathBuf> = BTreeMap::new();
        for path in sources(language)? {
            let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
            for name in message_names(&text) {
                let before = origin.insert(name.to_owned(), path.clone());
                if let Some(before) = before {
                    let (before, path) = (short(&before), short(&path));
                    anyhow::bail!("the text `{name}` is in {before} and in {path}");
                }
            }
            all.push_str(text.trim_end());
            all.push_str("\n\n");
        }
        output.add(&format!("texts/{language}.ftl"), all.as_bytes())?;
        names.insert(language, origin);
    }
    say_what_is_missing(&names);
    Ok(())
}

/// A missing text shows in English; it is a mistake all the same, and the people who build hear of it.
fn say_what_is_missing(names: &BTreeMap<&str, BTreeMap<String, PathBuf>>) {
    let Some(english) = names.get("en") else { return };
    for (language, own) in names {
        for (name, path) in english.iter().filter(|(name, _)| !own.contains_key(*name)) {
            eprintln!("warning: `{name}` of {} has no text in `{language}`", short(path));
        }
        for (name, path) in own.iter().filter(|(name, _)| !english.contains_key(*name)) {
            eprintln!("warning: `{name}` of {} has no text in `en`", short(path));
        }
    }
}

/// The language's files in the order of their paths.
fn sources(language: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for folder in ["app", "server"] {
        let ending = Path::new("texts").join(format!("{language}.ftl"));
        found.extend(
            files_below(&place::root().join(folder))?.into_iter().filter(|path| path.ends_with(&ending)),
        );
    }
    found.sort();
    ensure!(found.iter().all(|path| path.is_file()), "a texts file went away");
    Ok(found)
}

/// The names of the messages and terms that a Fluent file defines.
fn message_names(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let (name, _) = line.split_once('=')?;
        let name = name.trim_end();
        let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        let starts_well = name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '-');
        (starts_well && name.bytes().all(is_word)).then_some(name)
    })
}

fn short(path: &Path) -> std::path::Display<'_> {
    path.strip_prefix(place::root()).unwrap_or(path).display()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_and_terms_are_found_and_their_insides_are_not() {
        let text = "# note = no\nleads = Leads\n-brand = Foyer\ncount =\n    { $n ->\n        [one] a = b\n       *[other] c\n    }\n    .title = T\n";
        assert_eq!(message_names(text).collect::<Vec<_>>(), ["leads", "-brand", "count"]);
    }
}
