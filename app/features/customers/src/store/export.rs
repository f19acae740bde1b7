//! How customers are taken out: what `exports` asks of customers.

use exports::{Exporter, Names};
use futures::FutureExt;
use kernel::{ChannelId, Context, CustomerStatusId, GroupId, RecordKind, Result, SegmentId};

use super::lists;
use crate::{CustomerKind, CustomerList, Entry};

/// How customers are taken out.
pub(super) fn exporter() -> Exporter {
    Exporter {
        kind: RecordKind::Customer,
        word: "customers",
        title: "customer-many",
        home: "/customers",
        columns: COLUMNS,
        old: &[],
        names: |cx| async move { names(&cx).await }.boxed(),
    }
}

/// What an import fills comes first, then what only the house says.
const COLUMNS: &[&str] = &[
    "name",
    "kind",
    "number",
    "division",
    "email",
    "phone",
    "mobile",
    "website",
    "vat_number",
    "contact",
    "segment_id",
    "status_id",
    "channel_id",
    "groups",
    "manager_id",
    "service_manager_id",
    "administrators",
    "tags",
    "street",
    "postcode",
    "city",
    "region",
    "country",
    "shipping_street",
    "shipping_postcode",
    "shipping_city",
    "shipping_region",
    "shipping_country",
    "language",
    "currency",
    "is_active",
    "created_at",
    "created_by",
    "updated_at",
];

async fn names(cx: &Context) -> Result<Names> {
    let (segments, statuses, channels, groups) = futures::try_join!(
        lists::entries(cx, CustomerList::Segments, SegmentId),
        lists::entries(cx, CustomerList::Statuses, CustomerStatusId),
        lists::entries(cx, CustomerList::Channels, ChannelId),
        lists::entries(cx, CustomerList::Groups, GroupId),
    )?;
    let (tags, staff) = futures::try_join!(records::store::tags::list(cx), staff::names(cx))?;
    let (texts, zone) = (cx.foyer.texts(cx.language), &cx.organisation().zone);
    let kind = |kind: CustomerKind| (kind.code(), texts.text(kind.label(), &[], zone));
    Ok(Names::default()
        .with("kind", CustomerKind::ALL.map(kind))
        .with("segment_id", called(segments))
        .with("status_id", called(statuses))
        .with("channel_id", called(channels))
        .with("groups", called(groups))
        .with("administrators", staff.into_iter().map(|one| (one.id, one.name)))
        .with("tags", tags.into_iter().map(|tag| (tag.id, tag.name))))
}

fn called<Id: std::fmt::Display>(entries: Vec<Entry<Id>>) -> Vec<(Id, String)> {
    entries.into_iter().map(|entry| (entry.id, entry.name)).collect()
}
