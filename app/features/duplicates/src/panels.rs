//! What stands in a form while somebody types in a record that may be there already, and how pairs are looked through and
//! merged.

mod merge;
mod notice;
mod pairs;
mod watch;

pub use merge::Merge;
pub use notice::DuplicateNotice;
pub use pairs::Pairs;
pub use watch::Watch;

/// Where two records are merged.
pub fn merge_path(one: i64, other: i64) -> String {
    format!("/leads/merge?one={one}&other={other}")
}
