use std::sync::Arc;

use futures::FutureExt;
use serde_json::{Value, json};

use super::Ground;
use crate::api::Api;
use crate::load::Step;

/// A step that asks for one address of several, in turn.
fn asks(api: &Api, paths: Vec<String>) -> Step {
    let (api, paths) = (api.clone(), Arc::new(paths));
    Arc::new(move |client, call| {
        let (api, paths) = (api.clone(), paths.clone());
        async move { api.fetch(&paths[(client * 7 + call) % paths.len()]).await }.boxed()
    })
}

/// The board with 50 cards of each column.
pub fn board(api: &Api) -> Step {
    asks(api, vec!["/board?limit=50".into()])
}

/// The board under a filter that the kept totals do not answer.
pub fn filtered_board(ground: &Ground) -> Step {
    let paths = ["source=1", "source=2&created_from=2026-06-01", "stale=true"]
        .map(|filter| format!("/board?limit=50&{filter}"));
    asks(&ground.marta, paths.to_vec())
}

/// The list under several filters and orders.
pub fn list(ground: &Ground) -> Step {
    let owner = |place: usize| ground.staff[place % ground.staff.len()];
    let stage = ground.stages[0];
    let paths = vec![
        format!("/leads?limit=50&owner={}&sort=-value", owner(1)),
        format!("/leads?limit=50&stage={stage}&sort=name"),
        "/leads?limit=50&source=2&sort=last_contact_at".to_owned(),
        format!("/leads?limit=50&stage={stage}&owner={}&sort=-created_at", owner(2)),
        "/leads?limit=50&min_value=2000000&sort=value".to_owned(),
        "/leads?limit=50&q=ferr&sort=-created_at".to_owned(),
    ];
    asks(&ground.marta, paths)
}

/// The list by fields of the organisation's own: found by one, in the order of one, or both.
pub fn own_list(ground: &Ground) -> Step {
    let (area, heating, entries) = (&ground.own.area, &ground.own.heating, &ground.own.entries);
    let paths = vec![
        format!("/leads?limit=50&sort=-{area}"),
        format!("/leads?limit=50&filter={heating}.any.{}&sort=-created_at", entries[0]),
        format!("/leads?limit=50&filter={area}.span.100..120&sort=-created_at"),
        format!("/leads?limit=50&filter={heating}.any.{}&sort={area}", entries[2]),
        format!(
            "/leads?limit=50&filter={heating}.empty&filter=owner_id.any.{}&sort=-created_at",
            ground.staff[1]
        ),
    ];
    asks(&ground.marta, paths)
}

/// The list found by one field and in the order of another: no one index has both.
pub fn crossed_list(ground: &Ground) -> Step {
    let (area, heating, entries) = (&ground.own.area, &ground.own.heating, &ground.own.entries);
    let paths = vec![
        format!("/leads?limit=50&filter={heating}.any.{}&sort=name", entries[1]),
        format!("/leads?limit=50&filter={area}.span.399..&sort=name"),
        format!("/leads?limit=50&filter={area}.span.100..120&sort=-value"),
    ];
    asks(&ground.marta, paths)
}

/// How many leads a filter leaves, as the page asks for it beside its rows.
pub fn count(ground: &Ground) -> Step {
    let (area, heating, entries) = (&ground.own.area, &ground.own.heating, &ground.own.entries);
    let filters = vec![
        json!({ "f": ["source_id.any.2"] }),
        json!({ "f": [format!("{heating}.any.{}", entries[0])] }),
        json!({ "f": [format!("{area}.span.100..120"), format!("owner_id.any.{}", ground.staff[1])] }),
    ];
    calls(ground, "count_leads", filters.into_iter().map(|filter| json!({ "filter": filter })).collect())
}

/// The first page of pairs that may be the same.
pub fn pairs(ground: &Ground) -> Step {
    calls(ground, "list_pairs", vec![json!({ "kind": "lead", "cursor": null })])
}

/// A step that calls a function of the pages with one body of several, in turn.
fn calls(ground: &Ground, function: &'static str, bodies: Vec<Value>) -> Step {
    let (visitor, bodies) = (ground.visitor.clone(), Arc::new(bodies));
    Arc::new(move |client, call| {
        let (visitor, bodies) = (visitor.clone(), bodies.clone());
        async move { visitor.call(function, &bodies[(client * 7 + call) % bodies.len()]).await }.boxed()
    })
}

/// The plain list, as other products' figures were taken: 80 rows.
pub fn plain_list(api: &Api) -> Step {
    asks(api, vec!["/leads?limit=80".into()])
}

/// Every letter of some words, as they are typed.
pub fn search(api: &Api) -> Step {
    let words =
        ["ferraris", "muller", "giulia moretti", "logistica", "fe", "المصري", "+39347", "lefevre men"];
    let typed = words.into_iter().flat_map(|word| {
        let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8()).skip(1);
        ends.map(move |end| word[..end].replace(' ', "%20").replace('+', "%2B"))
    });
    asks(api, typed.map(|typed| format!("/search?limit=8&q={typed}")).collect())
}

/// A lead, then its timeline.
pub fn lead(ground: &Ground) -> Step {
    opens(&ground.marta, "leads", ground.leads.clone())
}

/// A customer, then its timeline.
pub fn customer(ground: &Ground) -> Step {
    opens(&ground.marta, "customers", ground.customers.clone())
}

fn opens(api: &Api, records: &'static str, ids: Vec<i64>) -> Step {
    let (api, ids) = (api.clone(), Arc::new(ids));
    Arc::new(move |client, call| {
        let (api, ids) = (api.clone(), ids.clone());
        async move {
            let id = ids[(client * 31 + call * 7) % ids.len()];
            api.fetch(&format!("/{records}/{id}")).await?;
            api.fetch(&format!("/{records}/{id}/timeline?limit=30")).await
        }
        .boxed()
    })
}
