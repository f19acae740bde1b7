use sqlx::postgres::PgArguments;
use sqlx::sqlite::SqliteArguments;
use sqlx::{Arguments, Postgres, Sqlite};

use crate::{Currency, Instant, Money};

/// A value that goes into a statement. Each variant is nullable, so that PostgreSQL knows a null's type.
#[derive(Clone, Debug, PartialEq)]
pub enum Val {
    /// A whole number, an id, a moment.
    Int(Option<i64>),
    /// A fraction; scores and percentages only, never money.
    Real(Option<f64>),
    /// Text.
    Text(Option<String>),
    /// True or false.
    Bool(Option<bool>),
    /// Bytes.
    Bytes(Option<Vec<u8>>),
    /// A list of numbers, for [`crate::db::Q::any_of`].
    Ints(Vec<i64>),
    /// A document: TEXT on SQLite, JSONB on PostgreSQL.
    Json(Option<serde_json::Value>),
    /// Text that each database wants in its own form.
    Dialect {
        /// For SQLite.
        sqlite: String,
        /// For PostgreSQL.
        postgres: String,
    },
}

impl Val {
    /// A document made of `value`.
    pub fn json(value: &impl serde::Serialize) -> Self {
        Self::Json(serde_json::to_value(value).ok())
    }

    /// Many rows as one document: an array of arrays, to be read with `r.value->>0` and so on. Bytes do not fit in.
    pub fn rows(rows: &[Vec<Self>]) -> Self {
        let rows = rows.iter().map(|row| row.iter().map(Self::to_json).collect());
        Self::Json(Some(serde_json::Value::Array(rows.collect())))
    }

    fn to_json(&self) -> serde_json::Value {
        use serde_json::json;
        match self {
            Self::Int(value) => json!(value),
            Self::Real(value) => json!(value),
            Self::Text(value) => json!(value),
            Self::Bool(value) => json!(value),
            Self::Ints(values) => json!(values),
            Self::Json(value) => json!(value),
            Self::Bytes(_) | Self::Dialect { .. } => serde_json::Value::Null,
        }
    }

    pub(super) fn bind_sqlite(&self, to: &mut SqliteArguments) -> Result<(), sqlx::error::BoxDynError> {
        match self {
            Self::Int(value) => to.add(*value),
            Self::Real(value) => to.add(*value),
            Self::Text(value) => to.add(value.clone()),
            Self::Bool(value) => to.add(*value),
            Self::Bytes(value) => to.add(value.clone()),
            Self::Ints(values) => to.add(serde_json::to_string(values)?),
            Self::Json(value) => to.add(value.as_ref().map(serde_json::Value::to_string)),
            Self::Dialect { sqlite, .. } => to.add(sqlite.clone()),
        }
    }

    pub(super) fn bind_postgres(&self, to: &mut PgArguments) -> Result<(), sqlx::error::BoxDynError> {
        match self {
            Self::Int(value) => to.add(*value),
            Self::Real(value) => to.add(*value),
            Self::Text(value) => to.add(value.as_ref().map(|text| text.replace('\0', ""))),
            Self::Bool(value) => to.add(*value),
            Self::Bytes(value) => to.add(value.clone()),
            Self::Ints(values) => to.add(values.clone()),
            Self::Json(value) => to.add(value.clone().map(sqlx::types::Json)),
            Self::Dialect { postgres, .. } => to.add(postgres.clone()),
        }
    }
}

/// The arguments of a statement on SQLite.
pub(super) fn sqlite_arguments(values: &[Val]) -> sqlx::Result<<Sqlite as sqlx::Database>::Arguments> {
    let mut arguments = SqliteArguments::default();
    for value in values {
        value.bind_sqlite(&mut arguments).map_err(sqlx::Error::Encode)?;
    }
    Ok(arguments)
}

/// The arguments of a statement on PostgreSQL.
pub(super) fn postgres_arguments(values: &[Val]) -> sqlx::Result<<Postgres as sqlx::Database>::Arguments> {
    let mut arguments = PgArguments::default();
    for value in values {
        value.bind_postgres(&mut arguments).map_err(sqlx::Error::Encode)?;
    }
    Ok(arguments)
}

macro_rules! val_from {
    ($($from:ty => $variant:ident($make:expr)),+ $(,)?) => {$(
        impl From<$from> for Val {
            fn from(value: $from) -> Self { Self::$variant(Some(($make)(value))) }
        }
        impl From<Option<$from>> for Val {
            fn from(value: Option<$from>) -> Self { Self::$variant(value.map($make)) }
        }
    )+};
}

val_from! {
    i64 => Int(|v| v),
    i32 => Int(i64::from),
    u32 => Int(i64::from),
    usize => Int(|v| i64::try_from(v).unwrap_or(i64::MAX)),
    f64 => Real(|v| v),
    bool => Bool(|v| v),
    String => Text(|v| v),
    &str => Text(str::to_owned),
    &String => Text(Clone::clone),
    Vec<u8> => Bytes(|v| v),
    &[u8] => Bytes(<[u8]>::to_vec),
    Instant => Int(|v: Instant| v.0),
    Currency => Text(|v: Currency| v.code().to_owned()),
    serde_json::Value => Json(|v| v),
}

impl Val {
    /// The minor units and the currency of an amount, for its two columns.
    pub fn money(money: Option<Money>) -> (Self, Self) {
        (money.map(|m| m.minor).into(), money.map(|m| m.currency).into())
    }
}
