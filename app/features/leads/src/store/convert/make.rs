//! The customer that a lead becomes.

use customers::store::NewCustomer;
use customers::{CustomerKind, Person, Profile};
use fields::store::definitions;
use fields::{FieldType, Target};
use kernel::db::Tx;
use kernel::{Actor, Context, RecordKind, Result, invalid};
use records::store::tags;
use serde_json::{Value, json};

use super::Done;
use crate::{Conversion, Lead};

/// Makes the customer with its primary contact.
pub(super) async fn make(
    cx: &Context,
    tx: &Tx,
    lead: &Lead,
    conversion: &Conversion,
    contact: Person,
) -> Result<Done> {
    let profile = profile(cx, tx, lead, conversion).await?;
    let profile = with_added(tx, lead, conversion, profile).await?;
    let administrators = cx.staff_id().filter(|_| conversion.administrator).into_iter().collect();
    let (origin, timeline) = (Some(lead.id), conversion.carry_notes.then_some(lead.timeline_id));
    let profile = Profile { administrators, ..profile };
    let new = NewCustomer { profile, contact, origin, timeline, ..NewCustomer::default() };
    let customer = customers::store::insert_in(cx, tx, &new).await?;
    if !conversion.carry_notes {
        let house = &cx.on_behalf(Actor::System);
        let own = customers::store::find_in(house, tx, customer).await?.timeline_id;
        tags::unite(tx, own, lead.timeline_id).await?;
        let payload = json!({ "lead_id": lead.id, "name": lead.profile.name });
        customers::store::tell(cx, tx, customer, "customer.lead_left", payload).await?;
    }
    Ok(Done { customer_id: customer, ..Done::default() })
}

async fn profile(cx: &Context, tx: &Tx, lead: &Lead, conversion: &Conversion) -> Result<Profile> {
    let own = &lead.profile;
    let kind = match &conversion.kind {
        Some(kind) => CustomerKind::parse(kind).ok_or_else(|| invalid("kind", "lead-field-unfit"))?,
        None if own.company.is_some() => CustomerKind::Commercial,
        None => CustomerKind::Residential,
    };
    let staff = staff::names_on(cx, tx).await?;
    let active: Vec<_> = staff.into_iter().filter(|s| s.is_active).map(|s| s.id).collect();
    let name =
        conversion.customer_name.clone().or_else(|| own.company.clone()).unwrap_or_else(|| own.name.clone());
    let owner = own.owner_id.filter(|owner| active.contains(owner));
    Ok(Profile {
        kind,
        name,
        email: own.email.clone(),
        phone: own.phone.clone(),
        website: own.website.clone(),
        street: own.street.clone(),
        city: own.city.clone(),
        region: own.region.clone(),
        postcode: own.postcode.clone(),
        country: own.country.clone(),
        manager_id: owner.or(cx.staff_id()),
        language: own.language,
        is_active: true,
        ..Profile::default()
    })
}

/// What an added field of a lead can become in a customer, in the order of its form.
pub(in crate::store) fn targets() -> Vec<Target> {
    let text = |field: &str| Target::new(field, &format!("field-{field}"), FieldType::Text);
    let mut all: Vec<Target> = ["street", "postcode", "city", "region"].map(text).into();
    all.push(Target::new("website", "field-website", FieldType::Link));
    all.push(Target::new("manager_id", "field-manager_id", FieldType::Staff));
    all
}

/// The customer with what added fields become: the values of the form, or the lead's. An empty one leaves what the lead's
/// own fields give.
async fn with_added(tx: &Tx, lead: &Lead, conversion: &Conversion, profile: Profile) -> Result<Profile> {
    let fields = definitions::list(tx, RecordKind::Lead).await?;
    let becomes = |name: &str| fields.iter().find(|field| field.becomes.as_deref() == Some(name));
    if let Some(unknown) = conversion.fields.keys().find(|name| becomes(name).is_none()) {
        return Err(invalid(unknown, "lead-field-unfit"));
    }
    let Ok(Value::Object(mut own)) = serde_json::to_value(&profile) else { return Ok(profile) };
    for target in targets() {
        let name = target.field.as_str();
        let Some(field) = becomes(name) else { continue };
        let had = lead.profile.custom.get(&field.key());
        let value = match conversion.fields.get(name) {
            Some(given) => {
                field.checked(given, had).map_err(|problem| invalid(name, problem))?.map(|v| v.to_json())
            }
            None => had.cloned(),
        };
        if let Some(value) = value {
            own.insert(target.field, value);
        }
    }
    serde_json::from_value(Value::Object(own)).map_err(|_| invalid("fields", "lead-field-unfit"))
}
