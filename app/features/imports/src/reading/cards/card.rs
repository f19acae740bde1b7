use super::super::FileProblem;
use super::super::problem::LONGEST_CELL;
use super::property::{Property, parts, whole};
use crate::Encoding;

/// The columns that cards become, under headers that every kind of record knows.
pub const COLUMNS: [&str; 18] = [
    "Full name",
    "Company",
    "Job title",
    "E-mail",
    "E-mail 2",
    "E-mail 3",
    "Phone",
    "Phone 2",
    "Phone 3",
    "Street",
    "City",
    "Region",
    "Postal code",
    "Country",
    "Website",
    "Notes",
    "Categories",
    "Birthday",
];

/// What is kept of a card while it is read.
#[derive(Debug, Default)]
pub struct Card {
    is_old: bool,
    is_group: bool,
    full_name: String,
    /// Family, given, further names; title and suffix are left out.
    name: Vec<String>,
    company: String,
    title: String,
    role: String,
    /// Each with its rank: what is preferred comes first, what is a fax last.
    emails: Vec<(u8, String)>,
    phones: Vec<(u8, String)>,
    websites: Vec<(u8, String)>,
    address: Option<(u8, Vec<String>)>,
    notes: Vec<String>,
    categories: Vec<String>,
    birthday: String,
}

impl Card {
    /// Whether the space of a fold belongs to the text: in vCard 2.1.
    pub fn keeps_folds(&self) -> bool {
        self.is_old
    }

    /// Takes a property in.
    ///
    /// # Errors
    /// Letters that the character set does not have, or too long a text.
    pub fn take(&mut self, property: &Property, encoding: Encoding, line: u64) -> Result<(), FileProblem> {
        let known = matches!(
            property.name.as_str(),
            "VERSION"
                | "KIND"
                | "X-ADDRESSBOOKSERVER-KIND"
                | "FN"
                | "N"
                | "ORG"
                | "TITLE"
                | "ROLE"
                | "EMAIL"
                | "TEL"
                | "ADR"
                | "URL"
                | "NOTE"
                | "CATEGORIES"
                | "BDAY"
        );
        if !known {
            return Ok(());
        }
        let text = property.text(encoding).ok_or(FileProblem::Letters(line))?;
        if text.len() > LONGEST_CELL {
            return Err(FileProblem::CellTooLong(line));
        }
        if !text.trim().is_empty() {
            self.put(property, &text);
        }
        Ok(())
    }

    fn put(&mut self, property: &Property, text: &str) {
        let rank = u8::from(!property.is_preferred());
        let first = |own: &mut String| {
            if own.is_empty() {
                *own = whole(text);
            }
        };
        match property.name.as_str() {
            "VERSION" => self.is_old = text.trim() == "2.1",
            "KIND" | "X-ADDRESSBOOKSERVER-KIND" => self.is_group = text.trim().eq_ignore_ascii_case("group"),
            "FN" => first(&mut self.full_name),
            "N" => self.name = parts(text, ';'),
            "ORG" => {
                self.company = parts(text, ';').into_iter().find(|part| !part.is_empty()).unwrap_or_default()
            }
            "TITLE" => first(&mut self.title),
            "ROLE" => first(&mut self.role),
            "EMAIL" => self.emails.push((rank, address(text, "mailto:"))),
            "TEL" => {
                let is_voice = !property.is("FAX") && !property.is("PAGER");
                let number = address(text, "tel:");
                let number = number.split(";ext=").collect::<Vec<_>>().join(" ext. ");
                self.phones.push((if is_voice { rank } else { 2 }, number));
            }
            "URL" => self.websites.push((rank, whole(text))),
            "ADR" => {
                let rank = if property.is("WORK") { rank } else { rank + 1 };
                if self.address.as_ref().is_none_or(|(best, _)| rank < *best) {
                    self.address = Some((rank, parts(text, ';')));
                }
            }
            "NOTE" => self.notes.push(whole(text)),
            "CATEGORIES" => self.categories.extend(parts(text, ',')),
            "BDAY" => self.birthday = birthday(text.trim()),
            _ => {}
        }
    }

    /// The cells in the order of [`COLUMNS`]; all empty for a group, which is nobody.
    pub fn into_cells(mut self) -> [String; COLUMNS.len()] {
        if self.is_group {
            return Default::default();
        }
        let name = self.called();
        let in_order = |values: &mut Vec<(u8, String)>| {
            values.sort_by_key(|(rank, _)| *rank);
            std::mem::take(values).into_iter().map(|(_, value)| value).filter(|value| !value.is_empty())
        };
        let emails: Vec<_> = in_order(&mut self.emails).collect();
        let phones: Vec<_> = in_order(&mut self.phones).collect();
        let website = in_order(&mut self.websites).next().unwrap_or_default();
        let nth = |values: &[String], n: usize| values.get(n).cloned().unwrap_or_default();
        let address = self.address.unwrap_or_default().1;
        // The street, then what is written beside it, then the box.
        let street: Vec<_> =
            [2, 1, 0].map(|n| nth(&address, n)).into_iter().filter(|p| !p.is_empty()).collect();
        let title = if self.title.is_empty() { self.role } else { self.title };
        let categories: Vec<_> = self.categories.into_iter().filter(|word| !word.is_empty()).collect();
        [
            name,
            self.company,
            title,
            nth(&emails, 0),
            nth(&emails, 1),
            nth(&emails, 2),
            nth(&phones, 0),
            nth(&phones, 1),
            nth(&phones, 2),
            street.join(", ").replace('\n', ", "),
            nth(&address, 3),
            nth(&address, 4),
            nth(&address, 5),
            nth(&address, 6),
            website,
            self.notes.join("\n"),
            categories.join("; "),
            self.birthday,
        ]
    }

    /// The name; a card without one is called by its parts, its company, its address.
    fn called(&self) -> String {
        if !self.full_name.is_empty() {
            return self.full_name.clone();
        }
        let part = |n: usize| self.name.get(n).map(String::as_str).unwrap_or_default();
        let parts = [part(1), part(2), part(0)];
        let joined = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let first = |values: &[(u8, String)]| values.first().map(|(_, value)| value.clone());
        match (joined.is_empty(), self.company.is_empty()) {
            (false, _) => joined,
            (true, false) => self.company.clone(),
            (true, true) => first(&self.emails).unwrap_or_default(),
        }
    }
}

/// A value that vCard 4.0 may write as an address of the web.
fn address(text: &str, scheme: &str) -> String {
    let value = whole(text);
    match value.get(..scheme.len()) {
        Some(begin) if begin.eq_ignore_ascii_case(scheme) => value[scheme.len()..].to_owned(),
        _ => value,
    }
}

/// `19850412` is 1985-04-12; a time behind it says nothing about a birthday.
fn birthday(text: &str) -> String {
    let date = text.split('T').next().unwrap_or(text);
    match date.len() == 8 && date.bytes().all(|byte| byte.is_ascii_digit()) {
        true => format!("{}-{}-{}", &date[..4], &date[4..6], &date[6..]),
        false => date.to_owned(),
    }
}
