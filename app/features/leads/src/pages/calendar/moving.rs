//! A lead that is dragged to another day: the date by which it stands becomes that day. Who does not drag changes the
//! date on the lead's page.

use fields::{Field, Value};
use kernel::{Area, Can, Day, Zone, use_me};
use leptos::prelude::*;
use serde_json::Value as Json;

use crate::pages::actions::Actions;
use crate::pages::rules::Rules;
use crate::{Lead, LeadPatch};

/// What is being dragged, and where to. A copyable handle.
#[derive(Clone, Copy)]
pub struct Moving {
    /// The date that changes; none where nobody sets it, or this person may not.
    field: StoredValue<Option<Field>>,
    lead: StoredValue<Option<Lead>>,
    over: RwSignal<Option<Day>>,
    actions: Actions,
}

impl Moving {
    /// For leads that stand by this date. `changed` is told of each that was moved.
    pub fn new(field: Option<&Field>, changed: Callback<Lead>) -> Self {
        let may_edit = use_me().actor.has(Area::Leads, Can::Edit);
        let field = field.filter(|field| may_edit && is_set_by_people(field)).cloned();
        Self {
            field: StoredValue::new(field),
            lead: StoredValue::new(None),
            over: RwSignal::new(None),
            actions: Actions::new(Rules::here(), changed),
        }
    }

    /// A lead is picked up.
    pub fn begin(self, lead: &Lead) {
        if self.field.with_value(Option::is_some) {
            self.lead.set_value(Some(lead.clone()));
        }
    }

    /// It hangs over a day. Says whether it could be put down there.
    pub fn hang_over(self, day: Day) -> bool {
        let is_on = self.lead.with_value(Option::is_some);
        if is_on {
            self.over.set(Some(day));
        }
        is_on
    }

    /// Whether something hangs over this day.
    pub fn is_over(self, day: Day) -> bool {
        self.over.get() == Some(day)
    }

    /// Nothing is dragged any more.
    pub fn end(self) {
        self.lead.set_value(None);
        self.over.set(None);
    }

    /// It is put down on a day.
    pub fn put(self, day: Day) {
        let lead = self.lead.get_value();
        self.end();
        let (Some(lead), Some(field)) = (lead, self.field.get_value()) else { return };
        let i18n = self.actions.i18n;
        let key = field.key.as_str();
        let before = now_in(&lead, &field);
        let Some(after) = moved(&field, &before, day, &i18n.zone()).filter(|after| *after != before) else {
            return;
        };
        let words = [("name", lead.profile.name.as_str().into()), ("day", i18n.texts().day(day).into())];
        let said = i18n.text("month-moved", &words);
        self.actions.edit(lead.id, LeadPatch::one(key, before), LeadPatch::one(key, after), said);
    }
}

/// When a lead was made and since when it stands in its stage, nobody sets.
fn is_set_by_people(field: &Field) -> bool {
    field.key.custom_id().is_some() || field.key.as_str() == "last_contact_at"
}

/// What stands in the field, as JSON.
fn now_in(lead: &Lead, field: &Field) -> Json {
    let profile = serde_json::to_value(&lead.profile).unwrap_or_default();
    profile.get(field.key.as_str()).cloned().unwrap_or_default()
}

/// The same on another day; a moment keeps its time of the day. `None` for what is no date.
fn moved(field: &Field, before: &Json, day: Day, zone: &Zone) -> Option<Json> {
    match field.kind.read(before).ok()?? {
        Value::Day(_) => Some(Value::Day(day).to_json()),
        Value::Moment(at) => Some(Value::Moment(zone.instant(day, zone.split(at).1)).to_json()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fields::FieldType;
    use serde_json::json;

    fn field(key: &str, kind: FieldType) -> Field {
        Field { key: key.into(), kind, is_tested: true, is_sorted: true, words: Vec::new() }
    }

    #[test]
    fn a_day_becomes_another_and_a_moment_keeps_its_time() {
        let (zone, day) = (Zone::utc(), Day::from_civil(2026, 3, 9).unwrap());
        let moved = |kind, before| moved(&field("c7", kind), &before, day, &zone);
        assert_eq!(moved(FieldType::Day, json!("2026-02-01")), Some(json!("2026-03-09")));
        let (second, today) = (1_000_000, zone.instant(day, 0).0);
        let at = json!(zone.instant(Day::from_civil(2026, 2, 1).unwrap(), 3_600).0);
        assert_eq!(moved(FieldType::Moment, at), Some(json!(today + 3_600 * second)));
        assert_eq!(moved(FieldType::Day, Json::Null), None);
    }

    #[test]
    fn what_the_system_keeps_is_not_moved() {
        assert!(is_set_by_people(&field("last_contact_at", FieldType::Moment)));
        assert!(is_set_by_people(&field("c7", FieldType::Day)));
        assert!(!is_set_by_people(&field("created_at", FieldType::Moment)));
        assert!(!is_set_by_people(&field("stage_since", FieldType::Moment)));
    }
}
