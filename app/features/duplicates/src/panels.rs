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

use kernel::RecordKind;

/// Where two records of a kind are merged, among its pages.
pub fn merge_path(kind: RecordKind, one: i64, other: i64) -> Option<String> {
    Some(format!("{}/merge?one={one}&other={other}", kind.home()?))
}
