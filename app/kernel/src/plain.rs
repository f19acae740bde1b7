//! Texts as they are kept, and as files for spreadsheets carry them.

use std::borrow::Cow;

/// What makes a spreadsheet take a cell for a formula, beside control characters.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A text without spaces and invisible marks at its ends.
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}')
    })
}

/// A text with its letters composed (NFC): an `é` is one letter, whether it came as one or as two. A Mac writes it as two,
/// and nobody sees a difference. The browser leaves that to the server, which is what keeps the text.
pub fn composed(text: &str) -> Cow<'_, str> {
    #[cfg(not(target_arch = "wasm32"))]
    if !text.is_ascii() && !unicode_normalization::is_nfc(text) {
        return Cow::Owned(unicode_normalization::UnicodeNormalization::nfc(text).collect());
    }
    Cow::Borrowed(text)
}

/// Whether a letter shows nothing: marks of direction, joiners, spaces without width.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}'
            | '\u{FEFF}'
            | '\u{00AD}'
            | '\u{034F}'
            | '\u{061C}'
            | '\u{180E}'
    )
}

/// A text of one line as it is kept: tidied, composed, without control characters, each gap one space.
pub fn line(text: &str) -> String {
    let text: String = text.chars().filter(|c| c.is_whitespace() || !c.is_control()).collect();
    trimmed(&composed(&text)).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text of lines as it is kept: tidied, composed, without control characters but tabs, each line ended by `\n`.
pub fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text: String = text.chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_control()).collect();
    trimmed(&composed(&text)).to_owned()
}

/// An address or a number as it is kept: one line without invisible letters, which come along when it is pasted and which
/// no post office knows. In names they stay: some scripts and signs are joined by them.
pub fn address(text: &str) -> String {
    line(&text.chars().filter(|c| !is_invisible(*c)).collect::<String>())
}

/// A text as a cell that no spreadsheet takes for a formula: with an apostrophe before it if it begins like one. Plain
/// numbers and phone numbers stay as they are. [`bare`] takes exactly this apostrophe off again.
pub fn guarded(text: &str) -> Cow<'_, str> {
    match is_risky(text) && !is_figure(text) {
        true => Cow::Owned(format!("'{text}")),
        false => Cow::Borrowed(text),
    }
}

/// The text of a cell that was [`guarded`].
pub fn bare(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| is_risky(text)).unwrap_or(cell)
}

/// Words as one cell. [`divided`] finds the same words in it.
pub fn joined<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let word = |word: &'a str| {
        let is_plain = !word.contains(DIVIDERS) && !word.contains(":::") && !word.starts_with(['"', '*']);
        if is_plain { Cow::Borrowed(word) } else { Cow::Owned(format!("\"{}\"", word.replace('"', "\"\""))) }
    };
    words.into_iter().map(word).collect::<Vec<_>>().join(", ")
}

/// What divides the words of a cell.
const DIVIDERS: [char; 5] = [',', ';', '|', '\n', '،'];

/// The words of a cell; one with a divider in it stands in quotes. Google divides words by `:::` and puts an asterisk
/// before groups of its own, in which everybody is.
pub fn divided(cell: &str) -> Vec<Cow<'_, str>> {
    let (mut words, mut rest) = (Vec::new(), cell.trim_start());
    while !rest.is_empty() {
        if let Some((word, behind)) = quoted(rest) {
            words.push(word);
            rest = behind.trim_start();
            continue;
        }
        let (end, length) = divider(rest).unwrap_or((rest.len(), 0));
        let word = rest[..end].trim();
        if !word.is_empty() && !word.starts_with("* ") {
            words.push(Cow::Borrowed(word));
        }
        rest = rest[end + length..].trim_start();
    }
    words
}

/// Where the first divider stands, and how long it is.
fn divider(text: &str) -> Option<(usize, usize)> {
    let single = text.char_indices().find(|(_, c)| DIVIDERS.contains(c)).map(|(at, c)| (at, c.len_utf8()));
    single.into_iter().chain(text.find(":::").map(|at| (at, 3))).min()
}

/// A word in quotes, and what stands behind it and its divider.
fn quoted(text: &str) -> Option<(Cow<'_, str>, &str)> {
    let inner = text.strip_prefix('"')?;
    let mut end = 0;
    loop {
        end += inner[end..].find('"')?;
        match inner[end + 1..].starts_with('"') {
            true => end += 2,
            false => break,
        }
    }
    let behind = inner[end + 1..].trim_start_matches(' ');
    let behind = match divider(behind) {
        _ if behind.is_empty() => behind,
        Some((0, length)) => &behind[length..],
        _ => return None,
    };
    Some((Cow::Owned(inner[..end].replace("\"\"", "\"")), behind))
}

/// Whether it begins like a formula, behind any number of apostrophes: with them a text is told from a guarded one.
fn is_risky(text: &str) -> bool {
    let behind = text.trim_start_matches('\'');
    behind.starts_with(FORMULA) || behind.starts_with(char::is_control)
}

/// A number, or a phone number without signs that calculate: `+39-06-1234` is a subtraction.
fn is_figure(text: &str) -> bool {
    let Some(digits) = text.strip_prefix(['+', '-']) else { return false };
    let begins = digits.starts_with(|c: char| c.is_ascii_digit());
    let is_number =
        digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',')) && !digits.ends_with(['.', ',']);
    let is_phone = text.starts_with('+') && digits.chars().all(|c| c.is_ascii_digit() || " ().".contains(c));
    begins && (is_number || is_phone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn no_cell_is_a_formula_and_figures_stay_figures() {
        for formula in [
            "=1+1",
            "+cmd|' /C calc'!A0",
            "-2+3+cmd",
            "@SUM(A1)",
            "\t=1",
            "\0=1",
            "＝1+1",
            "+39-06-1234",
            "-",
            "'=1",
        ] {
            assert_eq!(guarded(formula), format!("'{formula}"));
        }
        for plain in [
            "+39 06 1234",
            "+39 (06) 12.34",
            "-12.50",
            "-1.234,50",
            "Ada = Bob",
            "0039",
            "O'Brien",
            "'n Huis",
        ] {
            assert_eq!(guarded(plain), plain);
        }
    }

    #[test]
    fn what_is_kept_has_nothing_unseen() {
        assert_eq!(line(" \u{200f}Ada\u{a0} \t B\u{7}\u{200b} "), "Ada B");
        assert_eq!(lines(" a \r\n\tb\rc\0\n"), "a \n\tb\nc");
    }

    #[test]
    fn letters_are_kept_composed_and_addresses_without_what_nobody_sees() {
        assert_eq!(line("Zoe\u{301}  Mu\u{308}ller"), "Zoé Müller");
        assert_eq!(line("e\u{7}\u{301}"), "é", "what is taken out does not keep letters apart");
        assert_eq!(lines("Zoe\u{301}\r\nda"), "Zoé\nda");
        assert_eq!(line("می\u{200c}خواهم"), "می\u{200c}خواهم", "a joiner in a word is part of it");
        assert_eq!(address("\u{202a}ada\u{200b}@x.org\u{202c} "), "ada@x.org");
    }

    #[test]
    fn words_are_divided_as_other_programs_divide_them() {
        assert_eq!(divided("Fair, VIP;North"), ["Fair", "VIP", "North"]);
        assert_eq!(divided("* myContacts ::: Fair 2026 ::: VIP"), ["Fair 2026", "VIP"]);
        assert_eq!(
            divided("\"Milan, Fair\", the \"boss\", \"a\" b"),
            ["Milan, Fair", "the \"boss\"", "\"a\" b"]
        );
    }

    proptest! {
        #[test]
        fn a_guarded_text_is_bare_again_and_no_formula(text in "['=+@\\-＝\t\r0-9 .a(]{0,8}") {
            let cell = guarded(&text);
            prop_assert_eq!(bare(&cell), text.as_str());
            prop_assert!(is_figure(&cell) || !cell.starts_with(FORMULA) && !cell.starts_with(char::is_control));
        }

        #[test]
        fn joined_words_are_divided_into_the_same(words in proptest::collection::vec("[a,;|:*\"، ]{1,6}", 0..4)) {
            let words: Vec<String> = words.iter().map(|word| line(word)).filter(|word| !word.is_empty()).collect();
            let cell = joined(words.iter().map(String::as_str));
            prop_assert_eq!(divided(&cell), words);
        }

        #[test]
        fn tidying_twice_is_tidying_once(text in any::<String>()) {
            prop_assert_eq!(line(&line(&text)), line(&text));
            prop_assert_eq!(lines(&lines(&text)), lines(&text));
            prop_assert_eq!(address(&address(&text)), address(&text));
        }
    }
}
