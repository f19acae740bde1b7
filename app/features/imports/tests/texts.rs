//! Every sentence exists in every language, and every one of them is used.
#![allow(clippy::unwrap_used, missing_docs)]

use std::collections::BTreeSet;
use std::path::Path;

fn keys(source: &str) -> BTreeSet<String> {
    let lines = source.lines().filter(|line| line.starts_with("import-"));
    lines.filter_map(|line| line.split_once(" =")).map(|(key, _)| key.to_owned()).collect()
}

fn sources(folder: &Path, all: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        match entry.path() {
            path if path.is_dir() => sources(&path, all),
            path => all.push_str(&std::fs::read_to_string(path).unwrap()),
        }
    }
}

#[test]
fn every_language_has_the_same_sentences() {
    let english = keys(imports::TEXTS[0].1);
    for (language, source) in imports::TEXTS {
        assert_eq!(keys(source), english, "{language:?}");
        kernel::Texts::new(*language, [*source]);
    }
}

#[test]
fn every_sentence_is_used() {
    let mut source = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut source);
    let unused: Vec<_> =
        keys(imports::TEXTS[0].1).into_iter().filter(|key| !source.contains(&format!("\"{key}\""))).collect();
    assert_eq!(unused, Vec::<String>::new());
    let known = keys(imports::TEXTS[0].1);
    let words = source.split('"').filter(|word| word.starts_with("import-") && !word.ends_with('-'));
    let classes = [
        "import-page",
        "import-step",
        "import-numbers",
        "import-kept",
        "import-cells",
        "import-preview",
        "import-new",
    ];
    let is_class =
        |word: &str| classes.iter().any(|class| word == *class || word.starts_with(&format!("{class}__")));
    let missing: Vec<_> = words.filter(|word| !known.contains(*word) && !is_class(word)).collect();
    assert_eq!(missing, Vec::<&str>::new());
}
