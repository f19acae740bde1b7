use fields::{Catalogue, Sort};

use crate::ListColumn;

/// The order of the list, and what a press on a head makes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sorting {
    sorts: Vec<Sort>,
    /// Which field it goes by without any, and whether down.
    first: (&'static str, bool),
}

impl Sorting {
    /// The order that the address says; one that nobody can read is none.
    pub fn of(text: &str, catalogue: &Catalogue, first: (&'static str, bool)) -> Self {
        Self { sorts: catalogue.sorts(text).unwrap_or_default(), first }
    }

    /// The word of it in the address.
    pub fn code(&self) -> String {
        self.sorts.iter().map(Sort::code).collect::<Vec<_>>().join(",")
    }

    /// The place of a field in it, from 1, of how many, and whether it goes down.
    pub fn place(&self, key: &str) -> Option<(usize, usize, bool)> {
        if self.sorts.is_empty() {
            return (key == self.first.0).then_some((1, 1, self.first.1));
        }
        let place = self.sorts.iter().position(|sort| sort.field.as_str() == key)?;
        Some((place + 1, self.sorts.len(), self.sorts[place].is_down))
    }

    /// By this field alone; pressed again, the other way round.
    pub fn alone(&self, column: &ListColumn) -> Self {
        let is_down = match self.place(column.key.as_str()) {
            Some((1, 1, is_down)) => !is_down,
            _ => column.begins_down(),
        };
        Self { sorts: vec![Sort { field: column.key.clone(), is_down }], ..self.clone() }
    }

    /// By this field as well, behind the others; pressed again the other way round, and then not any more.
    pub fn also(&self, column: &ListColumn) -> Self {
        let mut sorts = self.sorts.clone();
        match sorts.iter().position(|sort| sort.field == column.key) {
            Some(at) if sorts[at].is_down == column.begins_down() => sorts[at].is_down = !sorts[at].is_down,
            Some(at) => drop(sorts.remove(at)),
            None => {
                sorts.truncate(Sort::MOST - 1);
                sorts.push(Sort { field: column.key.clone(), is_down: column.begins_down() });
            }
        }
        Self { sorts, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use fields::{Field, FieldKey, FieldType};

    use super::*;

    const NEWEST: (&str, bool) = ("created_at", true);

    fn column(key: &'static str, kind: FieldType) -> ListColumn {
        ListColumn { key: FieldKey::own(key), kind, is_sorted: true, added: None }
    }

    fn catalogue() -> Catalogue {
        let field = |key: &'static str| Field {
            key: FieldKey::own(key),
            kind: FieldType::Text,
            is_tested: true,
            is_sorted: true,
            words: Vec::new(),
        };
        ["name", "value", "created_at", "city"].into_iter().map(field).collect()
    }

    #[test]
    fn a_press_sorts_by_the_column_and_the_next_turns_it_round() {
        let catalogue = &catalogue();
        let (name, value) = (column("name", FieldType::Text), column("value", FieldType::Money));
        let created = column("created_at", FieldType::Moment);
        let press =
            |before: &str, column: &ListColumn| Sorting::of(before, catalogue, NEWEST).alone(column).code();
        assert_eq!(press("", &value), "-value");
        assert_eq!(press("-value", &value), "value");
        assert_eq!(press("-value", &name), "name");
        assert_eq!(press("name,-value", &value), "-value");
        assert_eq!(press("", &created), "created_at", "the list is by the newest already");
        let by_name = Sorting::of("", catalogue, ("name", false));
        assert_eq!(
            (by_name.place("name"), by_name.alone(&name).code().as_str()),
            (Some((1, 1, false)), "-name")
        );
    }

    #[test]
    fn with_shift_it_sorts_by_the_column_as_well() {
        let catalogue = &catalogue();
        let (name, value) = (column("name", FieldType::Text), column("value", FieldType::Money));
        let press =
            |before: &str, column: &ListColumn| Sorting::of(before, catalogue, NEWEST).also(column).code();
        assert_eq!(press("", &value), "-value");
        assert_eq!(press("-value", &name), "-value,name");
        assert_eq!(press("-value,name", &name), "-value,-name");
        assert_eq!(press("-value,-name", &name), "-value");
        assert_eq!(press("created_at,name,city", &value), "created_at,name,-value", "three at most");
    }
}
