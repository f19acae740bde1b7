use std::sync::Arc;

use futures::FutureExt;

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
