//! How long lists of leads take, by each of the three ways and at their worst. It reads a company that `foyer demo` has
//! made:
//!
//! ```sh
//! foyer --data-dir target/lists demo --scale large
//! cargo run --release -p fields --example lists -- target/lists
//! cargo run --release -p fields --example lists -- postgres://..
//! ```
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods, missing_docs)]

use std::time::Instant;

use fields::{
    Asked, Bounds, Branch, Catalogue, Check, Column, FieldType, Index, ListQuery, Listed, Listing, OneOf,
    OwnField, WordIndex, count, list,
};
use kernel::db::{Db, DbOptions, On, Q};
use kernel::{
    Actor, Capabilities, Clock, Context, Foyer, FoyerOptions, Language, Result, StaffActor, StaffId,
};

const FIELDS: &[OwnField] = &[
    OwnField::new("name", FieldType::Text)
        .stands(Column::Folded("l.name", "l.sort_key"))
        .sorted("l.sort_key"),
    OwnField::new("stage_id", FieldType::Choice).column("l.stage_id"),
    OwnField::new("owner_id", FieldType::Staff).column("l.owner_id"),
    OwnField::new("source_id", FieldType::Choice).column("l.source_id"),
    OwnField::new("value", FieldType::Money)
        .stands(Column::Money("l.value_minor", "l.value_currency"))
        .sorted("coalesce(l.value_minor, 0)"),
    OwnField::new("company", FieldType::Text).column("l.company"),
    OwnField::new("city", FieldType::Text).column("l.city"),
    OwnField::new("last_contact_at", FieldType::Moment)
        .column("l.last_contact_at")
        .sorted("coalesce(l.last_contact_at, 0)"),
    OwnField::new("created_at", FieldType::Moment).column("l.created_at").sorted("l.created_at"),
    OwnField::new("tags", FieldType::Choices)
        .stands(Column::Among("l.timeline_id", "select timeline_id from tagging where tag_id")),
    OwnField::new("standing", FieldType::Word)
        .stands(Column::Asked(standing))
        .words(&["in_play", "lost", "all"]),
];

const LISTED: Listed = Listed {
    indexes: &[
        Index { name: "lead_timeline", begins: &["tags"], order: "" },
        Index { name: "lead_created_owner", begins: &["owner_id"], order: "created_at" },
        Index { name: "lead_created_creator", begins: &["created_by"], order: "created_at" },
        Index { name: "lead_created_public", begins: &["is_public"], order: "created_at" },
        Index { name: "lead_created_stage", begins: &["stage_id"], order: "created_at" },
        Index { name: "lead_in_play", begins: &["standing=in_play"], order: "created_at" },
        Index { name: "lead_created", begins: &[], order: "created_at" },
        Index { name: "lead_name", begins: &[], order: "name" },
        Index { name: "lead_value", begins: &[], order: "value" },
        Index { name: "lead_contact", begins: &[], order: "last_contact_at" },
    ],
    words: Some(WordIndex {
        sqlite: "select rowid from lead_search where lead_search match ?",
        postgres: "select rowid from lead_search where body @@ to_tsquery('simple', ?)",
    }),
    newest: Some("created_at"),
    first: None,
    usual: &[("standing", "in_play")],
    owner: None,
};

fn standing(_: &Context, check: &Check) -> Result<Q> {
    let Check::Word(OneOf::AnyOf(words)) = check else { return Ok(Q::new("1 = 0")) };
    Ok(Q::new(match words[0].as_str() {
        "in_play" => "l.outcome = 'active' and l.customer_id is null",
        "lost" => "l.outcome = 'lost'",
        _ => "1 = 1",
    }))
}

/// As leads are seen by who sees all, and by who sees his own and what is public.
fn listing(me: Option<StaffId>) -> Listing {
    let branches = match me {
        None => vec![Branch::all()],
        Some(me) => {
            let others = || Q::new("(l.owner_id is null or l.owner_id <> ?)").bind(me);
            let not_made = Q::new("and (l.created_by is null or l.created_by <> ?)").bind(me);
            vec![
                Branch::of("owner_id", Q::new("l.owner_id = ?").bind(me)).word(format!("xo{me}x")),
                Branch::of("created_by", Q::new("l.created_by = ?").bind(me))
                    .and(others())
                    .word(format!("xc{me}x")),
                Branch::of("is_public", Q::new("l.is_public"))
                    .and(others().append(not_made))
                    .word("xpublicx".into()),
            ]
        }
    };
    let bounds = Bounds::default();
    Listing { table: "lead", fields: FIELDS, added: Vec::new(), listed: LISTED, branches, bounds }
}

async fn open(place: &str) -> Context {
    let folder = std::path::Path::new(place);
    let url = place.starts_with("postgres:").then(|| place.to_owned());
    let db = Db::open(&DbOptions::new(url, folder)).await.unwrap();
    let options = FoyerOptions {
        data_dir: folder.to_owned(),
        base_url: String::new(),
        is_demo: false,
        features: Vec::new(),
        outbound: kernel::outbound::Outbound::default(),
        clock: Clock::System,
    };
    Context::system(&Foyer::new(db, options).await.unwrap())
}

fn percentile(times: &mut [f64], of: usize) -> f64 {
    times.sort_by(f64::total_cmp);
    times[(times.len() * of / 100).min(times.len() - 1)]
}

/// Thirty times the first piece, and once how many there are.
async fn measure(cx: &Context, listing: &Listing, what: &str, q: &str, f: &str, sorts: &str) {
    let catalogue = Catalogue::of(FIELDS, &cx.actor);
    let asked = Asked { q: q.to_owned(), f: vec![f.to_owned()] };
    let filter = catalogue.read(&asked).unwrap();
    let query = ListQuery { filter, sorts: catalogue.sorts(sorts).unwrap(), cursor: None, limit: 50 };
    let (mut times, mut found) = (Vec::new(), 0);
    for _ in 0..30 {
        let began = Instant::now();
        let piece = list(cx, On::Db(cx.db()), listing, &query).await.unwrap();
        times.push(began.elapsed().as_secs_f64() * 1e3);
        found = piece.ids.len();
    }
    let (mut pages, mut query) = (0, query);
    let began = Instant::now();
    while pages < 20 {
        let piece = list(cx, On::Db(cx.db()), listing, &query).await.unwrap();
        pages += 1;
        query.cursor = piece.next;
        if query.cursor.is_none() {
            break;
        }
    }
    let deep = began.elapsed().as_secs_f64() * 1e3 / f64::from(pages);
    let began = Instant::now();
    let total = count(cx, On::Db(cx.db()), listing, &query.filter).await.unwrap();
    let counted = began.elapsed().as_secs_f64() * 1e3;
    let (middle, late) = (percentile(&mut times, 50), percentile(&mut times, 95));
    println!(
        "| {what} | `{f}` `{q}` by `{sorts}` | {found} | {middle:.1} | {late:.1} | {deep:.1} | {total:?} {counted:.1} |"
    );
}

#[tokio::main]
async fn main() {
    let place = std::env::args().nth(1).expect("a folder or the address of a database");
    let cx = open(&place).await;
    let db = cx.db();
    let number = |text| async move { Q::new(text).number(db).await.unwrap() };
    let busy = number("select owner_id from lead where owner_id is not null group by owner_id order by count(*) desc limit 1").await;
    let stage =
        number("select stage_id from lead where on_board group by stage_id order by count(*) desc limit 1")
            .await;
    let tag = number("select tag_id from tagging group by tag_id order by count(*) limit 1").await;
    let (_, city): (i64, String) =
        Q::new("select count(*), city from lead where city is not null group by city order by 1 limit 1")
            .one(cx.db())
            .await
            .unwrap();
    let (all, busy) = (listing(None), format!("owner_id.any.{busy}"));
    // Leads get it when their list goes by this.
    let public = |tx: kernel::db::Tx| async move {
        Q::new("create index if not exists lead_created_public on lead (created_at, id)")
            .push("where deleted_at is null and is_public")
            .run(&tx)
            .await
    };
    cx.tx(public).await.unwrap();
    println!("| way | filter | rows | p50 | p95 | a later page | count |\n|---|---|---|---|---|---|---|");
    for (what, q, f, sorts) in [
        ("order", "", "", ""),
        ("order", "", "standing.any.all", "name"),
        ("order", "", "standing.any.all", "-value"),
        ("windows or few", "", busy.as_str(), ""),
        ("windows or few", "", busy.as_str(), "name"),
        ("few", "", &format!("tags.any.{tag};created_at.last.3.month"), "name"),
        ("tag, many", "", &format!("tags.any.{tag}"), "name"),
        ("few", "garden ro", "", "-value"),
        ("few", "", "name.begins.an", "-value"),
        ("words, many", "an", "", "name"),
        ("windows", "", "", "name"),
        ("windows", "", &format!("stage_id.any.{stage}"), ""),
        ("windows", "", &format!("stage_id.any.{stage};value.span.500000.."), "last_contact_at"),
        ("windows", "", "source_id.any.1,2;created_at.last.6.month", "-value"),
        ("windows", "", &format!("any({busy};value.span.900000..)"), "name"),
        ("windows", "", "company.words.a", "name"),
        ("windows", "", &format!("city.is.{city}"), "name"),
        ("windows, nothing", "", "company.is.zzzz", "name"),
        ("windows, nothing", "", "value.span.EUR...0;source_id.none.1,2,3", ""),
        ("several", "", "", "-value,name"),
        ("several", "", "", "-created_at,name"),
        ("several", "", "", "-value,last_contact_at,name"),
    ] {
        measure(&cx, &all, what, q, f, sorts).await;
    }
    let me = number(
        "select owner_id from lead where owner_id is not null group by owner_id order by count(*) limit 1",
    )
    .await;
    let staff = StaffActor {
        id: StaffId(me),
        name: String::new(),
        is_admin: false,
        capabilities: Capabilities::NONE,
        token: None,
        is_viewing: false,
    };
    let own = Context::new(cx.foyer.clone(), Actor::Staff(staff), Language::En);
    for (q, f, sorts) in [("", "", ""), ("", "", "name"), ("", "company.words.a", "-value"), ("an", "", "")] {
        measure(&own, &listing(Some(StaffId(me))), "own", q, f, sorts).await;
    }
}
