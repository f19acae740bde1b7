use super::{Q, Val};

/// A table of full texts, one row for each record: FTS5 on SQLite, a stored `tsvector` on PostgreSQL.
///
/// Its columns are `rowid`, `body` (the words) and, inside the same index, the words that stand for who may see the
/// record, so that a reader of few records among a million matches only those. Made by [`crate::full_text!`].
#[derive(Clone, Copy, Debug)]
pub struct FullText {
    /// The statement that writes a row on SQLite; values: id, words, who.
    pub sqlite_put: &'static str,
    /// The same on PostgreSQL.
    pub postgres_put: &'static str,
    /// The statement that writes many new rows on SQLite; one value: an array of rows.
    pub sqlite_put_all: &'static str,
    /// The same on PostgreSQL.
    pub postgres_put_all: &'static str,
}

/// The condition that words match, to be bound after `TABLE match ?` or `body @@ to_tsquery('simple', ?)`: all words,
/// the last one as a beginning, and, if there are any, one of the words in `who`.
///
/// Words must be letters and digits only, as [`crate::normal::search_words`] makes them.
pub fn full_text_query(words: &[String], who: &[String]) -> Val {
    let Some((last, whole)) = words.split_last() else {
        return Val::Dialect { sqlite: String::new(), postgres: String::new() };
    };
    let quoted = whole.iter().map(|word| format!("\"{word}\" AND ")).collect::<String>();
    let mut sqlite = format!("body : ({quoted}\"{last}\"*)");
    let mut postgres =
        whole.iter().map(|word| format!("{word} & ")).collect::<String>() + &format!("{last}:*");
    if !who.is_empty() {
        sqlite = format!("{sqlite} AND who : ({})", who.join(" OR "));
        postgres = format!("{postgres} & ({})", who.join(" | "));
    }
    Val::Dialect { sqlite, postgres }
}

impl FullText {
    /// Writes or replaces the words of a record.
    pub fn put(&self, id: i64, body: &str, who: &str) -> Q {
        Q::default().dialect(self.sqlite_put, self.postgres_put).bind(id).bind(body).bind(who)
    }

    /// Writes the words of many new records with one statement: id, words, who.
    pub fn put_all(&self, rows: impl Iterator<Item = (i64, String, String)>) -> Q {
        Q::default()
            .dialect(self.sqlite_put_all, self.postgres_put_all)
            .bind(Val::json(&rows.collect::<Vec<_>>()))
    }
}

/// The statements of a [`FullText`] table of this name.
#[macro_export]
macro_rules! full_text {
    ($table:literal) => {
        $crate::db::FullText {
            sqlite_put: concat!("insert or replace into ", $table, " (rowid, body, who) values (?, ?, ?)"),
            postgres_put: concat!(
                "insert into ", $table, " (rowid, body)",
                " values (?, to_tsvector('simple', cast(? as text) || ' ' || cast(? as text)))",
                " on conflict (rowid) do update set body = excluded.body",
            ),
            sqlite_put_all: concat!(
                "insert into ", $table, " (rowid, body, who)",
                " select r.value->>0, r.value->>1, r.value->>2 from json_each(?) r",
            ),
            postgres_put_all: concat!(
                "insert into ", $table, " (rowid, body)",
                " select cast(r.value->>0 as bigint), to_tsvector('simple', (r.value->>1) || ' ' || (r.value->>2))",
                " from jsonb_array_elements(?) r(value)",
            ),
        }
    };
}
