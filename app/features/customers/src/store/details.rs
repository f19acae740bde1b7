use fields::store::definitions;
use kernel::db::Q;
use kernel::{
    ChannelId, Context, CustomerId, CustomerStatusId, GroupId, RecordKind, Result, SegmentId, setting,
};

use super::row::find;
use super::{contacts, lists, scope, site_row};
use crate::{CustomerDetails, CustomerList, Dictionaries};

/// A customer with its contacts.
///
/// # Errors
/// As [`find`].
pub async fn details(cx: &Context, id: CustomerId) -> Result<CustomerDetails> {
    let customer = find(cx, id).await?;
    let contacts = contacts::shown(cx, customer.id).await?;
    let sites = site_row::count(cx.db(), customer.id).await?;
    Ok(CustomerDetails { customer, contacts, sites })
}

/// The letters under which customers stand. The index is leapt through from letter to letter, however many customers
/// there are.
async fn initials(cx: &Context) -> Result<Vec<String>> {
    let first = "select min(initial) from customer where deleted_at is null";
    let q = Q::new("with recursive leap(letter) as (select (")
        .push(first)
        .push(") union all select (")
        .push(first);
    let q = q.push("and initial > leap.letter) from leap where leap.letter is not null)");
    let rows: Vec<(String,)> =
        q.push("select letter from leap where letter is not null").all(cx.db()).await?;
    let mut letters: Vec<String> = rows.into_iter().map(|(letter,)| letter).collect();
    letters.sort_by_key(|letter| (letter == "#", letter.clone()));
    Ok(letters)
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
    let (tags, staff, initials) =
        futures::try_join!(records::store::tags::list(cx), staff::names(cx), initials(cx))?;
    Ok(Dictionaries {
        segments,
        statuses,
        channels,
        groups,
        initials,
        tags,
        staff,
        fields: definitions::list(cx.db(), RecordKind::Customer).await?,
        catalogue: fields::catalogue(cx, cx.db(), RecordKind::Customer).await?,
        setting: setting::read(cx.db()).await?,
        portal: super::portal_rules(cx).await?,
    })
}
