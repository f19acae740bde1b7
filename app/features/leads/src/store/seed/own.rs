//! The fields of its own making that a corpus has, both kept in the index: a number and a choice.

use fields::store::{definitions, index};
use fields::{CustomField, CustomValues, FieldOption, FieldType};
use kernel::{Context, RecordKind, Result};
use serde_json::json;

const HEATING: &[&str] = &["Gas", "Oil", "Heat pump", "District heating", "None"];

/// The two fields, as they stand in the house.
pub(super) struct Own {
    area: CustomField,
    heating: CustomField,
}

impl Own {
    /// Adds the fields while there is no lead, so that their index is whole at once.
    pub(super) async fn add(cx: &Context) -> Result<Self> {
        let field = |name: &str, kind: FieldType| CustomField {
            is_indexed: true,
            ..CustomField::new(RecordKind::Lead, name, kind)
        };
        let entry = |name: &&str| FieldOption { id: 0, name: (*name).to_owned(), is_offered: true };
        let options = HEATING.iter().map(entry).collect();
        let area = definitions::save(cx, &field("Roof area", FieldType::Number)).await?;
        let heating = CustomField { options, ..field("Heating", FieldType::Choice) };
        let heating = definitions::save(cx, &heating).await?;
        for field in [&area, &heating] {
            index::reindex(cx, field.id).await?;
        }
        Ok(Self { area, heating })
    }

    /// What a lead holds in them, by its number alone: two of three know the area, four of five the heating, most of
    /// these by gas.
    pub(super) fn values(&self, number: usize) -> CustomValues {
        // Spread over all numbers without a pattern (Knuth's multiplicative hash).
        let spread = (number as u64).wrapping_mul(2_654_435_761) >> 7;
        let area = (spread % 3 > 0).then(|| json!(format!("{}.{}", 20 + spread % 380, spread % 10)));
        let heating = match spread % 20 {
            0..4 => None,
            4..12 => self.heating.options.first(),
            other => self.heating.options.get(1 + other as usize % (HEATING.len() - 1)),
        };
        let heating = heating.map(|option| json!(option.id));
        let values = [(&self.area, area), (&self.heating, heating)];
        values.into_iter().filter_map(|(field, value)| Some((field.key(), value?))).collect()
    }
}
