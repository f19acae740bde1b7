use fields::Asked;
use kernel::{RecordKind, RoleId, StaffId, Version, ViewId};
use serde::{Deserialize, Serialize};

/// How records are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// In rows.
    #[default]
    List,
    /// As cards in columns.
    Board,
    /// On the days of a month.
    Calendar,
}

impl Layout {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::List, Self::Board, Self::Calendar];

    /// The word that the database and programs use.
    pub fn code(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Board => "board",
            Self::Calendar => "calendar",
        }
    }

    /// The layout of this word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layout| layout.code() == code)
    }
}

/// Which records are shown, in which order, laid out how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Look {
    /// `list`, `board` or `calendar`.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = String, example = "list"))]
    pub layout: Layout,
    /// Words (`q`) and conditions (`f`), as an address has them.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Object))]
    pub filter: Asked,
    /// The order, as an address has it: `-value,name`; empty for the usual one.
    pub sort: String,
    /// The keys of the columns of a list, in their order; empty for the usual ones.
    pub columns: Vec<String>,
    /// What the groups of a list or the columns of a board are, or the date of a calendar, as an address has it; empty for
    /// the usual ones.
    pub group: String,
    /// Which board, where there are several; none for the usual one.
    pub board: Option<i64>,
}

impl Look {
    /// The same records in another layout, as that one usually shows them.
    #[must_use]
    pub fn laid_out(&self, layout: Layout) -> Self {
        Self { layout, filter: self.filter.clone(), ..Self::default() }
    }
}

/// Whom a view is shared with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sharing {
    /// With nobody: it is its owner's alone.
    #[default]
    Private,
    /// With who has one of these roles.
    Roles(Vec<RoleId>),
    /// With everybody who sees records of the kind.
    All,
}

impl Sharing {
    /// The word that the database uses.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Private => "private",
            Self::Roles(_) => "roles",
            Self::All => "all",
        }
    }

    /// The roles that are named.
    pub fn roles(&self) -> &[RoleId] {
        match self {
            Self::Roles(roles) => roles,
            Self::Private | Self::All => &[],
        }
    }
}

/// A saved view as one person sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct View {
    /// Which one.
    pub id: ViewId,
    /// Of which kind of record.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = String, example = "lead"))]
    pub record_kind: RecordKind,
    /// What people call it.
    pub name: String,
    /// Whose it is.
    pub owner_id: StaffId,
    /// The owner's name.
    pub owner_name: String,
    /// What it shows.
    pub look: Look,
    /// Whom it is shared with: `"private"`, `"all"` or `{"roles": [1]}`.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = Object))]
    pub sharing: Sharing,
    /// For which roles it opens first.
    pub default_roles: Vec<RoleId>,
    /// The keys of fields that it was sorted by or had as columns and that are gone, or that this person does not see.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fallen: Vec<String>,
    /// Whether this person may change, rename and delete it.
    pub may_edit: bool,
    /// Whether this person has it at hand.
    pub is_pinned: bool,
    /// Whether it opens first because this person wants it so.
    pub is_first: bool,
    /// Whether it opens first for this person's role.
    pub is_first_for_role: bool,
    /// Carries up with every change.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = i64))]
    pub version: Version,
}

/// A view as it is saved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(utoipa::ToSchema))]
pub struct ViewDraft {
    /// Of which kind of record.
    #[cfg_attr(not(target_arch = "wasm32"), schema(value_type = String, example = "lead"))]
    pub record_kind: RecordKind,
    /// What people call it.
    pub name: String,
    /// What it shows.
    #[serde(default)]
    pub look: Look,
}

/// The views of a kind of record that a person may open.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Views {
    /// Them, in their order.
    pub views: Vec<View>,
    /// The keys of the columns that the person has chosen for lists without a saved view; empty for the usual ones.
    #[serde(default)]
    pub columns: Vec<String>,
    /// Whether the person may share views.
    pub may_share: bool,
    /// The roles to share with, for who may.
    pub roles: Vec<(RoleId, String)>,
}

impl Views {
    /// The longest name, in characters.
    pub const NAME: usize = 60;
    /// The most views of one kind that a person can have.
    pub const MOST: i64 = 100;

    /// The view of this number.
    pub fn find(&self, id: ViewId) -> Option<&View> {
        self.views.iter().find(|view| view.id == id)
    }

    /// Which view opens in a layout when nothing else is said: the person's own choice, else that of the role.
    pub fn first(&self, layout: Layout) -> Option<&View> {
        let mut here = self.views.iter().filter(|view| view.look.layout == layout);
        let own = here.clone().find(|view| view.is_first);
        own.or_else(|| here.find(|view| view.is_first_for_role))
    }
}
