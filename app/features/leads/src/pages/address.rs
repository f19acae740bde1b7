//! Addresses of the area: what is shown stands in them, so that every view is a link.

use fields::encode;
use kernel::{LeadId, PipelineId};
use lists::address::{with_params, with_view};

use super::calendar::CalendarQuery;
use crate::{BoardGroup, BoardQuery, BoardSort, ListQuery};

/// The parameters of a board.
pub fn board_params(query: &BoardQuery) -> String {
    let own = [
        ("pipeline", query.pipeline.map(|id| id.to_string())),
        ("sort", (query.sort != BoardSort::default()).then(|| query.sort.code().to_owned())),
        ("group", (query.group == BoardGroup::Owner).then(|| "owner".to_owned())),
    ];
    let own = own.into_iter().filter_map(|(name, value)| Some((name, value?)));
    encode(with_view(query.view.as_deref(), own.chain(query.filter.to_params())))
}

/// The board with these parameters.
pub fn board(query: &BoardQuery) -> String {
    with_params("/leads/board", &board_params(query))
}

/// The board of a pipeline.
pub fn board_of(pipeline: PipelineId) -> String {
    board(&BoardQuery { pipeline: Some(pipeline), ..BoardQuery::default() })
}

/// A lead beside the board.
pub fn beside_board(id: LeadId, query: &BoardQuery) -> String {
    with_params(&format!("/leads/board/{id}"), &board_params(query))
}

/// The list with these parameters.
pub fn list(query: &ListQuery) -> String {
    lists::address::list("/leads", query)
}

/// The calendar with these parameters.
pub fn calendar(query: &CalendarQuery) -> String {
    let by = (!query.by.is_empty()).then(|| ("by", query.by.clone()));
    let month = query.month.map(|month| ("month", month.code()));
    let shown = by.into_iter().chain(query.filter.to_params());
    // The month belongs to no view: it stands behind what does.
    with_params("/leads/calendar", &encode(with_view(query.view.as_deref(), shown).chain(month)))
}

/// A lead alone.
pub fn lead(id: LeadId) -> String {
    format!("/leads/{id}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::saved;
    use kernel::PipelineId;
    use leptos_router::params::ParamsMap;
    use views::Views;

    #[test]
    fn a_board_survives_the_way_through_its_address() {
        let mut query =
            BoardQuery { pipeline: Some(PipelineId(3)), sort: BoardSort::Value, ..BoardQuery::default() };
        query.filter.q = "ada & co é".into();
        query.filter.f = vec!["stale.yes".into(), "any(owner_id.any.3,4;city.is.Rho)".into()];
        let url = board_params(&query);
        assert_eq!(
            url,
            "pipeline=3&sort=value&q=ada%20%26%20co%20%C3%A9&f=stale.yes&f=any%28owner_id.any.3,4%3Bcity.is.Rho%29"
        );
        let mut params = ParamsMap::new();
        params.insert("pipeline", "3".into());
        params.insert("sort", "value".into());
        params.insert("q", query.filter.q.clone());
        query.filter.f.iter().for_each(|f| params.insert("f", f.clone()));
        assert_eq!(saved::board_query(&params, &Views::default()), query);
    }

    #[test]
    fn what_a_link_of_old_asks_is_written_anew() {
        let mut params = ParamsMap::new();
        params.insert("owner", "me".into());
        params.insert("sort", "-value".into());
        assert_eq!(list(&saved::list_query(&params, &Views::default())), "/leads?sort=-value&f=owner_id.me");
    }
}
