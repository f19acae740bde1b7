//! What every kind of record has in common: fields with values of closed types, and the one door through which records
//! are made, changed, put into the bin and taken out of it.

mod address;
pub mod api;
mod becoming;
mod catalogue;
mod change;
mod custom;
mod edit;
mod filter;
mod form;
mod key;
mod likeness;
mod number;
mod pages;
mod panels;
mod patch;
mod show;
mod tidy;
mod total;
mod value;

pub use address::encode;
pub use becoming::{Becoming, Target};
pub use catalogue::{Catalogue, Field, Sort};
pub use change::{FieldChange, changes};
pub use custom::{CARD_LIMIT, CustomField, CustomValues, FieldOption, LINE_LIMIT, TEXT_LIMIT};
pub use edit::{Clash, Edit};
pub use filter::{
    Asked, Check, DayCheck, Filter, Node, Old, OldForm, OneOf, Period, Span, StaffCheck, Test, TextCheck,
    old_nodes,
};
pub use form::{CustomControls, CustomDraft, Draft, FieldControl};
pub use key::FieldKey;
pub use likeness::Alike;
pub use number::{decimal, millionths};
pub use pages::{Routes, settings_links};
pub use panels::{
    ClashForm, Clashing, Facts, FilterBar, FilterChips, Filtering, Group, MOST_GROUPS, Offered, Quick, Shown,
    Vocabulary, Wording, groups, is_grouping, shown_value,
};
pub use patch::{Patch, Typed, differences};
pub use tidy::Tidy;
pub use total::Total;
pub use value::{FieldType, Value, Values};

#[cfg(not(target_arch = "wasm32"))]
mod any;
#[cfg(not(target_arch = "wasm32"))]
mod kind;
#[cfg(not(target_arch = "wasm32"))]
mod profile;
#[cfg(not(target_arch = "wasm32"))]
pub mod store;
#[cfg(not(target_arch = "wasm32"))]
mod work;

#[cfg(not(target_arch = "wasm32"))]
mod native {
    pub use crate::any::{Ahead, AnyKind, KindPart, Ready, catalogue, kind_of, listing, part, require_alone};
    pub use crate::filter::Reader;
    pub use crate::kind::{About, Going, Kind, OwnField, Record, Told, Wish, event, values_of};
    pub use crate::likeness::{Likeness, likeness};
    pub use crate::profile::{differing, named, profile_values};
    pub use crate::store::{
        Bounds, Branch, Column, Found, Index, ListQuery, Listed, Listing, WordIndex, among, clash,
        conditions, count, list,
    };
    pub use crate::work::{Seen, Work, door, run};

    /// The texts of this crate.
    pub const TEXTS: &[(kernel::Language, &str)] = kernel::texts!();

    /// What this crate gives to the house.
    pub fn feature() -> kernel::Feature {
        let reindex = kernel::JobKind {
            name: "fields.reindex",
            run: |cx, payload| {
                Box::pin(async move {
                    match payload["field"].as_i64() {
                        Some(field) => crate::store::index::reindex(&cx, field).await,
                        None => Ok(()),
                    }
                })
            },
            every: None,
        };
        kernel::Feature { texts: TEXTS, jobs: vec![reindex], ..kernel::Feature::default() }
    }
}
#[cfg(not(target_arch = "wasm32"))]
pub use native::*;
