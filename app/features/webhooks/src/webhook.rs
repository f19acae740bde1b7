use kernel::{Instant, StaffId, Version, WebhookId};
use serde::{Deserialize, Serialize};

/// An address of another program that is told what happens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct Webhook {
    /// Which one.
    pub id: WebhookId,
    /// What people say of it.
    #[serde(flatten)]
    pub edit: WebhookEdit,
    /// Whether it is told anything now.
    pub state: WebhookState,
    /// Why the house has switched it off.
    pub off_because: Option<OffBecause>,
    /// Who answers for it: it is told what they may see.
    pub staff_id: Option<StaffId>,
    /// Their name.
    pub staff_name: Option<String>,
    /// Since when nothing has arrived any more, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<i64>))]
    pub failing_since: Option<Instant>,
    /// Until when the secret before this one signs too, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Option<i64>))]
    pub former_until: Option<Instant>,
    /// How many deliveries are still to arrive.
    pub waiting: i64,
    /// How many were given up, of those that the log has.
    pub failed: i64,
    /// Carried up with every change.
    pub version: Version,
    /// When it was set up, microseconds UTC.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub created_at: Instant,
}

/// What people say of a webhook.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
#[serde(default)]
pub struct WebhookEdit {
    /// The address, `https://` or `http://`.
    pub url: String,
    /// What it is for.
    pub description: String,
    /// Which events: `lead.*` for a group, `lead.created` for one kind; all where the list is empty.
    pub kinds: Vec<String>,
    /// Whether it is also told what imports and other long runs do to each record, as it is unless it is said.
    pub includes_runs: bool,
    /// Whether it waits. What happens meanwhile is sent afterwards, if it is not older than a week then.
    pub is_paused: bool,
}

impl Default for WebhookEdit {
    fn default() -> Self {
        Self {
            url: String::new(),
            description: String::new(),
            kinds: Vec::new(),
            // Who follows records misses none unless they want to.
            includes_runs: true,
            is_paused: false,
        }
    }
}

/// A webhook that has just been set up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct MadeWebhook {
    /// The webhook.
    #[serde(flatten)]
    pub webhook: Webhook,
    /// The secret with which its deliveries are signed, this once: `whsec_...`. An answer that is given again, to the same
    /// `Idempotency-Key`, comes without it.
    #[cfg_attr(not(target_arch = "wasm32"), schema(required = false))]
    pub secret: String,
}

/// Whether a webhook is told anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum WebhookState {
    /// It is.
    On,
    /// Somebody lets it wait.
    Paused,
    /// The house has given it up.
    Off,
}

/// Why the house has switched a webhook off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum OffBecause {
    /// Nothing has arrived for days.
    Failing,
    /// It answered that it is gone for good (410).
    Gone,
    /// Who answered for it works here no more.
    Staff,
}

impl WebhookState {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::On, Self::Paused, Self::Off];

    /// The word that the database and programs use.
    pub fn code(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::Paused => "paused",
            Self::Off => "off",
        }
    }

    /// The state of this word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::On => "webhook-state-on",
            Self::Paused => "webhook-state-paused",
            Self::Off => "webhook-state-off",
        }
    }
}

impl OffBecause {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Failing, Self::Gone, Self::Staff];

    /// The word that the database and programs use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Failing => "failing",
            Self::Gone => "gone",
            Self::Staff => "staff",
        }
    }

    /// The reason of this word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }

    /// The key of the sentence.
    pub fn label(self) -> &'static str {
        match self {
            Self::Failing => "webhook-off-failing",
            Self::Gone => "webhook-off-gone",
            Self::Staff => "webhook-off-staff",
        }
    }
}

/// The groups of events that the form offers, with the keys of their names. Others can be written.
pub const GROUPS: [(&str, &str); 17] = [
    ("lead", "webhook-group-lead"),
    ("customer", "webhook-group-customer"),
    ("contact", "webhook-group-contact"),
    ("site", "webhook-group-site"),
    ("legal_entity", "webhook-group-legal-entity"),
    ("account", "webhook-group-account"),
    ("product", "webhook-group-product"),
    ("task", "webhook-group-task"),
    ("note", "webhook-group-note"),
    ("file", "webhook-group-file"),
    ("reminder", "webhook-group-reminder"),
    ("tag", "webhook-group-tag"),
    ("record", "webhook-group-record"),
    ("import", "webhook-group-import"),
    ("export", "webhook-group-export"),
    ("run", "webhook-group-run"),
    ("staff", "webhook-group-staff"),
];

/// So many kinds can be chosen.
pub const KINDS_LIMIT: usize = 50;

/// The longest name of a kind of events.
const KIND_LENGTH: usize = 60;

/// The group of what webhooks themselves tell: those events are not meant by "all", or a test would tell of itself.
const OWN: &str = "webhook";

impl WebhookEdit {
    /// Whether events of this kind are wanted.
    pub fn wants(&self, kind: &str) -> bool {
        let group = kind.split('.').next().unwrap_or_default();
        let is_named = |wanted: &String| match wanted.strip_suffix(".*") {
            Some(wanted) => wanted == group,
            None => wanted == kind,
        };
        if self.kinds.is_empty() { group != OWN } else { self.kinds.iter().any(is_named) }
    }

    /// The words that are no kinds of events.
    pub fn unfit_kinds(&self) -> impl Iterator<Item = &str> {
        self.kinds.iter().map(String::as_str).filter(|kind| !is_kind(kind))
    }
}

/// Whether it can be the name of a kind of events, or of a group.
fn is_kind(kind: &str) -> bool {
    let is_word =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let Some((group, rest)) = kind.split_once('.') else { return false };
    kind.len() <= KIND_LENGTH && is_word(group) && (rest == "*" || is_word(rest))
}

#[cfg(test)]
mod tests {
    use kernel::RecordKind;

    use super::*;

    fn of(kinds: &[&str]) -> WebhookEdit {
        WebhookEdit { kinds: kinds.iter().map(ToString::to_string).collect(), ..WebhookEdit::default() }
    }

    #[test]
    fn all_events_are_wanted_but_those_about_webhooks() {
        assert!(of(&[]).wants("lead.created") && of(&[]).wants("staff.signed_in"));
        assert!(!of(&[]).wants("webhook.tested"));
        assert!(of(&["webhook.*"]).wants("webhook.tested"), "who asks for them gets them");
    }

    #[test]
    fn a_group_is_meant_as_a_whole_and_a_kind_alone() {
        let edit = of(&["lead.*", "task.done"]);
        assert!(edit.wants("lead.created") && edit.wants("lead.gone") && edit.wants("task.done"));
        assert!(
            !edit.wants("task.created") && !edit.wants("leads.created") && !edit.wants("customer.created")
        );
    }

    #[test]
    fn words_that_no_event_can_have_are_found() {
        let edit =
            of(&["lead.*", "lead.created", "lead", "*", "lead.*.x", "Lead.created", "a b.c", "lead.", ".x"]);
        let unfit: Vec<_> = edit.unfit_kinds().collect();
        assert_eq!(unfit, ["lead", "*", "lead.*.x", "Lead.created", "a b.c", "lead.", ".x"]);
    }

    #[test]
    fn every_kind_of_record_is_offered() {
        let hidden = [RecordKind::Setting, RecordKind::Specimen];
        let missing: Vec<_> = RecordKind::ALL
            .into_iter()
            .filter(|kind| !hidden.contains(kind))
            .filter(|kind| GROUPS.iter().all(|(group, _)| *group != kind.code()))
            .collect();
        assert_eq!(missing, []);
    }

    #[test]
    fn the_form_offers_groups_that_can_be_chosen() {
        let groups: Vec<String> = GROUPS.iter().map(|(group, _)| format!("{group}.*")).collect();
        let groups: Vec<&str> = groups.iter().map(String::as_str).collect();
        assert_eq!(of(&groups).unfit_kinds().count(), 0);
    }
}
