use kernel::{Day, I18n, Instant, Money};
use serde_json::Value as Json;
use staff::StaffName;

use crate::FieldType;
use crate::custom::CustomField;

impl CustomField {
    /// A value in the reader's words; nothing for one that is not the field's.
    pub fn show(&self, i18n: I18n, staff: &[StaffName], json: &Json) -> Option<String> {
        let option = |json: &Json| json.as_i64().and_then(|id| self.option(id)).map(str::to_owned);
        match (self.kind, json) {
            (_, Json::Null) => None,
            (FieldType::Choice, id) => option(id),
            (FieldType::Choices, Json::Array(ids)) => {
                let names: Vec<String> = ids.iter().filter_map(option).collect();
                Some(names.join(", ")).filter(|names| !names.is_empty())
            }
            (FieldType::Staff, id) => {
                let id = id.as_i64()?;
                staff.iter().find(|person| person.id.0 == id).map(|person| person.name.clone())
            }
            (FieldType::Money, money) => {
                serde_json::from_value::<Money>(money.clone()).ok().map(|money| i18n.money(money))
            }
            (FieldType::Day, Json::String(day)) => {
                day.parse::<Day>().ok().map(|day| i18n.text("fields-value", &[("value", day.into())]))
            }
            (FieldType::Moment, at) => at.as_i64().map(|at| i18n.date_time(Instant(at))),
            (FieldType::Flag, Json::Bool(flag)) => {
                Some(i18n.text(if *flag { "fields-yes" } else { "fields-no" }, &[]))
            }
            (_, Json::String(text)) => Some(text.clone()),
            _ => None,
        }
    }
}
