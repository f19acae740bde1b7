//! What a contact may read. The contact is asked for in each operation; what it gets then is read with the eyes of the
//! house, of this customer only.

use customers::{Permissions, Place, Profile, Site};
use kernel::{Actor, Context, Result, StaffId};

use crate::{Company, PortalHome, SiteLine};

/// What the portal begins with.
///
/// # Errors
/// `Unauthenticated` for nobody, `Forbidden` for staff; `NotFound` when the contact has gone since.
pub async fn home(cx: &Context) -> Result<PortalHome> {
    let me = cx.actor.contact()?;
    let (house, sees) = (&cx.on_behalf(Actor::System), Permissions::of_bits(me.sees));
    let customer = customers::store::find(house, me.customer_id).await?;
    let contact = customers::store::find_contact(house, me.id).await?;
    let accounts = match sees.sees_accounts {
        true => Some(accounts::store::list(house, customer.id, None, Some(100)).await?.items),
        false => None,
    };
    let sites = match sees.sees_sites {
        true => {
            let page = customers::store::sites_of(house, customer.id, None, Some(100)).await?;
            Some(page.items.into_iter().map(site).collect())
        }
        false => None,
    };
    let manager = manager(house, customer.profile.manager_id).await?;
    Ok(PortalHome { company: company(&customer.profile), person: contact.person, manager, accounts, sites })
}

async fn manager(house: &Context, id: Option<StaffId>) -> Result<Option<String>> {
    let Some(id) = id else { return Ok(None) };
    let names = staff::names(house).await?;
    Ok(names.into_iter().find(|one| one.id == id && one.is_active).map(|one| one.name))
}

/// What a contact is told of a site. How one gets in is a matter of staff.
fn site(site: Site) -> SiteLine {
    let Place { name, street, postcode, city, .. } = site.place;
    let town = [postcode, city].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let address = street.into_iter().chain(Some(town).filter(|town| !town.is_empty()));
    SiteLine { name, address: address.collect::<Vec<_>>().join(", "), contact: site.contact }
}

fn company(profile: &Profile) -> Company {
    let lines = |street: &Option<String>,
                 postcode: &Option<String>,
                 city: &Option<String>,
                 region: &Option<String>| {
        let place = [postcode, city].into_iter().flatten().cloned().collect::<Vec<_>>().join(" ");
        let lines = [street.clone(), Some(place).filter(|place| !place.is_empty()), region.clone()];
        lines.into_iter().flatten().collect::<Vec<_>>()
    };
    Company {
        name: profile.name.clone(),
        number: profile.number.clone(),
        email: profile.email.clone(),
        phone: profile.phone.clone(),
        vat_number: profile.vat_number.clone(),
        billing: lines(&profile.street, &profile.postcode, &profile.city, &profile.region),
        shipping: lines(
            &profile.shipping_street,
            &profile.shipping_postcode,
            &profile.shipping_city,
            &profile.shipping_region,
        ),
    }
}
