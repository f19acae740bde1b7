//! For everybody, about themselves.

#[cfg(not(target_arch = "wasm32"))]
use kernel::Context;
use kernel::{Language, NotificationId, Result, Scope, SessionId, TokenId};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use crate::{Channel, Notice, NoticeChoice, Notification, SessionRow, TokenRow};
#[cfg(not(target_arch = "wasm32"))]
use crate::{password, sessions, store::mine, store::notifications, tokens};

/// Changes one's own name.
#[server(endpoint = "rename_me", input = Json)]
pub async fn rename_me(name: String) -> Result<()> {
    mine::rename(&Context::current()?, &name).await
}

/// Keeps one's own language; nothing for the organisation's.
#[server(endpoint = "save_language", input = Json)]
pub async fn save_language(language: Option<Language>) -> Result<()> {
    mine::set_language(&Context::current()?, language).await
}

/// Keeps one's own colours: `auto`, `light` or `dark`.
#[server(endpoint = "save_theme", input = Json)]
pub async fn save_theme(theme: String) -> Result<()> {
    mine::set_theme(&Context::current()?, &theme).await
}

/// A choice that one wanted remembered; null if there is none.
#[server(endpoint = "get_preference", input = Json)]
pub async fn get_preference(key: String) -> Result<serde_json::Value> {
    mine::preference(&Context::current()?, &key).await
}

/// Remembers a choice; null forgets it.
#[server(endpoint = "save_preference", input = Json)]
pub async fn save_preference(key: String, value: serde_json::Value) -> Result<()> {
    mine::set_preference(&Context::current()?, &key, value).await
}

/// Changes one's own password; one's other sessions end.
#[server(endpoint = "change_my_password", input = Json)]
pub async fn change_my_password(current_password: String, password: String) -> Result<()> {
    password::change(&Context::current()?, &current_password, &password, sessions::current()).await
}

/// One's own open sessions, the one used last first.
#[server(endpoint = "list_my_sessions", input = Json)]
pub async fn list_my_sessions() -> Result<Vec<SessionRow>> {
    sessions::list_mine(&Context::current()?, sessions::current()).await
}

/// Ends one of one's own sessions.
#[server(endpoint = "end_session", input = Json)]
pub async fn end_session(id: SessionId) -> Result<()> {
    sessions::end(&Context::current()?, id).await
}

/// Ends all of one's own sessions but this one.
#[server(endpoint = "end_other_sessions", input = Json)]
pub async fn end_other_sessions() -> Result<()> {
    sessions::end_others(&Context::current()?, sessions::current()).await
}

/// One's own API tokens, the newest first.
#[server(endpoint = "list_my_tokens", input = Json)]
pub async fn list_my_tokens() -> Result<Vec<TokenRow>> {
    let cx = Context::current()?;
    tokens::list(&cx, cx.actor.staff()?.id).await
}

/// Makes an API token for oneself. The answer is its secret, which is not shown again.
#[server(endpoint = "add_token", input = Json)]
pub async fn add_token(name: String, scope: Scope) -> Result<String> {
    let cx = Context::current()?;
    tokens::create(&cx, cx.actor.staff()?.id, &name, scope).await
}

/// Deletes an API token.
#[server(endpoint = "delete_token", input = Json)]
pub async fn delete_token(id: TokenId) -> Result<()> {
    tokens::delete(&Context::current()?, id).await
}

/// One's 30 newest notifications, newest first.
#[server(endpoint = "list_notifications", input = Json)]
pub async fn list_notifications() -> Result<Vec<Notification>> {
    notifications::list(&Context::current()?).await
}

/// How many notifications one has not read.
#[server(endpoint = "count_unread_notifications", input = Json)]
pub async fn count_unread_notifications() -> Result<i64> {
    notifications::count_unread(&Context::current()?).await
}

/// Marks one notification as read, or all.
#[server(endpoint = "mark_notifications_read", input = Json)]
pub async fn mark_notifications_read(id: Option<NotificationId>) -> Result<()> {
    notifications::mark_read(&Context::current()?, id).await
}

/// How one is told of each kind of thing.
#[server(endpoint = "list_my_notices", input = Json)]
pub async fn list_my_notices() -> Result<Vec<NoticeChoice>> {
    notifications::choices(&Context::current()?).await
}

/// Keeps how one wants to be told of one kind of thing.
#[server(endpoint = "choose_notice", input = Json)]
pub async fn choose_notice(notice: Notice, channel: Channel) -> Result<()> {
    notifications::choose(&Context::current()?, notice, channel).await
}
