//! Texts compared without capitals and accents, where no column keeps the folded text.
//!
//! SQLite knows no letters but those of ASCII, so a pattern names each letter in all its forms: `GLOB` there, a regular
//! expression on PostgreSQL. Each row costs about a microsecond for each text; that is why windows are looked through
//! and not tables. A field with a folded column of its own is compared with that, and by its index.

use kernel::db::{Q, Val};
use kernel::normal;

use crate::TextCheck;

/// Letters of two letters, and blanks at the ends, as the sort key has them.
const REPLACED: &str = "trim(replace(replace(replace(replace(replace(replace(";
const REPLACED_BY: &str = ", 'ß', 'ss'), 'ẞ', 'ss'), 'æ', 'ae'), 'Æ', 'ae'), 'œ', 'oe'), 'Œ', 'oe'))";

/// Letters, and those that are folded to them.
const FORMS: &[(char, &str)] = &[
    ('a', "àáâãäåāą"),
    ('c', "çćč"),
    ('e', "èéêëēęě"),
    ('i', "ìíîïī"),
    ('l', "ł"),
    ('n', "ñńň"),
    ('o', "òóôõöøōő"),
    ('s', "šśș"),
    ('u', "ùúûüūůű"),
    ('y', "ýÿ"),
    ('z', "žźż"),
    (' ', "\u{a0}\t\n"),
];

/// What stands between words, as the inside of a class.
const BETWEEN: &str = "\u{1}-/:-@[-`{-\u{a9}\u{ab}-\u{b1}\u{b4}\u{b6}-\u{b8}\u{bb}\u{bf}\u{d7}\u{f7}\
    \u{2000}-\u{206f}\u{3000}-\u{3003}\u{3008}-\u{3020}";
const BETWEEN_ESCAPED: &str = "\\u0001-\\u002F\\u003A-\\u0040\\u005B-\\u0060\\u007B-\\u00A9\\u00AB-\\u00B1\\u00B4\
    \\u00B6-\\u00B8\\u00BB\\u00BF\\u00D7\\u00F7\\u2000-\\u206F\\u3000-\\u3003\\u3008-\\u3020";

/// The condition that a column with folded texts passes.
pub(super) fn folded(column: &'static str, check: &TextCheck) -> Q {
    let key = normal::sort_key(check.text());
    let q = Q::new(column);
    match check {
        TextCheck::Is(_) => q.push("= ?").bind(key),
        TextCheck::IsNot(_) => Q::new("(").append(q.push("is null or").push(column)).push("<> ?)").bind(key),
        TextCheck::Begins(_) => {
            let end = format!("{key}\u{10ffff}");
            Q::new("(").append(q.push(">= ? and").push(column)).push("< ?)").bind(key).bind(end)
        }
        TextCheck::Words(text) => words(text, |word| like(Q::new("(' ' ||").push(column).push(")"), word)),
    }
}

/// The condition that a column with texts as people wrote them passes.
pub(super) fn plain(column: &Q, check: &TextCheck) -> Q {
    let key = normal::sort_key(check.text());
    match check {
        TextCheck::Is(_) => written(column, "trim(", "", &whole(&key)),
        TextCheck::IsNot(_) => {
            let is = written(column, "trim(", "", &whole(&key));
            Q::new("(").append(column.clone()).push("is null or not").append(is).push(")")
        }
        TextCheck::Begins(_) => written(column, "trim(", "", &beginning(&key)),
        TextCheck::Words(text) => words(text, |word| written(column, "' ' || trim(", "' ' ||", &word)),
    }
}

/// Letters of two letters are rare, and replacing them takes longer than all the rest: only where there are some.
fn written(column: &Q, trim: &'static str, before: &'static str, pattern: &Val) -> Q {
    let rare = column.clone().dialect("glob '*[ßẞæÆœŒ]*'", "~ '[ßẞæÆœŒ]'");
    let replaced = Q::new("(").push(before).push(REPLACED).append(column.clone()).push(REPLACED_BY).push(")");
    let as_it_is = Q::new("((").push(trim).append(column.clone()).push("))");
    let q = like(as_it_is, pattern.clone()).push("or").append(rare).push("and");
    q.append(like(replaced, pattern.clone())).push(")")
}

/// One condition for each word. The text has a blank before it, so that its first word begins behind one as well.
fn words(text: &str, begins: impl Fn(Val) -> Q) -> Q {
    let parts: Vec<Q> = normal::search_words(text).iter().map(|word| begins(within(word))).collect();
    if parts.is_empty() { Q::new("1 = 0") } else { Q::new("(").append(Q::join(parts, "and")).push(")") }
}

fn like(text: Q, pattern: Val) -> Q {
    text.dialect("glob ?", "~ ?").bind(pattern)
}

fn within(word: &str) -> Val {
    Val::Dialect {
        sqlite: format!("*[{BETWEEN}]{}*", glob(word)),
        postgres: format!("[{BETWEEN_ESCAPED}]{}", regex(word)),
    }
}

fn whole(key: &str) -> Val {
    Val::Dialect { sqlite: glob(key), postgres: format!("^{}$", regex(key)) }
}

fn beginning(key: &str) -> Val {
    Val::Dialect { sqlite: format!("{}*", glob(key)), postgres: format!("^{}", regex(key)) }
}

/// All letters that are folded to this one.
fn forms(letter: char) -> String {
    let lower = FORMS.iter().find(|(plain, _)| *plain == letter).map_or("", |(_, forms)| forms);
    let both = std::iter::once(letter).chain(lower.chars());
    let mut forms: Vec<char> = both.flat_map(|c| std::iter::once(c).chain(c.to_uppercase())).collect();
    // A capital of several letters is none that a class can name.
    forms.retain(|c| normal::sort_key(&c.to_string()) == letter.to_string() || c.is_whitespace());
    forms.sort_unstable();
    forms.dedup();
    if forms.is_empty() { letter.to_string() } else { forms.into_iter().collect() }
}

fn glob(key: &str) -> String {
    let class = |letter: char| match forms(letter) {
        one if one.chars().count() == 1 && !matches!(letter, '*' | '?' | '[') => one,
        several => format!("[{several}]"),
    };
    key.chars().map(class).collect()
}

fn regex(key: &str) -> String {
    let class = |letter: char| match forms(letter) {
        one if one.chars().count() > 1 => format!("[{one}]"),
        one if letter.is_ascii_punctuation() => format!("\\{one}"),
        one => one,
    };
    key.chars().map(class).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_named_in_all_its_forms() {
        assert_eq!(glob("?*[]"), "[?][*][[]]");
        assert_eq!(forms('z'), "ZzŹźŻżŽž");
        assert_eq!(regex("1.$"), "1\\.\\$");
        for letter in "àÀéÉøØłŁșȘаАγΓ".chars() {
            let key = normal::sort_key(&letter.to_string());
            let plain = key.chars().next().unwrap();
            assert!(forms(plain).contains(letter), "{letter}");
        }
    }
}
