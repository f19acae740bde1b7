//! Mappings under a name: somebody's own, or for all who may bring in such records.

use kernel::db::{FromRow, Json, Q, Val};
use kernel::{Context, Error, ImportId, NewEvent, RecordKind, Result, Text, invalid};
use serde_json::json;

use super::act::{inspect, set_options};
use super::rows::{importer, load};
use crate::inspect::format_of_sheet;
use crate::mapping::header_key;
use crate::rows::Rows;
use crate::saved::{Choices, NAME_LIMIT, SavedMapping};
use crate::{Format, Importer, Inspection, Options};

/// So many can somebody have.
const MOST: i64 = 100;

#[derive(FromRow)]
struct Saved {
    id: i64,
    name: String,
    header: String,
    choices: Json<Choices>,
    is_own: bool,
    is_shared: bool,
}

const COLUMNS: &str = "select id, name, header, choices, coalesce(staff_id = ?, false) as is_own, is_shared from import_mapping";

impl Saved {
    fn told(self, cx: &Context, header: &str) -> SavedMapping {
        SavedMapping {
            id: self.id,
            name: self.name,
            is_shared: self.is_shared,
            is_own: self.is_own || cx.actor.is_admin(),
            fits: self.header == header,
        }
    }
}

/// The columns of a header in an order of their own, so that files with the same ones are known again.
pub(crate) fn signature(header: &[String]) -> String {
    let mut keys = header.to_vec();
    keys.sort_unstable();
    keys.join("\n")
}

/// The keys of the header of a stored file; none if it has no header.
pub(crate) fn header_keys(header: &[String]) -> Vec<String> {
    header.iter().map(|name| header_key(name)).collect()
}

/// The mappings for such records that the actor may use, those for this header first, then by name.
///
/// # Errors
/// As [`Q::all`].
pub(crate) async fn usable(cx: &Context, kind: &str, header: &[String]) -> Result<Vec<SavedMapping>> {
    let rows: Vec<Saved> = Q::new(COLUMNS)
        .push("where kind = ? and (is_shared or staff_id = ?) order by name_norm, id limit ?")
        .bind(cx.staff_id())
        .bind(kind)
        .bind(cx.staff_id())
        .bind(MOST * 2)
        .all(cx.db())
        .await?;
    let header = if header.is_empty() { String::from("\0") } else { signature(header) };
    let mut all: Vec<SavedMapping> = rows.into_iter().map(|row| row.told(cx, &header)).collect();
    all.sort_by_key(|one| !one.fits);
    Ok(all)
}

/// Saves the choices of an import under a name; one's own mapping of this name is replaced.
///
/// # Errors
/// `Invalid` for a name that cannot be, and for a file without a header; as [`super::find`].
pub async fn save_mapping(cx: &Context, id: ImportId, name: &str, is_shared: bool) -> Result<Inspection> {
    let kept = load(cx, id).await?;
    let importer = importer(cx, &kept.import.kind)?;
    let name = &named(name)?;
    let rows = Rows::open(cx, &kept.storage_key, kept.import.options.format).await??;
    let keys = header_keys(&rows.header);
    if keys.is_empty() {
        return Err(invalid("name", "import-mapping-no-header"));
    }
    let found = found_format(cx, importer, &kept).await?;
    let (choices, header) = (&Choices::of(&kept.import.options, found, &keys), &signature(&keys));
    let norm = &kernel::normal::sort_key(name);
    cx.tx(|tx| async move {
        let mine = Q::new("select count(*) from import_mapping where staff_id = ?").bind(cx.staff_id());
        if mine.number(&tx).await? >= MOST {
            return Err(invalid("name", Text::new("import-mapping-many").with("limit", MOST)));
        }
        Q::new("delete from import_mapping where kind = ? and name_norm = ? and staff_id = ?")
            .bind(importer.kind)
            .bind(norm)
            .bind(cx.staff_id())
            .run(&tx)
            .await?;
        Q::new("insert into import_mapping (kind, name, name_norm, header, choices, staff_id, is_shared, created_at, updated_at)")
            .push("values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .bind(importer.kind)
            .bind(name)
            .bind(norm)
            .bind(header)
            .bind(Val::json(choices))
            .bind(cx.staff_id())
            .bind(is_shared)
            .bind(cx.now)
            .bind(cx.now)
            .run(&tx)
            .await?;
        cx.record(&tx, told("import_mapping.saved", name, is_shared)).await
    })
    .await?;
    inspect(cx, id).await
}

/// Brings an import in by a saved mapping: its choices take the place of those that were made.
///
/// # Errors
/// `NotFound` for one that the actor may not use; as [`set_options`].
pub async fn use_mapping(cx: &Context, id: ImportId, mapping: i64) -> Result<Inspection> {
    let kept = load(cx, id).await?;
    let importer = importer(cx, &kept.import.kind)?;
    let saved = find(cx, importer, mapping).await?;
    let fields = (importer.fields)(cx.clone()).await?;
    let format = saved.choices.0.format(kept.import.options.format);
    let mut options = Options { format, ..kept.import.options };
    if format != kept.import.options.format {
        options = set_options(cx, id, options).await?.options;
    }
    let rows = Rows::open(cx, &kept.storage_key, options.format).await??;
    let keys = header_keys(&rows.header);
    let knows = |key: &str| fields.iter().any(|field| field.key == key);
    set_options(cx, id, saved.choices.0.over(options, &keys, knows)).await
}

/// The format in which the file would be read by itself.
async fn found_format(cx: &Context, importer: Importer, kept: &super::Kept) -> Result<Format> {
    let fields = (importer.fields)(cx.clone()).await?;
    format_of_sheet(cx, &kept.storage_key, &fields, kept.import.options.format.sheet).await
}

async fn find(cx: &Context, importer: Importer, id: i64) -> Result<Saved> {
    Q::new(COLUMNS)
        .push("where id = ? and kind = ? and (is_shared or staff_id = ?)")
        .bind(cx.staff_id())
        .bind(id)
        .bind(importer.kind)
        .bind(cx.staff_id())
        .optional(cx.db())
        .await?
        .ok_or(Error::NotFound)
}

/// Gives a mapping another name, and shares it or not.
///
/// # Errors
/// `NotFound` for another's, unless an administrator asks; `Invalid` for a name that cannot be.
pub async fn rename_mapping(cx: &Context, id: i64, name: &str, is_shared: bool) -> Result<()> {
    owned(cx, id).await?;
    let name = &named(name)?;
    cx.tx(|tx| async move {
        Q::new(
            "update import_mapping set name = ?, name_norm = ?, is_shared = ?, updated_at = ? where id = ?",
        )
        .bind(name)
        .bind(kernel::normal::sort_key(name))
        .bind(is_shared)
        .bind(cx.now)
        .bind(id)
        .run(&tx)
        .await?;
        cx.record(&tx, told("import_mapping.renamed", name, is_shared)).await
    })
    .await
}

/// Deletes a mapping; imports that were made by it stay as they are.
///
/// # Errors
/// As [`rename_mapping`].
pub async fn delete_mapping(cx: &Context, id: i64) -> Result<()> {
    let name = &owned(cx, id).await?;
    cx.tx(|tx| async move {
        Q::new("delete from import_mapping where id = ?").bind(id).run(&tx).await?;
        cx.record(&tx, told("import_mapping.deleted", name, false)).await
    })
    .await
}

/// The name of a mapping that the actor may change.
async fn owned(cx: &Context, id: i64) -> Result<String> {
    cx.actor.staff()?;
    let row: Option<(String, String, bool)> =
        Q::new("select kind, name, coalesce(staff_id = ?, false) from import_mapping where id = ?")
            .bind(cx.staff_id())
            .bind(id)
            .optional(cx.db())
            .await?;
    let (kind, name, _) = row.filter(|row| row.2 || cx.actor.is_admin()).ok_or(Error::NotFound)?;
    importer(cx, &kind)?.require(&cx.actor)?;
    Ok(name)
}

fn named(name: &str) -> Result<String> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ").replace('\0', "");
    match name.chars().count() {
        0 => Err(invalid("name", "error-required")),
        length if length > NAME_LIMIT => {
            Err(invalid("name", Text::new("error-too-long").with("limit", NAME_LIMIT)))
        }
        _ => Ok(name),
    }
}

fn told(kind: &'static str, name: &str, is_shared: bool) -> NewEvent {
    NewEvent::new(kind, RecordKind::Setting, 0).payload(json!({ "name": name, "is_shared": is_shared }))
}
