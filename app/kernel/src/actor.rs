use serde::{Deserialize, Serialize};

use crate::{ContactId, CustomerId, Error, Result, StaffId, TokenId, forbidden};

/// Who asks. Every operation takes one, and asks it for permission exactly once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// Nobody is signed in.
    Anonymous,
    /// A member of staff, in the browser or through an API token.
    Staff(StaffActor),
    /// A contact of a customer, in the portal.
    Contact(ContactActor),
    /// The house itself: jobs, the command line of the operator, the demo company.
    System,
}

/// A member of staff who asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StaffActor {
    /// Who.
    pub id: StaffId,
    /// The name that the history shows.
    pub name: String,
    /// Administrators may do everything.
    pub is_admin: bool,
    /// What the role grants, already narrowed by the token's scope.
    pub capabilities: Capabilities,
    /// The API token that speaks, if one does.
    pub token: Option<TokenId>,
    /// Looks at the house with the rights of a role that is not theirs, and changes nothing meanwhile.
    #[serde(default)]
    pub is_viewing: bool,
}

/// A contact of a customer who asks. Rights of staff are none of theirs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContactActor {
    /// Who.
    pub id: ContactId,
    /// At which customer.
    pub customer_id: CustomerId,
    /// The name that the history shows.
    pub name: String,
    /// What they see of their customer: the bits of `customers::Permissions`.
    pub sees: i64,
    /// The member of staff who looks at the portal as this contact, and changes nothing meanwhile.
    #[serde(default)]
    pub viewer: Option<StaffId>,
}

/// A part of the product that rights are granted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Area {
    /// Leads and the board.
    Leads,
    /// Customers and their contacts.
    Customers,
    /// Staff, roles, dictionaries and the organisation.
    Settings,
}

/// What can be granted in an [`Area`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Can {
    /// See what one owns, created, or what is public.
    ViewOwn,
    /// See everything.
    ViewAll,
    /// Make new ones.
    Create,
    /// Change what one sees.
    Edit,
    /// Delete what one sees.
    Delete,
    /// Bring in files of records.
    Import,
    /// Take out files of records.
    Export,
    /// Share what one has laid out, a view for example, with others.
    Share,
}

impl Area {
    /// All areas, in the order of the settings page.
    pub const ALL: [Self; 3] = [Self::Leads, Self::Customers, Self::Settings];

    /// The word for programs: `leads`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Leads => "leads",
            Self::Customers => "customers",
            Self::Settings => "settings",
        }
    }
}

impl Can {
    /// All rights, in the order of the settings page.
    pub const ALL: [Self; 8] = [
        Self::ViewOwn,
        Self::ViewAll,
        Self::Create,
        Self::Edit,
        Self::Delete,
        Self::Import,
        Self::Export,
        Self::Share,
    ];

    /// The word for programs: `view_all`.
    pub fn code(self) -> &'static str {
        match self {
            Self::ViewOwn => "view_own",
            Self::ViewAll => "view_all",
            Self::Create => "create",
            Self::Edit => "edit",
            Self::Delete => "delete",
            Self::Import => "import",
            Self::Export => "export",
            Self::Share => "share",
        }
    }
}

/// A set of rights. Its text form is words such as `leads.view_all`, divided by spaces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Capabilities(u32);

impl Capabilities {
    /// No right at all.
    pub const NONE: Self = Self(0);
    /// Every right there is.
    pub const ALL: Self = Self(u32::MAX);

    fn bit(area: Area, can: Can) -> u32 {
        1 << (area as u32 * 8 + can as u32)
    }

    /// The set with one right more.
    pub fn with(self, area: Area, can: Can) -> Self {
        Self(self.0 | Self::bit(area, can))
    }

    /// Whether the right is in the set.
    pub fn has(self, area: Area, can: Can) -> bool {
        self.0 & Self::bit(area, can) != 0
    }

    /// What is in both sets.
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The rights of the set, in the order of areas and rights.
    pub fn iter(self) -> impl Iterator<Item = (Area, Can)> {
        let all = Area::ALL.into_iter().flat_map(|area| Can::ALL.into_iter().map(move |can| (area, can)));
        all.filter(move |(area, can)| self.has(*area, *can))
    }

    /// The words of the set.
    pub fn words(self) -> String {
        let words: Vec<_> =
            self.iter().map(|(area, can)| format!("{}.{}", area.code(), can.code())).collect();
        words.join(" ")
    }

    /// The set of these words; unknown words are left out, so that a newer server's roles can still be read.
    pub fn from_words(words: &str) -> Self {
        let known =
            |word: &str| Self::ALL.iter().find(|(a, c)| word.split_once('.') == Some((a.code(), c.code())));
        words.split_whitespace().filter_map(known).fold(Self::NONE, |set, (area, can)| set.with(area, can))
    }
}

/// What an API token may do: the rights of its member of staff, narrowed to this.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// All that the member of staff may do.
    Full,
    /// Only what changes nothing.
    Read,
    /// Only this area, reading and writing.
    Area(Area),
}

impl Scope {
    /// The word for programs: `full`, `read`, `leads`, `customers`, `settings`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Read => "read",
            Self::Area(area) => area.code(),
        }
    }

    /// The scope of this word.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "full" => Some(Self::Full),
            "read" => Some(Self::Read),
            other => Area::ALL.into_iter().find(|a| a.code() == other).map(Self::Area),
        }
    }

    /// The rights that the scope leaves.
    pub fn allows(&self) -> Capabilities {
        let keep = |area: Area, can: Can| match self {
            Self::Full => true,
            Self::Read => matches!(can, Can::ViewOwn | Can::ViewAll | Can::Export),
            Self::Area(only) => area == *only,
        };
        Capabilities::ALL
            .iter()
            .filter(|(a, c)| keep(*a, *c))
            .fold(Capabilities::NONE, |set, (a, c)| set.with(a, c))
    }
}

impl Actor {
    /// Whether the actor has this right.
    pub fn has(&self, area: Area, can: Can) -> bool {
        match self {
            Self::System => true,
            Self::Staff(staff) => staff.is_admin || staff.capabilities.has(area, can),
            Self::Contact(_) | Self::Anonymous => false,
        }
    }

    /// Refuses when the actor lacks this right.
    ///
    /// # Errors
    /// `Unauthenticated` for nobody, `Forbidden` for a member of staff without the right.
    pub fn require(&self, area: Area, can: Can) -> Result<()> {
        match self {
            Self::Anonymous => Err(Error::Unauthenticated),
            actor if actor.has(area, can) => Ok(()),
            _ => Err(forbidden("error-forbidden")),
        }
    }

    /// The member of staff who asks.
    ///
    /// # Errors
    /// `Unauthenticated` when it is nobody, `Forbidden` for a contact.
    pub fn staff(&self) -> Result<&StaffActor> {
        match self {
            Self::Staff(staff) => Ok(staff),
            Self::Contact(_) => Err(forbidden("error-forbidden")),
            _ => Err(Error::Unauthenticated),
        }
    }

    /// The contact who asks.
    ///
    /// # Errors
    /// `Unauthenticated` when it is nobody, `Forbidden` for staff: they look at the portal as a contact, or not at all.
    pub fn contact(&self) -> Result<&ContactActor> {
        match self {
            Self::Contact(contact) => Ok(contact),
            Self::Staff(_) => Err(forbidden("error-forbidden")),
            _ => Err(Error::Unauthenticated),
        }
    }

    /// Refuses everybody who neither works here nor is the house itself: for what all staff may read.
    ///
    /// # Errors
    /// `Unauthenticated` for nobody, `Forbidden` for a contact.
    pub fn require_house(&self) -> Result<()> {
        match self {
            Self::System => Ok(()),
            other => other.staff().map(drop),
        }
    }

    /// Whether staff look with the eyes of somebody else, and so change nothing.
    pub fn is_viewing(&self) -> bool {
        match self {
            Self::Staff(staff) => staff.is_viewing,
            Self::Contact(contact) => contact.viewer.is_some(),
            Self::Anonymous | Self::System => false,
        }
    }

    /// The id of the member of staff who asks, if it is one.
    pub fn staff_id(&self) -> Option<StaffId> {
        self.staff().ok().map(|staff| staff.id)
    }

    /// Whether nothing is hidden from the actor.
    pub fn is_admin(&self) -> bool {
        matches!(self, Self::System) || matches!(self, Self::Staff(staff) if staff.is_admin)
    }

    /// Refuses everybody but administrators.
    ///
    /// # Errors
    /// `Unauthenticated` or `Forbidden`.
    pub fn require_admin(&self) -> Result<()> {
        match self {
            Self::Anonymous => Err(Error::Unauthenticated),
            actor if actor.is_admin() => Ok(()),
            _ => Err(forbidden("error-forbidden-admin")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_set_read_back_as_the_same_set() {
        let set = Capabilities::NONE.with(Area::Leads, Can::ViewAll).with(Area::Settings, Can::Edit);
        assert_eq!(set.words(), "leads.view_all settings.edit");
        assert_eq!(Capabilities::from_words(&set.words()), set);
        assert_eq!(Capabilities::from_words("leads.fly unicorns.view_all"), Capabilities::NONE);
    }

    #[test]
    fn a_reading_token_grants_no_writing() {
        let read = Scope::Read.allows();
        assert!(read.has(Area::Leads, Can::ViewAll));
        assert!(!read.has(Area::Leads, Can::Create) && !read.has(Area::Customers, Can::Edit));
    }

    #[test]
    fn nobody_is_asked_to_sign_in_and_staff_are_told_why() {
        let clerk = Actor::Staff(StaffActor {
            id: StaffId(1),
            name: "Ada".into(),
            is_admin: false,
            capabilities: Capabilities::NONE,
            token: None,
            is_viewing: false,
        });
        assert_eq!(Actor::Anonymous.require(Area::Leads, Can::Edit), Err(Error::Unauthenticated));
        assert!(matches!(clerk.require(Area::Leads, Can::Edit), Err(Error::Forbidden(_))));
        assert!(Actor::System.require(Area::Leads, Can::Edit).is_ok());
    }
}
