use kernel::{Actor, Context, Result, StaffActor, StaffId};

/// The context of the member of staff for whom a job works, with the rights of now.
pub async fn acting(system: &Context, staff: Option<StaffId>) -> Result<Context> {
    let Some(id) = staff else { return Ok(system.clone()) };
    let member = staff::store::find(system, id).await?;
    if !member.is_active {
        return Err(kernel::forbidden("import-problem-staff"));
    }
    let roles = staff::store::roles::list(system).await?;
    let role = roles.into_iter().find(|role| Some(role.id) == member.role_id);
    let capabilities = role.map_or(kernel::Capabilities::NONE, |role| role.capabilities);
    let actor = StaffActor { id, name: member.name, is_admin: member.is_admin, capabilities, token: None };
    Ok(system.on_behalf(Actor::Staff(actor)))
}
