//! Which column goes into which field: by the header, and where that says nothing by what the cells look like.

use kernel::{Language, Text, Texts, Zone, normal};

use crate::{FieldKind, ImportField};

/// The form in which headers are compared: "E-mail 1 - Value" is `email1value`.
pub fn header_key(header: &str) -> String {
    normal::sort_key(header).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The fields of a kind with all the headers that mean them.
pub struct Headers {
    fields: Vec<(ImportField, Vec<String>, Vec<String>)>,
    /// Columns that our own file of refused rows adds.
    ours: Vec<String>,
    arrange: Option<fn(&mut [Option<String>])>,
}

impl Headers {
    /// The fields; their labels are known in every language.
    pub fn new(fields: &[ImportField], texts: impl Fn(Language) -> std::sync::Arc<Texts>) -> Self {
        let in_all = |text: &Text| {
            Language::ALL.map(|language| header_key(&texts(language).render(text, &Zone::utc()))).to_vec()
        };
        let fields = fields.iter().map(|field| {
            let synonyms: Vec<_> = field.synonyms.iter().map(|synonym| header_key(synonym)).collect();
            // Its own names come first, unless they have a place among the others: beside a "contact name", a "name"
            // is that of something else.
            let mut whole = if field.key_is_common { Vec::new() } else { vec![header_key(&field.key)] };
            whole.extend(in_all(&field.label));
            whole.retain(|name| !synonyms.contains(name));
            whole.extend(synonyms);
            (field.clone(), whole, field.parts.iter().map(|part| header_key(part)).collect())
        });
        let ours = ["import-column-row", "import-column-reason"].map(|key| in_all(&Text::new(key))).concat();
        Self { fields: fields.collect(), ours, arrange: None }
    }

    /// The same with who has a last word on what goes where.
    pub fn arranged(self, arrange: Option<fn(&mut [Option<String>])>) -> Self {
        Self { arrange, ..self }
    }

    /// Whether a header means a field.
    pub fn is_known(&self, header: &str) -> bool {
        let key = header_key(header);
        !key.is_empty()
            && self.fields.iter().any(|(_, whole, parts)| whole.contains(&key) || parts.contains(&key))
    }

    /// For each column the key of its field. `samples` are the cells of each column.
    pub fn propose(&self, header: &[String], samples: &[Vec<&str>]) -> Vec<Option<String>> {
        let keys: Vec<String> =
            (0..samples.len()).map(|i| header.get(i).map_or(String::new(), |h| header_key(h))).collect();
        let mut mapping: Vec<Option<String>> = vec![None; samples.len()];
        for (field, whole, parts) in &self.fields {
            let is_half = is_half(whole, parts, &keys);
            // Of several names for it the one that stands first in the list is the best.
            let names = whole.iter().filter(|name| !(name.is_empty() || is_half && parts.contains(name)));
            let best = names.into_iter().find_map(|name| {
                keys.iter().enumerate().position(|(column, key)| key == name && mapping[column].is_none())
            });
            if let Some(column) = best.filter(|column| !self.ours.contains(&keys[*column])) {
                mapping[column] = Some(field.key.clone());
            }
        }
        for (field, _, parts) in &self.fields {
            if mapping.iter().flatten().any(|taken| *taken == field.key) {
                continue;
            }
            for column in 0..mapping.len() {
                if mapping[column].is_none() && parts.contains(&keys[column]) {
                    mapping[column] = Some(field.key.clone());
                }
            }
        }
        self.propose_by_content(&mut mapping, &keys, samples);
        self.arrange.into_iter().for_each(|arrange| arrange(&mut mapping));
        mapping
    }

    /// A column of e-mail addresses needs no header.
    fn propose_by_content(&self, mapping: &mut [Option<String>], keys: &[String], samples: &[Vec<&str>]) {
        for (field, ..) in self.fields.iter().filter(|(field, ..)| field.kind == FieldKind::Email) {
            if mapping.iter().flatten().any(|taken| *taken == field.key) {
                continue;
            }
            let is_email = |column: usize| {
                let cells: Vec<_> = samples[column].iter().filter(|cell| !cell.trim().is_empty()).collect();
                !cells.is_empty()
                    && cells.iter().filter(|cell| normal::email(cell).is_some()).count() * 10
                        >= cells.len() * 8
            };
            let free = |column: &usize| mapping[*column].is_none() && !self.ours.contains(&keys[*column]);
            if let Some(column) = (0..samples.len()).find(|column| free(column) && is_email(*column)) {
                mapping[column] = Some(field.key.clone());
            }
        }
    }
}

/// Whether a word that can be the whole is a part here: "Nome" is all of the name, but beside "Cognome" only the half
/// of it. Where both parts have words of their own, it is the whole again.
fn is_half(whole: &[String], parts: &[String], keys: &[String]) -> bool {
    keys.iter().filter(|key| parts.contains(key) && !whole.contains(key)).count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers() -> Headers {
        let fields =
            [
                ImportField::new("name", "n", FieldKind::Text(200))
                    .synonyms(&["full name", "nome"])
                    .parts(&["nome", "cognome", "first name", "last name"]),
                ImportField::new("email", "e", FieldKind::Email).synonyms(&["E-mail 1 - Value", "e-mail"]),
                ImportField::new("company", "c", FieldKind::Text(200)).synonyms(&["Organization"]),
            ];
        Headers::new(&fields, |language| std::sync::Arc::new(Texts::new(language, [])))
    }

    fn propose(header: &[&str], row: &[&str]) -> Vec<Option<String>> {
        let header: Vec<_> = header.iter().map(|h| (*h).to_owned()).collect();
        headers().propose(&header, &row.iter().map(|cell| vec![*cell]).collect::<Vec<_>>())
    }

    fn mapped(keys: &[&str]) -> Vec<Option<String>> {
        keys.iter().map(|key| (!key.is_empty()).then(|| (*key).to_owned())).collect()
    }

    #[test]
    fn headers_of_other_products_are_known() {
        assert_eq!(
            propose(&["NOME", "E-mail 1 – Value", "organization"], &["", "", ""]),
            mapped(&["name", "email", "company"])
        );
    }

    #[test]
    fn of_several_names_the_first_one_counts() {
        let field = |synonyms| ImportField::new("name", "n", FieldKind::Text(9)).synonyms(synonyms);
        let proposed = |synonyms| {
            let headers =
                Headers::new(&[field(synonyms)], |language| std::sync::Arc::new(Texts::new(language, [])));
            headers.propose(&["Name".into(), "Contact name".into()], &[vec![], vec![]])
        };
        assert_eq!(proposed(&["contact name"]), mapped(&["name", ""]));
        assert_eq!(proposed(&["contact name", "name"]), mapped(&["", "name"]));
    }

    #[test]
    fn a_name_in_two_columns_is_put_together() {
        assert_eq!(
            propose(&["First Name", "Last Name", "Email"], &["", "", ""]),
            mapped(&["name", "name", "email"])
        );
        assert_eq!(propose(&["First Name", "Full name"], &["", ""]), mapped(&["", "name"]));
    }

    #[test]
    fn a_word_that_means_the_whole_name_is_a_part_beside_the_other_part() {
        assert_eq!(propose(&["Nome", "E-mail"], &["", ""]), mapped(&["name", "email"]));
        assert_eq!(propose(&["Cognome", "Nome"], &["", ""]), mapped(&["name", "name"]));
        assert_eq!(propose(&["Nome", "First name", "Last name"], &["", "", ""]), mapped(&["name", "", ""]));
    }

    #[test]
    fn a_column_of_addresses_needs_no_header() {
        assert_eq!(propose(&[], &["Ada", "ada@example.com"]), mapped(&["", "email"]));
    }
}
