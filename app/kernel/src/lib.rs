//! What every feature shares: errors, texts, ids, money, time, the actor and, on the server,
//! the context of a request, the database, jobs, events, mails and files.
//!
//! No pages and no business live here.

mod actor;
mod answer;
pub mod browser;
mod cookie;
mod country;
mod currency;
mod error;
mod event;
mod hit;
mod i18n;
mod id;
mod lazy;
mod live;
mod me;
mod money;
mod now;
mod organisation;
mod paging;
pub mod plain;
pub mod presence;
mod problems;
mod text;
mod time;

pub use actor::{Actor, Area, Can, Capabilities, ContactActor, Scope, StaffActor};
pub use answer::answer_with;
pub use cookie::{keep_in_cookie, request_cookie};
pub use currency::Currency;
pub use error::{Conflict, Error, FieldError, Result, forbidden, invalid, refusal};
pub use event::{Audience, Event, RecordKind, RecordRef, Sight};
pub use hit::Hit;
pub use i18n::{I18n, Language, Texts, provide_i18n, use_i18n};
pub use id::*;
pub use lazy::{Coming, LazyPage};
#[doc(hidden)] // What `lazy_part!` calls.
pub use lazy::{at_once, later};
pub use live::{Live, provide_live, use_live};
pub use me::{Me, use_me};
pub use money::Money;
pub use now::{age, ago, provide_now, use_now};
pub use organisation::Organisation;
pub use paging::{Cursor, Page};
#[doc(hidden)] // The names that `lazy_page!` makes.
pub use pastey;
pub use presence::{Presence, use_presence};
pub use problems::{Problems, provide_problems, use_problems};
pub use text::{Arg, Text};
pub use time::{Day, Instant, Zone};

/// What only the server has.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    pub use crate::clock::{Clock, zone};
    pub use crate::context::{Cause, Context, Foyer, FoyerOptions};
    pub use crate::feature::{Door, Feature, OpenRecord, Parts, SearchFn};
    pub use crate::feed::{Feed, NewEvent};
    pub use crate::jobs::JobKind;
    pub use crate::keyring::{KEY_FILE, Keyring};
    pub use crate::lazy::Pieces;
    pub use crate::limit::Limit;
    pub use crate::network::Network;
    pub use crate::outbox::Mail;
    pub use crate::pace::Pace;
}
#[cfg(not(target_arch = "wasm32"))]
pub use native::*;

#[cfg(not(target_arch = "wasm32"))]
mod clock;
#[cfg(not(target_arch = "wasm32"))]
mod context;
#[cfg(not(target_arch = "wasm32"))]
pub mod db;
#[cfg(not(target_arch = "wasm32"))]
pub mod entropy;
#[cfg(not(target_arch = "wasm32"))]
mod feature;
#[cfg(not(target_arch = "wasm32"))]
pub mod feed;
#[cfg(not(target_arch = "wasm32"))]
pub mod files;
#[cfg(not(target_arch = "wasm32"))]
pub mod jobs;
#[cfg(not(target_arch = "wasm32"))]
mod keyring;
#[cfg(not(target_arch = "wasm32"))]
mod limit;
#[cfg(not(target_arch = "wasm32"))]
pub mod merged;
#[cfg(not(target_arch = "wasm32"))]
mod network;
#[cfg(not(target_arch = "wasm32"))]
pub mod normal;
#[cfg(not(target_arch = "wasm32"))]
pub mod outbound;
#[cfg(not(target_arch = "wasm32"))]
mod outbox;
#[cfg(not(target_arch = "wasm32"))]
mod pace;
#[cfg(not(target_arch = "wasm32"))]
pub mod setting;
#[cfg(not(target_arch = "wasm32"))]
#[allow(clippy::expect_used)]
pub mod testing;

/// The texts of the kernel itself: errors, conventions of each language, words used everywhere.
#[cfg(not(target_arch = "wasm32"))]
pub const TEXTS: &[(Language, &str)] = texts!();
