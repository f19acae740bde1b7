//! The legal entities of a demonstration company and of its customers.

use kernel::{Context, CustomerId, Error, OwnEntityId, Result};
use staff::store::seed::People;

use super::{add, own};
use crate::{Company, Profile};

/// The two companies of Lumen Solar, and those of some of its customers. Who bills them is said where it is not the default
/// one.
///
/// # Errors
/// As [`own::add`] and [`add`].
pub async fn tour(cx: &Context, people: &People) -> Result<()> {
    let marta = people.named("marta").ok_or(Error::NotFound)?;
    let cx = &cx.on_behalf(marta.actor.clone());
    own::add(cx, &italian()).await?;
    let swiss = own::add(cx, &swiss()).await?.id;
    for (customer, company, billed_by_id) in theirs(swiss) {
        let profile = Profile { company, billed_by_id, ..Profile::default() };
        add(cx, called(cx, customer).await?, &profile).await?;
    }
    Ok(())
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn italian() -> Company {
    Company {
        registered_name: "Lumen Solar S.r.l.".into(),
        registration_number: some("TO-1182934"),
        tax_number: some("IT12345678903"),
        street: some("Via Bologna 220"),
        postcode: some("10154"),
        city: some("Torino"),
        region: some("TO"),
        country: some("IT"),
        bank: some("Banca del Piemonte"),
        iban: some("IT60 X054 2811 1010 0000 0123 456"),
        bic: some("BDCPITTT"),
    }
}

fn swiss() -> Company {
    Company {
        registered_name: "Lumen Solar Suisse SA".into(),
        registration_number: some("CHE-114.278.556"),
        tax_number: some("CHE-114.278.556 TVA"),
        street: some("Rue du Rhône 62"),
        postcode: some("1204"),
        city: some("Genève"),
        country: some("CH"),
        bank: some("Banque du Léman"),
        iban: some("CH93 0076 2011 6238 5295 7"),
        bic: some("BLEMCHGG"),
        ..Company::default()
    }
}

/// To whom documents are written, and who writes them.
fn theirs(swiss: OwnEntityId) -> [(&'static str, Company, Option<OwnEntityId>); 4] {
    let company = |name: &str, tax: &str, city: &str, country: &str| Company {
        registered_name: name.into(),
        tax_number: some(tax),
        city: some(city),
        country: some(country),
        ..Company::default()
    };
    let sordo = Company {
        street: some("Via Roma 12"),
        postcode: some("12060"),
        bank: some("Banca d’Alba"),
        iban: some("IT60 X054 2811 1010 0000 0123 456"),
        ..company("Cantine Sordo & Figli Società Agricola", "IT01234567890", "Barolo", "IT")
    };
    [
        ("Cantine Sordo", sordo, None),
        ("Cantine Sordo", company("Sordo Immobiliare S.r.l.", "IT09876543210", "Alba", "IT"), None),
        ("Logistica Padana", company("Logistica Padana S.p.A.", "IT02345678901", "Novara", "IT"), None),
        (
            "Fromagerie du Vercors",
            company("Fromagerie du Vercors SARL", "FR40303265045", "Lans-en-Vercors", "FR"),
            Some(swiss),
        ),
    ]
}

async fn called(cx: &Context, name: &str) -> Result<CustomerId> {
    let hits = customers::store::find_hits(cx, name, 1).await?;
    hits.first().map(|hit| CustomerId(hit.record.id)).ok_or(Error::NotFound)
}
