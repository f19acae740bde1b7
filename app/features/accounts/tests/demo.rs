//! The accounts of the demonstration company on both databases: what they hold, and that it is whole.
#![allow(clippy::unwrap_used, missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/company.rs"]
mod company;

use accounts::Status;
use accounts::store::{self, ledger};
use company::features;
use kernel::CustomerId;
use kernel::db::Q;

kernel::contract! {
    with features();

    async fn the_tour_has_a_catalogue_and_accounts_with_whole_ledgers(house: TestHouse) {
        let cx = &house.system();
        let people = staff::store::seed::company(cx, 0).await.unwrap();
        customers::store::seed::tour(cx, &people).await.unwrap();
        let catalogue = products::store::seed::tour(cx, &people).await.unwrap();
        store::seed::tour(cx, &people, &catalogue).await.unwrap();
        assert_eq!(products::store::list(cx, "", false, None, None).await.unwrap().items.len(), 9);
        assert_eq!(products::store::list(cx, "", true, None, None).await.unwrap().items.len(), 10);

        let of = |name: &'static str| async move {
            let whose = customers::store::find_hits(cx, name, 1).await.unwrap().remove(0).record.id;
            store::list(cx, CustomerId(whose), None, None).await.unwrap().items.remove(0)
        };
        let (plant, warehouse) = (of("Hotel Dora Riparia").await, of("Logistica Padana").await);
        assert_eq!(plant.account.profile.status, Status::Open);
        let services = store::details(cx, plant.account.id).await.unwrap().services;
        assert!(services.iter().all(|service| service.draft.product_id.is_some() && service.charged >= 2));
        assert_eq!(warehouse.balance.minor, 25_000 - 20_000 - 1_500);
        assert_eq!(ledger::verify(cx).await, Ok(0));
        let later = Q::new("select count(*) from event where at > ?").bind(cx.now).number(cx.db()).await;
        assert_eq!(later, Ok(0), "nothing is told of what is still to come");
    }
}
