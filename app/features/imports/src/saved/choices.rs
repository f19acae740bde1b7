use std::collections::BTreeMap;

use kernel::Currency;
use serde::{Deserialize, Serialize};

use crate::{DateOrder, Decision, Delimiter, Duplicates, Encoding, Format, Options};

/// What a saved mapping keeps of the choices: by the names of the columns, whatever order they come in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    /// How letters were read, where that had to be said by hand.
    pub encoding: Option<Encoding>,
    /// What stood between two cells, likewise.
    pub delimiter: Option<Delimiter>,
    /// For each column, by the key of its header, the field it goes into; columns with one name in their order.
    pub columns: Vec<(String, Option<String>)>,
    /// As in [`Options`].
    pub defaults: BTreeMap<String, String>,
    /// As in [`Options`].
    pub constants: BTreeMap<String, String>,
    /// As in [`Options`].
    pub words: Vec<Decision>,
    /// As in [`Options`].
    pub date_order: Option<DateOrder>,
    /// As in [`Options`].
    pub currency: Option<Currency>,
    /// As in [`Options`].
    pub duplicates: Duplicates,
    /// As in [`Options`].
    pub keys: Vec<String>,
}

impl Choices {
    /// What is kept of these choices about a file with this header, which by itself would be read in `found`.
    pub fn of(options: &Options, found: Format, header: &[String]) -> Self {
        let format = options.format;
        let field = |column: usize| options.mapping.get(column).cloned().flatten();
        Self {
            encoding: Some(format.encoding).filter(|encoding| *encoding != found.encoding),
            delimiter: Some(format.delimiter).filter(|delimiter| *delimiter != found.delimiter),
            columns: header.iter().enumerate().map(|(column, key)| (key.clone(), field(column))).collect(),
            defaults: options.defaults.clone(),
            constants: options.constants.clone(),
            words: options.words.clone(),
            date_order: options.date_order,
            currency: options.currency,
            duplicates: options.duplicates,
            keys: options.keys.clone(),
        }
    }

    /// How a file is read that was found to be in this format.
    pub fn format(&self, found: Format) -> Format {
        Format {
            encoding: self.encoding.unwrap_or(found.encoding),
            delimiter: self.delimiter.unwrap_or(found.delimiter),
            ..found
        }
    }

    /// The choices about a file with this header, which is read already as it should be. Fields that are gone are left out.
    pub fn over(&self, options: Options, header: &[String], knows: impl Fn(&str) -> bool) -> Options {
        let mut left = self.columns.clone();
        let mut field = |key: &String| {
            let place = left.iter().position(|(own, _)| own == key)?;
            left.remove(place).1.filter(|field| knows(field))
        };
        let known = |all: &BTreeMap<String, String>| {
            all.iter().filter(|(field, _)| knows(field)).map(|(k, v)| (k.clone(), v.clone())).collect()
        };
        Options {
            mapping: header.iter().map(&mut field).collect(),
            defaults: known(&self.defaults),
            constants: known(&self.constants),
            words: self.words.clone(),
            date_order: self.date_order.or(options.date_order),
            currency: self.currency,
            duplicates: self.duplicates,
            keys: self.keys.clone(),
            ..options
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(keys: &[&str]) -> Vec<String> {
        keys.iter().map(|key| (*key).to_owned()).collect()
    }

    #[test]
    fn columns_are_known_again_in_any_order() {
        let mapping = vec![Some("name".into()), None, Some("phone".into()), Some("gone".into())];
        let options = Options { mapping, duplicates: Duplicates::Fill, ..Options::default() };
        let saved = Choices::of(&options, Format::default(), &keys(&["name", "phone", "phone", "old"]));
        let again = saved
            .over(Options::default(), &keys(&["phone", "old", "name", "phone", "new"]), |key| key != "gone");
        assert_eq!(again.mapping, [None, None, Some("name".into()), Some("phone".into()), None]);
        assert_eq!(again.duplicates, Duplicates::Fill);
    }
}
