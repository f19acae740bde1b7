use kernel::I18n;

use crate::{Catalogue, Check, Field, FieldType, Node, OneOf, StaffCheck, Vocabulary};

/// A group of a list: the records that have one value in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What is asked of a record that belongs to it, as an address has it.
    pub test: String,
    /// What people call it.
    pub label: String,
}

/// The most groups that one field makes: as many as a list can have entries, members of staff among them, and those
/// without a value.
pub const MOST_GROUPS: usize = 256;

/// Whether a list can stand in groups by this field: each record has one of a few values in it, or none.
pub fn is_grouping(field: &Field) -> bool {
    let is_one_of_few =
        matches!(field.kind, FieldType::Choice | FieldType::Staff | FieldType::Flag | FieldType::Word);
    field.is_tested && is_one_of_few
}

/// The groups of the field of this key, in the order in which its values are chosen; those without a value come last. None
/// if nobody knows the field or it makes no groups.
pub fn groups(i18n: I18n, key: &str, catalogue: &Catalogue, vocabulary: &Vocabulary) -> Vec<Group> {
    let Some(field) = catalogue.field(key).filter(|field| is_grouping(field)) else { return Vec::new() };
    let group = |check, label| Group { test: Node::test(field.key.clone(), check).text(), label };
    let named = |key| i18n.text(key, &[]);
    let offered = || vocabulary.choices(key).iter();
    let mut groups: Vec<Group> = match field.kind {
        FieldType::Staff => {
            let of = |person: &staff::StaffName| {
                group(Check::Staff(StaffCheck::AnyOf(vec![person.id])), person.name.clone())
            };
            vocabulary.staff.iter().map(of).collect()
        }
        FieldType::Choice => {
            let id = |value: &str| value.parse().ok().map(|id| Check::Choice(OneOf::AnyOf(vec![id])));
            offered().filter_map(|one| Some(group(id(&one.value)?, one.label.clone()))).collect()
        }
        FieldType::Word => {
            let word = |value: &str| Check::Word(OneOf::AnyOf(vec![value.to_owned()]));
            offered().map(|one| group(word(&one.value), one.label.clone())).collect()
        }
        _ => {
            let flag = |flag, key| group(Check::Flag(flag), named(key));
            return vec![flag(true, "fields-yes"), flag(false, "fields-no")];
        }
    };
    groups.push(group(Check::Empty(true), named("fields-group-empty")));
    groups.truncate(MOST_GROUPS);
    groups
}
