//! The first visit: the organisation, its roles and its first administrator are made, once.

use kernel::{Actor, Context, Language, Result, forbidden};
use serde::Deserialize;

use crate::OrganisationForm;
use crate::fields::Fields;
use crate::role;
use crate::sessions::Origin;
use crate::store::logins::Login;
use crate::store::{self, NewStaff, house, people, roles, sessions};

/// What the first visitor fills in. The fields are those of the form.
#[derive(Clone, Deserialize)]
pub struct SetUp {
    /// The name of the organisation.
    pub organisation_name: String,
    /// The name of the first administrator.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// Their password.
    pub password: String,
    /// The language of the organisation and of the administrator.
    pub language: Language,
    /// ISO 3166 alpha-2 code.
    pub country: String,
    /// ISO 4217 code.
    pub currency: String,
    /// IANA name.
    pub time_zone: String,
}

/// Whether nobody works here yet.
///
/// # Errors
/// As [`kernel::db::Q::all`].
pub async fn is_needed(cx: &Context) -> Result<bool> {
    store::is_empty(cx.db()).await
}

/// Makes the organisation, the roles "Sales" and "Manager" and the first administrator, and signs them in: the answer is
/// the cookie's secret. Of many who try at once, one succeeds.
///
/// # Errors
/// `Invalid` by field; `Forbidden` (`set-up-done`) when somebody works here already.
pub async fn run(cx: &Context, set_up: SetUp, from: &Origin) -> Result<String> {
    if !is_needed(cx).await? {
        return Err(forbidden("set-up-done"));
    }
    let cx = &cx.on_behalf(Actor::System);
    let mut fields = Fields::default();
    let organisation = &form(&set_up).read(&mut fields);
    let accepted = people::accept(cx, administrator(&set_up), &organisation.name).await;
    fields.also(accepted.as_ref().map(drop).map_err(Clone::clone))?;
    fields.done()?;
    let (accepted, texts) = (&accepted?, &cx.foyer.texts(set_up.language));
    let secret = cx
        .tx(|tx| async move {
            if !house::claim_set_up(cx, &tx).await? || !store::is_empty(&tx).await? {
                return Err(forbidden("set-up-done"));
            }
            house::write_organisation(cx, &tx, organisation).await?;
            for (key, rights) in
                [("role-default-sales", role::sales()), ("role-default-manager", role::manager())]
            {
                roles::write(cx, &tx, &texts.text(key, &[], &organisation.zone), rights).await?;
            }
            let id = people::insert(cx, &tx, accepted).await?;
            sessions::open(cx, &tx, Login::Staff(id), from).await
        })
        .await?;
    cx.foyer.reload_organisation().await?;
    Ok(secret)
}

fn form(set_up: &SetUp) -> OrganisationForm {
    OrganisationForm {
        organisation_name: set_up.organisation_name.clone(),
        currency: set_up.currency.clone(),
        country: set_up.country.clone(),
        language: set_up.language,
        time_zone: set_up.time_zone.clone(),
    }
}

fn administrator(set_up: &SetUp) -> NewStaff {
    NewStaff {
        name: set_up.name.clone(),
        email: set_up.email.clone(),
        password: Some(set_up.password.clone()),
        is_admin: true,
        language: Some(set_up.language),
        ..NewStaff::default()
    }
}
