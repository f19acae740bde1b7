use std::fmt;
use std::time::Duration;

use kernel::{Instant, Result, RoleId, Text, VaultEntryId, Version, invalid};
use serde::{Deserialize, Serialize};

/// The most characters of a name.
pub const NAME_LIMIT: usize = 120;
/// The most characters of a user name.
pub const USER_NAME_LIMIT: usize = 200;
/// The most characters of a secret.
pub const SECRET_LIMIT: usize = 2_000;
/// The most characters of an address.
pub const ADDRESS_LIMIT: usize = 500;
/// The most characters of a note.
pub const NOTE_LIMIT: usize = 2_000;
/// So long a secret is shown.
pub const SHOWN_FOR: Duration = Duration::from_secs(30);

/// A role that may look at an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VaultRole {
    /// Which one.
    pub id: RoleId,
    /// What it is called.
    pub name: String,
}

/// An entry as it stands in the list: everything but what is secret.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VaultEntry {
    /// Which one.
    pub id: VaultEntryId,
    /// What it is for.
    pub name: String,
    /// Who may look, beside administrators; by name.
    pub roles: Vec<VaultRole>,
    /// The name of who made it; `None` for the house itself.
    pub created_by: Option<String>,
    /// When it was made.
    pub created_at: Instant,
    /// When it was changed last.
    pub updated_at: Instant,
    /// Goes up with every change.
    pub version: Version,
}

/// The vault of a record, as somebody sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Vault {
    /// What the record is called.
    pub title: String,
    /// The entries at which the person may look, by name; the others are not told of.
    pub entries: Vec<VaultEntry>,
    /// Whether the person may add and change.
    pub may_change: bool,
    /// The roles that can be named; none if the person may not change anything.
    pub roles: Vec<VaultRole>,
    /// The person's own role: the first one that a new entry names.
    pub own_role: Option<RoleId>,
}

/// How far somebody looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// At all of it.
    Whole,
    /// At what stands around the secret, to change it.
    Around,
}

/// An entry that was opened.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    /// Which one.
    pub id: VaultEntryId,
    /// Its version.
    pub version: Version,
    /// What it holds; without the secret after [`Look::Around`].
    pub holds: VaultDraft,
}

/// What a person types for an entry.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct VaultDraft {
    /// What it is for.
    pub name: String,
    /// The name to sign in with.
    #[serde(default)]
    pub user_name: String,
    /// The secret, exactly as it was typed. Empty: the one that there is stays.
    #[serde(default)]
    pub secret: String,
    /// Where it is used: a web address, or a place.
    #[serde(default)]
    pub address: String,
    /// What else is to be known.
    #[serde(default)]
    pub note: String,
    /// Who may look, beside administrators.
    #[serde(default)]
    pub roles: Vec<RoleId>,
}

impl fmt::Debug for VaultDraft {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What is secret stays out of every log.
        out.debug_struct("VaultDraft").field("name", &self.name).finish_non_exhaustive()
    }
}

impl fmt::Debug for Opened {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Opened").field("id", &self.id).finish_non_exhaustive()
    }
}

impl VaultDraft {
    /// The draft without space around its words, if it can be an entry. A secret is taken as it is.
    ///
    /// # Errors
    /// `Invalid` for each field that cannot be taken.
    pub fn checked(&self, is_new: bool) -> Result<Self> {
        let text = |text: &String| text.trim().to_owned();
        let (name, user_name, address) = (text(&self.name), text(&self.user_name), text(&self.address));
        let mut roles = self.roles.clone();
        roles.sort_unstable();
        roles.dedup();
        let checked = Self { name, user_name, address, note: text(&self.note), roles, ..self.clone() };
        if checked.name.is_empty() {
            return Err(invalid("vault_name", "error-required"));
        }
        if is_new && checked.secret.is_empty() {
            return Err(invalid("vault_secret", "error-required"));
        }
        let limited = [
            ("vault_name", &checked.name, NAME_LIMIT),
            ("vault_user_name", &checked.user_name, USER_NAME_LIMIT),
            ("vault_secret", &checked.secret, SECRET_LIMIT),
            ("vault_address", &checked.address, ADDRESS_LIMIT),
            ("vault_note", &checked.note, NOTE_LIMIT),
        ];
        if let Some((field, _, limit)) =
            limited.into_iter().find(|(_, text, limit)| text.chars().count() > *limit)
        {
            return Err(invalid(field, Text::new("error-too-long").with("limit", limit)));
        }
        if checked.roles.is_empty() {
            return Err(invalid("vault_roles", "vault-roles-none"));
        }
        Ok(checked)
    }
}

impl Opened {
    /// The address, if a browser can go there.
    pub fn link(&self) -> Option<String> {
        let address = &self.holds.address;
        let is_web = ["https://", "http://"]
            .iter()
            .any(|start| address.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start)));
        is_web.then(|| address.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> VaultDraft {
        let (name, secret, roles) =
            (" Gate ".into(), " 12 34 ".into(), vec![RoleId(2), RoleId(1), RoleId(2)]);
        VaultDraft { name, secret, roles, ..VaultDraft::default() }
    }

    #[test]
    fn words_are_tidied_and_a_secret_is_kept_to_the_letter() {
        let checked = draft().checked(true).unwrap();
        assert_eq!((checked.name.as_str(), checked.secret.as_str()), ("Gate", " 12 34 "));
        assert_eq!(checked.roles, [RoleId(1), RoleId(2)]);
    }

    #[test]
    fn what_is_lacking_is_said_at_its_field() {
        let refused =
            |draft: VaultDraft, is_new, field| draft.checked(is_new).unwrap_err().field(field).is_some();
        assert!(refused(VaultDraft { name: " ".into(), ..draft() }, true, "vault_name"));
        assert!(refused(VaultDraft { roles: vec![], ..draft() }, true, "vault_roles"));
        assert!(refused(VaultDraft { note: "x".repeat(NOTE_LIMIT + 1), ..draft() }, true, "vault_note"));
        let without = VaultDraft { secret: String::new(), ..draft() };
        assert!(refused(without.clone(), true, "vault_secret"));
        assert!(without.checked(false).is_ok(), "the secret that there is stays");
    }

    #[test]
    fn only_what_leads_to_the_web_is_a_link() {
        let link = |address: &str| {
            let holds = VaultDraft { address: address.into(), ..draft() };
            Opened { id: VaultEntryId(1), version: 1, holds }.link()
        };
        assert!(link("https://door.example").is_some() && link("HTTP://door.example").is_some());
        for other in ["javascript:alert(1)", "Via Roma 1", "", "httpsé"] {
            assert_eq!(link(other), None, "{other}");
        }
    }

    #[test]
    fn no_secret_reaches_a_log() {
        let holds = draft();
        let told =
            format!("{holds:?} {:?}", Opened { id: VaultEntryId(1), version: 1, holds: holds.clone() });
        assert!(told.contains("Gate") && !told.contains("34"), "{told}");
    }
}
