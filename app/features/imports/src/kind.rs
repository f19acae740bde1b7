//! What a kind of record gives so that files of it can be brought in.

use std::borrow::Cow;

use fields::{Ahead, Values};
use futures::FutureExt;
use futures::future::BoxFuture;
use kernel::db::{Db, On, Tx};
use kernel::{Actor, Area, Can, Context, ImportId, RecordKind, Result, Text};

use crate::{FieldKind, Row, Value};

/// A kind of record that can be brought in from a file. A feature leaves it in `Feature::parts`.
#[derive(Clone, Copy)]
pub struct Importer {
    /// The word for programs, in the table, the REST API and the command line: `leads`.
    pub kind: &'static str,
    /// The key of what people call these records, in the plural.
    pub title: &'static str,
    /// Where they are looked at afterwards: `/leads`.
    pub home: &'static str,
    /// Whose right to import is asked.
    pub area: Area,
    /// Rows may change records that are there, of this kind: by its rules and with its rights.
    pub changes: Option<RecordKind>,
    /// What rows bring to their records beside fields is of this kind: contacts of customers. Rows that mean one record are
    /// one record then, and each brings what it has.
    pub parts: Option<RecordKind>,
    /// What becomes of what rows say.
    pub act: Act,
    /// What can tell that a row and a record mean the same, the best first.
    pub tells: &'static [Tells],
    /// The fields, in the order in which the page lists them; at most one per kind of meaning.
    pub fields: fn(Context) -> BoxFuture<'static, Result<Vec<ImportField>>>,
    /// Has a last word on what goes where, when it was found by headers: what a word means can depend on the others.
    pub arrange: Option<fn(&mut [Option<String>])>,
    /// Gets ready for one run or dry run on behalf of the actor: loads dictionaries, defaults, rights.
    pub begin: Begin,
}

/// What is done with the records that rows mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// They are made and changed.
    Bring,
    /// They go to the bin. Rows that mean none, or several, are refused.
    Delete,
}

impl Importer {
    /// Whether the actor may bring in such files, or why not.
    ///
    /// # Errors
    /// `Forbidden` with the right that is missing.
    pub fn require(&self, actor: &Actor) -> Result<()> {
        actor.require(self.area, Can::Import)?;
        match self.act {
            Act::Bring => Ok(()),
            Act::Delete => actor.require(self.area, Can::Delete),
        }
    }
}

/// Something by which a row and a record are known to mean the same.
#[derive(Clone, Copy, Debug)]
pub struct Tells {
    /// What stands before the colon of such keys: `email`.
    pub code: &'static str,
    /// The key of what people call it.
    pub label: &'static str,
    /// Whether it counts unless somebody chooses otherwise.
    pub is_usual: bool,
}

/// What the key of the number of a record begins with. It counts whenever a row has it: whoever maps a column to it says
/// which records he means.
pub const NUMBER: &str = "id";

/// What the key of a number begins with that the organisation gave a record: each has its own, so it counts as well.
pub const CALLED: &str = "number";

/// What a key begins with by which rows of one file are known to mean the same when nothing else tells. It finds nothing
/// but what the same import made.
pub const ALIKE: &str = "row";

/// How a kind of record gets ready.
pub type Begin = fn(Context, Purpose) -> BoxFuture<'static, Result<Box<dyn Records>>>;

/// What the records are brought in for.
#[derive(Clone, Copy, Debug)]
pub struct Purpose {
    /// The import; created records carry its id, so that they can be undone.
    pub import: ImportId,
    /// The number of its run, which every event carries; `None` for an import from before there were such.
    pub run: Option<i64>,
}

/// A field that a column can go into.
#[derive(Clone, Debug)]
pub struct ImportField {
    /// The key, as in the REST API. Also a synonym.
    pub key: String,
    /// What people call it. Its translations are synonyms, too.
    pub label: Text,
    /// What the cells become.
    pub kind: FieldKind,
    /// A row without it is refused.
    pub required: bool,
    /// Other headers that mean it, in any case and spelling of spaces: those of other languages and products.
    pub synonyms: &'static [&'static str],
    /// Headers of columns that make it up together, such as "first name" and "last name"; taken when no column
    /// has the whole.
    pub parts: &'static [&'static str],
    /// Its key is too common a word to be a synonym.
    pub key_is_common: bool,
    /// What a new record gets where no column goes into it.
    pub usual: Option<Value>,
}

impl ImportField {
    /// An optional field without synonyms.
    pub fn new(key: &str, label: &'static str, kind: FieldKind) -> Self {
        Self {
            key: key.into(),
            label: Text::new(label),
            kind,
            required: false,
            synonyms: &[],
            parts: &[],
            key_is_common: false,
            usual: None,
        }
    }

    /// The same field, without which a row is refused.
    pub fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// The same field with other headers that mean it.
    pub fn synonyms(self, synonyms: &'static [&'static str]) -> Self {
        Self { synonyms, ..self }
    }

    /// The same field, whose key is no synonym: an `id` in a file of others is theirs.
    pub fn with_common_key(self) -> Self {
        Self { key_is_common: true, ..self }
    }

    /// The same field with headers of columns that make it up together.
    pub fn parts(self, parts: &'static [&'static str]) -> Self {
        Self { parts, ..self }
    }
}

/// The words that a field of choices or tags knows.
#[derive(Clone, Debug)]
pub struct Dictionary {
    /// The field's key.
    pub field: Cow<'static, str>,
    /// The entries that the actor may use, in the order in which people see them.
    pub entries: Vec<Entry>,
    /// The actor may add entries.
    pub may_create: bool,
    /// Unknown words are added without asking, if the actor may: tags.
    pub is_free: bool,
    /// The most characters of an entry that is added.
    pub longest: usize,
}

/// A word that is known.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Which one.
    pub id: i64,
    /// Its name; compared without case, accents and extra spaces.
    pub name: String,
    /// Other words for it, a person's e-mail address for example.
    pub also: Vec<String>,
}

/// Where a check looks: on its own for a dry run, in the batch's transaction for a real one.
#[derive(Clone, Copy)]
pub enum Place<'a> {
    /// A dry run reads.
    Db(&'a Db),
    /// A real run reads and then writes.
    Tx(&'a Tx),
}

impl<'a> From<Place<'a>> for On<'a> {
    fn from(place: Place<'a>) -> Self {
        match place {
            Place::Db(db) => On::Db(db),
            Place::Tx(tx) => On::Tx(tx),
        }
    }
}

/// A record that is there already and has one of the keys.
#[derive(Clone, Debug)]
pub struct Match {
    /// The key that was asked for.
    pub key: String,
    /// The record, if it is of the kind that rows may change; `None` if it is not (a contact of a customer).
    pub record: Option<i64>,
    /// Why the row is left out: "there is a lead with this e-mail address: Ada".
    pub reason: Text,
    /// Whether this import made the record; asked of kinds whose rows bring parts.
    pub is_ours: bool,
}

/// What a row brings to its record beside the record's own fields: a contact of a customer.
#[derive(Clone, Debug)]
pub struct Part {
    /// What it is called.
    pub title: String,
    /// The key of what such are called.
    pub label: &'static str,
    /// By what it is found among those that a record has.
    pub keys: Vec<String>,
    /// By what it is found from then on.
    pub holds: Vec<String>,
    /// By what its record is known from then on, as [`Records::keys`] says it.
    pub tells: Vec<String>,
    /// Its values by the fields of its kind.
    pub values: Values,
}

/// A part that a record has.
#[derive(Clone, Debug)]
pub struct HeldPart {
    /// Which one.
    pub id: i64,
    /// Of which record.
    pub record: i64,
    /// By what it is found, as [`Part::holds`].
    pub keys: Vec<String>,
}

/// A record that an undo leaves as it is, because somebody changed it since.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Which one.
    pub record: i64,
    /// Its name.
    pub title: String,
}

/// One step of an undo.
#[derive(Clone, Debug, Default)]
pub struct Undone {
    /// So many are gone.
    pub removed: i64,
    /// These are left.
    pub kept: Vec<Kept>,
    /// The last record that was looked at; `None` if there are no more.
    pub last: Option<i64>,
}

/// A kind of record, ready for a run on behalf of somebody.
///
/// The mechanism reads values, finds words, compares rows with records and with each other, counts, remembers refusals,
/// changes records by [`fields::AnyKind`] and goes on after a restart. A dry run calls `keys`, `find` and `check`; a real
/// run calls the same and then `create_word` and `create` in the transaction of the batch. Batches have up to 500 rows;
/// work on all rows of a batch with one statement where you can. A transaction may be done again: keep nothing in `self`.
pub trait Records: Send + Sync {
    /// The words of the fields of choices and tags.
    fn dictionaries(&self) -> Vec<Dictionary>;

    /// What tells that two rows mean the same record: `email:ada@example.com`, `phone:+39..`. Empty for a row that
    /// can be told from no other. Two rows of a file with a common key are duplicates, too.
    fn keys(&self, row: &Row) -> Vec<String>;

    /// By what the record of a row is known from then on, if it becomes one.
    fn taken(&self, row: &Row) -> Vec<String> {
        self.keys(row)
    }

    /// The same of a record.
    fn keys_of(&self, _values: &Values) -> Vec<String> {
        Vec::new()
    }

    /// The records that have these keys. Those that the actor may not see must not be given away.
    fn find<'a>(&'a self, on: Place<'a>, keys: &'a [String]) -> BoxFuture<'a, Result<Vec<Match>>>;

    /// For each row that would become a record, what is there that it may be about all the same: a customer with the same
    /// address. It is told in a dry run and leaves no row out. Only what the actor may see.
    fn near<'a>(&'a self, rows: &'a [&'a Row]) -> BoxFuture<'a, Result<Vec<Option<Text>>>> {
        let none = vec![None; rows.len()];
        async { Ok(none) }.boxed()
    }

    /// For each row that is to become a record whether it may: rights, stage rules. The values are right by themselves.
    fn check<'a>(
        &'a self,
        on: Place<'a>,
        rows: &'a [Row],
        ahead: &'a mut Ahead,
    ) -> BoxFuture<'a, Result<Vec<Result<()>>>>;

    /// Lets a dry run go on from the record that this row would become, under this number.
    ///
    /// # Errors
    /// As [`Ahead::of`].
    fn imagine(&self, _row: &Row, _id: i64, _ahead: &mut Ahead) -> Result<()> {
        Ok(())
    }

    /// What a row changes in a record: its values by the fields of the kind, without tags, and without words that do not
    /// exist yet.
    ///
    /// # Errors
    /// Why the row is refused.
    fn values(&self, _row: &Row) -> Result<Values, Text> {
        Ok(Values::default())
    }

    /// Whether a record takes a word of this field that does not exist yet; its values are those before the row. What the
    /// rules say of entries that exist, a change is asked by itself.
    ///
    /// # Errors
    /// Why the row is refused.
    fn takes_new(&self, _before: &Values, _field: &str) -> Result<(), Text> {
        Ok(())
    }

    /// Adds a word to the dictionary of `field` and gives its id; asked once per word, only if `may_create`.
    fn create_word<'a>(&'a self, tx: &'a Tx, field: &'a str, word: &'a str) -> BoxFuture<'a, Result<i64>>;

    /// Creates the records of these rows and gives their ids in the rows' order. Whom it concerns is told of all of them
    /// together, not of each.
    fn create<'a>(&'a self, tx: &'a Tx, rows: &'a [Row]) -> BoxFuture<'a, Result<Vec<i64>>>;

    /// What a row brings to its record beside fields; nothing for most kinds.
    ///
    /// # Errors
    /// Why the row is refused.
    fn part(&self, _row: &Row) -> Result<Option<Part>, Text> {
        Ok(None)
    }

    /// What the record of a row is called.
    fn title_of(&self, row: &Row) -> String {
        row.text("name").unwrap_or_default().to_owned()
    }

    /// Whether a field of a row is one of what it brings, and not of its record.
    fn is_of_part(&self, _field: &str) -> bool {
        false
    }

    /// By what a part with these values is found among those of its record.
    fn part_holds(&self, _values: &Values) -> Vec<String> {
        Vec::new()
    }

    /// The parts that these records have.
    fn parts_of<'a>(&'a self, _on: Place<'a>, _records: &'a [i64]) -> BoxFuture<'a, Result<Vec<HeldPart>>> {
        async { Ok(Vec::new()) }.boxed()
    }

    /// Gives records that are there what these rows bring, in the order of the rows.
    fn add_parts<'a>(&'a self, _tx: &'a Tx, _rows: &'a [(i64, Row)]) -> BoxFuture<'a, Result<()>> {
        async { Ok(()) }.boxed()
    }

    /// Creates records as [`Records::create`] does, each with what further rows bring to it.
    fn create_with_parts<'a>(
        &'a self,
        tx: &'a Tx,
        rows: &'a [Row],
        _further: &'a [Vec<Row>],
    ) -> BoxFuture<'a, Result<Vec<i64>>> {
        self.create(tx, rows)
    }

    /// Removes up to `limit` of the records that the import created, with ids above `after` in the order of ids; those
    /// that were changed since are kept and named. Records that are gone already are passed over.
    fn undo<'a>(&'a self, tx: &'a Tx, after: i64, limit: i64) -> BoxFuture<'a, Result<Undone>>;
}
