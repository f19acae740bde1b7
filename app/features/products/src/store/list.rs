use kernel::db::Q;
use kernel::{Context, Cursor, Page, Result, normal};

use super::row::{COLUMNS, Row};
use crate::Product;

/// So many products come at a time unless it is said.
const PAGE: usize = 50;

/// The products whose name, code or unit has all of these words, by name: those that are offered, or all.
///
/// A catalogue has hundreds of products, seldom thousands: it is looked through in its order.
///
/// # Errors
/// `Unauthenticated` for nobody.
pub async fn list(
    cx: &Context,
    words: &str,
    all: bool,
    after: Option<&Cursor>,
    limit: Option<usize>,
) -> Result<Page<Product>> {
    cx.actor.require_house()?;
    let limit = limit.unwrap_or(PAGE);
    let place = after.and_then(Cursor::values::<(String, i64)>).unwrap_or((String::new(), i64::MIN));
    let q = Q::new(COLUMNS).push("where l.deleted_at is null and (l.sort_key, l.id) > (?, ?)");
    let q = q.bind(place.0).bind(place.1).push_if(!all, "and l.is_active");
    let narrow =
        |q: Q, word: String| q.dialect("and instr(l.words, ?) > 0", "and strpos(l.words, ?) > 0").bind(word);
    let q = normal::search_words(words).into_iter().fold(q, narrow);
    let rows: Vec<Row> = q.push("order by l.sort_key, l.id limit ?").bind(limit + 1).all(cx.db()).await?;
    let products = rows.into_iter().map(Row::into_product).collect();
    Ok(Page::cut(products, limit, |product: &Product| {
        Cursor::new(&(normal::sort_key(&product.profile.name), product.id))
    }))
}
