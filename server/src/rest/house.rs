//! The caller, the colleagues, the search, the stream of events.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use kernel::{Area, Can, Hit, StaffId};
use serde::Serialize;
use staff::StaffName;
use utoipa::ToSchema;

use super::answer::{list, ok};
use super::caller::Caller;
use super::operation::{Operation, param};
use super::problem::{Answer, Refusal};
use super::query::Query;
use crate::events;
use crate::house::House;

/// The longest text that is searched for; what is pasted beyond it finds nothing more.
const LONGEST: usize = 200;

/// For whom the caller acts.
#[derive(Serialize, ToSchema)]
struct Whoami {
    /// Who.
    id: StaffId,
    /// The name.
    name: String,
    /// The e-mail address.
    email: String,
    /// Whether everything may be done.
    is_admin: bool,
    /// What may be done, narrowed by the token: `leads.view_own`.
    rights: Vec<String>,
}

pub fn operations() -> Vec<Operation> {
    let q = param("q", "string", "Words that names, addresses and companies begin with");
    let limit = param("limit", "integer", "At most so many of each kind of record: 1 to 200, 50 if left out");
    let after = param(
        "after",
        "string",
        "The `id` of the last event that was seen; the stream begins now if left out",
    );
    vec![
        Operation::get("/api/v1/me", "get_me", "-", me)
            .about("For whom the token acts, and what it may do.")
            .answers::<Whoami>(),
        Operation::get("/api/v1/staff", "list_staff", "-", list_staff)
            .about("Everybody who works or worked here, by name.")
            .answers_page::<StaffName>(),
        Operation::get("/api/v1/search", "search", "-", search)
            .about("Records of every kind that fit the words, best first within each kind.")
            .query(&[q, limit])
            .answers_page::<Hit>(),
        Operation::get("/api/v1/events", "follow_events", "-", follow)
            .about(
                "What happens, as it happens, to those records that the caller may see: server-sent events.",
            )
            .query(&[after])
            .gives("text/event-stream"),
    ]
}

async fn me(caller: Caller) -> Answer {
    let actor = caller.cx.actor.staff()?;
    let member = staff::store::find(&caller.cx, actor.id).await?;
    let all = Area::ALL.into_iter().flat_map(|area| Can::ALL.map(|can| (area, can)));
    let may = all.filter(|(area, can)| caller.cx.actor.has(*area, *can));
    let rights = may.map(|(area, can)| format!("{}.{}", area.code(), can.code())).collect();
    ok(&Whoami { id: actor.id, name: member.name, email: member.email, is_admin: actor.is_admin, rights })
}

async fn list_staff(caller: Caller) -> Answer {
    list(&staff::names(&caller.cx).await?)
}

async fn search(caller: Caller, query: Query) -> Answer {
    let limit = query.limit()?;
    let words: String = query.text("q").unwrap_or_default().trim().chars().take(LONGEST).collect();
    let mut hits: Vec<Hit> = Vec::new();
    if !words.is_empty() {
        for search in caller.cx.foyer.searches() {
            hits.extend(search(caller.cx.clone(), words.clone(), limit).await?);
        }
    }
    list(&hits)
}

async fn follow(
    State(house): State<House>,
    caller: Caller,
    query: Query,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let after = query.text("after").map(str::to_owned);
    Ok(events::stream(house, caller.identity, caller.cx.actor, after, &headers).await?)
}
