//! Where leads are kept. One SQL text serves SQLite and PostgreSQL.

/// The bin: leads that can be taken back.
pub mod bin;
/// The board, its columns, and what of it has changed.
pub mod board;
mod bulk;
/// Leads become customers, and back.
pub mod convert;
mod export;
mod filter;
mod import;
mod kind;
mod known;
/// Leads as rows, by many orders.
pub mod list;
mod listed;
pub mod moves;
mod row;
/// Leads are made and changed.
pub mod save;
mod scope;
mod search;
pub mod seed;
mod totals;
pub mod words;
mod write;

pub use row::{find, find_any};
pub use search::search;
pub use totals::recount;

use futures::FutureExt;
use kernel::{Context, Error, Feature, JobKind, Result, forbidden};

use crate::Lead;

/// What leads give to the house.
pub fn feature() -> Feature {
    Feature {
        texts: crate::TEXTS,
        doors: vec![fields::door::<kind::Leads>()],
        searches: vec![|cx, words, limit| async move { search(&cx, &words, limit).await }.boxed()],
        jobs: vec![JobKind {
            name: "leads.recount",
            run: |cx, _| async move { totals::recount(&cx).await.map(drop) }.boxed(),
            every: Some(kernel::Instant::DAY),
        }],
        parts: kernel::Parts::default()
            .with(fields::part::<kind::Leads>())
            .with(fields::Becoming { of: kernel::RecordKind::Lead, targets: convert::targets })
            .with(known::part())
            .with(records::ContactHook(save::contact_hook))
            .with(records::StandsOn("select timeline_id from lead"))
            .with(records::Needs {
                kind: kernel::RecordKind::Customer,
                select: "select customer_id from lead where customer_id is not null",
            })
            .with(import::importer())
            .with(export::exporter()),
    }
}

/// Whether the actor may change this lead, which he can see. Every way to a change asks here: forms, moves and conversions
/// by themselves; runs, imports and what hangs on a lead by `OpenRecord::locked`.
fn require_edit(cx: &Context, lead: &Lead) -> Result<()> {
    cx.actor.require(kernel::Area::Leads, kernel::Can::Edit)?;
    match lead {
        Lead { deleted_at: Some(_), .. } => Err(forbidden("lead-is-deleted")),
        Lead { is_locked: true, .. } if !cx.actor.is_admin() => Err(forbidden("lead-is-locked")),
        _ => Ok(()),
    }
}

/// The answer to a change that names an older version than there is: what there is now comes along.
fn stale(lead: &Lead, version: kernel::Version) -> Result<()> {
    if lead.version == version {
        return Ok(());
    }
    let reason = kernel::Text::new("fields-changed-meanwhile").with("name", &lead.profile.name);
    Err(Error::conflict(reason, lead))
}
