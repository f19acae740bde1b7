//! The catalogue of a demonstration company.

use kernel::{Context, Currency, Error, Instant, Money, ProductId, Result};
use staff::store::seed::People;

use super::create;
use crate::{Charge, Profile};

/// Code, name, unit, price in cents, how often, more about it.
type Line = (&'static str, &'static str, &'static str, i64, Charge, &'static str);

const CATALOGUE: [Line; 9] = [
    (
        "PAN-440",
        "Solar panel 440 W",
        "piece",
        13_900,
        Charge::Once,
        "Monocrystalline, 25 years of guarantee.",
    ),
    ("INV-10", "Inverter 10 kW", "piece", 189_000, Charge::Once, "Three-phase, two trackers."),
    (
        "BAT-13",
        "Battery 13.5 kWh",
        "piece",
        640_000,
        Charge::Once,
        "With gateway; on a wall or on the floor.",
    ),
    ("WALL-22", "Wallbox 22 kW", "piece", 84_500, Charge::Once, "With a meter of its own."),
    ("INST-H", "Installation", "hour", 6_200, Charge::Once, "A fitter with tools; the way is included."),
    ("SURVEY", "Site survey", "visit", 25_000, Charge::Once, "Roof, meter and shade."),
    ("MON", "Monitoring", "month", 1_290, Charge::Month, "Yield and faults watched, a report each month."),
    ("CARE", "Maintenance", "quarter", 14_500, Charge::Quarter, "Visit, cleaning, thermal pictures."),
    ("INSURE", "Insurance of the plant", "year", 32_000, Charge::Year, "Hail, storm, lightning, theft."),
];

/// What Lumen Solar sells: nine products and services that it has had since before its first lead, and one that it does
/// not sell any more.
///
/// # Errors
/// As [`create`].
pub async fn tour(cx: &Context, people: &People) -> Result<Vec<ProductId>> {
    let marta = people.named("marta").ok_or(Error::NotFound)?;
    let then = cx.now.plus(-415 * Instant::DAY);
    let cx = &Context { now: then, ..cx.on_behalf(marta.actor.clone()) };
    let mut ids = Vec::with_capacity(CATALOGUE.len());
    for (code, name, unit, minor, charge, description) in CATALOGUE {
        let profile = Profile {
            code: Some(code.into()),
            name: name.into(),
            description: Some(description.into()),
            unit: Some(unit.into()),
            price: Some(Money::new(minor, Currency::EUR)),
            charge,
            is_active: true,
            ..Profile::default()
        };
        ids.push(create(cx, &profile).await?.id);
    }
    let old =
        Profile { code: Some("PAN-330".into()), name: "Solar panel 330 W".into(), ..Profile::default() };
    create(cx, &old).await?;
    Ok(ids)
}
