//! What a webhook has to be like.

use kernel::db::{On, Q};
use kernel::outbound::{self, Failure};
use kernel::{Context, Result, Text, invalid};
use staff::fields::Fields;

use crate::{KINDS_LIMIT, WebhookEdit};

/// So many webhooks an organisation can have: each has a task of its own while there is something to send.
pub const MOST: i64 = 30;
/// The longest description.
const DESCRIPTION: usize = 200;

/// The edit as it is kept.
pub(super) fn checked(cx: &Context, edit: &WebhookEdit) -> Result<WebhookEdit> {
    let mut fields = Fields::default();
    let url = fields.line("url", &edit.url, outbound::LONGEST);
    if !url.is_empty() {
        match cx.foyer.outbound.check(&url) {
            Ok(_) => {}
            Err(Failure::Denied) => fields.refuse("url", "webhook-url-denied"),
            Err(_) => fields.refuse("url", "webhook-url-unfit"),
        }
    }
    let description = match edit.description.trim() {
        "" => String::new(),
        text => fields.line("description", text, DESCRIPTION),
    };
    let mut kinds: Vec<String> = Vec::new();
    for kind in edit.kinds.iter().map(|kind| kind.trim().to_owned()) {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let edit = WebhookEdit { url, description, kinds, ..edit.clone() };
    if let Some(kind) = edit.unfit_kinds().next() {
        fields.refuse("kinds", Text::new("webhook-kind-unfit").with("kind", kind));
    }
    if edit.kinds.len() > KINDS_LIMIT {
        fields.refuse("kinds", Text::new("webhook-kinds-many").with("limit", KINDS_LIMIT));
    }
    fields.done()?;
    Ok(edit)
}

/// Refuses one more than there may be.
pub(super) async fn require_room(on: impl Into<On<'_>>) -> Result<()> {
    match Q::new("select count(*) from webhook").number(on).await? < MOST {
        true => Ok(()),
        false => Err(invalid("url", Text::new("webhook-many").with("limit", MOST))),
    }
}
