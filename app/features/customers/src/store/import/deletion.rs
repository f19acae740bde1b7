//! Customers that a file names go to the bin: numbers, VAT numbers or addresses in rows, looked at before.

use ::fields::Ahead;
use futures::FutureExt;
use futures::future::BoxFuture;
use imports::{
    Act, Dictionary, FieldKind, ImportField, Importer, Match, NUMBER, Place, Purpose, Records, Row, Tells,
    Undone,
};
use kernel::db::Tx;
use kernel::{Area, Context, Error, RecordKind, Result};

use super::{fields, known};

/// How customers are deleted by a file.
pub(in crate::store) fn deleter() -> Importer {
    Importer {
        kind: "customers-deletion",
        title: "customer-deletion",
        home: "/customers",
        area: Area::Customers,
        changes: Some(RecordKind::Customer),
        parts: None,
        act: Act::Delete,
        // Whatever a row has counts; only what is not of one customer alone is left out.
        tells: TELLS,
        fields: |_| async { Ok(told()) }.boxed(),
        arrange: None,
        begin: |cx, purpose| async move { Ok(Box::new(Leaving { cx, purpose }) as Box<dyn Records>) }.boxed(),
    }
}

const TELLS: &[Tells] = known::TELLS.first_chunk::<2>().expect("VAT number and address are the first two");

/// The fields that tell a customer.
fn told() -> Vec<ImportField> {
    let tells = ["number", "vat_number", "email", "country", NUMBER];
    let mut all: Vec<ImportField> =
        fields::all().into_iter().filter(|field| tells.contains(&field.key.as_str())).collect();
    // A file of numbers may call them what it likes, and a name beside them is for the reader.
    all.push(ImportField::new("name", "field-name", FieldKind::Text(::fields::LINE_LIMIT)));
    all
}

struct Leaving {
    cx: Context,
    purpose: Purpose,
}

impl Records for Leaving {
    fn dictionaries(&self) -> Vec<Dictionary> {
        Vec::new()
    }

    fn keys(&self, row: &Row) -> Vec<String> {
        let by = |key: &str| if key == "name" { None } else { row.text(key) };
        known::told(&self.cx, row.number_of(NUMBER), known::Who::default(), by)
    }

    fn find<'a>(&'a self, on: Place<'a>, keys: &'a [String]) -> BoxFuture<'a, Result<Vec<Match>>> {
        known::find(&self.cx, on, self.purpose.import, keys).boxed()
    }

    fn check<'a>(
        &'a self,
        _: Place<'a>,
        rows: &'a [Row],
        _: &'a mut Ahead,
    ) -> BoxFuture<'a, Result<Vec<Result<()>>>> {
        let answers = rows.iter().map(|_| Err(Error::NotFound)).collect();
        async { Ok(answers) }.boxed()
    }

    fn create_word<'a>(&'a self, _: &'a Tx, _: &'a str, _: &'a str) -> BoxFuture<'a, Result<i64>> {
        async { Err(Error::internal("a deletion makes no words")) }.boxed()
    }

    fn create<'a>(&'a self, _: &'a Tx, _: &'a [Row]) -> BoxFuture<'a, Result<Vec<i64>>> {
        async { Err(Error::internal("a deletion makes no records")) }.boxed()
    }

    fn undo<'a>(&'a self, _: &'a Tx, _: i64, _: i64) -> BoxFuture<'a, Result<Undone>> {
        async { Ok(Undone::default()) }.boxed()
    }
}
