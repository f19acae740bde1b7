//! What a profile names has to be there.

use kernel::db::{On, Q};
use kernel::{Context, Result, StaffId, invalid};

use super::stage;
use crate::Profile;

/// Refuses a profile that names words or staff that are not there. Who does not work here any more keeps the leads that
/// they have, and gets no other ones.
pub(in crate::store) async fn check(
    cx: &Context,
    on: On<'_>,
    profile: &Profile,
    before: Option<&Profile>,
) -> Result<()> {
    if let Some(id) = profile.stage_id {
        stage(on, id).await?;
    }
    let known = [
        ("source_id", "select count(*) from source where id = ?", profile.source_id.map(|id| id.0)),
        (
            "lost_reason_id",
            "select count(*) from lost_reason where id = ?",
            profile.lost_reason_id.map(|id| id.0),
        ),
    ];
    for (field, sql, id) in known {
        if let Some(id) = id
            && Q::new(sql).bind(id).number(on).await? == 0
        {
            return Err(invalid(field, "lead-field-unfit"));
        }
    }
    match profile.owner_id {
        Some(owner) => check_owner(cx, on, owner, before.and_then(|before| before.owner_id)).await,
        None => Ok(()),
    }
}

async fn check_owner(cx: &Context, on: On<'_>, owner: StaffId, before: Option<StaffId>) -> Result<()> {
    let is_active: Option<(bool,)> =
        Q::new("select is_active from staff where id = ?").bind(owner).optional(on).await?;
    // What is taken back, and what comes from a lead that is merged, they had already.
    let had = before == Some(owner) || cx.cause.undoes.is_some() || cx.cause.merges.is_some();
    match is_active {
        None => Err(invalid("owner_id", "lead-field-unfit")),
        Some((false,)) if !had => Err(invalid("owner_id", "lead-owner-gone")),
        Some(_) => Ok(()),
    }
}
