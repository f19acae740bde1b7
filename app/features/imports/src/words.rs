use std::collections::HashMap;

use kernel::{Text, normal, plain};

use crate::{Dictionary, Options, Outcome, Word};

/// A dictionary together with what the person decided about unknown words.
pub struct WordBook {
    /// As the kind of record gave it.
    pub dictionary: Dictionary,
    known: HashMap<String, Word>,
    decided: HashMap<String, Outcome>,
    creates: bool,
}

impl WordBook {
    /// A dictionary under these choices.
    pub fn new(dictionary: Dictionary, options: &Options) -> Self {
        let mut known = HashMap::new();
        for entry in &dictionary.entries {
            let word = Word { id: Some(entry.id), name: entry.name.clone() };
            // Of two entries with one name the first is meant.
            for name in std::iter::once(&entry.name).chain(&entry.also) {
                known.entry(normal::sort_key(name)).or_insert_with(|| word.clone());
            }
        }
        let own = options.words.iter().filter(|decision| decision.field == dictionary.field);
        let decided = own.map(|decision| (normal::sort_key(&decision.word), decision.outcome)).collect();
        let creates = dictionary.may_create && (dictionary.is_free || options.create_missing);
        Self { dictionary, known, decided, creates }
    }

    /// Whether the dictionary has the word.
    pub fn knows(&self, word: &str) -> bool {
        self.known.contains_key(&normal::sort_key(word))
    }

    /// Remembers an entry that was created.
    pub fn learn(&mut self, word: &Word) {
        self.known.insert(normal::sort_key(&word.name), word.clone());
    }

    /// The entry of this id, as options write it.
    pub fn by_id(&self, id: &str) -> Option<Word> {
        let id = id.parse().ok()?;
        let entry = self.dictionary.entries.iter().find(|entry| entry.id == id)?;
        Some(Word { id: Some(id), name: entry.name.clone() })
    }

    /// The entries of these words, none twice.
    ///
    /// # Errors
    /// A word is unknown and undecided, or may not be created.
    pub fn find_all(&self, words: &[impl AsRef<str>]) -> Result<Vec<Word>, Text> {
        let mut found: Vec<Word> = Vec::new();
        for text in words {
            let is_there = |word: &Word| found.iter().any(|other| other.is_same(word));
            if let Some(word) = self.find(text.as_ref())?.filter(|word| !is_there(word)) {
                found.push(word);
            }
        }
        Ok(found)
    }

    fn find(&self, text: &str) -> Result<Option<Word>, Text> {
        let key = normal::sort_key(text);
        if let Some(word) = self.known.get(&key) {
            return Ok(Some(word.clone()));
        }
        let refused = |reason| Err(Text::new(reason).with("cell", text.chars().take(60).collect::<String>()));
        if text.contains('\u{fffd}') {
            return refused("import-refuse-letter");
        }
        match self.decided.get(&key) {
            Some(Outcome::Leave) => return Ok(None),
            Some(Outcome::Use(id)) => return Ok(self.by_id(&id.to_string())),
            Some(Outcome::Create) if !self.dictionary.may_create => {
                return refused("import-refuse-word-right");
            }
            None if !self.creates => return refused("import-refuse-word"),
            Some(Outcome::Create) | None => {}
        }
        let (name, limit) = (plain::line(text), self.dictionary.longest);
        match name.chars().count() {
            0 => Ok(None),
            length if length > limit => {
                Err(Text::new("import-refuse-long").with("length", length).with("limit", limit))
            }
            _ => Ok(Some(Word { id: None, name })),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decision, Entry};

    fn book(options: &Options) -> WordBook {
        let entries = vec![Entry { id: 1, name: "Qualified".into(), also: vec!["Qualifié".into()] }];
        WordBook::new(
            Dictionary { field: "stage".into(), entries, may_create: true, is_free: false, longest: 5 },
            options,
        )
    }

    fn decide(outcome: Outcome) -> Options {
        Options {
            words: vec![Decision { field: "stage".into(), word: "Hot".into(), outcome }],
            ..Options::default()
        }
    }

    #[test]
    fn words_are_known_in_any_case_and_accent() {
        let found = book(&Options::default()).find_all(&["qualified", "QUALIFIE"]).unwrap();
        assert_eq!(found, [Word { id: Some(1), name: "Qualified".into() }]);
    }

    #[test]
    fn an_unknown_word_is_refused_until_somebody_decides() {
        assert_eq!(book(&Options::default()).find_all(&["Hot"]).unwrap_err().key, "import-refuse-word");
        assert_eq!(book(&decide(Outcome::Leave)).find_all(&["hot"]), Ok(vec![]));
        assert_eq!(book(&decide(Outcome::Use(1))).find_all(&["hot"]).unwrap()[0].id, Some(1));
        assert_eq!(book(&decide(Outcome::Create)).find_all(&["hot"]).unwrap()[0].id, None);
        let creates = Options { create_missing: true, ..Options::default() };
        assert_eq!(book(&creates).find_all(&["Lukewarm"]).unwrap_err().key, "import-refuse-long");
    }
}
