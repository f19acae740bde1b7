use std::collections::BTreeSet;

use kernel::db::Q;
use reqwest::RequestBuilder;
use reqwest::multipart::{Form, Part};

use super::people::{ADMIN, ALL, ANN, BOB, GONE, NONE, World};
use super::records::Things;
use super::requests::{Case, cases};
use super::rules::{Need, Standing, Verdict, Which};
use super::snapshot;

/// A number that nothing has.
const NOTHING: i64 = 999_999_999;

#[test]
fn the_table_lists_every_address_there_is_and_no_other() {
    // Names in braces differ: the table says whose number stands there.
    let bare = |route: &str| {
        let route =
            route.replace("/export/leads", "/export/{kind}").replace("/export/customers", "/export/{kind}");
        let parts = route.split('/').map(|part| match part {
            "lead" | "contact" => "*",
            part if part.starts_with('{') => "*",
            part => part,
        });
        parts.collect::<Vec<_>>().join("/")
    };
    let there: BTreeSet<String> =
        server::routes::all().iter().map(|r| bare(&format!("{} {}", r.method, r.path))).collect();
    let listed: BTreeSet<String> = cases().iter().map(|case| bare(&case.route())).collect();
    let difference =
        |a: &BTreeSet<String>, b: &BTreeSet<String>| a.difference(b).cloned().collect::<Vec<_>>();
    assert_eq!(difference(&there, &listed), [""; 0], "addresses that nobody says who may ask");
    assert_eq!(difference(&listed, &there), [""; 0], "addresses that there are not");
    assert!(there.len() > 180, "{}", there.len());
}

#[tokio::test]
async fn everybody_is_answered_as_the_table_says_on_sqlite() {
    check(&World::on_sqlite().await).await;
}

#[tokio::test]
async fn everybody_is_answered_as_the_table_says_on_postgres() {
    if let Some(world) = World::on_postgres().await {
        check(&world).await;
    }
}

/// How somebody asks.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    Browser,
    Token,
    ReadingToken,
}

/// An answer: what it means, and what it says apart from what differs each time.
struct Answer {
    verdict: Option<Verdict>,
    status: u16,
    body: String,
}

async fn check(world: &World) {
    let db = &world.server.running.house.foyer.db;
    let statement = snapshot::statement(db).await;
    let mut problems = Vec::new();
    let mut before = snapshot::take(db, statement).await;
    for case in &cases() {
        for (who, way) in askers(case) {
            let mut bodies = Vec::new();
            for which in [Which::Foreign, Which::None, Which::Own] {
                let expected = expected(world, case, who, way, which);
                let answer = ask(world, case, who, way, which).await;
                let is_loose =
                    case.is_loose && expected == Verdict::Allowed && answer.verdict == Some(Verdict::Missing);
                let name = format!(
                    "{} as {} by {way:?}, {which:?}",
                    case.route(),
                    who.map_or("nobody", |who| world.people[who].name)
                );
                let is_quiet = expected == Verdict::Quiet && answer.verdict == Some(Verdict::Allowed);
                if answer.verdict != Some(expected) && !is_loose && !is_quiet {
                    problems.push(format!(
                        "{name}: {} in place of {expected:?}: {:.200}",
                        answer.status, answer.body
                    ));
                }
                let after = snapshot::take(db, statement).await;
                let changed = snapshot::difference(&before, &after);
                // What reads changes nothing either, whoever reads.
                if (expected != Verdict::Allowed || case.method == "GET") && !changed.is_empty() {
                    problems.push(format!("{name}: {expected:?}, but {changed:?} changed"));
                }
                before = if changed.is_empty() { after } else { undelete(world, statement).await };
                bodies.push((expected, answer.body, name));
            }
            if bodies[0].0 == Verdict::Missing && bodies[0].1 != bodies[1].1 {
                problems.push(format!(
                    "{}: tells a foreign one from none: {}",
                    bodies[0].2,
                    parting(&bodies[0].1, &bodies[1].1)
                ));
            }
        }
    }
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

/// Where two answers part.
fn parting(one: &str, other: &str) -> String {
    let place = one.bytes().zip(other.bytes()).position(|(a, b)| a != b).unwrap_or_default();
    let around = |text: &str| text.chars().skip(place.saturating_sub(60)).take(140).collect::<String>();
    format!("{} | {}", around(one), around(other))
}

/// Who asks, and how.
fn askers(case: &Case) -> Vec<(Option<usize>, Way)> {
    if case.need == Need::Nothing {
        return vec![(None, Way::Browser)];
    }
    let everybody = [None, Some(NONE), Some(ANN), Some(BOB), Some(ALL), Some(ADMIN), Some(GONE)];
    if case.path.starts_with("/api/v1/") {
        let readers = [(Some(ANN), Way::ReadingToken), (Some(ADMIN), Way::ReadingToken)];
        let pages = [(Some(ANN), Way::Browser), (Some(GONE), Way::Browser)];
        return everybody.map(|who| (who, Way::Token)).into_iter().chain(readers).chain(pages).collect();
    }
    everybody.map(|who| (who, Way::Browser)).to_vec()
}

fn expected(world: &World, case: &Case, who: Option<usize>, way: Way, which: Which) -> Verdict {
    let nobody = Standing { is_somebody: false, is_admin: false, rights: kernel::Capabilities::NONE };
    let mut standing = who.map_or(nobody, |who| world.people[who].standing);
    if way == Way::ReadingToken {
        if standing.is_somebody && case.method != "GET" {
            return Verdict::Forbidden;
        }
        let all = if standing.is_admin { kernel::Capabilities::ALL } else { standing.rights };
        // A narrowed token of an administrator is no administrator any more.
        (standing.is_admin, standing.rights) = (false, all.and(kernel::Scope::Read.allows()));
    }
    standing.verdict(case.need, which)
}

async fn ask(world: &World, case: &Case, who: Option<usize>, way: Way, which: Which) -> Answer {
    let own = &world.people[who.unwrap_or(ANN)].things;
    let things = match which {
        Which::Own => Some(own),
        Which::Foreign => Some(&world.other(who.unwrap_or(BOB)).things),
        Which::None => None,
    };
    let path = filled(&case.path, things, true);
    let request = match (who, way) {
        (None, _) if case.path.starts_with("/api/v1/") => world.server.bare().request(case.method, &path),
        (None, _) => world.server.browser().request(case.method, &path),
        (Some(who), Way::Browser) => world.people[who].browser.request(case.method, &path),
        (Some(who), Way::Token) => by_token(&world.people[who].program, case, &path),
        (Some(who), Way::ReadingToken) => by_token(&world.people[who].reader, case, &path),
    };
    let answer = with_body(request, case, things).send().await.unwrap();
    let status = answer.status().as_u16();
    let leads_to_sign_in =
        answer.headers().get("location").is_some_and(|to| to.to_str().unwrap().starts_with("/sign-in"));
    let is_stream = answer.headers().get("content-type").is_some_and(|kind| kind == "text/event-stream");
    // A stream does not end by itself.
    let body = if is_stream { String::new() } else { answer.text().await.unwrap() };
    let verdict = match status {
        303 if leads_to_sign_in && case.need != Need::Nothing => Some(Verdict::Unauthenticated),
        // Who comes to the door of contacts is led to their own.
        303 if case.need == Need::Guest => Some(Verdict::Forbidden),
        401 => Some(Verdict::Unauthenticated),
        // Without a token and without a page of ours it is not asked further.
        403 if who.is_none() && case.path.starts_with("/api/v1/") => Some(Verdict::Unauthenticated),
        403 => Some(Verdict::Forbidden),
        404 => Some(Verdict::Missing),
        500.. => None,
        _ => Some(Verdict::Allowed),
    };
    Answer { verdict, status, body: plain(&body, things) }
}

fn by_token(program: &crate::rest::Program, case: &Case, path: &str) -> RequestBuilder {
    program.request(case.method, path.strip_prefix("/api/v1").unwrap())
}

fn with_body(request: RequestBuilder, case: &Case, things: Option<&Things>) -> RequestBuilder {
    let is_form = case.method == "POST" && !case.path.starts_with("/api/");
    match case.body.as_str() {
        "" if case.method == "GET" => request.header("accept", "text/html"),
        "" => request,
        "FORM" => request.multipart(Form::new().part("file", Part::bytes(b"".to_vec()).file_name("x.txt"))),
        body if is_form => {
            request.header("content-type", "application/x-www-form-urlencoded").body(body.to_owned())
        }
        body => request.header("content-type", "application/json").body(filled(body, things, false)),
    }
}

/// The text with numbers in place of the words in capitals, in a path those in braces.
fn filled(text: &str, things: Option<&Things>, is_path: bool) -> String {
    let words = [
        "LEAD",
        "CUSTOMER",
        "CONTACT",
        "SITE",
        "ENTITY",
        "PAYER",
        "ACCOUNT",
        "SERVICE",
        "POSTING",
        "IMPORT",
        "MAPPING",
        "LNOTE",
        "LFILE",
        "LREMINDER",
        "LTASK",
        "CNOTE",
        "CFILE",
        "CPICTURE",
        "PPICTURE",
        "CREMINDER",
        "CTASK",
        "OTASK",
        "CVAULT",
        "RUN",
        "TAG",
        "SESSION",
        "TOKEN",
        "STAFF",
    ];
    let mut text = text.replace("{STAGE}", "1").replace("{NONE}", &NOTHING.to_string());
    for word in words {
        let id = things.map_or(NOTHING, |things| things.id(word)).to_string();
        let wanted = if is_path { format!("{{{word}}}") } else { format!(":{word}") };
        let put = if is_path { id } else { format!(":{id}") };
        text =
            text.replace(&wanted, &put).replace(&format!("[{word}]"), &format!("[{put}]").replace(':', ""));
    }
    text
}

/// A page without what differs each time it is drawn, and without the number in its address.
fn plain(body: &str, things: Option<&Things>) -> String {
    if !body.starts_with("<!DOCTYPE") {
        return body.to_owned();
    }
    let mut text = body.to_owned();
    let ids = things.map_or(vec![NOTHING], |things| {
        ["LEAD", "SITE", "ENTITY", "ACCOUNT", "IMPORT", "RUN"].map(|word| things.id(word)).to_vec()
    });
    for id in ids {
        for (before, after) in [("/", "\""), ("/", "?"), ("/", "/")] {
            text = text.replace(&format!("{before}{id}{after}"), &format!("{before}ID{after}"));
        }
    }
    // The number of a customer may be that of a lead on the same page.
    for word in ["CUSTOMER", "PAYER"] {
        let id = things.map_or(NOTHING, |things| things.id(word));
        for (before, after) in
            ["/customers/", "/customer/"].into_iter().flat_map(|b| ["\"", "?", "/"].map(|a| (b, a)))
        {
            text = text.replace(&format!("{before}{id}{after}"), &format!("{before}ID{after}"));
        }
    }
    let text = without(&text, "nonce=\"", |c| c != '"');
    let text = without(&text, "\\\"cursor\\\":\\\"", |c: char| c.is_ascii_digit() || c == '.');
    without(&text, "\\\"now\\\":", |c: char| c.is_ascii_digit())
}

/// The text without what follows `mark` as long as it is of this kind.
fn without(text: &str, mark: &str, kind: impl Fn(char) -> bool) -> String {
    let mut parts = text.split(mark);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + mark + part.trim_start_matches(&kind))
}

/// Takes back what allowed calls have deleted, for those that come later.
async fn undelete(world: &World, statement: &'static str) -> Vec<(String, String)> {
    let cx = world.server.system();
    cx.tx(|tx| async move {
        for table in [
            "note",
            "file",
            "picture",
            "task",
            "lead",
            "customer",
            "contact",
            "site",
            "legal_entity",
            "vault_entry",
        ] {
            let sql = Box::leak(
                format!("update {table} set deleted_at = null where deleted_at is not null").into_boxed_str(),
            );
            Q::new(sql).run(&tx).await?;
        }
        Ok(())
    })
    .await
    .unwrap();
    snapshot::take(cx.db(), statement).await
}
