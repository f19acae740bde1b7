//! The board.

use axum::extract::Path;
use fields::{Asked, Node, OldForm};
use kernel::PipelineId;
use leads::{Board, BoardGroup, BoardQuery, BoardSort, LeadCard, OLD, store};

use super::answer::{ok, page};
use super::caller::Caller;
use super::operation::{CURSOR, LIMIT, Operation, Param, param};
use super::problem::{Answer, Refusal};
use super::query::Query;

/// What narrows the board and the list alike.
pub const FILTER: [Param; 11] = [
    param("q", "string", "Words that name, company, e-mail, phone or city begin with"),
    param(
        "filter",
        "string",
        "A condition on any field, `city.is.Turin` or `any(owner_id.me;value.span.EUR.100000..)`; several have to hold all together",
    )
    .repeated(),
    param("owner", "string", "`me`, `nobody`, or the id of a member of staff"),
    param("source", "integer", "The id of a source"),
    param("tag", "integer", "The id of a tag"),
    param("min_value", "integer", "Worth at least so many minor units"),
    param("max_value", "integer", "Worth at most so many minor units"),
    param("created_from", "string", "Made on this day or later, `YYYY-MM-DD`"),
    param("created_to", "string", "Made on this day or earlier, `YYYY-MM-DD`"),
    param("no_contact_since", "string", "Last contact before this day, or never"),
    param("stale", "boolean", "Only those that stand in their stage for longer than its limit"),
];

const BOARD: [Param; 3] = [
    param("pipeline", "integer", "The id of a pipeline; the default one if left out"),
    param(
        "sort",
        "string",
        "The order within a column: `manual`, `newest`, `oldest`, `value`, `last_contact`, `age`",
    ),
    param("group", "string", "What the columns are: `stage` or `owner`"),
];

pub fn operations() -> Vec<Operation> {
    vec![
        Operation::get("/api/v1/board", "get_board", "lead.view", get_board)
            .about("The board: its columns with exact counts and sums, and the first cards of each.")
            .query(&[LIMIT])
            .query(&BOARD)
            .query(&FILTER)
            .answers::<Board>(),
        Operation::get("/api/v1/board/columns/{id}", "list_column", "lead.view", list_column)
            .about("The next cards of one column: of a stage, or of an owner (0 for nobody) when grouped by owner.")
            .query(&[CURSOR, LIMIT])
            .query(&BOARD)
            .query(&FILTER)
            .answers_page::<LeadCard>(),
    ]
}

async fn get_board(caller: Caller, query: Query) -> Answer {
    ok(&store::board::find(&caller.cx, &board(&query)?).await?)
}

async fn list_column(caller: Caller, Path(id): Path<String>, query: Query) -> Answer {
    let id = id.parse().map_err(|_| kernel::Error::NotFound)?;
    let cards = store::board::column(&caller.cx, &board(&query)?, id, query.cursor()?.as_ref()).await?;
    page(&cards.items, cards.next_cursor)
}

fn board(query: &Query) -> Result<BoardQuery, Refusal> {
    let group = |word: &str| match word {
        "stage" => Some(BoardGroup::Stage),
        "owner" => Some(BoardGroup::Owner),
        _ => None,
    };
    Ok(BoardQuery {
        pipeline: query.value::<PipelineId>("pipeline")?,
        filter: filter(query)?,
        sort: query.read("sort", BoardSort::parse)?.unwrap_or_default(),
        group: query.read("group", group)?.unwrap_or_default(),
        limit: Some(query.limit()?),
        ..BoardQuery::default()
    })
}

/// The filter that a query describes: its conditions, and the parameters from before there were any.
///
/// # Errors
/// A refusal that names the first parameter that does not fit.
pub fn filter(query: &Query) -> Result<Asked, Refusal> {
    let mut f: Vec<String> = query.texts("filter").map(str::to_owned).collect();
    for old in OLD {
        let node = match old.form {
            OldForm::Flag => query.flag(old.name)?.then(|| old.node("1")).flatten(),
            _ => query.read(old.name, |text| old.node(text))?,
        };
        f.extend(node.as_ref().map(Node::text));
    }
    Ok(Asked { q: query.text("q").unwrap_or_default().to_owned(), f })
}
