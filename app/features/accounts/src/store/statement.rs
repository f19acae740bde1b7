use kernel::db::{FromRow, On, Q};
use kernel::{AccountId, Context, Cursor, Day, Error, Instant, Page, PostingId, Result};

use super::row;
use crate::{Account, PostingKind, Statement, StatementLine, StatementQuery};

/// So many entries come at a time.
const PAGE: usize = 50;

/// What was posted to an account in a time, the newest first, each entry with the balance after it.
///
/// The balance at the top of a page is one sum along the index; the others follow from it by subtraction.
///
/// # Errors
/// `Unauthenticated`; `NotFound` for an account that is not there or not seen.
pub async fn read(cx: &Context, id: AccountId, query: &StatementQuery) -> Result<Statement> {
    let account = row::find(cx, cx.db(), id).await?.account;
    let (from, until) = bounds(cx, query);
    let on = On::Db(cx.db());
    let Some(ledger_account) = ledger_account(on, id).await? else {
        let (zero, lines) = (account.money(0), Page { items: Vec::new(), next_cursor: None });
        return Ok(Statement { opening: zero, closing: zero, lines });
    };
    let rows = rows(on, ledger_account, from, until, query.after.as_ref()).await?;
    let page = Page::cut(rows, PAGE, |row| Cursor::new(&(row.at, row.id)));
    let mut balance = match page.items.first() {
        Some(first) => sum(on, ledger_account, (first.at, first.id)).await?,
        None => 0,
    };
    let line = |row: Row| {
        let after = balance;
        balance -= row.minor;
        row.into_line(&account, after)
    };
    let items = page.items.into_iter().map(line).collect::<Result<_>>()?;
    let lines = Page { items, next_cursor: page.next_cursor };
    let opening = account.money(sum(on, ledger_account, (from.plus(-1), i64::MAX)).await?);
    let closing = account.money(sum(on, ledger_account, (until.plus(-1), i64::MAX)).await?);
    Ok(Statement { opening, closing, lines })
}

/// From when to before when, on the organisation's clock.
fn bounds(cx: &Context, query: &StatementQuery) -> (Instant, Instant) {
    let zone = &cx.organisation().zone;
    let from = query.from.map_or(Instant(0), |day| zone.instant(day, 0));
    let until = query.to.map_or(Instant(i64::MAX), |day| zone.instant(Day(day.0.saturating_add(1)), 0));
    (from, until)
}

async fn ledger_account(on: On<'_>, account: AccountId) -> Result<Option<i64>> {
    let q = Q::new("select id from ledger_account where account_id = ?").bind(account);
    Ok(q.optional::<(i64,)>(on).await?.map(|(id,)| id))
}

/// The sum of all entries up to this one, it among them.
async fn sum(on: On<'_>, ledger_account: i64, (at, id): (Instant, i64)) -> Result<i64> {
    Q::new("select cast(coalesce(sum(minor), 0) as bigint) from ledger_entry")
        .push("where ledger_account_id = ? and (at, id) <= (?, ?)")
        .bind(ledger_account)
        .bind(at)
        .bind(id)
        .number(on)
        .await
}

#[derive(FromRow)]
struct Row {
    id: i64,
    at: Instant,
    minor: i64,
    posting_id: PostingId,
    kind: String,
    reason: String,
    period_day: Option<i64>,
    reverses_id: Option<PostingId>,
    reversed_by: Option<PostingId>,
    who: Option<String>,
}

impl Row {
    fn into_line(self, account: &Account, balance: i64) -> Result<StatementLine> {
        let kind = PostingKind::parse(&self.kind);
        Ok(StatementLine {
            posting_id: self.posting_id,
            at: self.at,
            kind: kind.ok_or_else(|| Error::internal("a posting is of no kind"))?,
            reason: self.reason,
            period: self.period_day.and_then(|day| i32::try_from(day).ok()).map(Day),
            amount: account.money(self.minor),
            balance: account.money(balance),
            reverses: self.reverses_id,
            reversed_by: self.reversed_by,
            who: self.who,
        })
    }
}

async fn rows(
    on: On<'_>,
    ledger_account: i64,
    from: Instant,
    until: Instant,
    after: Option<&Cursor>,
) -> Result<Vec<Row>> {
    let (at, id) = after.and_then(Cursor::values::<(Instant, i64)>).unwrap_or((Instant(i64::MAX), i64::MAX));
    Q::new("select e.id, e.at, e.minor, p.id as posting_id, p.kind, p.reason, p.period_day, p.reverses_id,")
        .push("r.id as reversed_by, s.name as who from ledger_entry e join ledger_posting p on p.id = e.posting_id")
        .push("left join ledger_posting r on r.reverses_id = p.id left join staff s on s.id = p.created_by")
        .push("where e.ledger_account_id = ? and e.at >= ? and e.at < ? and (e.at, e.id) < (?, ?)")
        .push("order by e.at desc, e.id desc limit ?")
        .bind(ledger_account)
        .bind(from)
        .bind(until)
        .bind(at)
        .bind(id)
        .bind(PAGE + 1)
        .all(on)
        .await
}
