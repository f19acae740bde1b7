//! Products as a kind of record among others.

use fields::store::definitions;
use fields::{About, Branch, Column, FieldType, Going, Kind, OwnField, Patch, Record, Told, Wish};
use kernel::db::{On, Q, Tx};
use kernel::{
    Actor, Area, Audience, Can, Context, OpenRecord, ProductId, RecordKind, RecordRef, Result, TimelineId,
    invalid,
};

use super::{row, values, write};
use crate::{Charge, Product, Profile};

/// The fields of products, in the order of forms.
pub(super) const FIELDS: &[OwnField] = &[
    OwnField::new("name", FieldType::Text)
        .stands(Column::Folded("l.name", "l.sort_key"))
        .sorted("l.sort_key"),
    OwnField::new("code", FieldType::Text).column("l.code"),
    OwnField::new("unit", FieldType::Text).column("l.unit"),
    OwnField::new("price", FieldType::Money)
        .stands(Column::Money("l.price_minor", "l.price_currency"))
        .sorted("coalesce(l.price_minor, 0)"),
    OwnField::new("charge", FieldType::Word).column("l.charge").words(&Charge::CODES),
    OwnField::new("description", FieldType::LongText).column("l.description"),
    OwnField::new("is_active", FieldType::Flag).column("l.is_active"),
];

/// Products, for everything that works on records of any kind.
pub(super) struct Products;

const TOLD: Told = Told {
    created: "product.created",
    changed: "product.updated",
    deleted: "product.deleted",
    restored: "product.restored",
};

impl Kind for Products {
    type Row = Product;
    type Ahead = ();

    const ABOUT: About = About { kind: RecordKind::Product, table: "product", told: TOLD };
    const FIELDS: &'static [OwnField] = FIELDS;

    fn branches(actor: &Actor) -> Result<Vec<Branch>> {
        actor.require_house().map(|()| vec![Branch::all()])
    }

    fn record(cx: &Context, product: &Product) -> Record {
        let open = OpenRecord {
            record: RecordRef { kind: RecordKind::Product, id: product.id.0 },
            timeline_id: product.timeline_id,
            version: product.version,
            title: product.profile.name.clone(),
            audience: Audience { public: true, ..Audience::default() },
            locked: cx.actor.require(Area::Settings, Can::Edit).err(),
        };
        Record { open, deleted_at: product.deleted_at, values: values(&product.profile) }
    }

    async fn find(cx: &Context, on: On<'_>, ids: &[i64]) -> Result<Vec<Product>> {
        row::several(cx, on, ids).await
    }

    async fn allow(
        cx: &Context,
        on: On<'_>,
        before: Option<&Product>,
        wish: Wish<'_>,
        _: &mut (),
    ) -> Result<Product> {
        let mut product = before.cloned().unwrap_or_else(|| blank(cx));
        match wish {
            Wish::Delete => product.deleted_at = Some(cx.now),
            Wish::Restore => product.deleted_at = None,
            Wish::Create(values) | Wish::Change(values) => {
                let had = before.map(|before| &before.profile.custom);
                product.profile = Patch(values.to_json()).apply(&product.profile)?;
                product.profile.custom =
                    definitions::check(on, RecordKind::Product, had, &product.profile.custom).await?;
            }
        }
        if product.deleted_at.is_none() {
            require_free_code(on, &product).await?;
        }
        Ok(product)
    }

    async fn commit(cx: &Context, tx: &Tx, allowed: Vec<Going<Product>>) -> Result<Vec<Product>> {
        let mut products = Vec::with_capacity(allowed.len());
        for Going { before, after } in allowed {
            products.push(write::put(cx, tx, before.as_ref(), after).await?);
        }
        Ok(products)
    }
}

fn blank(cx: &Context) -> Product {
    Product {
        id: ProductId(0),
        profile: Profile::begin(),
        timeline_id: TimelineId(0),
        version: 0,
        created_at: cx.now,
        updated_at: cx.now,
        deleted_at: None,
    }
}

/// No other product that is not in the bin has the same code; an index holds it where two are quick.
async fn require_free_code(on: On<'_>, product: &Product) -> Result<()> {
    let Some(code) = write::code_norm(&product.profile) else { return Ok(()) };
    let q = Q::new("select count(*) from product where code_norm = ? and id <> ? and deleted_at is null");
    match q.bind(code).bind(product.id).number(on).await? {
        0 => Ok(()),
        _ => Err(invalid("code", "product-code-taken")),
    }
}
