use kernel::db::{FromRow, Q, full_text_query};
use kernel::{Context, Hit, RecordKind, RecordRef, Result, normal};

use super::scope::{Branch, branches};

#[derive(FromRow)]
struct HitRow {
    id: i64,
    name: String,
    company: Option<String>,
    email: Option<String>,
}

/// Leads that the actor may see and in whose texts words begin like these, newest first; for a single letter, names
/// that begin with it, by name.
///
/// # Errors
/// As [`Q::all`]. Staff who may see no leads find none.
pub async fn search(cx: &Context, text: &str, limit: usize) -> Result<Vec<Hit>> {
    let Ok(branches) = branches(&cx.actor) else { return Ok(Vec::new()) };
    let words = normal::search_words(text);
    let rows: Vec<HitRow> = match words.as_slice() {
        [] => return Ok(Vec::new()),
        [letter] if letter.chars().count() == 1 => by_letter(&branches, letter, limit).all(cx.db()).await?,
        words => by_words(&branches, words, limit).all(cx.db()).await?,
    };
    Ok(rows.into_iter().map(HitRow::into_hit).collect())
}

const FOUND: &str = "select l.id, l.name, l.company, l.email from lead l";

/// The full-text index gives the newest matches; those that stand for what the actor may see are part of the match.
/// The row is asked once more all the same: the index follows it, it does not decide.
fn by_words(branches: &[Branch], words: &[String], limit: usize) -> Q {
    let who: Vec<String> = branches.iter().filter_map(|branch| branch.word()).collect();
    let q = Q::new("with found as")
        .dialect("", "materialized")
        .push("(select rowid from")
        // PostgreSQL matches first and orders then; asked for the newest at once, it walks the leads back in hope of a match.
        .dialect(
            "lead_search where lead_search match ? order by rowid desc limit ?)",
            "(select rowid from lead_search where body @@ to_tsquery('simple', ?) limit 5000) m order by rowid desc limit ?)",
        )
        .bind(full_text_query(words, &who))
        .bind(limit * 4);
    let part = |branch: &Branch| {
        let q = Q::new(FOUND).push("join found on found.rowid = l.id where l.deleted_at is null");
        branch.narrow(q)
    };
    let parts = Q::join(branches.iter().map(part), "union all");
    q.push("select * from (").append(parts).push(") hits order by id desc limit ?").bind(limit)
}

fn by_letter(branches: &[Branch], letter: &str, limit: usize) -> Q {
    let end: String = letter.chars().filter_map(|c| char::from_u32(c as u32 + 1)).collect();
    let part = |branch: &Branch| {
        let q = Q::new("select * from (")
            .push(FOUND)
            .push("where l.deleted_at is null and l.sort_key >= ? and l.sort_key < ?");
        branch.narrow(q.bind(letter).bind(&end)).push("order by l.sort_key, l.id limit ?) part").bind(limit)
    };
    Q::join(branches.iter().map(part), "union all").push("limit ?").bind(limit)
}

impl HitRow {
    fn into_hit(self) -> Hit {
        let hint = [self.company, self.email].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let record = RecordRef { kind: RecordKind::Lead, id: self.id };
        Hit { record, title: self.name, hint, path: format!("/leads/{}", self.id) }
    }
}
