//! The component library. It knows nothing about leads, customers or staff.
//!
//! All words come in from outside: a component has no language. What may change is a `Signal`, what goes both ways an `RwSignal`, an
//! event a `Callback`. Ids are given or derive from names, so that server and browser agree.

mod announcer;
mod avatar;
mod badge;
mod banner;
mod button;
mod checkbox;
mod dialog;
mod empty_state;
mod field;
mod focus;
mod icon;
mod icon_button;
mod link_button;
mod menu;
pub mod placement;
mod select;
mod side_panel;
mod spinner;
mod tabs;
mod text_area;
mod text_input;
mod toasts;
mod visually_hidden;

pub use announcer::{Announcer, AnnouncerRegion};
pub use avatar::{Avatar, AvatarSize, hue_of, initials};
pub use badge::{Badge, Chip, Meaning};
pub use banner::Banner;
pub use button::{Button, ButtonKind, Size, Tone};
pub use checkbox::Checkbox;
pub use dialog::{Dialog, DialogBody, DialogFooter, DialogSize, focus_first};
pub use empty_state::EmptyState;
pub use field::{Field, FieldWidth};
pub use focus::focus_by_id;
pub use icon::{ALL_ICONS, Icon, IconName, IconSize};
pub use icon_button::IconButton;
pub use link_button::LinkButton;
pub use menu::{Menu, MenuAct, MenuItem, MenuTrigger};
pub use select::{Choice, Select};
pub use side_panel::{SideBySide, SidePanel};
pub use spinner::Spinner;
pub use tabs::{TabLink, TabLinks, TabList, TabPanel, TabPart, reads_right_to_left};
pub use text_area::TextArea;
pub use text_input::{InputKind, TextInput};
pub use toasts::{Toast, Toaster, Toasts};
pub use visually_hidden::VisuallyHidden;
