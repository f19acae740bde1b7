use kernel::{Context, Result, StaffId};

/// The context of the member of staff for whom a job works, with the rights of now.
pub async fn acting(system: &Context, staff: Option<StaffId>) -> Result<Context> {
    let Some(id) = staff else { return Ok(system.clone()) };
    staff::acting(system, id).await?.ok_or_else(|| kernel::forbidden("import-problem-staff"))
}
