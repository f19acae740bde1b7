//! The mail that welcomes a new customer.

use customers::{Customer, Person};
use kernel::db::Tx;
use kernel::{Actor, Context, CustomerId, Mail, Result, Text, invalid, normal};
use serde_json::json;

use crate::Lead;

/// Has the welcome mail sent to the contact, in the language of the lead or of the customer, and tells of it in the
/// customer's history.
///
/// # Errors
/// `Invalid` for `welcome` if the contact has no e-mail address.
pub(super) async fn post(
    cx: &Context,
    tx: &Tx,
    lead: &Lead,
    customer: CustomerId,
    person: &Person,
) -> Result<()> {
    let to = person.email.as_deref().and_then(normal::email);
    let to = to.ok_or_else(|| invalid("welcome", "convert-welcome-needs-email"))?;
    let found = customers::store::find_in(&cx.on_behalf(Actor::System), tx, customer).await?;
    let mail = write(cx, tx, lead, &found, person, to.clone()).await?;
    cx.post(tx, mail).await?;
    customers::store::tell(cx, tx, customer, "mail.welcome_sent", json!({ "email": to })).await
}

async fn write(
    cx: &Context,
    tx: &Tx,
    lead: &Lead,
    customer: &Customer,
    person: &Person,
    to: String,
) -> Result<Mail> {
    let organisation = cx.organisation();
    let named = |key: &'static str| Text::new(key).with("organisation", &organisation.name);
    let mut body =
        vec![Text::new("mail-welcome-hello").with("name", person.name()), named("mail-welcome-body")];
    let staff = staff::names_on(cx, tx).await?;
    let manager = staff.into_iter().find(|one| Some(one.id) == customer.profile.manager_id);
    body.extend(manager.map(|manager| Text::new("mail-welcome-contact").with("contact", manager.name)));
    body.push(named("mail-welcome-end"));
    let language = lead.profile.language.or(customer.profile.language).unwrap_or(organisation.language);
    Ok(Mail { to, language, subject: named("mail-welcome-subject"), body, path: None })
}
