/// Lines of iCalendar (RFC 5545): folded after 75 octets, ended by CR LF.
#[derive(Default)]
pub(crate) struct Writer(String);

/// The most octets of a line.
const LONGEST: usize = 75;

impl Writer {
    /// A line whose value is written as the format has it: dates, numbers, words of the format.
    pub fn line(&mut self, name: &str, value: &str) {
        let mut left = LONGEST;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            // A letter is never cut in two.
            if letter.len_utf8() > left {
                self.0.push_str("\r\n ");
                left = LONGEST - 1;
            }
            left -= letter.len_utf8();
            self.0.push(letter);
        }
        self.0.push_str("\r\n");
    }

    /// A line whose value is what somebody typed.
    pub fn escaped(&mut self, name: &str, text: &str) {
        self.line(name, &escaped(text));
    }

    /// All that was written.
    pub fn end(self) -> String {
        self.0
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' => escaped.push_str("\\\\"),
            ';' => escaped.push_str("\\;"),
            ',' => escaped.push_str("\\,"),
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
            letter if letter.is_control() && letter != '\t' => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_that_is_typed_becomes_a_line_of_its_own() {
        let mut writer = Writer::default();
        writer.escaped("SUMMARY", "a;b,c\\d\r\nEND:VEVENT\u{0}");
        assert_eq!(writer.end(), "SUMMARY:a\\;b\\,c\\\\d\\nEND:VEVENT\r\n");
    }

    proptest! {
        #[test]
        fn lines_are_short_and_unfold_to_what_was_written(text in "[a-zà-üا-ي😀 ;,\\n]{0,300}") {
            let mut writer = Writer::default();
            writer.escaped("X", &text);
            let written = writer.end();
            prop_assert!(written.split("\r\n").all(|line| line.len() <= LONGEST));
            prop_assert_eq!(written.replace("\r\n ", ""), format!("X:{}\r\n", escaped(&text)));
        }
    }
}
