use std::collections::BTreeMap;

use staff::StaffName;

use crate::CustomField;

/// How fields and their choices are called: what is said in the reader's language and what the organisation named.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vocabulary {
    /// Names of fields by key. A field that is not among them is called by the text `field-<key>`.
    pub names: BTreeMap<String, String>,
    /// What can be chosen, by the key of the field: options of a choice, words.
    pub choices: BTreeMap<String, Vec<Offered>>,
    /// Who works here.
    pub staff: Vec<StaffName>,
}

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// The id or the word.
    pub value: String,
    /// What people call it.
    pub label: String,
    /// Its colour, 0 to 9.
    pub hue: Option<u8>,
    /// Whether it is offered no more: it stays where it is, and filters know it.
    pub is_old: bool,
}

impl Offered {
    /// Something without a colour.
    pub fn new(value: impl ToString, label: impl Into<String>) -> Self {
        Self { value: value.to_string(), label: label.into(), hue: None, is_old: false }
    }

    /// The same in this colour.
    #[must_use]
    pub fn hue(self, hue: u8) -> Self {
        Self { hue: Some(hue), ..self }
    }

    /// The same, offered no more if it is `old`.
    #[must_use]
    pub fn old(self, is_old: bool) -> Self {
        Self { is_old, ..self }
    }
}

impl Vocabulary {
    /// The same with the choices of a field.
    #[must_use]
    pub fn with(mut self, key: &str, choices: impl IntoIterator<Item = Offered>) -> Self {
        self.choices.insert(key.to_owned(), choices.into_iter().collect());
        self
    }

    /// The same with the fields that the organisation added: their names, and the entries of their lists, also those
    /// that are offered no more, since records still have them.
    #[must_use]
    pub fn with_added(mut self, fields: &[CustomField]) -> Self {
        for field in fields {
            let key = field.key().to_string();
            self.names.insert(key.clone(), field.name.clone());
            if field.has_options() {
                let options = field.options.iter().map(|option| Offered::new(option.id, option.name.clone()));
                self.choices.insert(key, options.collect());
            }
        }
        self
    }

    /// What can be chosen in a field.
    pub fn choices(&self, key: &str) -> &[Offered] {
        self.choices.get(key).map_or(&[], Vec::as_slice)
    }
}
