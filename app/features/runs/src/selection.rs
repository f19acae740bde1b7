use fields::Asked;
use serde::{Deserialize, Serialize};

/// So many records can be named one by one.
pub const MOST_IDS: usize = 1_000;

/// Which records are meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Selection {
    /// These, also from the bin; at most [`MOST_IDS`].
    Ids(Vec<i64>),
    /// All that a list under this filter has, but some.
    Matching {
        /// Which list.
        filter: Asked,
        /// The records that were unticked; at most [`MOST_IDS`].
        #[serde(default)]
        except: Vec<i64>,
    },
}
