//! The lists of words: sources, reasons for a loss, tags. Tags are those of `records`, which customers have, too.

use kernel::db::{Q, Tx};
use kernel::{Area, Can, Context, Error, Result, TagId, Text, invalid};
use records::{TAG_LIMIT, tags};

use super::edit::announce;
use crate::{Word, WordEdit, WordList};

/// The most characters of a stage, a source and a reason.
pub(in crate::store) const NAME_LIMIT: usize = 60;

/// Adds an entry to a list, or changes one: its name, and, by `is_default`, that new leads get this source from now on.
///
/// # Errors
/// `Forbidden` without the right to edit settings; `Invalid` for a name that does not fit, and for what is no source and
/// should be what new leads get; `NotFound`.
pub async fn save_word(cx: &Context, list: WordList, edit: &WordEdit) -> Result<Word> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    let name = fitting_name(list, edit)?;
    if edit.is_default && list != WordList::Source {
        return Err(invalid("is_default", "lead-field-unfit"));
    }
    cx.tx(|tx| async move {
        let id = match name {
            Some(name) => put(&tx, list, edit.id, name).await?,
            None => edit.id,
        };
        let name = match edit.is_default {
            true => begin_with(&tx, id).await?,
            false => name.unwrap_or_default().to_owned(),
        };
        announce(cx, &tx, saved(list), id).await?;
        Ok(Word { id, name })
    })
    .await
}

/// The name that an entry gets; none where only something else about one that is there changes.
fn fitting_name(list: WordList, edit: &WordEdit) -> Result<Option<&str>> {
    let Some(name) = edit.name.as_deref().map(str::trim) else {
        let changes = edit.is_default && edit.id != 0;
        return if changes { Ok(None) } else { Err(invalid("name", "error-required")) };
    };
    let limit = if list == WordList::Tag { TAG_LIMIT } else { NAME_LIMIT };
    match name.chars().count() {
        0 => Err(invalid("name", "error-required")),
        length if length > limit => Err(invalid("name", Text::new("error-too-long").with("limit", limit))),
        _ => Ok(Some(name)),
    }
}

/// Adds an entry (id 0) or renames one; its id.
async fn put(tx: &Tx, list: WordList, id: i64, name: &str) -> Result<i64> {
    match (table(list), id) {
        (Some(table), 0) => Q::new(table.insert).bind(name).number(tx).await,
        (Some(table), id) => Q::new(table.rename).bind(name).bind(id).number(tx).await,
        (None, 0) => Ok(tags::find_or_create(tx, name).await?.id.0),
        (None, id) => {
            let renamed = tags::rename(tx, TagId(id), name).await;
            renamed.map_err(|error| error.on_duplicate("tag.name_norm", "name", "error-duplicate"))?;
            Ok(id)
        }
    }
}

/// New leads get this source from now on; its name. There is one at most, which an index holds.
async fn begin_with(tx: &Tx, id: i64) -> Result<String> {
    let others = Q::new("update source set is_default = ? where is_default and id <> ?");
    others.bind(false).bind(id).run(tx).await?;
    let this = Q::new("update source set is_default = ?, version = version + 1 where id = ? returning name");
    let (name,): (String,) = this.bind(true).bind(id).optional(tx).await?.ok_or(Error::NotFound)?;
    Ok(name)
}

/// After a deletion new leads get the source that took over, or else the first one.
async fn hand_on(tx: &Tx, to: Option<i64>) -> Result<()> {
    Q::new("update source set is_default = ? where not exists (select 1 from source where is_default)")
        .push("and id = (select id from source order by case when id = ? then 0 else 1 end, position, id limit 1)")
        .bind(true)
        .bind(to.unwrap_or_default())
        .run(tx)
        .await
        .map(drop)
}

/// A further source, for an import that names one.
pub(in crate::store) async fn add_source(cx: &Context, tx: &Tx, name: &str) -> Result<i64> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    let id = Q::new(SOURCES.insert).bind(name).number(tx).await?;
    announce(cx, tx, saved(WordList::Source), id).await?;
    Ok(id)
}

/// Deletes an entry; what used it goes to `goes_to`, which is needed where something does. A tag is taken off.
///
/// # Errors
/// `Forbidden` without the right; `Invalid` for `goes_to` when the entry is used and no other one is named.
pub async fn delete_word(cx: &Context, list: WordList, id: i64, goes_to: Option<i64>) -> Result<()> {
    cx.actor.require(Area::Settings, Can::Edit)?;
    let target = goes_to.filter(|target| *target != id);
    cx.tx(|tx| async move {
        match table(list) {
            Some(table) => replace(&tx, table, id, target).await?,
            None => tags::delete(&tx, TagId(id)).await?,
        }
        if list == WordList::Source {
            hand_on(&tx, target).await?;
        }
        announce(cx, &tx, saved(list), id).await
    })
    .await
}

/// Gives what uses an entry another one and deletes it.
async fn replace(tx: &Tx, table: &Table, id: i64, target: Option<i64>) -> Result<()> {
    if Q::new(table.used).bind(id).number(tx).await? > 0 {
        let target = target.ok_or_else(|| invalid("goes_to", "lead-word-in-use"))?;
        if Q::new(table.exists).bind(target).number(tx).await? == 0 {
            return Err(invalid("goes_to", "lead-field-unfit"));
        }
        Q::new(table.replace).bind(target).bind(id).run(tx).await?;
    }
    match Q::new(table.delete).bind(id).run(tx).await? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}

/// The event that says that a list is another one now.
fn saved(list: WordList) -> &'static str {
    match list {
        WordList::Source => "source.saved",
        WordList::LostReason => "lost_reason.saved",
        WordList::Tag => "tag.saved",
    }
}

/// The statements of a list that is a table of ours.
struct Table {
    insert: &'static str,
    rename: &'static str,
    used: &'static str,
    exists: &'static str,
    replace: &'static str,
    delete: &'static str,
}

fn table(list: WordList) -> Option<&'static Table> {
    match list {
        WordList::Source => Some(&SOURCES),
        WordList::LostReason => Some(&LOST_REASONS),
        WordList::Tag => None,
    }
}

static SOURCES: Table = Table {
    insert: "insert into source (name, position) select ?, coalesce(max(position), 0) + 1 from source returning id",
    rename: "update source set name = ?, version = version + 1 where id = ? returning id",
    used: "select (select count(*) from lead where source_id = ?)",
    exists: "select count(*) from source where id = ?",
    replace: "update lead set source_id = ? where source_id = ?",
    delete: "delete from source where id = ?",
};

static LOST_REASONS: Table = Table {
    insert: "insert into lost_reason (name, position) select ?, coalesce(max(position), 0) + 1 from lost_reason returning id",
    rename: "update lost_reason set name = ?, version = version + 1 where id = ? returning id",
    used: "select (select count(*) from lead where lost_reason_id = ?)",
    exists: "select count(*) from lost_reason where id = ?",
    replace: "update lead set lost_reason_id = ? where lost_reason_id = ?",
    delete: "delete from lost_reason where id = ?",
};
