//! `Ends` in the description of the API: a word, or an object with one field.

use utoipa::openapi::schema::{ObjectBuilder, OneOfBuilder, Schema, SchemaFormat, Type};
use utoipa::openapi::{KnownFormat, RefOr};

use super::Ends;

impl utoipa::PartialSchema for Ends {
    fn schema() -> RefOr<Schema> {
        let word = ObjectBuilder::new().schema_type(Type::String).enum_values(Some(["never"]));
        let day = ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Date)));
        let times = ObjectBuilder::new().schema_type(Type::Integer);
        let of = |name: &str, value| ObjectBuilder::new().property(name, value).required(name).build();
        OneOfBuilder::new().item(word).item(of("until", day.build())).item(of("after", times.build())).into()
    }
}

impl utoipa::ToSchema for Ends {}
