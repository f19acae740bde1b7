use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use anyhow::{Context, Result};
use futures::FutureExt;
use reqwest::Method;
use serde_json::{Value, json};

use super::Ground;
use crate::load::Step;

/// So many clients at most; each has leads of its own, so that none finds another's change.
const CLIENTS: usize = 16;

/// The versions that the clients know, by the place of the lead; 0 for those not looked at yet.
type Versions = Arc<Vec<AtomicI64>>;

fn versions(ground: &Ground) -> Versions {
    Arc::new(ground.leads.iter().map(|_| AtomicI64::new(0)).collect())
}

fn place(ground: &Ground, client: usize, call: usize) -> usize {
    let each = ground.leads.len() / CLIENTS;
    client % CLIENTS + CLIENTS * (call % each)
}

async fn version(ground: &Ground, versions: &Versions, place: usize) -> Result<i64> {
    match versions[place].load(Ordering::Relaxed) {
        0 => known(&ground.marta.get(&format!("/leads/{}", ground.leads[place])).await?),
        known => Ok(known),
    }
}

fn known(lead: &Value) -> Result<i64> {
    lead["version"].as_i64().context("a lead has a version")
}

/// A card goes to another stage: every second time to the top, otherwise behind another card.
pub fn move_card(ground: &Arc<Ground>) -> Step {
    let (ground, versions) = (ground.clone(), versions(ground));
    Arc::new(move |client, call| {
        let (ground, versions) = (ground.clone(), versions.clone());
        async move {
            let place = place(&ground, client, call);
            let version = version(&ground, &versions, place).await?;
            let stage = ground.stages[(call + client) % ground.stages.len()];
            let after = (call % 2 == 1).then(|| ground.leads[(place + 1) % ground.leads.len()]);
            let body = json!({ "stage_id": stage, "after_id": after, "version": version });
            let path = format!("/leads/{}/move", ground.leads[place]);
            let lead = ground.marta.send(Method::POST, &path, &body).await?;
            versions[place].store(known(&lead)?, Ordering::Relaxed);
            Ok(())
        }
        .boxed()
    })
}

/// One field of a lead changes.
pub fn save(ground: &Arc<Ground>) -> Step {
    let (ground, versions) = (ground.clone(), versions(ground));
    Arc::new(move |client, call| {
        let (ground, versions) = (ground.clone(), versions.clone());
        async move {
            let place = place(&ground, client, call);
            let version = version(&ground, &versions, place).await?;
            let body = json!({ "position": format!("Position {call}"), "version": version });
            let lead =
                ground.marta.send(Method::PATCH, &format!("/leads/{}", ground.leads[place]), &body).await?;
            versions[place].store(known(&lead)?, Ordering::Relaxed);
            Ok(())
        }
        .boxed()
    })
}
