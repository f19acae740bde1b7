use kernel::Version;
use serde::{Deserialize, Serialize};

use crate::{CustomerKind, Entry};

/// An editable list of words that customers are described with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CustomerList {
    /// The segments of the market.
    Segments,
    /// How customers stand with the organisation.
    Statuses,
    /// Through what they came.
    Channels,
    /// The groups that they belong to.
    Groups,
}

impl CustomerList {
    /// All of them, in the order of the settings.
    pub const ALL: [Self; 4] = [Self::Segments, Self::Statuses, Self::Channels, Self::Groups];

    /// The key of the field that holds an entry of it.
    pub fn field(self) -> &'static str {
        match self {
            Self::Segments => "segment_id",
            Self::Statuses => "status_id",
            Self::Channels => "channel_id",
            Self::Groups => "groups",
        }
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Segments => "customer-list-segments",
            Self::Statuses => "customer-list-statuses",
            Self::Channels => "customer-list-channels",
            Self::Groups => "customer-list-groups",
        }
    }

    /// The key of what the button says that adds to it.
    pub fn add_label(self) -> &'static str {
        match self {
            Self::Segments => "customer-list-add-segment",
            Self::Statuses => "customer-list-add-status",
            Self::Channels => "customer-list-add-channel",
            Self::Groups => "customer-list-add-group",
        }
    }
}

/// What an entry of a list is to be.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EntryEdit {
    /// Which one; 0 adds one.
    pub id: i64,
    /// What it is called.
    pub name: String,
    /// Its colour, 0 to 9.
    pub hue: u8,
    /// Whether a new customer begins with it. Groups have none.
    pub is_default: bool,
    /// The kinds of customers that it is for; all of them if there are none.
    pub kinds: Vec<CustomerKind>,
    /// Whether it is offered no more.
    pub is_archived: bool,
    /// The version that was seen of one that is there.
    pub version: Version,
}

/// A list as the settings show it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ListedWords {
    /// Which one.
    pub list: CustomerList,
    /// Its entries in their order, each with the number of customers that have it.
    pub entries: Vec<(Entry<i64>, i64)>,
}
