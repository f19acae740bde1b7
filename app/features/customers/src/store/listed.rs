//! What lists of customers go by: where each field stands, and in which orders there are indexes.

use fields::{Column, FieldType, Index, Listed, OwnField, WordIndex};

use crate::CustomerKind;

/// The name of the primary contact, for who looks at one row after the other.
const PRIMARY_NAME: &str = "(select trim(p.first_name || ' ' || p.last_name) from contact p \
     where p.customer_id = l.id and p.is_primary and p.deleted_at is null)";

/// The fields of customers, in the order of forms; those that the system keeps come last.
pub(super) const FIELDS: &[OwnField] = &[
    OwnField::new("name", FieldType::Text)
        .stands(Column::Folded("l.name", "l.sort_key"))
        .sorted("l.sort_key"),
    OwnField::new("kind", FieldType::Word).column("l.kind").words(CustomerKind::CODES),
    OwnField::new("number", FieldType::Text).column("l.number"),
    OwnField::new("division", FieldType::Text).column("l.division"),
    OwnField::new("email", FieldType::Email).column("l.email"),
    OwnField::new("phone", FieldType::Phone).column("l.phone"),
    OwnField::new("mobile", FieldType::Phone).column("l.mobile"),
    OwnField::new("website", FieldType::Link).column("l.website"),
    OwnField::new("vat_number", FieldType::Text).column("l.vat_number"),
    OwnField::new("segment_id", FieldType::Choice).column("l.segment_id"),
    OwnField::new("status_id", FieldType::Choice).column("l.status_id"),
    OwnField::new("channel_id", FieldType::Choice).column("l.channel_id"),
    OwnField::new("groups", FieldType::Choices)
        .stands(Column::Among("l.id", "select customer_id from customer_grouping where group_id")),
    OwnField::new("manager_id", FieldType::Staff).column("l.manager_id"),
    OwnField::new("service_manager_id", FieldType::Staff).column("l.service_manager_id"),
    OwnField::new("administrators", FieldType::Choices)
        .stands(Column::Among("l.id", "select customer_id from customer_administrator where staff_id")),
    OwnField::new("currency", FieldType::Word).column("l.currency"),
    OwnField::new("language", FieldType::Word).column("l.language"),
    OwnField::new("street", FieldType::Text).column("l.street"),
    OwnField::new("postcode", FieldType::Text).column("l.postcode"),
    OwnField::new("city", FieldType::Text).column("l.city"),
    OwnField::new("region", FieldType::Text).column("l.region"),
    OwnField::new("country", FieldType::Country).column("l.country"),
    OwnField::new("shipping_street", FieldType::Text).column("l.shipping_street"),
    OwnField::new("shipping_postcode", FieldType::Text).column("l.shipping_postcode"),
    OwnField::new("shipping_city", FieldType::Text).column("l.shipping_city"),
    OwnField::new("shipping_region", FieldType::Text).column("l.shipping_region"),
    OwnField::new("shipping_country", FieldType::Country).column("l.shipping_country"),
    OwnField::new("is_active", FieldType::Flag).column("l.is_active"),
    OwnField::new("created_at", FieldType::Moment).column("l.created_at").sorted("l.created_at").kept(),
    OwnField::new("created_by", FieldType::Staff).column("l.created_by").kept(),
    OwnField::new("updated_at", FieldType::Moment).column("l.updated_at").sorted("l.updated_at").kept(),
    OwnField::new("initial", FieldType::Word).column("l.initial").kept(),
    OwnField::new("contact", FieldType::Text).column(PRIMARY_NAME).kept(),
    OwnField::new("tags", FieldType::Choices)
        .stands(Column::Among("l.timeline_id", "select timeline_id from tagging where tag_id"))
        .kept(),
];

/// Whoever opens the directory means all customers, by name.
pub(super) const LISTED: Listed = Listed {
    indexes: &[
        Index { name: "customer_timeline", begins: &["tags"], order: "" },
        Index { name: "customer_manager", begins: &["manager_id"], order: "name" },
        Index { name: "customer_service", begins: &["service_manager_id"], order: "name" },
        Index { name: "customer_of_segment", begins: &["segment_id"], order: "name" },
        Index { name: "customer_of_status", begins: &["status_id"], order: "name" },
        Index { name: "customer_of_channel", begins: &["channel_id"], order: "name" },
        Index { name: "customer_kind", begins: &["kind"], order: "name" },
        Index { name: "customer_initial", begins: &["initial"], order: "name" },
        Index { name: "customer_name", begins: &[], order: "name" },
        Index { name: "customer_created", begins: &[], order: "created_at" },
        Index { name: "customer_updated", begins: &[], order: "updated_at" },
    ],
    words: Some(WordIndex {
        sqlite: "select rowid from customer_search where customer_search match ?",
        postgres: "select rowid from customer_search where body @@ to_tsquery('simple', ?)",
    }),
    first: Some("name"),
    ..Listed::PLAIN
};
