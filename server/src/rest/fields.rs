use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use kernel::{Error, FieldError, Text};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use utoipa::openapi::{RefOr, schema::Schema};

use super::problem::Refusal;

/// The fields of a JSON object that was sent. Nothing at all is an empty object.
#[derive(Default)]
pub struct Fields(pub Map<String, Value>);

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        let is_json = is_json(request.headers());
        let bytes = Bytes::from_request(request, state).await.map_err(|_| too_large())?;
        if bytes.is_empty() {
            return Ok(Self::default());
        }
        if !is_json {
            return Err(Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "rest-json-only"));
        }
        let malformed = || Refusal::new(StatusCode::BAD_REQUEST, "rest-json-malformed");
        match serde_json::from_slice(&bytes).map_err(|_| malformed())? {
            Value::Object(fields) => Ok(Self(fields)),
            _ => Err(malformed()),
        }
    }
}

fn too_large() -> Refusal {
    Error::TooLarge(2_000_000).into()
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    matches!(kind.as_str(), "application/json" | "application/merge-patch+json")
}

impl Fields {
    /// Takes one field out.
    ///
    /// # Errors
    /// A refusal that names it if it is of the wrong kind.
    pub fn take<T: DeserializeOwned>(&mut self, name: &str) -> Result<Option<T>, Refusal> {
        match self.0.remove(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => {
                serde_json::from_value(value).map(Some).map_err(|_| unfit(name, "rest-field-unfit"))
            }
        }
    }

    /// Refuses fields that the description names and callers cannot set.
    ///
    /// # Errors
    /// A refusal that names the first of them that was sent.
    pub fn refuse(&self, kept: &[&str]) -> Result<(), Refusal> {
        match kept.iter().find(|name| self.0.contains_key(**name)) {
            Some(name) => Err(unfit(name, "rest-field-unknown")),
            None => Ok(()),
        }
    }

    /// All fields as this type. A field that its description does not name is refused.
    ///
    /// # Errors
    /// A refusal that names each unknown field, or the first one that is missing or of the wrong kind.
    pub fn into<T: DeserializeOwned + ToSchema>(self) -> Result<T, Refusal> {
        if let RefOr::T(Schema::Object(known)) = T::schema() {
            let unknown = self.0.keys().filter(|name| !known.properties.contains_key(name.as_str()));
            let unknown: Vec<_> = unknown.map(|name| field(name, "rest-field-unknown")).collect();
            if !unknown.is_empty() {
                return Err(Error::Invalid(unknown).into());
            }
        }
        serde_path_to_error::deserialize(Value::Object(self.0)).map_err(|error| {
            let (path, said) = (error.path().to_string(), error.inner().to_string());
            match said.strip_prefix("missing field `").and_then(|rest| rest.split('`').next()) {
                Some(name) => unfit(name, "error-required"),
                None => unfit(&path, "rest-field-unfit"),
            }
        })
    }

    /// Puts these fields over those of `old`; `null` empties a field (RFC 7396).
    ///
    /// # Errors
    /// A refusal that names each field that is unknown, or whose value does not fit.
    pub fn over<T: DeserializeOwned + serde::Serialize>(self, old: &T) -> Result<T, Refusal> {
        let Ok(Value::Object(mut all)) = serde_json::to_value(old) else {
            return Err(unfit("", "rest-field-unfit"));
        };
        let mut problems = Vec::new();
        for (name, value) in self.0 {
            let Some(before) = all.get(&name).cloned() else {
                problems.push(field(&name, "rest-field-unknown"));
                continue;
            };
            all.insert(name.clone(), value);
            if serde_json::from_value::<T>(Value::Object(all.clone())).is_err() {
                problems.push(field(&name, "rest-field-unfit"));
                all.insert(name, before);
            }
        }
        if !problems.is_empty() {
            return Err(Error::Invalid(problems).into());
        }
        serde_json::from_value(Value::Object(all)).map_err(|_| unfit("", "rest-field-unfit"))
    }
}

fn field(name: &str, key: &'static str) -> FieldError {
    FieldError { field: name.into(), problem: Text::new(key) }
}

fn unfit(name: &str, key: &'static str) -> Refusal {
    Error::Invalid(vec![field(name, key)]).into()
}
