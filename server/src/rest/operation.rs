use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{self, MethodRouter};
use utoipa::ToSchema;
use utoipa::openapi::{RefOr, schema::Schema};

use crate::house::House;
use crate::routes::{Access, Endpoint};

/// One thing that a program can ask.
pub struct Operation {
    /// The method.
    pub method: Method,
    /// The path, with `{names}` for its variable parts.
    pub path: &'static str,
    /// Its name in the description: `move_lead`.
    pub name: &'static str,
    /// The right that it asks for; `-` where being who one is suffices.
    pub permission: &'static str,
    /// Who may ask at all.
    pub access: Access,
    /// What it does, in a sentence.
    pub summary: &'static str,
    /// What may stand in the query.
    pub query: Vec<Param>,
    /// What is sent.
    pub takes: Option<Content>,
    /// With which status it answers when all is well, and what.
    pub answers: (u16, Option<Content>),
    /// Whether it wants to know which version of the record was seen.
    pub is_versioned: bool,
    handler: MethodRouter<House>,
}

/// A parameter in the query.
#[derive(Clone, Copy, Debug)]
pub struct Param {
    /// Its name.
    pub name: &'static str,
    /// Its type in the words of JSON Schema.
    pub kind: &'static str,
    /// What it says.
    pub about: &'static str,
    /// Whether it may come several times.
    pub is_repeated: bool,
}

/// A parameter in the query.
pub const fn param(name: &'static str, kind: &'static str, about: &'static str) -> Param {
    Param { name, kind, about, is_repeated: false }
}

impl Param {
    /// One that may come several times.
    pub const fn repeated(self) -> Self {
        Self { is_repeated: true, ..self }
    }
}

/// Where a page begins.
pub const CURSOR: Param = param("cursor", "string", "The `next_cursor` of the page before");
/// How long a page is.
pub const LIMIT: Param = param("limit", "integer", "At most so many: 1 to 200, 50 if left out");

/// A type of JSON, or of something else.
pub struct Content {
    /// The media type.
    pub media_type: &'static str,
    /// How it is arranged.
    pub shape: Shape,
    /// Adds the types that it refers to by name.
    pub collect: fn(&mut Vec<(String, RefOr<Schema>)>),
    /// The name of its type in the description.
    pub name: Option<String>,
}

/// How the content of an answer is arranged around its type.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// The type itself.
    One,
    /// A page of rows: `items` and `next_cursor`.
    Page,
    /// A form with a file.
    Form,
    /// Anything but JSON.
    Bytes,
}

fn collect<T: ToSchema>(all: &mut Vec<(String, RefOr<Schema>)>) {
    all.push((T::name().into_owned(), T::schema()));
    T::schemas(all);
}

impl Content {
    fn json<T: ToSchema>(shape: Shape) -> Self {
        Self {
            media_type: "application/json",
            shape,
            collect: collect::<T>,
            name: Some(T::name().into_owned()),
        }
    }

    /// A form with a file, described by this type.
    pub fn form<T: ToSchema>() -> Self {
        Self { media_type: "multipart/form-data", ..Self::json::<T>(Shape::Form) }
    }

    /// Something of another media type.
    pub fn bytes(media_type: &'static str) -> Self {
        Self { media_type, shape: Shape::Bytes, collect: |_| {}, name: None }
    }
}

impl Operation {
    fn new(
        method: Method,
        path: &'static str,
        name: &'static str,
        permission: &'static str,
        handler: MethodRouter<House>,
    ) -> Self {
        let (query, takes, answers) = (Vec::new(), None, (200, None));
        Self {
            method,
            path,
            name,
            permission,
            access: Access::Token,
            summary: "",
            query,
            takes,
            answers,
            is_versioned: false,
            handler,
        }
    }

    /// Something that reads.
    pub fn get<H: Handler<T, House>, T: 'static>(
        path: &'static str,
        name: &'static str,
        permission: &'static str,
        handler: H,
    ) -> Self {
        Self::new(Method::GET, path, name, permission, routing::get(handler))
    }

    /// Something that makes or does.
    pub fn post<H: Handler<T, House>, T: 'static>(
        path: &'static str,
        name: &'static str,
        permission: &'static str,
        handler: H,
    ) -> Self {
        Self::new(Method::POST, path, name, permission, routing::post(handler))
    }

    /// Something that changes.
    pub fn patch<H: Handler<T, House>, T: 'static>(
        path: &'static str,
        name: &'static str,
        permission: &'static str,
        handler: H,
    ) -> Self {
        Self::new(Method::PATCH, path, name, permission, routing::patch(handler))
    }

    /// Something that deletes; it answers nothing unless it says so.
    pub fn delete<H: Handler<T, House>, T: 'static>(
        path: &'static str,
        name: &'static str,
        permission: &'static str,
        handler: H,
    ) -> Self {
        let new = Self::new(Method::DELETE, path, name, permission, routing::delete(handler));
        Self { answers: (204, None), ..new }
    }

    /// What it does.
    pub fn about(self, summary: &'static str) -> Self {
        Self { summary, ..self }
    }

    /// What may stand in its query.
    pub fn query(mut self, params: &[Param]) -> Self {
        self.query.extend_from_slice(params);
        self
    }

    /// What is sent to it.
    pub fn takes<T: ToSchema>(self) -> Self {
        Self { takes: Some(Content::json::<T>(Shape::One)), ..self }
    }

    /// That a form with a file is sent to it.
    pub fn takes_form<T: ToSchema>(mut self) -> Self {
        self.takes = Some(Content::form::<T>());
        // The form's own limit, for a form that does not say how long it is.
        self.handler =
            self.handler.layer(axum::extract::DefaultBodyLimit::max(crate::body::largest_upload(self.path)));
        self
    }

    /// What it answers.
    pub fn answers<T: ToSchema>(self) -> Self {
        Self { answers: (200, Some(Content::json::<T>(Shape::One))), ..self }
    }

    /// That it answers rows.
    pub fn answers_page<T: ToSchema>(self) -> Self {
        Self { answers: (200, Some(Content::json::<T>(Shape::Page))), ..self }
    }

    /// That it answers something that it has made.
    pub fn creates<T: ToSchema>(self) -> Self {
        Self { answers: (201, Some(Content::json::<T>(Shape::One))), ..self }
    }

    /// That it answers something else than JSON.
    pub fn gives(self, media_type: &'static str) -> Self {
        Self { answers: (200, Some(Content::bytes(media_type))), ..self }
    }

    /// That it wants to know which version was seen: by `If-Match`, or by `version` in the body or the query.
    pub fn versioned(self) -> Self {
        Self { is_versioned: true, ..self }
    }

    /// That everybody may ask.
    pub fn for_everybody(self) -> Self {
        Self { access: Access::Everybody, ..self }
    }

    /// As the router wants it.
    pub fn into_endpoint(self) -> Endpoint {
        let Self { method, path, access, permission, handler, .. } = self;
        Endpoint { method, path, access, permission, handler }
    }
}
