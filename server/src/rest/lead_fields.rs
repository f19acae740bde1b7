//! The fields that the organisation added to its leads.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use fields::store::definitions;
use fields::{CustomField, FieldType};
use kernel::{Area, Can, Error, RecordKind};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::answer::{created, list, nothing, ok, versioned};
use super::caller::Caller;
use super::fields::Fields;
use super::operation::Operation;
use super::problem::{Answer, Refusal};
use super::records::id_in;
use super::seen::Seen;

/// An order of fields.
#[derive(Serialize, Deserialize, ToSchema)]
struct FieldOrder {
    /// The ids of all fields, in their new order.
    ids: Vec<i64>,
}

pub fn operations() -> Vec<Operation> {
    vec![
        Operation::get("/api/v1/lead-fields", "list_lead_fields", "-", list_all)
            .about("The fields that the organisation added to its leads, in their order. Leads carry their values as `c` and the field's id.")
            .answers_page::<CustomField>(),
        Operation::post("/api/v1/lead-fields", "add_lead_field", "settings.edit", add)
            .about("Adds a field. What its values are stays what it is.")
            .takes::<CustomField>()
            .creates::<CustomField>(),
        Operation::patch("/api/v1/lead-fields/{id}", "update_lead_field", "settings.edit", update)
            .about("Changes what is sent of a field. Entries that are left out of `options` are no longer offered.")
            .takes::<CustomField>()
            .answers::<CustomField>()
            .versioned(),
        Operation::delete("/api/v1/lead-fields/{id}", "delete_lead_field", "settings.edit", delete)
            .about("Deletes a field. Its values are kept, and are there again when it is restored."),
        Operation::post("/api/v1/lead-fields/{id}/restore", "restore_lead_field", "settings.edit", restore)
            .about("Takes a deleted field back, with its values."),
        Operation::post("/api/v1/lead-fields/order", "order_lead_fields", "settings.edit", order)
            .about("Puts the fields in this order.")
            .takes::<FieldOrder>(),
    ]
}

/// The field in an address such as `/api/v1/lead-fields/7`.
struct FieldAt(i64);

impl<S: Send + Sync> FromRequestParts<S> for FieldAt {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        Ok(Self(id_in(parts.uri.path(), 4)?))
    }
}

/// What programs cannot say of a field.
const KEPT: [&str; 3] = ["id", "record_kind", "version"];

async fn list_all(caller: Caller) -> Answer {
    list(&definitions::of_kind(&caller.cx, RecordKind::Lead).await?)
}

async fn add(caller: Caller, fields: Fields) -> Answer {
    caller.cx.actor.require(Area::Settings, Can::Edit)?;
    fields.refuse(&KEPT)?;
    let blank = CustomField::new(RecordKind::Lead, "", FieldType::Text);
    let field = definitions::save(&caller.cx, &fields.over(&blank)?).await?;
    created(&field, &format!("/api/v1/lead-fields/{}", field.id), Some(field.version))
}

async fn update(caller: Caller, FieldAt(id): FieldAt, seen: Seen, mut fields: Fields) -> Answer {
    caller.cx.actor.require(Area::Settings, Can::Edit)?;
    let wanted = seen.or(fields.take("version")?)?;
    fields.refuse(&KEPT)?;
    let all = definitions::of_kind(&caller.cx, RecordKind::Lead).await?;
    let before = all.into_iter().find(|field| field.id == id).ok_or(Error::NotFound)?;
    let mut field = fields.over(&before)?;
    field.version = wanted.version(async { Ok(before.version) }).await?;
    let field = definitions::save(&caller.cx, &field).await.map_err(|error| wanted.refuse(error))?;
    versioned(&field, field.version)
}

async fn delete(caller: Caller, FieldAt(id): FieldAt) -> Answer {
    definitions::delete(&caller.cx, id).await?;
    nothing()
}

async fn restore(caller: Caller, FieldAt(id): FieldAt) -> Answer {
    definitions::restore(&caller.cx, id).await?;
    nothing()
}

async fn order(caller: Caller, fields: Fields) -> Answer {
    definitions::order(&caller.cx, &fields.into::<FieldOrder>()?.ids).await?;
    ok(&json!({}))
}
