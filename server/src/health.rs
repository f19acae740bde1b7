//! What a load balancer and a supervisor ask.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use crate::house::House;
use crate::refusal;

/// `GET /healthz`: the process is alive.
pub async fn alive() -> &'static str {
    "ok\n"
}

/// `GET /readyz`: the database answers and the process is not stopping.
pub async fn ready(State(house): State<House>) -> Response {
    let is_stopping = house.foyer.stop.is_asked();
    match house.foyer.db.ping().await {
        Ok(()) if !is_stopping => refusal::plain(StatusCode::OK, "ready"),
        Ok(()) => refusal::plain(StatusCode::SERVICE_UNAVAILABLE, "stopping"),
        Err(_) => refusal::plain(StatusCode::SERVICE_UNAVAILABLE, "the database does not answer"),
    }
}
