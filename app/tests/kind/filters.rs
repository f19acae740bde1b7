//! Boats are filtered and sorted like any kind of record.

use fields::{Asked, Catalogue, Kind, ListQuery, Listing, Total, Values, Work, count, list};
use kernel::db::On;
use kernel::{Actor, Capabilities, Context, Error, StaffId};

use super::boat::Boats;
use super::{Value, features, work};

async fn boat(cx: &Context, name: &str, length: Option<i64>, captain: Option<i64>) -> i64 {
    let values = Values::default()
        .with("name", Value::from(name))
        .with("length", length.map(|metres| Value::Number(metres * 1_000_000)))
        .with("captain_id", captain.map(Value::Id));
    work(cx, Work::Create(values)).await.unwrap().open.record.id
}

async fn listed(cx: &Context, f: &str, sorts: &str) -> Result<Vec<i64>, Error> {
    let catalogue = Catalogue::of(Boats::FIELDS, &cx.actor);
    let filter = catalogue.read(&Asked { q: String::new(), f: vec![f.to_owned()] })?;
    let listing = Listing::of::<Boats>(&cx.actor)?;
    let total = count(cx, On::Db(cx.db()), &listing, &filter).await?;
    let query = ListQuery { filter, sorts: catalogue.sorts(sorts)?, limit: 2, ..ListQuery::default() };
    let first = list(cx, On::Db(cx.db()), &listing, &query).await?;
    let mut ids = first.ids;
    let mut next = first.next;
    while let Some(cursor) = next {
        let query = ListQuery { cursor: Some(cursor), ..query.clone() };
        let piece = list(cx, On::Db(cx.db()), &listing, &query).await?;
        ids.extend(piece.ids);
        next = piece.next;
    }
    assert_eq!(total, Total::Exactly(ids.len() as i64), "{f}");
    Ok(ids)
}

kernel::contract! {
    with features();

    async fn boats_are_listed_by_what_their_fields_hold(house: TestHouse) {
        let cx = &house.system();
        crate::boat::make_table(cx).await;
        let dory = boat(cx, "Dory", Some(4), None).await;
        let calypso = boat(cx, "Calypso", Some(43), Some(7)).await;
        let etoile = boat(cx, "L'Étoile", None, Some(7)).await;
        let wreck = boat(cx, "Wreck", Some(9), None).await;
        work(cx, Work::Delete { id: wreck, seen: fields::Seen::Whatever }).await.unwrap();
        for (f, sorts, expected) in [
            ("", "", vec![etoile, calypso, dory]),
            ("", "-length", vec![calypso, dory, etoile]),
            ("length.span.4..", "length", vec![dory, calypso]),
            ("name.words.etoile", "", vec![etoile]),
            ("name.not.DORY", "length", vec![etoile, calypso]),
            ("captain_id.none.8", "", vec![etoile, calypso, dory]),
            ("any(captain_id.empty;length.empty)", "length", vec![etoile, dory]),
        ] {
            assert_eq!(listed(cx, f, sorts).await, Ok(expected), "{f}");
        }
        assert!(listed(cx, "version.span.1..", "").await.is_err(), "no field of boats");
    }

    async fn a_captain_lists_his_own_boats(house: TestHouse) {
        let cx = &house.system();
        crate::boat::make_table(cx).await;
        boat(cx, "Dory", None, None).await;
        let own = boat(cx, "Calypso", None, Some(7)).await;
        let captain = &house.as_staff(StaffId(7), Capabilities::from_words("leads.view_own"));
        assert_eq!(listed(captain, "", "length").await, Ok(vec![own]));
        assert_eq!(listed(captain, "captain_id.empty", "").await, Ok(Vec::new()));
        let other = &house.as_staff(StaffId(7), Capabilities::from_words("customers.view_all"));
        assert!(matches!(listed(other, "", "").await, Err(Error::Forbidden(_))));
        assert_eq!(listed(&house.as_actor(Actor::Anonymous), "", "").await, Err(Error::Unauthenticated));
    }
}
