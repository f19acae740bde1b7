//! What lists of leads go by: where each field stands, in which orders there are indexes, and which leads are meant where
//! nothing is said.

use fields::{Check, Column, FieldType, Index, Listed, OneOf, OwnField, WordIndex};
use kernel::db::Q;
use kernel::{Context, Error, Instant, Result};

use crate::Standing;

/// The fields of leads, in the order of forms; those that the system keeps come last.
pub(super) const FIELDS: &[OwnField] = &[
    OwnField::new("name", FieldType::Text)
        .stands(Column::Folded("l.name", "l.sort_key"))
        .sorted("l.sort_key"),
    OwnField::new("stage_id", FieldType::Choice).column("l.stage_id"),
    OwnField::new("owner_id", FieldType::Staff).column("l.owner_id"),
    OwnField::new("source_id", FieldType::Choice).column("l.source_id"),
    OwnField::new("value", FieldType::Money)
        .stands(Column::Money("l.value_minor", "l.value_currency"))
        .sorted("coalesce(l.value_minor, 0)"),
    OwnField::new("company", FieldType::Text).column("l.company"),
    OwnField::new("position", FieldType::Text).column("l.position"),
    OwnField::new("email", FieldType::Email).column("l.email"),
    OwnField::new("phone", FieldType::Phone).column("l.phone"),
    OwnField::new("website", FieldType::Link).column("l.website"),
    OwnField::new("street", FieldType::Text).column("l.street"),
    OwnField::new("postcode", FieldType::Text).column("l.postcode"),
    OwnField::new("city", FieldType::Text).column("l.city"),
    OwnField::new("region", FieldType::Text).column("l.region"),
    OwnField::new("country", FieldType::Country).column("l.country"),
    OwnField::new("language", FieldType::Word).column("l.language"),
    OwnField::new("description", FieldType::LongText).column("l.description"),
    OwnField::new("is_public", FieldType::Flag).column("l.is_public"),
    OwnField::new("last_contact_at", FieldType::Moment)
        .column("l.last_contact_at")
        .sorted("coalesce(l.last_contact_at, 0)"),
    OwnField::new("outcome", FieldType::Word).column("l.outcome").words(&["active", "lost", "junk"]),
    OwnField::new("lost_reason_id", FieldType::Choice).column("l.lost_reason_id"),
    OwnField::new("rank", FieldType::Word).kept(),
    OwnField::new("created_at", FieldType::Moment).column("l.created_at").sorted("l.created_at").kept(),
    OwnField::new("created_by", FieldType::Staff).column("l.created_by").kept(),
    OwnField::new("stage_since", FieldType::Moment).column("l.stage_since").sorted("l.stage_since").kept(),
    OwnField::new("tags", FieldType::Choices)
        .stands(Column::Among("l.timeline_id", "select timeline_id from tagging where tag_id"))
        .kept(),
    OwnField::new("standing", FieldType::Word).stands(Column::Asked(standing)).words(Standing::CODES).kept(),
    OwnField::new("stale", FieldType::Flag).stands(Column::Asked(stale)).kept(),
    OwnField::new(PIPELINE, FieldType::Choice).stands(Column::Asked(of_pipeline)).kept(),
];

/// The key of the pipeline that a lead's stage belongs to.
pub(super) const PIPELINE: &str = "pipeline_id";

/// Whoever opens a list means the leads in play, the newest first.
pub(super) const LISTED: Listed = Listed {
    indexes: &[
        Index { name: "lead_timeline", begins: &["tags"], order: "" },
        Index { name: "lead_created_owner", begins: &["owner_id"], order: "created_at" },
        Index { name: "lead_created_creator", begins: &["created_by"], order: "created_at" },
        Index { name: "lead_created_public", begins: &["is_public"], order: "created_at" },
        Index { name: "lead_created_stage", begins: &["stage_id"], order: "created_at" },
        Index { name: "lead_in_play", begins: &["standing=in_play"], order: "created_at" },
        Index { name: "lead_created", begins: &[], order: "created_at" },
        Index { name: "lead_name", begins: &[], order: "name" },
        Index { name: "lead_value", begins: &[], order: "value" },
        Index { name: "lead_contact", begins: &[], order: "last_contact_at" },
    ],
    words: Some(WordIndex {
        sqlite: "select rowid from lead_search where lead_search match ?",
        postgres: "select rowid from lead_search where body @@ to_tsquery('simple', ?)",
    }),
    newest: Some("created_at"),
    first: None,
    usual: &[("standing", Standing::InPlay.code())],
    owner: None,
};

/// What became of leads, in words that SQLite recognises where an index holds only some of them.
pub(super) fn standing_of(standing: Standing) -> &'static str {
    match standing {
        Standing::InPlay => "l.outcome = 'active' and l.customer_id is null",
        Standing::Converted => "l.customer_id is not null",
        Standing::Lost => "l.outcome = 'lost'",
        Standing::Junk => "l.outcome = 'junk'",
        Standing::All => "1 = 1",
    }
}

fn standing(_: &Context, check: &Check) -> Result<Q> {
    let any = |words: &[String]| {
        let known = words.iter().filter_map(|word| Standing::parse(word)).map(standing_of).map(Q::new);
        let mut known = known.map(|q| Q::new("(").append(q).push(")")).peekable();
        if known.peek().is_none() { Q::new("1 = 0") } else { Q::join(known, "or") }
    };
    match check {
        // One alone stands without brackets, as in its index.
        Check::Word(OneOf::AnyOf(words)) if words.len() == 1 => {
            Ok(Q::new(Standing::parse(&words[0]).map_or("1 = 0", standing_of)))
        }
        Check::Word(OneOf::AnyOf(words)) => Ok(any(words)),
        Check::Word(OneOf::NoneOf(words)) => Ok(Q::new("not (").append(any(words)).push(")")),
        Check::Empty(is_empty) => Ok(Q::new(if *is_empty { "1 = 0" } else { "1 = 1" })),
        _ => Err(Error::internal("a standing was asked what it cannot be")),
    }
}

/// Those that stand in a stage of these pipelines.
fn of_pipeline(_: &Context, check: &Check) -> Result<Q> {
    let within = |ids: &[i64]| {
        Q::new("l.stage_id in (select s.id from stage s where")
            .any_of("s.pipeline_id", ids.iter().copied())
            .push(")")
    };
    match check {
        Check::Choice(OneOf::AnyOf(ids)) => Ok(within(ids)),
        Check::Choice(OneOf::NoneOf(ids)) => Ok(Q::new("not").append(within(ids))),
        Check::Empty(is_empty) => Ok(Q::new(if *is_empty { "1 = 0" } else { "1 = 1" })),
        _ => Err(Error::internal("a pipeline was asked what it cannot be")),
    }
}

/// Those that stand in their stage for longer than its limit. Stages without a limit have none.
fn stale(cx: &Context, check: &Check) -> Result<Q> {
    let is_stale = match check {
        Check::Flag(is_stale) => *is_stale,
        Check::Empty(is_empty) => return Ok(Q::new(if *is_empty { "1 = 0" } else { "1 = 1" })),
        _ => return Err(Error::internal("staleness was asked what it cannot be")),
    };
    let q = Q::new(if is_stale { "exists" } else { "not exists" });
    let q = q.push(
        "(select 1 from stage s where s.id = l.stage_id and l.stage_since < ? - s.stale_after_days * ?)",
    );
    Ok(q.bind(cx.now).bind(Instant::DAY))
}
