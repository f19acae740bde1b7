//! Which passwords are accepted: any characters, long enough, and not among those that are tried first.

use std::collections::HashSet;
use std::sync::LazyLock;

use kernel::{Result, Text, invalid};

/// The fewest characters.
pub const SHORTEST: usize = 10;
/// The most characters.
pub const LONGEST: usize = 200;

/// Well-known passwords and their usual variants, lower-case, one a line.
static COMMON: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("common.txt").lines().collect());

/// Refuses a password that is easily guessed. `personal` are texts about the person and the organisation whose words must
/// not stand in it: the name, the e-mail address.
///
/// # Errors
/// `Invalid` for the field `password`.
pub fn check(password: &str, personal: &[&str]) -> Result<()> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(invalid("password", Text::new("password-too-short").with("limit", SHORTEST)));
    }
    if length > LONGEST {
        return Err(invalid("password", Text::new("password-too-long").with("limit", LONGEST)));
    }
    let folded = password.to_lowercase();
    if personal.iter().flat_map(|text| words(text)).any(|word| folded.contains(&word)) {
        return Err(invalid("password", "password-personal"));
    }
    if is_common(&folded) {
        return Err(invalid("password", "password-common"));
    }
    Ok(())
}

/// The words of at least four letters of a text; of an e-mail address only what stands before the `@`.
fn words(text: &str) -> Vec<String> {
    let own = text.rsplit_once('@').map_or(text, |(local, _)| local).to_lowercase();
    own.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= 4)
        .map(str::to_owned)
        .collect()
}

fn is_common(folded: &str) -> bool {
    let plain = unleet(folded);
    let forms = [folded, plain.as_str(), bare(folded), bare(&plain)];
    forms.iter().any(|form| COMMON.contains(form)) || is_repetition(folded) || is_run(folded)
}

/// `p4$$w0rd` as `password`.
fn unleet(text: &str) -> String {
    let letter = |c| match c {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    };
    text.chars().map(letter).collect()
}

/// The text without up to six digits and signs at either end: `!summer2026!` as `summer`.
fn bare(text: &str) -> &str {
    let trimmed = text.trim_matches(|c: char| !c.is_alphabetic());
    if text.chars().count() - trimmed.chars().count() <= 6 { trimmed } else { text }
}

/// A piece that is written again and again: `abcabcabcabc`.
fn is_repetition(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let repeats = |step: usize| letters.iter().zip(&letters[step..]).all(|(a, b)| a == b);
    (1..=letters.len() / 2).any(repeats)
}

/// Letters or digits in their order, or on neighbouring keys: `abcdefghij`, `0987654321`.
fn is_run(text: &str) -> bool {
    let codes: Vec<i64> = text.chars().map(|c| i64::from(u32::from(c))).collect();
    let steps = |step: i64| codes.windows(2).filter(|pair| pair[1] - pair[0] == step).count();
    let most = codes.len() * 4 / 5;
    steps(1) >= most || steps(-1) >= most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_common_passwords_is_long() {
        assert!(COMMON.len() >= 3_000, "{}", COMMON.len());
        assert!(COMMON.iter().all(|entry| *entry == entry.trim() && *entry == entry.to_lowercase()));
    }

    #[test]
    fn what_is_tried_first_is_refused() {
        for bad in [
            "short",
            "password123",
            "P@ssw0rd2026!",
            "aaaaaaaaaaaa",
            "abcabcabcabc",
            "1234567890",
            "abcdefghijkl",
            "qwertyuiop",
            "Sunshine12!",
            "passwordpassword",
            "ada.lovelace9",
            "MyLovelace11",
        ] {
            assert!(check(bad, &["Ada Lovelace", "ada.lovelace@example.com"]).is_err(), "{bad}");
        }
    }

    #[test]
    fn length_and_any_characters_are_enough() {
        for good in
            ["a quiet harbour", "Velo-Tisch-Regen", "кошка на окне", "t7#Kq)pZ2m", "👩‍🚀 goes to the shop"]
        {
            assert_eq!(check(good, &["Ada Lovelace", "ada@example.com", "Mill & Sons"]), Ok(()), "{good}");
        }
        assert!(check(&"long word ".repeat(21), &[]).is_err());
    }
}
