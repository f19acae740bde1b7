use kernel::{Conflict, Instant};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{Patch, differences};

/// A change of fields by somebody who saw what they held. Others may have changed other fields meanwhile, and both win;
/// a field that holds something else by now is a conflict, and nothing is stored.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Edit {
    /// What the fields are to hold.
    pub to: Patch,
    /// What they held when the person began, `null` for nothing. A field that is left out here is meant whatever it holds.
    pub seen: Map<String, Value>,
}

impl Edit {
    /// What somebody made of what was typed in before.
    pub fn between<T: Serialize>(old: &T, new: &T) -> Self {
        let seen = differences(old, new).into_iter();
        let seen = seen.map(|change| (change.field.to_string(), change.old)).collect();
        Self { to: Patch::between(old, new), seen }
    }

    /// The fields that hold neither what was seen nor what is wished.
    pub fn clashing<T: Serialize>(&self, now: &T) -> Vec<String> {
        let Ok(Value::Object(now)) = serde_json::to_value(now) else { return Vec::new() };
        let is_fresh = |(field, wished): &(&String, &Value)| {
            let holds = now.get(*field).unwrap_or(&Value::Null);
            self.seen.get(*field).is_none_or(|seen| holds == seen || holds == *wished)
        };
        let clashing = self.to.0.iter().filter(|change| !is_fresh(change));
        clashing.map(|(field, _)| field.clone()).collect()
    }

    /// The same change after a choice: of `theirs` stays what is there, all else is meant although it is known.
    pub fn decided<T: Serialize>(mut self, now: &T, theirs: &[String]) -> Self {
        let Ok(Value::Object(now)) = serde_json::to_value(now) else { return self };
        self.to.0.retain(|field, _| !theirs.contains(field));
        self.seen.retain(|field, _| !theirs.contains(field));
        for (field, seen) in &mut self.seen {
            *seen = now.get(field).cloned().unwrap_or_default();
        }
        self
    }
}

/// A field that two people changed: the second learns who was first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Clash {
    /// Its name.
    pub field: String,
    /// Who changed it last; nobody for the house itself.
    #[serde(default)]
    pub who: Option<String>,
    /// When.
    #[serde(default)]
    pub at: Option<Instant>,
}

impl Clash {
    /// What an answer tells of: the record as it is now, and the fields that clash. `None` for another kind of conflict.
    pub fn read<R: DeserializeOwned>(conflict: &Conflict) -> Option<(R, Vec<Self>)> {
        let clashes: Vec<Self> = serde_json::from_value(conflict.current.get("clashes")?.clone()).ok()?;
        let now = serde_json::from_value(conflict.current.clone()).ok()?;
        (!clashes.is_empty()).then_some((now, clashes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::patch::tests::Sample;

    fn samples() -> [Sample; 3] {
        let base = Sample { name: "Ada".into(), ..Sample::default() };
        let mine = Sample {
            city: Some("Turin".into()),
            phone: Some("1".into()),
            email: Some("a@b.c".into()),
            ..base.clone()
        };
        let theirs = Sample {
            city: Some("Milan".into()),
            email: Some("a@b.c".into()),
            company: Some("X".into()),
            ..base.clone()
        };
        [base, mine, theirs]
    }

    #[test]
    fn only_fields_that_both_changed_differently_clash() {
        let [base, mine, theirs] = samples();
        let edit = Edit::between(&base, &mine);
        assert_eq!(edit.clashing(&theirs), ["city"]);
        assert_eq!(edit.clashing(&base), Vec::<String>::new());
        let whatever = Edit { seen: Map::new(), ..edit };
        assert_eq!(whatever.clashing(&theirs), Vec::<String>::new());
    }

    #[test]
    fn a_choice_ends_the_conflict_and_forgets_nothing_else() {
        let [base, mine, theirs] = samples();
        let edit = Edit::between(&base, &mine);
        let kept = edit.clone().decided(&theirs, &[]);
        assert_eq!(kept.clashing(&theirs), Vec::<String>::new());
        assert_eq!(kept.to.apply(&theirs).unwrap().city.as_deref(), Some("Turin"));
        let given = edit.decided(&theirs, &["city".into()]).to.apply(&theirs).unwrap();
        assert_eq!((given.city.as_deref(), given.phone.as_deref()), (Some("Milan"), Some("1")));
    }

    #[test]
    fn an_added_field_that_was_empty_is_nothing() {
        let base = Sample::default();
        let mut mine = base.clone();
        mine.custom.set("c7".into(), Some("x".into()));
        let edit = Edit::between(&base, &mine);
        assert_eq!(edit.seen["c7"], Value::Null);
        assert_eq!(edit.clashing(&base), Vec::<String>::new());
        let mut theirs = base;
        theirs.custom.set("c7".into(), Some("y".into()));
        assert_eq!(edit.clashing(&theirs), ["c7"]);
    }
}
