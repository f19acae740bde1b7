use crate::Encoding;

/// One line of a card.
#[derive(Debug, Default)]
pub struct Property {
    /// Its name in capitals, without the group that some programs put before it.
    pub name: String,
    /// Names and values of its parameters, in capitals but for the character set. Those of vCard 2.1 have no names.
    params: Vec<(String, String)>,
    /// What stands behind the colon.
    pub raw: String,
}

/// Reads a line; `None` if it is none of a card's, the rest of a broken picture for example.
pub fn parse(line: &str) -> Option<Property> {
    let mut is_quoted = false;
    let colon = line.char_indices().find(|(_, c)| {
        is_quoted ^= *c == '"';
        *c == ':' && !is_quoted
    });
    let (head, raw) = (&line[..colon?.0], &line[colon?.0 + 1..]);
    let mut parts = head.split(';');
    let name = parts.next()?.rsplit('.').next()?.trim().to_ascii_uppercase();
    let params = parts.map(|part| match part.split_once('=') {
        Some((name, value)) => {
            (name.trim().to_ascii_uppercase(), value.trim().trim_matches('"').to_ascii_uppercase())
        }
        None => (String::new(), part.trim().to_ascii_uppercase()),
    });
    Some(Property { params: params.collect(), raw: raw.to_owned(), name })
}

impl Property {
    /// Whether a parameter says this: `TYPE=work,pref`, and `WORK;PREF` in vCard 2.1.
    pub fn is(&self, word: &str) -> bool {
        let has = |value: &str| value.split(',').any(|own| own == word);
        self.params.iter().any(|(name, value)| (name.is_empty() || name == "TYPE") && has(value))
    }

    /// Whether it comes before others of its kind.
    pub fn is_preferred(&self) -> bool {
        self.is("PREF") || self.param("PREF").is_some_and(|value| value == "1")
    }

    fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// The text, still with its backslashes; `None` if it has letters that its character set does not have.
    /// `encoding` is that of the file.
    pub fn text(&self, encoding: Encoding) -> Option<String> {
        let says = |word: &str| {
            self.params.iter().any(|(name, value)| (name.is_empty() || name == "ENCODING") && value == word)
        };
        if says("B") || says("BASE64") {
            return Some(String::new());
        }
        if !says("QUOTED-PRINTABLE") && !says("Q") {
            return Some(self.raw.clone());
        }
        let bytes = unquote(&self.raw);
        let told = self.param("CHARSET").and_then(|name| encoding_rs::Encoding::for_label(name.as_bytes()));
        let decode = |by: &'static encoding_rs::Encoding| {
            by.decode_without_bom_handling_and_without_replacement(&bytes).map(std::borrow::Cow::into_owned)
        };
        // Without a word about it, it is UTF-8 if it can be.
        match told {
            Some(told) => decode(told),
            None => decode(encoding_rs::UTF_8).or_else(|| match encoding {
                Encoding::Utf8 | Encoding::Utf16le | Encoding::Utf16be => decode(encoding_rs::WINDOWS_1252),
                other => decode(other.native()),
            }),
        }
    }
}

/// The bytes that quoted-printable stands for. An equals sign that begins nothing stands for itself.
fn unquote(text: &str) -> Vec<u8> {
    let digit = |byte: u8| (byte as char).to_digit(16).map(|digit| digit as u8);
    let (mut bytes, mut rest) = (Vec::with_capacity(text.len()), text.as_bytes());
    while let [first, behind @ ..] = rest {
        rest = match (first, behind) {
            (b'=', [high, low, behind @ ..]) if digit(*high).is_some() && digit(*low).is_some() => {
                bytes.push(digit(*high).unwrap_or_default() << 4 | digit(*low).unwrap_or_default());
                behind
            }
            _ => {
                bytes.push(*first);
                behind
            }
        };
    }
    bytes
}

/// Cuts a value at `mark` wherever it has no backslash before it, and takes the backslashes off.
pub fn parts(value: &str, mark: char) -> Vec<String> {
    let (mut parts, mut part, mut letters) = (Vec::new(), String::new(), value.chars());
    while let Some(c) = letters.next() {
        match c {
            '\\' => match letters.next() {
                Some('n' | 'N') => part.push('\n'),
                Some(escaped @ ('\\' | ';' | ',' | ':')) => part.push(escaped),
                Some(other) => part.extend(['\\', other]),
                None => part.push('\\'),
            },
            c if c == mark => parts.push(std::mem::take(&mut part)),
            c => part.push(c),
        }
    }
    parts.push(part);
    parts.into_iter().map(|part| part.trim().to_owned()).collect()
}

/// A value without its backslashes.
pub fn whole(value: &str) -> String {
    parts(value, '\0').join("")
}
