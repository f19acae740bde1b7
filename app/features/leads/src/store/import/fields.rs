mod standing;

use imports::headers::*;
use imports::{FieldKind, ImportField};

use crate::{LINE_LIMIT, TEXT_LIMIT};
use standing::*;

/// The fields of a lead that a file can fill, with the headers under which other systems and the four languages know
/// them (compared without case, accents and punctuation).
pub(super) fn all() -> Vec<ImportField> {
    let line = |key: &str, label: &'static str, synonyms| {
        ImportField::new(key, label, FieldKind::Text(LINE_LIMIT)).synonyms(synonyms)
    };
    vec![
        line("name", "field-name", NAME).required().parts(NAME_PARTS),
        line("company", "field-company", COMPANY),
        line("position", "field-position", POSITION),
        ImportField::new("email", "field-email", FieldKind::Email).synonyms(EMAIL),
        ImportField::new("phone", "field-phone", FieldKind::Phone).synonyms(PHONE),
        line("website", "field-website", WEBSITE),
        ImportField::new("value", "field-value", FieldKind::Money).synonyms(VALUE),
        ImportField::new("currency", "field-currency", FieldKind::Currency).synonyms(CURRENCY),
        ImportField::new("stage_id", "field-stage_id", FieldKind::Choice).synonyms(STAGE),
        ImportField::new("source_id", "field-source_id", FieldKind::Choice).synonyms(SOURCE),
        ImportField::new("owner_id", "field-owner_id", FieldKind::Choice).synonyms(OWNER),
        ImportField::new("tags", "field-tags", FieldKind::Tags).synonyms(TAGS),
        line("street", "field-street", STREET),
        line("city", "field-city", CITY),
        line("region", "field-region", REGION),
        line("postcode", "field-postcode", POSTCODE),
        line("country", "field-country", COUNTRY),
        line("language", "field-language", LANGUAGE),
        ImportField::new("description", "field-description", FieldKind::LongText(TEXT_LIMIT))
            .synonyms(DESCRIPTION),
        ImportField::new("is_public", "field-is_public", FieldKind::Flag).synonyms(PUBLIC),
        ImportField::new("last_contact_at", "field-last_contact_at", FieldKind::Moment)
            .synonyms(LAST_CONTACT),
        ImportField::new(imports::NUMBER, "import-number", FieldKind::Number).with_common_key(),
        ImportField::new("created_at", "field-created_at", FieldKind::Moment).synonyms(CREATED),
    ]
}
