//! What is wrong with a form, field by field, all at once.

use kernel::{Error, FieldError, Result, Text, normal};

/// Collects what is wrong with a form.
#[derive(Default)]
pub struct Fields(Vec<FieldError>);

impl Fields {
    /// Notes a problem of a field.
    pub fn refuse(&mut self, field: &str, problem: impl Into<Text>) {
        self.0.push(FieldError { field: field.into(), problem: problem.into() });
    }

    /// A required line of text of at most `limit` characters, without spaces around it.
    pub fn line(&mut self, field: &str, text: &str, limit: usize) -> String {
        let line = text.split(char::is_control).collect::<Vec<_>>().join(" ").trim().to_owned();
        if line.is_empty() {
            self.refuse(field, "error-required");
        } else if line.chars().count() > limit {
            self.refuse(field, Text::new("error-too-long").with("limit", limit));
        }
        line
    }

    /// A required e-mail address: as it was written, and as it is compared.
    pub fn email(&mut self, field: &str, text: &str) -> (String, String) {
        let written = text.trim().to_owned();
        match normal::email(&written) {
            Some(compared) => (written, compared),
            None => {
                self.refuse(field, if written.is_empty() { "error-required" } else { "error-email" });
                Default::default()
            }
        }
    }

    /// Takes over the problems of another check.
    pub fn also(&mut self, result: Result<()>) -> Result<()> {
        match result {
            Err(Error::Invalid(fields)) => self.0.extend(fields),
            other => return other,
        }
        Ok(())
    }

    /// Refuses if anything was wrong.
    ///
    /// # Errors
    /// `Invalid` with all problems.
    pub fn done(self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::Invalid(self.0)) }
    }
}
