use fields::store::definitions;
use futures::FutureExt;
use futures::future::BoxFuture;
use kernel::db::{On, Tx};
use kernel::{
    Area, Can, Context, Instant, LeadId, RecordKind, RecordRef, Result, StaffId, Text, TimelineId, Version,
};
use serde_json::json;
use staff::{Notice, Telling};

use super::moves::Stages;
use super::write::{self, Change};
use super::{find_any, moves, require_edit, stale, words};
use crate::{Lead, LeadEdit, LeadPatch, Profile, Rank};

/// A new lead, on top of its stage; without a stage, a source, an owner it takes the default ones (the owner being
/// nobody). Tags are given by name and made if they are new.
///
/// # Errors
/// `Forbidden` without the right to create, `Invalid` for fields that do not fit and when the stage refuses.
pub async fn create(cx: &Context, profile: &Profile, tags: &[String]) -> Result<Lead> {
    cx.actor.require(Area::Leads, Can::Create)?;
    let checked = &profile.clone().checked()?;
    cx.tx(|tx| async move {
        let mut lead = draft(cx, On::Tx(&tx), checked.clone()).await?;
        Stages::default().admit(On::Tx(&tx), &lead).await?;
        for name in tags {
            lead.tags.push(records::store::tags::find_or_create(&tx, name).await?);
        }
        insert(cx, &tx, lead).await
    })
    .await
}

/// The records that may be about the same as a lead with this profile, as far as the actor sees them.
///
/// # Errors
/// Those of the database.
pub async fn duplicates(cx: &Context, profile: &Profile) -> Result<Vec<::duplicates::Match>> {
    ::duplicates::matches(cx, RecordKind::Lead, &profile.telling(), None).await
}

/// A new lead with the defaults filled in, without a timeline and a place yet, and not stored.
pub(super) async fn draft(cx: &Context, on: On<'_>, mut profile: Profile) -> Result<Lead> {
    words::check(cx, on, &profile, None).await?;
    profile.custom = definitions::check(on, RecordKind::Lead, None, &profile.custom).await?;
    if profile.stage_id.is_none() {
        profile.stage_id = Some(words::default_stage(cx, on).await?);
    }
    if profile.source_id.is_none() {
        profile.source_id = Some(words::default_source(on).await?);
    }
    Ok(Lead {
        id: LeadId(0),
        profile,
        rank: Rank::middle(),
        tags: Vec::new(),
        stage_since: cx.now,
        converted_at: None,
        customer_id: None,
        timeline_id: TimelineId(0),
        version: 1,
        created_by: cx.staff_id(),
        created_at: cx.now,
        updated_at: cx.now,
        deleted_at: None,
        is_locked: false,
    })
}

/// Stores a new lead that its stage takes, with its tags, on top of the stage.
pub(super) async fn insert(cx: &Context, tx: &Tx, mut lead: Lead) -> Result<Lead> {
    lead.timeline_id = records::store::timeline::begin(cx, tx).await?;
    let tags: Vec<_> = lead.tags.iter().map(|tag| tag.id).collect();
    records::store::tags::attach(tx, lead.timeline_id, &tags).await?;
    lead.rank = moves::to_top(cx, tx, &lead).await?;
    let stage = words::stage(tx, lead.stage_id()).await?;
    write::insert(cx, tx, std::slice::from_mut(&mut lead), None, &json!({ "stage": stage.name })).await?;
    tell_owner(cx, tx, None, &lead).await?;
    Ok(lead)
}

/// Changes fields of a lead. A new stage is entered by the same rules as on the board.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Conflict` with the fresh lead when `version` is not the newest; `Invalid` for fields.
pub async fn update(cx: &Context, id: LeadId, version: Version, patch: &LeadPatch) -> Result<Lead> {
    cx.tx(|tx| async move {
        let before = find_any(cx, &tx, id).await?;
        require_edit(cx, &before)?;
        stale(&before, version)?;
        let after = changed(cx, On::Tx(&tx), &before, patch, &mut Stages::default()).await?;
        store(cx, &tx, &before, after).await
    })
    .await
}

/// Changes fields of a lead that the person saw as the edit says. What others did to other fields meanwhile stays.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Conflict` when a field holds something else by now: it brings the fresh lead and, as
/// `clashes`, who changed which of the fields and when; `Invalid` for fields.
pub async fn edit(cx: &Context, id: LeadId, edit: &LeadEdit) -> Result<Lead> {
    cx.tx(|tx| async move {
        let before = find_any(cx, &tx, id).await?;
        require_edit(cx, &before)?;
        let clashing = edit.clashing(&before.profile);
        if !clashing.is_empty() {
            let clash = fields::clash(&tx, before.record(), &before, &before.profile.name, clashing);
            return Err(clash.await?);
        }
        let after = changed(cx, On::Tx(&tx), &before, &edit.to, &mut Stages::default()).await?;
        store(cx, &tx, &before, after).await
    })
    .await
}

/// What becomes of a lead when these fields change, if they may. Its place is found when it is stored.
pub(super) async fn changed(
    cx: &Context,
    on: On<'_>,
    before: &Lead,
    patch: &LeadPatch,
    stages: &mut Stages,
) -> Result<Lead> {
    let mut after = before.clone();
    after.profile = filled_in(cx, on, &before.profile, patch).await?;
    let stage = after.stage_id();
    stages.enter(cx, on, before, &mut after, stage, &LeadPatch::default()).await?;
    Ok(after)
}

/// A profile with a change made that names only what there is: words, people, added fields and their entries.
pub(super) async fn filled_in(
    cx: &Context,
    on: On<'_>,
    before: &Profile,
    patch: &LeadPatch,
) -> Result<Profile> {
    let mut after = patch.apply(before)?;
    after.stage_id = after.stage_id.or(before.stage_id);
    after.source_id = after.source_id.or(before.source_id);
    words::check(cx, on, &after, Some(before)).await?;
    after.custom = definitions::check(on, RecordKind::Lead, Some(&before.custom), &after.custom).await?;
    Ok(after)
}

/// Stores a lead whose fields may change so. In another stage it goes to the top, unless it has a place there already.
pub(super) async fn store(cx: &Context, tx: &Tx, before: &Lead, mut after: Lead) -> Result<Lead> {
    let changes = fields::differences(&before.profile, &after.profile);
    if changes.is_empty() {
        return Ok(before.clone());
    }
    if after.stage_id() != before.stage_id() && after.rank == before.rank {
        after.rank = moves::to_top(cx, tx, &after).await?;
    }
    let changes = words::in_words(tx, changes).await?;
    let payload = write::changed_fields(changes, moves::former_place(before, &after));
    write::update(cx, tx, before, &mut after, Change::new("lead.updated", payload)).await?;
    tell_owner(cx, tx, before.profile.owner_id, &after).await?;
    Ok(after)
}

/// Tells a new owner.
async fn tell_owner(cx: &Context, tx: &Tx, before: Option<StaffId>, lead: &Lead) -> Result<()> {
    match lead.profile.owner_id.filter(|owner| Some(*owner) != before) {
        Some(owner) => tell_of(cx, tx, owner, &[lead]).await,
        None => Ok(()),
    }
}

/// Tells somebody that these leads are theirs now, unless it is the house itself that acts.
pub(super) async fn tell_of(cx: &Context, tx: &Tx, to: StaffId, leads: &[&Lead]) -> Result<()> {
    let (Some(first), Ok(actor)) = (leads.first(), cx.actor.staff()) else { return Ok(()) };
    let text = Text::new("lead-assigned-to-you").with("who", &actor.name).with("name", &first.profile.name);
    let about = Some((first.record(), first.audience()));
    let telling = Telling { notice: Notice::Assigned, to, text, about, mail: None };
    staff::notify_of(cx, tx, telling, leads.len() as i64).await
}

/// Keeps the moment of the last contact when a note tells of one: for `records`.
pub(super) fn contact_hook(
    cx: Context,
    tx: Tx,
    record: RecordRef,
    at: Instant,
) -> BoxFuture<'static, Result<()>> {
    async move {
        if record.kind == RecordKind::Lead {
            contacted(&cx, &tx, LeadId(record.id), at).await
        } else {
            Ok(())
        }
    }
    .boxed()
}

async fn contacted(cx: &Context, tx: &Tx, id: LeadId, at: Instant) -> Result<()> {
    let before = find_any(cx, tx, id).await?;
    if before.profile.last_contact_at.is_some_and(|last| last >= at) {
        return Ok(());
    }
    let mut after = before.clone();
    after.profile.last_contact_at = Some(at);
    let payload = json!({ "last_contact_at": at });
    // The note itself stands on the timeline; a line for its date would only repeat it.
    let change = Change { kind: "lead.contacted", payload, is_history: false };
    write::update(cx, tx, &before, &mut after, change).await
}
