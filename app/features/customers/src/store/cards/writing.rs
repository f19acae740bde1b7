//! vCard 4.0 as RFC 6350 has it: lines of 75 bytes, folded between letters, with commas and the like escaped.

/// The bytes of a line, without what ends it.
const LINE: usize = 75;

/// A card that is being written.
pub(super) struct Writing(String);

impl Writing {
    /// The beginning of a card.
    pub(super) fn begin() -> Self {
        Self("BEGIN:VCARD\r\nVERSION:4.0\r\n".to_owned())
    }

    /// A property that is text; without any it is left out.
    pub(super) fn text(&mut self, property: &str, text: Option<&str>) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.line(&format!("{property}:{}", escaped(text)));
        }
    }

    /// A property whose value is written as it is: a word of the format, or an address of the web, in which nothing is
    /// escaped.
    pub(super) fn word(&mut self, property: &str, word: &str) {
        let word: String = word.chars().filter(|c| !c.is_control()).collect();
        if !word.is_empty() {
            self.line(&format!("{property}:{word}"));
        }
    }

    /// A property of several parts; without any it is left out.
    pub(super) fn parts(&mut self, property: &str, parts: &[&str]) {
        if parts.iter().all(|part| part.is_empty()) {
            return;
        }
        let last = parts.iter().rposition(|part| !part.is_empty()).unwrap_or_default();
        // Names and addresses have their number of parts, what is in them or not.
        let kept = if property == "ORG" { &parts[..=last] } else { parts };
        let parts: Vec<String> = kept.iter().map(|part| escaped(part)).collect();
        self.line(&format!("{property}:{}", parts.join(";")));
    }

    /// The whole card.
    pub(super) fn end(mut self) -> String {
        self.0.push_str("END:VCARD\r\n");
        self.0
    }

    /// A line, folded: what follows begins with a space, which counts.
    fn line(&mut self, line: &str) {
        let mut room = LINE;
        for c in line.chars() {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LINE - 1;
            }
            self.0.push(c);
            room -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// Text with what has a meaning in a card escaped. A line break is `\n`, however it came.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ',' | ';' => escaped.extend(['\\', c]),
            '\n' | '\r' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_in_a_card_is_escaped() {
        let mut card = Writing::begin();
        card.text("FN", Some("Rossi, Bianchi; \\ Figli\r\nSrl\u{7}"));
        card.parts("ORG", &["A;B", ""]);
        card.parts("N", &["Öz", "", "", "", ""]);
        card.text("TITLE", Some(""));
        let lines = "FN:Rossi\\, Bianchi\\; \\\\ Figli\\nSrl\r\nORG:A\\;B\r\nN:Öz;;;;\r\n";
        assert_eq!(card.end(), format!("BEGIN:VCARD\r\nVERSION:4.0\r\n{lines}END:VCARD\r\n"));
    }

    #[test]
    fn a_long_line_is_folded_between_letters() {
        let name = "شركة الاختبار للهندسة والتوريدات العامة المحدودة ".repeat(4);
        let mut card = Writing::begin();
        card.text("FN", Some(&name));
        let card = card.end();
        assert!(card.split("\r\n").all(|line| line.len() <= LINE), "{card}");
        assert!(card.replace("\r\n ", "").contains(&format!("FN:{name}\r\n")), "nothing is lost or added");
    }
}
