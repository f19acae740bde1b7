use std::collections::BTreeMap;

use kernel::Currency;
use serde::{Deserialize, Serialize};

use crate::{DateOrder, Format};

/// All that a person decides about an import. Kept with it, so that the run needs nobody.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Options {
    /// How the file is read.
    pub format: Format,
    /// For each column the key of the field it goes into; columns without one are left out.
    pub mapping: Vec<Option<String>>,
    /// What fields of new records get whose cell is empty or that no column goes into. For a choice the id of the entry,
    /// for tags their names, for others what a cell would hold.
    pub defaults: BTreeMap<String, String>,
    /// What fields get in every row, whatever its cells say; tags come to those of the cells. Written as the defaults.
    pub constants: BTreeMap<String, String>,
    /// What is done with words that no dictionary has. A row with an undecided one is refused.
    pub words: Vec<Decision>,
    /// Unknown words are created wherever the person may; for the command line.
    pub create_missing: bool,
    /// Needed only if the file has dates that can be read in two ways.
    pub date_order: Option<DateOrder>,
    /// The currency of amounts that name none; the organisation's if not given.
    pub currency: Option<Currency>,
    /// What is done with rows whose record is there already.
    pub duplicates: Duplicates,
    /// By what a row and a record are known to mean the same; none stand for the usual ones of the kind.
    pub keys: Vec<String>,
}

/// What a program or a command says that uses a file by its header.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct ByHeader {
    /// Whether words that no list has are created; otherwise their rows are refused.
    pub create_missing: bool,
    /// What is done with rows whose record is there already.
    pub duplicates: Duplicates,
    /// By what a row and a record are known to mean the same: of leads `email`, `phone`, `website` and `company`, of customers
    /// `vat` as well; the usual ones of the kind if there are none.
    pub keys: Vec<String>,
}

impl ByHeader {
    /// Whether an import with these options was begun as this says.
    pub fn is_of(&self, options: &Options) -> bool {
        let Self { create_missing, duplicates, keys } = self;
        (*create_missing, *duplicates, keys) == (options.create_missing, options.duplicates, &options.keys)
    }
}

/// What is done with rows whose record is there already, or came earlier in the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Duplicates {
    /// They are left out.
    #[default]
    Skip,
    /// They fill the record's empty fields.
    Fill,
    /// They overwrite the record's fields.
    Overwrite,
    /// They overwrite the record's fields, and rows without a record are left out.
    Update,
    /// A second record is made.
    Create,
}

impl Duplicates {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 5] = [Self::Skip, Self::Fill, Self::Overwrite, Self::Update, Self::Create];

    /// The word for programs and for the key of its text.
    pub fn code(self) -> &'static str {
        match self {
            Self::Skip => "skip",
            Self::Fill => "fill",
            Self::Overwrite => "overwrite",
            Self::Update => "update",
            Self::Create => "create",
        }
    }

    /// The choice of this word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.code() == code)
    }

    /// Whether records that are there are changed.
    pub fn updates(self) -> bool {
        matches!(self, Self::Fill | Self::Overwrite | Self::Update)
    }

    /// Whether rows without a record become one.
    pub fn creates(self) -> bool {
        self != Self::Update
    }
}

/// What is done with an unknown word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The field.
    pub field: String,
    /// The word as it stands in the file.
    pub word: String,
    /// What is done.
    pub outcome: Outcome,
}

/// What an unknown word becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A new entry of the dictionary.
    Create,
    /// This entry.
    Use(i64),
    /// Nothing: the field stays empty or gets its default.
    Leave,
}
