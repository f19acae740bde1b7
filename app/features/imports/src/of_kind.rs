//! What every kind of record would say of rows in the same words.

use fields::{FieldKey, FieldType, OwnField, Values, millionths};

use crate::{Row, Value};

/// What a row says of the fields that a kind of record has by itself. Words that do not exist yet are left out.
pub fn values_of(fields: &[OwnField], row: &Row) -> Values {
    let settable = fields.iter().filter(|field| !field.is_kept);
    let said = settable.filter_map(|field| {
        let value = value(field, row.values.get(field.key)?)?;
        Some((FieldKey::own(field.key), Some(value)))
    });
    said.collect()
}

fn value(field: &OwnField, value: &Value) -> Option<fields::Value> {
    match value {
        // Files write decimals as their country does.
        Value::Text(text) if field.kind == FieldType::Number => {
            millionths(&text.replace(' ', "").replace(',', ".")).map(fields::Value::Number)
        }
        Value::Text(text) => Some(fields::Value::Text(text.clone())),
        Value::Money(money) => Some(fields::Value::Money(*money)),
        Value::Day(day) => Some(fields::Value::Day(*day)),
        Value::Moment(at) => Some(fields::Value::Moment(*at)),
        Value::Flag(flag) => Some(fields::Value::Flag(*flag)),
        Value::Currency(_) | Value::Number(_) => None,
        Value::Words(words) => {
            let ids: Vec<i64> = words.iter().filter_map(|word| word.id).collect();
            match field.kind {
                FieldType::Choices => (!ids.is_empty()).then(|| fields::Value::ids(ids)),
                _ => ids.first().copied().map(fields::Value::Id),
            }
        }
    }
}
