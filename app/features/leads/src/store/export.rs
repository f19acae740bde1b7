//! How leads are taken out: what `exports` asks of leads.

use exports::{Exporter, Names};
use futures::FutureExt;
use kernel::{Context, Error, RecordKind, Result};

use super::words;
use crate::{OLD, Outcome};

/// How leads are taken out.
pub(super) fn exporter() -> Exporter {
    Exporter {
        kind: RecordKind::Lead,
        word: "leads",
        title: "lead-many",
        home: "/leads",
        columns: COLUMNS,
        old: OLD,
        names: |cx| async move { names(&cx).await }.boxed(),
    }
}

/// What an import fills comes first, then what only the house says.
const COLUMNS: &[&str] = &[
    "name",
    "company",
    "position",
    "email",
    "phone",
    "website",
    "value",
    "stage_id",
    "source_id",
    "owner_id",
    "tags",
    "street",
    "postcode",
    "city",
    "region",
    "country",
    "language",
    "description",
    "is_public",
    "last_contact_at",
    "created_at",
    "created_by",
    "stage_since",
    "outcome",
    "lost_reason_id",
];

async fn names(cx: &Context) -> Result<Names> {
    let stages = words::stages(cx, None).await?;
    let tags = records::store::tags::list(cx).await?;
    let named = async |list| {
        let words = words::named(cx.db(), list).await?;
        Ok::<_, Error>(words.into_iter().map(|word| (word.id, word.name)).collect::<Vec<_>>())
    };
    let texts = cx.foyer.texts(cx.language);
    let zone = &cx.organisation().zone;
    let outcomes = [
        (Outcome::Active, "outcome-active"),
        (Outcome::Lost, "outcome-lost"),
        (Outcome::Junk, "outcome-junk"),
    ];
    let outcome = |(outcome, key): (Outcome, &str)| (outcome.code(), texts.text(key, &[], zone));
    Ok(Names::default()
        .with("stage_id", stages.into_iter().map(|stage| (stage.id, stage.name)))
        .with("source_id", named("source").await?)
        .with("lost_reason_id", named("lost_reason").await?)
        .with("tags", tags.into_iter().map(|tag| (tag.id, tag.name)))
        .with("outcome", outcomes.map(outcome)))
}
