use kernel::{Arg, Error, I18n, use_i18n};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::params::ParamsMap;

/// The sentences about what is wrong with a form, by field; those of no field have an empty name.
#[derive(Clone, Copy)]
pub struct FormProblems(Signal<Vec<(String, String)>>);

/// The texts that an address may ask for: a link from elsewhere must not put any sentence of ours on the sign-in page.
const OF_FORMS: [&str; 5] = ["sign-in-", "set-up-", "password-", "staff-", "error-"];

impl FormProblems {
    /// The problems that an operation answered with.
    pub fn of_error(error: RwSignal<Option<Error>>) -> Self {
        let i18n = use_i18n();
        Self(Signal::derive(move || match error.get() {
            Some(Error::Invalid(fields)) => {
                fields.into_iter().map(|field| (field.field, i18n.render(&field.problem))).collect()
            }
            _ => Vec::new(),
        }))
    }

    /// The problem in the address, where the answer to a form that was posted without our program comes back:
    /// `?problem=KEY&field=NAME&seconds=N`.
    pub fn of_address() -> Self {
        let (i18n, query) = (use_i18n(), use_query_map());
        Self(Signal::derive(move || query.with(|query| read(i18n, query)).into_iter().collect()))
    }

    /// The problem of this field.
    pub fn of(self, field: &'static str) -> Signal<Option<String>> {
        let found = move |all: &Vec<(String, String)>| {
            all.iter().find(|(f, _)| f == field).map(|(_, text)| text.clone())
        };
        Signal::derive(move || self.0.with(found))
    }

    /// The problem that belongs to none of the fields of the form.
    pub fn elsewhere(self, fields: &'static [&'static str]) -> Signal<Option<String>> {
        let is_elsewhere = move |field: &str| !fields.contains(&field);
        let found = move |all: &Vec<(String, String)>| {
            all.iter().find(|(f, _)| is_elsewhere(f)).map(|(_, text)| text.clone())
        };
        Signal::derive(move || self.0.with(found))
    }
}

fn read(i18n: I18n, query: &ParamsMap) -> Option<(String, String)> {
    let key = query.get("problem")?;
    if !OF_FORMS.iter().any(|start| key.starts_with(start)) || !i18n.texts().knows(&key) {
        return Some((String::new(), i18n.text("error-invalid", &[])));
    }
    let seconds: i64 = query.get("seconds").and_then(|seconds| seconds.parse().ok()).unwrap_or(60);
    let limit: i64 = match key.as_str() {
        "password-too-short" => 10,
        "password-too-long" => 200,
        _ => 100,
    };
    let args = [("seconds", Arg::from(seconds)), ("limit", Arg::from(limit))];
    Some((query.get("field").unwrap_or_default(), i18n.text(&key, &args)))
}
