use fields::{Ahead, Seen, Values, Work};
use kernel::db::On;
use kernel::{Context, Error, RecordRef, Result};

/// Puts values into the empty fields of a record that is there, by its rules; fields that hold something stay.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Invalid` as the rules of the record say.
pub async fn fill(cx: &Context, record: RecordRef, values: &Values) -> Result<()> {
    let kind = fields::kind_of(cx, record.kind)?;
    cx.tx(|tx| async move {
        let mut found = kind.read(cx, On::Tx(&tx), &[record.id]).await?;
        let found =
            found.remove(&record.id).filter(|found| found.deleted_at.is_none()).ok_or(Error::NotFound)?;
        let empty =
            values.iter().filter(|(key, value)| value.is_some() && found.values.get(key.as_str()).is_none());
        let values: Values = empty.map(|(key, value)| (key.clone(), value.cloned())).collect();
        let works = vec![Work::Change { id: record.id, seen: Seen::Whatever, values }];
        let done = fields::run(cx, &tx, kind, works, &mut Ahead::default()).await?.pop();
        done.unwrap_or(Err(Error::NotFound)).map(drop)
    })
    .await
}
