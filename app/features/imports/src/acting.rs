use kernel::db::Q;
use kernel::{Actor, Capabilities, Context, Result, StaffActor, StaffId};

/// The context of the member of staff for whom a job works, with the rights of now.
pub async fn acting(system: &Context, staff: Option<StaffId>) -> Result<Context> {
    let Some(id) = staff else { return Ok(system.clone()) };
    let (name, is_admin, is_active, words): (String, bool, bool, Option<String>) =
        Q::new("select s.name, s.is_admin, s.is_active, r.capabilities from staff s left join role r on r.id = s.role_id where s.id = ?")
            .bind(id).one(system.db()).await?;
    if !is_active {
        return Err(kernel::forbidden("import-problem-staff"));
    }
    let capabilities = Capabilities::from_words(&words.unwrap_or_default());
    let actor = StaffActor { id, name, is_admin, capabilities, token: None };
    Ok(system.on_behalf(Actor::Staff(actor)))
}
