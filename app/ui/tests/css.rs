//! The style sheets and the components agree, and the sheets keep the house's rules.
//!
//! A class counts as *used* if a string literal in a Rust source of `app/` consists only of class-like words and the class is one of them. So write
//! classes whole (`"card card--flush"`, never pieced together), and a sheet can be trusted to hold nothing dead. A class counts as *defined* if
//! a selector in `style/` names it. Words without `--` or `__` that no sheet defines (`"button"` as a tag, `"ltr"`) are ordinary strings; every
//! literal that follows `class=` and every BEM word is checked the other way round too.

#![expect(clippy::expect_used, reason = "a test that cannot read the sources has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Classes that the router or the page's shell sets outside of Rust string literals.
const SET_ELSEWHERE: &[&str] = &[];

#[test]
fn every_class_used_is_defined() {
    let defined = defined_classes();
    let missing: Vec<String> = sources()
        .iter()
        .flat_map(|(path, text)| used_surely(text).into_iter().map(move |class| (path, class)))
        .filter(|(_, class)| !defined.contains(class))
        .map(|(path, class)| format!("{class} in {}", path.display()))
        .collect();
    assert!(missing.is_empty(), "classes without a rule in style/:\n{}", missing.join("\n"));
}

#[test]
fn every_class_defined_is_used() {
    let used: BTreeSet<String> = sources().iter().flat_map(|(_, text)| words_of_literals(text)).collect();
    let dead: Vec<String> = defined_classes()
        .into_iter()
        .filter(|class| !used.contains(class) && !SET_ELSEWHERE.contains(&class.as_str()))
        .collect();
    assert!(dead.is_empty(), "rules for classes that nothing uses: {}", dead.join(", "));
}

#[test]
fn directions_are_logical() {
    const PHYSICAL: &[&str] = &[
        "left",
        "right",
        "top",
        "bottom",
        "width",
        "height",
        "min-width",
        "max-width",
        "min-height",
        "max-height",
    ];
    let is_physical = |name: &str| {
        let sided = ["-left", "-right", "-top", "-bottom"].iter().any(|side| name.contains(side));
        let own = name.starts_with("margin")
            || name.starts_with("padding")
            || name.starts_with("border")
            || name.starts_with("scroll");
        PHYSICAL.contains(&name) || (sided && own) || name == "float" || name == "clear"
    };
    let wrong = declarations(|name, value| {
        let side = value == "left" || value == "right";
        is_physical(name) || (side && matches!(name, "text-align" | "float" | "clear" | "caption-side"))
    });
    assert!(wrong.is_empty(), "physical directions:\n{}", wrong.join("\n"));
}

#[test]
fn raw_colours_stand_in_the_tokens_only() {
    const FUNCTIONS: &[&str] =
        &["rgb(", "rgba(", "hsl(", "hsla(", "oklch(", "oklab(", "lab(", "lch(", "light-dark("];
    const NAMES: &[&str] =
        &["white", "black", "red", "green", "blue", "gray", "grey", "silver", "orange", "yellow"];
    let raw = declarations(|_, value| {
        let words = value.split(|letter: char| !letter.is_alphanumeric() && letter != '-' && letter != '#');
        let named = words.clone().any(|word| NAMES.contains(&word));
        let hex = words.clone().any(|word| word.strip_prefix('#').is_some_and(|hex| hex.len() >= 3));
        named || hex || FUNCTIONS.iter().any(|function| value.contains(function))
    });
    let raw: Vec<_> = raw.into_iter().filter(|line| !line.contains("tokens.css")).collect();
    assert!(raw.is_empty(), "colours outside tokens.css:\n{}", raw.join("\n"));
}

#[test]
fn sheets_stay_short_and_every_one_is_imported() {
    let entry = fs::read_to_string(root().join("style/layers.css")).expect("the entry exists");
    for (path, text) in sheets() {
        assert!(text.lines().count() <= 300, "{} is longer than 300 lines", path.display());
        let name = path.strip_prefix(root().join("style")).expect("a sheet of ours").display().to_string();
        assert!(
            name == "layers.css" || entry.contains(&format!("\"./{name}\"")),
            "{name} is not imported in layers.css"
        );
    }
}

#[test]
fn every_token_used_is_defined() {
    let all: String = sheets().into_iter().map(|(_, text)| text).collect();
    let is_defined = |name: &str| all.contains(&format!("{name}:"));
    let uses = all.split("var(").skip(1).map(|rest| rest.split([')', ',']).next().unwrap_or_default().trim());
    // A knob with a fallback (`var(--knob, 0px)`) is set by whoever needs it.
    let with_fallback: BTreeSet<&str> = all
        .split("var(")
        .skip(1)
        .filter_map(|rest| rest.split(')').next()?.split_once(',').map(|(name, _)| name.trim()))
        .collect();
    let missing: BTreeSet<&str> =
        uses.filter(|name| !is_defined(name) && !with_fallback.contains(name)).collect();
    assert!(missing.is_empty(), "tokens that nobody defines: {missing:?}");
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The files below `folder` with this ending, with their text.
fn files(folder: &Path, ending: &str) -> Vec<(PathBuf, String)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found = Vec::new();
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|own| own == ending) {
            let text = fs::read_to_string(&path).expect("a readable file");
            found.push((path, text));
        }
    }
    found
}

fn sources() -> Vec<(PathBuf, String)> {
    let mut sources = files(&root().join("app"), "rs");
    sources.retain(|(path, _)| !path.ends_with("tests/css.rs"));
    sources
}

/// The sheets without comments and without the contents of strings.
fn sheets() -> Vec<(PathBuf, String)> {
    let mut sheets = files(&root().join("style"), "css");
    for (_, text) in &mut sheets {
        while let Some(start) = text.find("/*") {
            let end = text[start..].find("*/").map_or(text.len(), |end| start + end + 2);
            let lines = "\n".repeat(text[start..end].matches('\n').count());
            text.replace_range(start..end, &lines);
        }
    }
    sheets
}

/// Every `name: value` for which `is_wrong` says so, with its file.
fn declarations(is_wrong: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let mut wrong = Vec::new();
    for (path, text) in sheets() {
        for piece in text.split(['{', '}', ';', '\n']) {
            let Some((name, value)) = piece.trim().split_once(':') else { continue };
            if is_wrong(name.trim(), value.trim()) {
                wrong.push(format!("{}: {}", path.display(), piece.trim()));
            }
        }
    }
    wrong
}

fn defined_classes() -> BTreeSet<String> {
    let mut classes = BTreeSet::new();
    for (_, text) in sheets() {
        for (at, _) in text.match_indices('.') {
            let rest = &text[at + 1..];
            let end =
                rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-' && letter != '_');
            let name = &rest[..end.unwrap_or(rest.len())];
            let selects =
                text[at..].find(['{', ';', '}']).is_some_and(|next| text.as_bytes()[at + next] == b'{');
            if selects && name.starts_with(|first: char| first.is_ascii_lowercase()) {
                classes.insert(name.to_owned());
            }
        }
    }
    classes
}

/// String literals without escapes on one line; enough for class names.
fn literals(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| {
        let parts: Vec<&str> = line.split('"').collect();
        (1..parts.len()).step_by(2).map(move |index| (parts[index - 1], parts[index])).collect::<Vec<_>>()
    })
}

fn is_class(word: &str) -> bool {
    let plain = |letter: char| {
        letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-' || letter == '_'
    };
    word.starts_with(|first: char| first.is_ascii_lowercase()) && word.chars().all(plain)
}

/// Each word of the literals that could be classes (`{tone} card--small` in a format string counts for its plain words).
fn words_of_literals(text: &str) -> BTreeSet<String> {
    let words = literals(text).flat_map(|(_, literal)| literal.split_whitespace());
    words.filter(|word| is_class(word)).map(str::to_owned).collect()
}

/// The words that are certainly classes: those right after `class=`, and BEM words in literals made of class-like words only.
fn used_surely(text: &str) -> BTreeSet<String> {
    let mut classes = BTreeSet::new();
    for (before, literal) in literals(text) {
        let words: Vec<&str> = literal.split_whitespace().collect();
        let direct = before.ends_with("class=");
        let bem = words.iter().all(|word| is_class(word) || word.starts_with('{'));
        let sure = |word: &&&str| is_class(word) && (direct || (bem && is_bem(word)));
        classes.extend(words.iter().filter(sure).map(|word| (**word).to_owned()));
    }
    classes
}

fn is_bem(word: &str) -> bool {
    let part =
        |mark: &str| word.split_once(mark).is_some_and(|(block, part)| !block.is_empty() && !part.is_empty());
    (part("__") || part("--")) && !word.ends_with('-')
}
