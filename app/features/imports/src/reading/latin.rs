//! How well an encoding explains the letters of a file: by what stands beside each of them. The last letter of "José" is
//! a small one in one encoding, and in others a capital or a dash. Names are not written like that.

use std::collections::HashMap;

use crate::Encoding;

/// What stands around the bytes beyond ASCII: two before and two behind each, counted.
#[derive(Default)]
pub struct Surroundings {
    seen: HashMap<[u8; 5], i64>,
    window: [u8; 5],
    wide: i64,
    beside: i64,
}

/// Whether the letters beyond ASCII stand among plain ones or by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Single ones among plain letters: an alphabet that is mostly ASCII.
    Latin,
    /// Whole words of them.
    Foreign,
}

/// Different surroundings that are remembered: enough for every language, and a bound on memory.
const MOST: usize = 50_000;
/// After so many letters nothing new is learnt, and a large file is not kept waiting.
const ENOUGH: i64 = 200_000;

impl Surroundings {
    /// Takes in the next bytes; none at the end of the file.
    pub fn feed(&mut self, bytes: &[u8]) {
        let end: &[u8] = if bytes.is_empty() { b"\n\n" } else { bytes };
        for byte in end {
            if self.wide >= ENOUGH {
                return;
            }
            self.window.rotate_left(1);
            self.window[4] = *byte;
            let [_, before, middle, after, _] = self.window;
            if middle < 0x80 {
                continue;
            }
            self.wide += 1;
            self.beside += i64::from(before >= 0x80 || after >= 0x80);
            if self.seen.len() < MOST || self.seen.contains_key(&self.window) {
                *self.seen.entry(self.window).or_default() += 1;
            }
        }
    }

    /// How many bytes beyond ASCII there are.
    pub fn letters(&self) -> i64 {
        self.wide
    }

    /// How the letters stand.
    pub fn verdict(&self) -> Verdict {
        if self.beside * 2 > self.wide { Verdict::Foreign } else { Verdict::Latin }
    }

    /// How well the encoding explains what is there; the higher the better, below zero it does not. Only for encodings
    /// of one byte for each letter.
    pub fn score(&self, encoding: Encoding) -> i64 {
        let table = table(encoding);
        let read = |bytes: &[u8; 5]| bytes.map(|byte| table[usize::from(byte)]);
        self.seen.iter().map(|(bytes, count)| plausible(read(bytes)) * count).sum()
    }
}

/// What each byte means.
fn table(encoding: Encoding) -> [char; 256] {
    std::array::from_fn(|byte| {
        let bytes = [byte as u8];
        let (text, _) = encoding.native().decode_without_bom_handling(&bytes);
        text.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER)
    })
}

/// What the character in the middle is worth where it stands.
fn plausible([far_before, before, c, after, far_after]: [char; 5]) -> i64 {
    if c.is_control() || c == char::REPLACEMENT_CHARACTER {
        return -12;
    }
    if is_latin(c) {
        return letter(before, c, after);
    }
    let (left, right) = (is_letter(before), is_letter(after));
    let beside_digit =
        |near: char, far: char| near.is_ascii_digit() || is_space(near) && far.is_ascii_digit();
    let by_number = beside_digit(before, far_before) || beside_digit(after, far_after);
    match c {
        '€' if by_number => 8,
        '£' | '¥' | '¢' if by_number => 3,
        '€' | '£' | '¥' | '¢' | '¤' if left || right => -8,
        '€' | '£' => 1,
        '¥' | '¢' | '¤' => -3,
        '’' if left && right => 3,
        '·' | '´' | '\u{ad}' if left && right => 1,
        '«' | '“' | '„' | '‹' | '‘' => quote(right && !left, left),
        '»' | '”' | '›' | '’' => quote(left && !right, right),
        '\u{a0}' => i64::from(!left || !right) * 2 - 1,
        'º' | 'ª' if before.is_ascii_digit() || before == '.' => 3,
        'º' | 'ª' if before.is_uppercase() && !right => 2,
        '°' if before.is_ascii_digit() || before.is_uppercase() && !right => 2,
        '²' | '³' if (left || before.is_ascii_digit()) && !right => 1,
        '½' | '¼' | '¾' if !left && !right => 1,
        '®' | '™' | '©' | '…' if !right => 1,
        '–' | '—' | '•' | '§' | '©' | '±' | '×' if !left && !right => 1,
        '¡' | '¿' if right && !left => 2,
        _ if left && right => -8,
        _ if left || right => -3,
        _ => -1,
    }
}

fn quote(stands_well: bool, stands_badly: bool) -> i64 {
    if stands_well {
        2
    } else if stands_badly {
        -4
    } else {
        0
    }
}

fn letter(before: char, c: char, after: char) -> i64 {
    let small = c.to_lowercase().next().unwrap_or(c);
    let worth = match small {
        'é' | 'è' | 'à' | 'á' | 'ä' | 'ö' | 'ü' | 'ç' | 'ñ' | 'í' | 'ó' | 'å' | 'ø' | 'ß' | 'ã' | 'õ'
        | 'ê' | 'â' | 'î' | 'ô' | 'û' | 'ë' | 'ï' | 'ì' | 'ò' | 'ù' | 'ú' | 'æ' => 4,
        // Signs of mathematics and joined letters that are letters to the standard only.
        'ƒ' | 'ı' | 'ÿ' => 0,
        _ => 3,
    };
    match (c.is_uppercase(), is_letter(before), is_letter(after)) {
        (true, true, _) if before.is_lowercase() => -8,
        (false, true, true) if before.is_uppercase() && after.is_uppercase() => -6,
        (false, false, true) if after.is_uppercase() => -6,
        (_, false, false) => 1,
        _ => worth,
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}')
}

/// Letters of Latin alphabets beyond ASCII. The signs of ordinals and of mathematics are none.
fn is_latin(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{24f}') && !matches!(c, '×' | '÷')
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || is_latin(c)
}
