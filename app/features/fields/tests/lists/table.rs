//! A table with a field of each type and three hundred records in it, which differ in little, so that filters find some.

use fields::store::index::{self, Written};
use fields::{
    Bounds, Branch, Check, Column, CustomField, CustomValues, FieldKey, FieldType, Index, Listed, Listing,
    OneOf, OwnField, Value, Values,
};
use kernel::db::{Q, Tx, Val};
use kernel::{
    Actor, Area, Can, Context, Currency, Day, Instant, Money, RecordKind, Result, StaffId, forbidden, normal,
};

pub const NAMES: [&str; 12] = [
    "Calypso",
    "Étoile du Nord",
    "étoile",
    "Straße",
    "STRASSE 7",
    "Ægir",
    "aegir's boat",
    "Łódź",
    "a*b?[c]",
    "100%_x",
    "'; drop table sample; --",
    "Ørsted-Æbelø",
];

pub const FIELDS: &[OwnField] = &[
    OwnField::new("name", FieldType::Text)
        .stands(Column::Folded("l.name", "l.sort_key"))
        .sorted("l.sort_key"),
    OwnField::new("company", FieldType::Text).column("l.company"),
    OwnField::new("length", FieldType::Number).column("l.length").sorted("coalesce(l.length, 0)"),
    OwnField::new("value", FieldType::Money).stands(Column::Money("l.value_minor", "l.value_currency")),
    OwnField::new("built_on", FieldType::Day).column("l.built_on"),
    OwnField::new("created_at", FieldType::Moment).column("l.created_at").sorted("l.created_at"),
    OwnField::new("harbour_id", FieldType::Choice).column("l.harbour_id").sorted("coalesce(l.harbour_id, 0)"),
    OwnField::new("flags", FieldType::Choices)
        .stands(Column::Among("l.id", "select sample_id from sample_flag where flag")),
    OwnField::new("state", FieldType::Word).stands(Column::Asked(state)).words(&["afloat", "sunk"]),
    OwnField::new("is_public", FieldType::Flag).column("l.is_public"),
    OwnField::new("owner_id", FieldType::Staff).column("l.owner_id"),
    OwnField::new("secret", FieldType::Text).column("l.company").seen_by(Actor::is_admin),
];

/// A field of each type that the organisation added, and whether it is kept in the index.
const ADDED: [(FieldType, bool); 10] = [
    (FieldType::Text, true),
    (FieldType::Number, true),
    (FieldType::Choice, true),
    (FieldType::Choices, true),
    (FieldType::Day, true),
    (FieldType::Money, true),
    (FieldType::Flag, true),
    (FieldType::Moment, true),
    (FieldType::Staff, false),
    (FieldType::LongText, false),
];

/// The added fields: `c1` and so on.
pub fn added() -> Vec<CustomField> {
    let field = |(place, (kind, is_indexed)): (usize, (FieldType, bool))| {
        let field = CustomField::new(RecordKind::Specimen, "Added", kind);
        CustomField { id: place as i64 + 1, is_indexed, is_ready: is_indexed, ..field }
    };
    ADDED.into_iter().enumerate().map(field).collect()
}

const LISTED: Listed = Listed {
    indexes: &[
        Index { name: "sample_owner", begins: &["owner_id"], order: "created_at" },
        Index { name: "sample_public", begins: &["is_public"], order: "created_at" },
        Index { name: "sample_afloat", begins: &["state=afloat"], order: "created_at" },
        Index { name: "sample_created", begins: &[], order: "created_at" },
        Index { name: "sample_name", begins: &[], order: "name" },
        Index { name: "sample_length", begins: &[], order: "length" },
    ],
    words: None,
    newest: Some("created_at"),
    first: None,
    usual: &[("state", "afloat")],
    owner: None,
};

/// The word stands in the statement, as the index of those afloat has it.
fn state(_: &Context, check: &Check) -> Result<Q> {
    let means = |word: &str| match check {
        Check::Word(OneOf::AnyOf(words)) => words.iter().any(|own| own == word),
        Check::Word(OneOf::NoneOf(words)) => !words.iter().any(|own| own == word),
        Check::Empty(is_empty) => !is_empty,
        _ => false,
    };
    Ok(Q::new(match (means("afloat"), means("sunk")) {
        (true, false) => "l.state = 'afloat'",
        (false, true) => "l.state = 'sunk'",
        (true, true) => "1 = 1",
        (false, false) => "1 = 0",
    }))
}

/// The list as somebody sees it: all, or what is his own and what is public.
pub fn listing(actor: &Actor, bounds: Bounds) -> Result<Listing> {
    let branches = match actor.staff_id() {
        _ if actor.has(Area::Leads, Can::ViewAll) => vec![Branch::all()],
        Some(me) if actor.has(Area::Leads, Can::ViewOwn) => {
            let others = Q::new("(l.owner_id is null or l.owner_id <> ?)").bind(me);
            vec![
                Branch::of("owner_id", Q::new("l.owner_id = ?").bind(me)),
                Branch::of("is_public", Q::new("l.is_public")).and(others),
            ]
        }
        _ => return Err(forbidden("error-forbidden")),
    };
    Ok(Listing { table: "sample", fields: FIELDS, added: added(), listed: LISTED, branches, bounds })
}

/// A record as the table has it.
pub struct Sample {
    pub id: i64,
    pub values: Values,
    pub is_deleted: bool,
}

impl Sample {
    fn custom(&self) -> CustomValues {
        let added = |(key, value): (&FieldKey, Option<&Value>)| Some((key.clone(), value?.to_json()));
        self.values.iter().filter_map(added).collect()
    }

    pub fn is_seen(&self, actor: &Actor) -> bool {
        let is_own = actor.staff_id().is_some_and(|me| self.values.get("owner_id") == Some(&Value::Id(me.0)));
        let is_public = self.values.get("is_public") == Some(&Value::Flag(true));
        !self.is_deleted && (actor.has(Area::Leads, Can::ViewAll) || is_own || is_public)
    }
}

/// Numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, count: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % count
    }

    fn maybe<T>(&mut self, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.below(4) > 0).then(|| value(self))
    }

    fn text(&mut self) -> Value {
        Value::from(NAMES[self.below(NAMES.len() as u64) as usize])
    }

    fn sample(&mut self, id: i64, now: Instant) -> Sample {
        let currency = |chance: &mut Self| if chance.below(2) == 0 { "EUR" } else { "USD" };
        let money = |chance: &mut Self| {
            let currency: Currency = currency(chance).parse().unwrap();
            Value::Money(Money::new(chance.below(9) as i64 * 100, currency))
        };
        let flags = |chance: &mut Self| Value::ids((0..2).map(|_| chance.below(4) as i64).collect());
        let state = if self.below(4) == 0 { "sunk" } else { "afloat" };
        let values = Values::default()
            .with("name", self.text())
            .with("company", self.maybe(Self::text))
            .with("length", self.maybe(|chance| Value::Number((chance.below(9) as i64 - 2) * 500_000)))
            .with("value", self.maybe(money))
            .with("built_on", self.maybe(|chance| Value::Day(Day(20_700 + chance.below(120) as i32))))
            .with("created_at", Value::Moment(now.plus(-(self.below(60) as i64) * 6 * Instant::HOUR)))
            .with("harbour_id", self.maybe(|chance| Value::Id(chance.below(4) as i64)))
            .with("flags", self.maybe(flags))
            .with("state", Value::from(state))
            .with("is_public", Value::Flag(self.below(5) == 0))
            .with("owner_id", self.maybe(|chance| Value::Id(1 + chance.below(4) as i64)));
        let values = added().iter().fold(values, |values, field| {
            let value = self.maybe(|chance| chance.added(field.kind, now));
            values.with(field.key(), value)
        });
        Sample { id, values, is_deleted: self.below(12) == 0 }
    }

    fn added(&mut self, kind: FieldType, now: Instant) -> Value {
        let small = self.below(9) as i64;
        match kind {
            FieldType::Text | FieldType::LongText => self.text(),
            FieldType::Number => Value::Number((small - 4) * 250_000),
            FieldType::Choice | FieldType::Staff => Value::Id(1 + small % 4),
            FieldType::Choices => Value::ids(vec![small % 4, self.below(4) as i64]),
            FieldType::Day => Value::Day(Day(20_700 + small as i32 * 13)),
            FieldType::Money => Value::Money(Money::new(small * 100, Currency::EUR)),
            FieldType::Flag => Value::Flag(small % 2 == 0),
            _ => Value::Moment(now.plus(-small * 40 * Instant::HOUR)),
        }
    }
}

/// The table of the tests, with so many records.
pub async fn make(cx: &Context, count: i64) -> Vec<Sample> {
    let mut chance = Chance(7);
    let samples: Vec<Sample> = (1..=count).map(|id| chance.sample(id, cx.now)).collect();
    let all = &samples;
    let make = |tx: Tx| async move {
        schema(&tx).await?;
        for field in added() {
            Q::new(
                "insert into field (id, record_kind, name, kind, is_indexed, is_ready, position, created_at)",
            )
            .push("values (?, ?, '', ?, ?, ?, 1, 1)")
            .bind(field.id)
            .bind(RecordKind::Specimen.code())
            .bind(serde_json::json!(field.kind).as_str().unwrap())
            .bind(field.is_indexed)
            .bind(field.is_ready)
            .run(&tx)
            .await?;
        }
        for sample in all {
            insert(&tx, sample).await?;
        }
        Ok(())
    };
    cx.tx(make).await.unwrap();
    samples
}

async fn schema(tx: &Tx) -> Result<()> {
    Q::new("create table sample (id")
        .dialect("integer primary key,", "bigint primary key,")
        .push("name text not null, sort_key text")
        .dialect("not null,", "collate \"C\" not null,")
        .push("company text, length bigint, value_minor bigint, value_currency text, built_on")
        .dialect("text,", "date,")
        .push(
            "created_at bigint not null, harbour_id bigint, state text not null, is_public boolean not null,",
        )
        .push("owner_id bigint, deleted_at bigint, custom")
        .dialect("text not null)", "jsonb not null)")
        .run(tx)
        .await?;
    Q::new("create table sample_flag (sample_id bigint not null, flag bigint not null)").run(tx).await?;
    for index in [
        "create index sample_owner on sample (owner_id, created_at, id) where deleted_at is null",
        "create index sample_public on sample (created_at, id) where deleted_at is null and is_public",
        "create index sample_afloat on sample (created_at, id) where deleted_at is null and state = 'afloat'",
        "create index sample_created on sample (created_at, id) where deleted_at is null",
        "create index sample_name on sample (sort_key, id) where deleted_at is null",
        "create index sample_length on sample (coalesce(length, 0), id) where deleted_at is null",
    ] {
        Q::new(index).run(tx).await?;
    }
    Ok(())
}

async fn insert(tx: &Tx, sample: &Sample) -> Result<()> {
    let values = &sample.values;
    let id = |key: &str| match values.get(key) {
        Some(Value::Id(number) | Value::Number(number)) => Some(*number),
        Some(Value::Moment(at)) => Some(at.0),
        _ => None,
    };
    let money = match values.get("value") {
        Some(Value::Money(money)) => Some(*money),
        _ => None,
    };
    let day = match values.get("built_on") {
        Some(Value::Day(day)) => Some(day.to_string()),
        _ => None,
    };
    let name = values.text("name").unwrap_or_default();
    Q::new("insert into sample (id, name, sort_key, company, length, value_minor, value_currency, built_on,")
        .push("created_at, harbour_id, state, is_public, owner_id, deleted_at, custom)")
        .push("values (?, ?, ?, ?, ?, ?, ?,")
        .dialect("?,", "cast(? as date),")
        .push("?, ?, ?, ?, ?, ?, ?)")
        .bind(sample.id)
        .bind(name)
        .bind(normal::sort_key(name))
        .bind(values.text("company").map(str::to_owned))
        .bind(id("length"))
        .bind(money.map(|money| money.minor))
        .bind(money.map(|money| money.currency))
        .bind(day)
        .bind(id("created_at"))
        .bind(id("harbour_id"))
        .bind(values.text("state").unwrap_or_default())
        .bind(values.get("is_public") == Some(&Value::Flag(true)))
        .bind(id("owner_id"))
        .bind(sample.is_deleted.then_some(5i64))
        .bind(Val::json(&sample.custom()))
        .run(tx)
        .await?;
    let written = Written { id: sample.id, before: None, after: &sample.custom() };
    index::put(tx, RecordKind::Specimen, [written]).await?;
    if let Some(Value::Ids(flags)) = values.get("flags") {
        for flag in flags {
            Q::new("insert into sample_flag (sample_id, flag) values (?, ?)")
                .bind(sample.id)
                .bind(*flag)
                .run(tx)
                .await?;
        }
    }
    Ok(())
}

pub const ME: StaffId = StaffId(2);
