use fields::store::definitions;
use kernel::{
    ChannelId, Context, CustomerId, CustomerStatusId, GroupId, RecordKind, Result, SegmentId, setting,
};

use super::row::find;
use super::{contacts, lists, scope};
use crate::{CustomerDetails, CustomerList, Dictionaries};

/// A customer with its contacts.
///
/// # Errors
/// As [`find`].
pub async fn details(cx: &Context, id: CustomerId) -> Result<CustomerDetails> {
    let customer = find(cx, id).await?;
    let contacts = contacts::shown(cx, customer.id).await?;
    Ok(CustomerDetails { customer, contacts })
}

/// The words that customers are described with.
///
/// # Errors
/// `Unauthenticated`; `Forbidden` for who may see no customers.
pub async fn dictionaries(cx: &Context) -> Result<Dictionaries> {
    scope::branches(&cx.actor)?;
    let (segments, statuses, channels, groups) = futures::try_join!(
        lists::entries(cx, CustomerList::Segments, SegmentId),
        lists::entries(cx, CustomerList::Statuses, CustomerStatusId),
        lists::entries(cx, CustomerList::Channels, ChannelId),
        lists::entries(cx, CustomerList::Groups, GroupId),
    )?;
    let (tags, staff) = futures::try_join!(records::store::tags::list(cx), staff::names(cx))?;
    Ok(Dictionaries {
        segments,
        statuses,
        channels,
        groups,
        tags,
        staff,
        fields: definitions::list(cx.db(), RecordKind::Customer).await?,
        catalogue: fields::catalogue(cx, cx.db(), RecordKind::Customer).await?,
        setting: setting::read(cx.db()).await?,
    })
}
