//! What the Rust sources say.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The texts that stand in the sources, without their tests.
#[derive(Default)]
pub struct Words {
    /// Keys that are certainly meant as keys, and where they stand.
    pub said: BTreeMap<String, String>,
    /// Every string.
    pub literals: BTreeSet<String>,
    /// What stands before the gap of a string that could be a key: `lead-kind-` of `"lead-kind-{}"`.
    pub starts: BTreeSet<String>,
}

#[derive(Debug, PartialEq)]
enum Token {
    Word(String),
    Text(String),
    Sign(char),
}

/// What stands directly before the key.
const BEFORE: [&[&str]; 8] = [
    &["t", "!", "("],
    &["ts", "!", "("],
    &[".", "text", "("],
    &["Text", ":", ":", "new", "("],
    &["forbidden", "("],
    &["refused", "("],
    &["say", "("],
    &["key", "="],
];
/// Functions whose last argument is a key.
const LAST: [&str; 2] = ["invalid", "on_duplicate"];

impl Words {
    /// Reads all sources of the program.
    pub fn of_the_program() -> Self {
        let mut words = Self::default();
        for path in
            files("rs").iter().filter(|path| !path.components().any(|part| part.as_os_str() == "tests"))
        {
            let text = fs::read_to_string(path).unwrap();
            let own = text.split("#[cfg(test)]").next().unwrap_or_default();
            words.read(&tokens(own), &name(path));
        }
        words
    }

    fn read(&mut self, tokens: &[Token], place: &str) {
        for (at, token) in tokens.iter().enumerate() {
            match token {
                Token::Text(text) => {
                    // Every key has a dash after its area; functions of the same names may take other words.
                    if text.contains('-') && BEFORE.iter().any(|before| ends_with(&tokens[..at], before)) {
                        self.said.insert(text.clone(), place.to_owned());
                    }
                    if let Some((start, _)) =
                        text.split_once('{').filter(|(start, _)| start.ends_with('-') && start.len() > 3)
                    {
                        self.starts.insert(start.to_owned());
                    }
                    self.literals.insert(text.clone());
                }
                Token::Word(word) if LAST.contains(&word.as_str()) => {
                    if let Some(key) = last_argument(&tokens[at + 1..]).filter(|key| key.contains('-')) {
                        self.said.insert(key.to_owned(), place.to_owned());
                    }
                }
                _ => {}
            }
        }
    }
}

fn ends_with(tokens: &[Token], wanted: &[&str]) -> bool {
    let is = |token: &Token, wanted: &str| match token {
        Token::Word(word) => word == wanted,
        Token::Sign(sign) => wanted.len() == sign.len_utf8() && wanted.starts_with(*sign),
        Token::Text(_) => false,
    };
    tokens.len() >= wanted.len()
        && tokens[tokens.len() - wanted.len()..].iter().zip(wanted).all(|(token, w)| is(token, w))
}

/// The last argument of a call, if it is a text: `tokens` begin with the bracket.
fn last_argument(tokens: &[Token]) -> Option<&str> {
    let mut depth = 0;
    let inside = tokens.iter().position(|token| {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') => depth -= 1,
            _ => {}
        }
        depth == 0
    })?;
    let mut arguments = tokens[..inside].iter().rev().skip_while(|token| **token == Token::Sign(','));
    match (arguments.next()?, arguments.next()?) {
        (Token::Text(key), Token::Sign(',')) => Some(key),
        _ => None,
    }
}

/// Words, signs and strings; comments are left out.
fn tokens(source: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        if rest.starts_with("//") {
            rest = rest.split_once('\n').map_or("", |(_, after)| after);
        } else if first == '"' {
            let (text, after) = string(&rest[1..]);
            out.push(Token::Text(text));
            rest = after;
        } else if let Some(after) = rest.strip_prefix("'\"'").or_else(|| rest.strip_prefix("'\\\"'")) {
            rest = after;
        } else if first.is_alphanumeric() || first == '_' {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            out.push(Token::Word(rest[..end].to_owned()));
            rest = &rest[end..];
        } else {
            if !first.is_whitespace() {
                out.push(Token::Sign(first));
            }
            rest = &rest[first.len_utf8()..];
        }
    }
    out
}

fn string(source: &str) -> (String, &str) {
    let mut is_escaped = false;
    let end = source.find(|c| {
        let ends = c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        ends
    });
    let end = end.unwrap_or(source.len());
    (source[..end].to_owned(), source.get(end + 1..).unwrap_or_default())
}

/// The names of classes that the style sheets know.
pub fn classes() -> BTreeSet<String> {
    let ends = |c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_';
    let sheets = files_below(vec![root().join("style")], "css");
    let texts: Vec<String> = sheets.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let names =
        texts.iter().flat_map(|text| text.split('.').skip(1)).filter_map(|rest| rest.split(ends).next());
    names.map(str::to_owned).collect()
}

/// All files of this kind in the program's own folders.
pub fn files(extension: &str) -> Vec<PathBuf> {
    files_below(vec![root().join("app"), root().join("server")], extension)
}

fn files_below(mut folders: Vec<PathBuf>, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|own| own == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The path as people write it.
pub fn name(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
