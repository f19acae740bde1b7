use kernel::{Day, SourceId, StaffId, StageId, TagId};
use serde::{Deserialize, Serialize};

/// Which leads to show, on the board and in the list alike. It lives in the URL; an empty one shows all that are in play.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct LeadFilter {
    /// Words that name, company, e-mail, phone or city begin with.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub q: String,
    /// Only this owner's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<OwnerFilter>,
    /// Only in this stage (list).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<StageId>,
    /// Only from this source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
    /// Only with this tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<TagId>,
    /// Worth at least so many minor units.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_value: Option<i64>,
    /// Worth at most so many minor units.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_value: Option<i64>,
    /// Made on this day or later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_from: Option<Day>,
    /// Made on this day or earlier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_to: Option<Day>,
    /// Last contact before this day, or never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_contact_since: Option<Day>,
    /// Only those that stand in their stage for longer than its limit.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub stale: bool,
    /// Which leads that are out of play are shown.
    #[serde(skip_serializing_if = "Standing::is_default")]
    pub standing: Standing,
}

/// Whose leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnerFilter {
    /// The person's own.
    Me,
    /// Nobody's.
    Nobody,
    /// Somebody's.
    Staff(StaffId),
}

/// Which leads by what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Those in play.
    #[default]
    InPlay,
    /// Those that became customers.
    Converted,
    /// Lost ones.
    Lost,
    /// Junk.
    Junk,
    /// All of them.
    All,
}

impl Standing {
    /// All choices, in the order of the menu.
    pub const ALL: [Self; 5] = [Self::InPlay, Self::Converted, Self::Lost, Self::Junk, Self::All];

    /// The word in the URL.
    pub const fn code(self) -> &'static str {
        match self {
            Self::InPlay => "in_play",
            Self::Converted => "converted",
            Self::Lost => "lost",
            Self::Junk => "junk",
            Self::All => "all",
        }
    }

    /// The choice of this word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.code() == code)
    }

    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

impl OwnerFilter {
    /// The word in the URL: `me`, `nobody` or the number of a member of staff.
    pub fn code(self) -> String {
        match self {
            Self::Me => "me".into(),
            Self::Nobody => "nobody".into(),
            Self::Staff(id) => id.to_string(),
        }
    }

    /// The choice of this word.
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "me" => Some(Self::Me),
            "nobody" => Some(Self::Nobody),
            number => number.parse().ok().map(Self::Staff),
        }
    }
}

impl LeadFilter {
    /// The filter of URL parameters; what does not fit is left out, so that an old link still opens.
    pub fn from_params(get: impl Fn(&str) -> Option<String>) -> Self {
        fn number<T: std::str::FromStr>(text: Option<String>) -> Option<T> {
            text.and_then(|text| text.parse().ok())
        }
        Self {
            q: get("q").unwrap_or_default(),
            owner: get("owner").and_then(|code| OwnerFilter::parse(&code)),
            stage: number(get("stage")),
            source: number(get("source")),
            tag: number(get("tag")),
            min_value: number(get("min_value")),
            max_value: number(get("max_value")),
            created_from: number(get("created_from")),
            created_to: number(get("created_to")),
            no_contact_since: number(get("no_contact_since")),
            stale: get("stale").is_some_and(|text| text == "1"),
            standing: get("standing").and_then(|code| Standing::parse(&code)).unwrap_or_default(),
        }
    }

    /// The URL parameters of the filter, only those that say something.
    pub fn to_params(&self) -> Vec<(&'static str, String)> {
        let optional = [
            ("q", Some(self.q.clone()).filter(|q| !q.is_empty())),
            ("owner", self.owner.map(OwnerFilter::code)),
            ("stage", self.stage.map(|id| id.to_string())),
            ("source", self.source.map(|id| id.to_string())),
            ("tag", self.tag.map(|id| id.to_string())),
            ("min_value", self.min_value.map(|v| v.to_string())),
            ("max_value", self.max_value.map(|v| v.to_string())),
            ("created_from", self.created_from.map(|d| d.to_string())),
            ("created_to", self.created_to.map(|d| d.to_string())),
            ("no_contact_since", self.no_contact_since.map(|d| d.to_string())),
            ("stale", self.stale.then(|| "1".to_owned())),
            ("standing", (!self.standing.is_default()).then(|| self.standing.code().to_owned())),
        ];
        optional.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }

    /// How many conditions there are, for the filter button.
    pub fn len(&self) -> usize {
        self.to_params().len()
    }

    /// Whether all leads in play are shown.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_survives_the_way_through_the_url() {
        let filter = LeadFilter {
            q: "ada & co".into(),
            owner: Some(OwnerFilter::Nobody),
            tag: Some(TagId(3)),
            created_from: Some("2026-01-31".parse().unwrap()),
            stale: true,
            standing: Standing::Lost,
            ..LeadFilter::default()
        };
        let params = filter.to_params();
        let get = |name: &str| params.iter().find(|(n, _)| *n == name).map(|(_, v)| v.clone());
        assert_eq!(LeadFilter::from_params(get), filter);
        assert_eq!(filter.len(), 6);
    }
}
