//! What people decide about themselves: name, language, colours, remembered choices.

use kernel::db::{Json, Q};
use kernel::{Context, Language, Result, invalid};
use serde_json::{Map, Value, json};

use super::told;
use crate::fields::Fields;

/// How many bytes all remembered choices of a person may take.
const MOST_PREFERENCES: usize = 64_000;

/// Changes the name of the person who asks.
///
/// # Errors
/// `Unauthenticated`; `Invalid` for `name`.
pub async fn rename(cx: &Context, name: &str) -> Result<()> {
    let me = cx.actor.staff()?;
    let mut fields = Fields::default();
    let name = &fields.line("name", name, 100);
    fields.done()?;
    if *name == me.name {
        return Ok(());
    }
    cx.tx(|tx| async move {
        let update = Q::new("update staff set name = ?, version = version + 1 where id = ?");
        update.bind(name).bind(me.id).run(&tx).await?;
        cx.record(&tx, told("staff.changed", me.id, json!({ "name": [me.name, name] }))).await
    })
    .await
}

/// Keeps the language of the person who asks; `None` for the organisation's.
///
/// # Errors
/// `Unauthenticated`.
pub async fn set_language(cx: &Context, language: Option<Language>) -> Result<()> {
    let me = cx.actor.staff()?.id;
    cx.tx(|tx| async move {
        let code = language.map(Language::code);
        Q::new("update staff set language = ? where id = ?").bind(code).bind(me).run(&tx).await?;
        cx.record(&tx, told("staff.changed", me, json!({ "language": code }))).await
    })
    .await
}

/// Keeps the colours of the person who asks: `auto`, `light` or `dark`.
///
/// # Errors
/// `Unauthenticated`; `Invalid` for `theme`.
pub async fn set_theme(cx: &Context, theme: &str) -> Result<()> {
    let me = cx.actor.staff()?.id;
    if !matches!(theme, "auto" | "light" | "dark") {
        return Err(invalid("theme", "error-invalid"));
    }
    cx.tx(|tx| async move {
        Q::new("update staff set theme = ? where id = ?").bind(theme).bind(me).run(&tx).await?;
        cx.record(&tx, told("staff.changed", me, json!({ "theme": theme }))).await
    })
    .await
}

/// A choice that the person who asks wants remembered, such as the columns of a list; null if there is none.
///
/// # Errors
/// `Unauthenticated`.
pub async fn preference(cx: &Context, key: &str) -> Result<Value> {
    let me = cx.actor.staff()?.id;
    let (all,): (Json<Map<String, Value>>,) =
        Q::new("select preferences from staff where id = ?").bind(me).one(cx.db()).await?;
    Ok(all.0.get(key).cloned().unwrap_or_default())
}

/// Remembers a choice of the person who asks; null forgets it. Nobody else sees it, so there is no event.
///
/// # Errors
/// `Unauthenticated`; `TooLarge` when all choices together take more than 64 kB.
pub async fn set_preference(cx: &Context, key: &str, value: Value) -> Result<()> {
    let me = cx.actor.staff()?.id;
    let value = &value;
    cx.tx(|tx| async move {
        let read = Q::new("select preferences from staff where id = ?").bind(me).dialect("", "for update");
        let (Json(mut all),): (Json<Map<String, Value>>,) = read.one(&tx).await?;
        if value.is_null() {
            all.remove(key);
        } else {
            all.insert(key.to_owned(), value.clone());
        }
        let all = Value::Object(all);
        if all.to_string().len() > MOST_PREFERENCES {
            return Err(kernel::Error::TooLarge(MOST_PREFERENCES as u64));
        }
        Q::new("update staff set preferences = ? where id = ?").bind(all).bind(me).run(&tx).await.map(drop)
    })
    .await
}
