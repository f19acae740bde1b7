//! The description of the API: OpenAPI 3.1, made from the list of operations and from the types themselves.

use axum::http::{HeaderValue, header};
use axum::response::{Html, IntoResponse, Response};
use serde_json::{Map, Value, json};
use utoipa::openapi::{RefOr, schema::Schema};

use super::operation::{Content, Operation, Param, Shape};
use super::page;
use super::problem::{self, Answer};
use axum::extract::State;

use crate::house::House;
use crate::routes::Access;

pub fn operations() -> Vec<Operation> {
    vec![
        Operation::get("/api/v1/openapi.json", "get_description", "-", show)
            .about("This description.")
            .gives("application/json")
            .for_everybody(),
        Operation::get("/api/v1/docs", "get_docs", "-", read)
            .about("This description as a page to read.")
            .gives("text/html")
            .for_everybody(),
    ]
}

async fn show() -> Answer {
    super::answer::ok(&describe(&super::operations()))
}

/// Nothing runs on the page, and it loads nothing but the style of all pages.
const POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; \
                      form-action 'none'; frame-ancestors 'none'";

async fn read(State(house): State<House>) -> Response {
    let html = page::draw(&describe(&super::operations()), house.site.url("app.css"));
    let mut response = Html(html).into_response();
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    response
}

/// The whole description.
pub fn describe(operations: &[Operation]) -> Value {
    let mut paths: Map<String, Value> = Map::new();
    let mut types: Vec<(String, RefOr<Schema>)> = Vec::new();
    for operation in operations {
        let path = paths.entry(operation.path).or_insert_with(|| json!({}));
        path[operation.method.as_str().to_lowercase()] = describe_one(operation);
        let contents = operation.takes.iter().chain(&operation.answers.1);
        contents.for_each(|content| (content.collect)(&mut types));
    }
    let mut schemas: Map<String, Value> = types
        .into_iter()
        .map(|(name, schema)| (name, serde_json::to_value(schema).unwrap_or_default()))
        .collect();
    schemas.insert("Problem".into(), problem_schema());
    schemas.sort_keys();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Foyer",
            "version": env!("CARGO_PKG_VERSION"),
            "description": INTRODUCTION,
            "license": { "name": "AGPL-3.0-or-later", "identifier": "AGPL-3.0-or-later" },
        },
        "servers": [{ "url": "/" }],
        "security": [{ "token": [] }, { "session": [] }],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "token": { "type": "http", "scheme": "bearer", "bearerFormat": "foy_...", "description": "An API token of a member of staff." },
                "session": { "type": "apiKey", "in": "cookie", "name": "foyer", "description": "The session of somebody who is signed in, for our own pages only. Over https the cookie is `__Host-foyer`." },
            },
        },
    })
}

const INTRODUCTION: &str = "The same operations as the pages, for programs. Moments are microseconds since 1970-01-01 UTC, \
    amounts are minor units of a currency. Lists answer `items` and `next_cursor`. A record that the token's person may \
    not see answers exactly as one that does not exist. Every POST may carry an `Idempotency-Key`: made again within 24 \
    hours with the same key and body, it has no second effect and gets the first answer, without a secret that is given \
    once. A change names the version that was seen, in `If-Match` or in `version`; when somebody was quicker, `current` in \
    the problem is the record as it is now.";

fn describe_one(operation: &Operation) -> Value {
    let mut parameters: Vec<Value> = path_names(operation.path).map(in_path).collect();
    parameters.extend(operation.query.iter().map(in_query));
    if operation.method == axum::http::Method::POST {
        let about = "Makes the call safe to repeat: 1 to 255 characters of your choice";
        parameters.push(
            json!({ "name": "Idempotency-Key", "in": "header", "required": false, "description": about,
            "schema": { "type": "string", "maxLength": 255 } }),
        );
    }
    if operation.is_versioned {
        let about = "The version that was seen, as the `ETag` of the record gave it";
        parameters.push(json!({ "name": "If-Match", "in": "header", "required": false, "description": about,
            "schema": { "type": "string" } }));
    }
    let mut described = json!({
        "operationId": operation.name,
        "summary": operation.summary,
        "tags": [tag(operation.path)],
        "parameters": parameters,
        "responses": responses(operation),
        "x-permission": operation.permission,
    });
    if operation.access == Access::Everybody {
        described["security"] = json!([]);
    }
    if let Some(content) = &operation.takes {
        described["requestBody"] =
            json!({ "required": true, "content": { content.media_type: { "schema": schema(content) } } });
    }
    described
}

/// The first word behind the version: operations are grouped by it.
fn tag(path: &str) -> &str {
    path.split('/').nth(3).unwrap_or_default()
}

fn path_names(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
}

fn in_path(name: &str) -> Value {
    json!({ "name": name, "in": "path", "required": true, "schema": { "type": "integer", "format": "int64" } })
}

fn in_query(param: &Param) -> Value {
    let one = json!({ "type": param.kind });
    let schema = if param.is_repeated { json!({ "type": "array", "items": one }) } else { one };
    json!({ "name": param.name, "in": "query", "required": false, "description": param.about, "schema": schema })
}

fn responses(operation: &Operation) -> Value {
    let (status, content) = &operation.answers;
    let mut all = Map::new();
    let mut good = json!({ "description": "Done" });
    if let Some(content) = content {
        good["content"] = json!({ content.media_type: { "schema": schema(content) } });
    }
    all.insert(status.to_string(), good);
    let problem = json!({ "description": "A problem, in the caller's language",
        "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } } });
    all.insert("default".into(), problem);
    all.into()
}

fn schema(content: &Content) -> Value {
    let one = match &content.name {
        Some(name) => json!({ "$ref": format!("#/components/schemas/{name}") }),
        None => json!({ "type": "string" }),
    };
    match content.shape {
        Shape::One | Shape::Form | Shape::Bytes => one,
        Shape::Page => json!({
            "type": "object",
            "required": ["items", "next_cursor"],
            "properties": {
                "items": { "type": "array", "items": one },
                "next_cursor": { "type": ["string", "null"], "description": "Where the next page begins; null at the end" },
            },
        }),
    }
}

fn problem_schema() -> Value {
    let types: Vec<String> = problem::types().map(|(_, word)| format!("/api/v1/docs#{word}")).collect();
    json!({
        "type": "object",
        "description": "A problem by RFC 9457.",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": { "type": "string", "enum": types },
            "title": { "type": "string", "description": "What kind of problem it is" },
            "status": { "type": "integer" },
            "detail": { "type": "string", "description": "What happened and what to do, in the caller's language" },
            "errors": { "type": "array", "description": "The fields and parameters that cannot be accepted",
                "items": { "type": "object", "required": ["field", "detail"],
                    "properties": { "field": { "type": "string" }, "detail": { "type": "string" } } } },
            "current": { "description": "Of a conflict: the record as it is now" },
            "id": { "type": "string", "description": "Of an internal error: the number under which the log has its cause" },
        },
    })
}
