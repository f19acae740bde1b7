//! How files of leads are brought in: what `imports` asks of leads.

mod added;
mod fields;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use ::fields::{CustomField, definitions};
use futures::FutureExt;
use futures::future::BoxFuture;
use imports::{Dictionary, Entry, Importer, Kept, Match, Place, Purpose, Records, Row, Undone};
use kernel::db::{FromRow, Q, Tx, Val};
use kernel::{
    Area, Can, Context, Error, ImportId, Language, LeadId, RecordKind, Result, SourceId, StaffId, StageId,
    Text, TimelineId, normal,
};
use serde_json::{Value, json};

use super::write::{self, Change};
use super::{find_any, scope, words};
use crate::{Lead, Profile, Rank, Stage};

/// How leads are brought in.
pub fn importer() -> Importer {
    Importer {
        kind: "leads",
        title: "lead-many",
        home: "/leads",
        area: Area::Leads,
        can_update: false,
        fields: |cx| {
            async move { Ok(fields::all().into_iter().chain(added::fields(&cx).await?).collect()) }.boxed()
        },
        begin: |cx, purpose| {
            async move { Ok(Box::new(Leads::load(cx, purpose).await?) as Box<dyn Records>) }.boxed()
        },
    }
}

/// What an import of leads needs to know for all of its rows.
struct Leads {
    cx: Context,
    import: ImportId,
    stages: Vec<Stage>,
    sources: Vec<words::Named>,
    staff: Vec<Entry>,
    tags: Vec<Entry>,
    added: Vec<CustomField>,
    default_stage: StageId,
    default_source: SourceId,
    /// How many rows a dry run has put into each stage so far: nothing of them stands in the database.
    imagined: Mutex<BTreeMap<i64, i64>>,
}

impl Leads {
    async fn load(cx: Context, purpose: Purpose) -> Result<Self> {
        let pipeline = words::pipeline(&cx, None).await?;
        let stages = words::stages(&cx, Some(pipeline.id)).await?;
        let house = &cx;
        let (default_stage, default_source) = cx
            .tx(|tx| async move {
                Ok((words::default_stage(house, &tx).await?, words::default_source(&tx).await?))
            })
            .await?;
        let entry = |id: i64, name: String, also: Vec<String>| Entry { id, name, also };
        let tags = records::store::tags::list(&cx).await?;
        Ok(Self {
            import: purpose.import,
            stages: stages.into_iter().filter(|stage| !stage.is_conversion).collect(),
            sources: words::named(cx.db(), "source").await?,
            staff: owners(&cx)
                .await?
                .into_iter()
                .map(|(id, name, email)| entry(id.0, name, vec![email]))
                .collect(),
            tags: tags.into_iter().map(|tag| entry(tag.id.0, tag.name, Vec::new())).collect(),
            added: definitions::list(cx.db(), RecordKind::Lead).await?,
            default_stage,
            default_source,
            imagined: Mutex::default(),
            cx,
        })
    }

    fn profile(&self, row: &Row) -> Profile {
        let text = |key: &str| row.text(key).map(str::to_owned);
        Profile {
            name: text("name").unwrap_or_default(),
            stage_id: Some(row.id("stage_id").map_or(self.default_stage, StageId)),
            source_id: Some(row.id("source_id").map_or(self.default_source, SourceId)),
            owner_id: row.id("owner_id").map(StaffId),
            company: text("company"),
            position: text("position"),
            email: text("email"),
            phone: text("phone"),
            website: text("website"),
            street: text("street"),
            city: text("city"),
            region: text("region"),
            postcode: text("postcode"),
            country: text("country"),
            value: row.money("value"),
            language: row.text("language").and_then(Language::parse),
            description: text("description"),
            is_public: row.flag("is_public").unwrap_or_default(),
            last_contact_at: row.moment("last_contact_at"),
            ..Profile::default()
        }
    }

    fn lead(&self, row: &Row, timeline_id: TimelineId, rank: Rank) -> Result<Lead> {
        let custom = added::values(&self.added, row).map_err(Error::Forbidden)?;
        Ok(Lead {
            id: LeadId(0),
            profile: Profile { custom, ..self.profile(row).checked()? },
            rank,
            tags: Vec::new(),
            stage_since: self.cx.now,
            converted_at: None,
            customer_id: None,
            timeline_id,
            version: 1,
            created_by: self.cx.staff_id(),
            created_at: row.moment("created_at").unwrap_or(self.cx.now).min(self.cx.now),
            updated_at: self.cx.now,
            deleted_at: None,
        })
    }

    async fn create_all(&self, tx: &Tx, rows: &[Row]) -> Result<Vec<i64>> {
        self.cx.actor.require(Area::Leads, Can::Import)?;
        let timelines = records::store::timeline::begin_many(&self.cx, tx, rows.len()).await?;
        let mut leads = Vec::with_capacity(rows.len());
        for (row, timeline) in rows.iter().zip(timelines) {
            leads.push(self.lead(row, timeline, Rank::middle())?);
        }
        super::bulk::rank_below(tx, &mut leads, kernel::entropy::bits()).await?;
        write::insert(&self.cx, tx, &mut leads, Some(self.import), &json!({ "import_id": self.import }))
            .await?;
        for (row, lead) in rows.iter().zip(&leads) {
            let tags: Vec<_> =
                row.words("tags").iter().filter_map(|word| word.id).map(kernel::TagId).collect();
            records::store::tags::attach(tx, lead.timeline_id, &tags).await?;
        }
        Ok(leads.iter().map(|lead| lead.id.0).collect())
    }

    /// Remembers how many rows a batch of a dry run put into each stage.
    fn imagine(&self, before: &[(i64, i64)], after: &[(i64, i64)]) {
        let mut imagined = self.imagined.lock().unwrap_or_else(PoisonError::into_inner);
        for ((stage, before), (_, after)) in before.iter().zip(after) {
            *imagined.entry(*stage).or_default() += after - before;
        }
    }

    fn check_row(&self, row: &Row, room: &mut [(i64, i64)]) -> Option<Text> {
        let stage_id = row.id("stage_id").unwrap_or(self.default_stage.0);
        let stage = self.stages.iter().find(|stage| stage.id == stage_id)?;
        let standing = room.iter_mut().find(|(id, _)| *id == stage_id)?;
        let lead = self.lead(row, TimelineId(0), Rank::middle());
        let answer = lead.and_then(|lead| stage.can_enter(&lead, standing.1));
        match answer {
            Ok(()) => {
                standing.1 += 1;
                None
            }
            Err(Error::Invalid(fields)) => fields.into_iter().next().map(|field| field.problem),
            Err(error) => Some(error.text()),
        }
    }
}

/// Whom the importer may make an owner: everybody if he sees all leads, otherwise himself.
async fn owners(cx: &Context) -> Result<Vec<(StaffId, String, String)>> {
    let people: Vec<(StaffId, String, String)> =
        Q::new("select id, name, email from staff where is_active order by id").all(cx.db()).await?;
    let all = cx.actor.has(Area::Leads, Can::ViewAll);
    Ok(people.into_iter().filter(|(id, ..)| all || Some(*id) == cx.staff_id()).collect())
}

impl Records for Leads {
    fn dictionaries(&self) -> Vec<Dictionary> {
        let entry = |id: i64, name: &str| Entry { id, name: name.into(), also: Vec::new() };
        let settings = self.cx.actor.has(Area::Settings, Can::Edit);
        let own = vec![
            Dictionary {
                field: "stage_id".into(),
                entries: self.stages.iter().map(|stage| entry(stage.id, &stage.name)).collect(),
                may_create: false,
                is_free: false,
            },
            Dictionary {
                field: "source_id".into(),
                entries: self.sources.iter().map(|source| entry(source.id, &source.name)).collect(),
                may_create: settings,
                is_free: false,
            },
            Dictionary {
                field: "owner_id".into(),
                entries: self.staff.clone(),
                may_create: false,
                is_free: false,
            },
            Dictionary { field: "tags".into(), entries: self.tags.clone(), may_create: true, is_free: true },
        ];
        own.into_iter().chain(added::dictionaries(&self.added, &self.staff)).collect()
    }

    fn keys(&self, row: &Row) -> Vec<String> {
        let country = self.cx.organisation().country.clone();
        let email = row.text("email").and_then(normal::email).map(|email| format!("email:{email}"));
        let phone = row
            .text("phone")
            .and_then(|phone| normal::phone(phone, &country))
            .map(|phone| format!("phone:{phone}"));
        email.into_iter().chain(phone).collect()
    }

    fn find<'a>(&'a self, on: Place<'a>, keys: &'a [String]) -> BoxFuture<'a, Result<Vec<Match>>> {
        find_known(&self.cx, on, keys).boxed()
    }

    fn check<'a>(&'a self, on: Place<'a>, rows: &'a [Row]) -> BoxFuture<'a, Result<Vec<Option<Text>>>> {
        async move {
            let mut room: Vec<(i64, i64)> =
                Q::new("select s.id, cast(coalesce(sum(t.leads), 0) as bigint) from stage s")
                    .push("left join lead_total t on t.stage_id = s.id group by s.id")
                    .all(on)
                    .await?;
            if let Place::Db(_) = on {
                let imagined = self.imagined.lock().unwrap_or_else(PoisonError::into_inner);
                room.iter_mut().for_each(|(stage, standing)| {
                    *standing += imagined.get(stage).copied().unwrap_or_default()
                });
            }
            let started = room.clone();
            let verdicts = rows.iter().map(|row| self.check_row(row, &mut room)).collect();
            if let Place::Db(_) = on {
                self.imagine(&started, &room);
            }
            Ok(verdicts)
        }
        .boxed()
    }

    fn create_word<'a>(&'a self, tx: &'a Tx, field: &'a str, word: &'a str) -> BoxFuture<'a, Result<i64>> {
        async move {
            match field {
                "tags" => records::store::tags::find_or_create(tx, word).await.map(|tag| tag.id.0),
                "source_id" => words::add_source(&self.cx, tx, word).await,
                _ => Err(Error::internal(format!("imports make no words for {field}"))),
            }
        }
        .boxed()
    }

    fn create<'a>(&'a self, tx: &'a Tx, rows: &'a [Row]) -> BoxFuture<'a, Result<Vec<i64>>> {
        self.create_all(tx, rows).boxed()
    }

    fn undo<'a>(&'a self, tx: &'a Tx, after: i64, limit: i64) -> BoxFuture<'a, Result<Undone>> {
        undo(&self.cx, tx, self.import, after, limit).boxed()
    }
}

#[derive(FromRow)]
struct Known {
    name: String,
    email_norm: Option<String>,
    phone_norm: Option<String>,
}

/// Leads that the importer may see and that have one of these addresses or numbers.
async fn find_known(cx: &Context, on: Place<'_>, keys: &[String]) -> Result<Vec<Match>> {
    let of = |prefix: &str| -> Vec<&str> { keys.iter().filter_map(|key| key.strip_prefix(prefix)).collect() };
    let part = |branch: &scope::Branch, column: &'static str, list: &[&str]| {
        let q =
            Q::new("select l.name, l.email_norm, l.phone_norm from lead l where l.deleted_at is null and")
                .push(column);
        let q = q
            .dialect("in (select value from json_each(?))", "in (select jsonb_array_elements_text(?))")
            .bind(Val::json(&list));
        branch.narrow(q)
    };
    let branches = scope::branches(&cx.actor)?;
    let parts = branches.iter().flat_map(|branch| {
        [part(branch, "l.email_norm", &of("email:")), part(branch, "l.phone_norm", &of("phone:"))]
    });
    let rows: Vec<Known> = Q::join(parts, "union all").all(on).await?;
    let matches = rows.into_iter().flat_map(|row| {
        let keys = row.email_norm.map(|email| format!("email:{email}")).into_iter();
        let keys = keys.chain(row.phone_norm.map(|phone| format!("phone:{phone}"))).collect::<Vec<_>>();
        let reason = Text::new("lead-known-already").with("name", row.name);
        keys.into_iter().map(move |key| Match { key, record: None, reason: reason.clone() })
    });
    Ok(matches.collect())
}

/// Takes back the leads of an import that nobody has touched since, the next ones behind `after`.
async fn undo(cx: &Context, tx: &Tx, import: ImportId, after: i64, limit: i64) -> Result<Undone> {
    let rows: Vec<(LeadId, i64)> =
        Q::new("select id, version from lead where import_id = ? and deleted_at is null")
            .push("and id > ? order by id limit ?")
            .bind(import)
            .bind(after)
            .bind(limit)
            .all(tx)
            .await?;
    let house = cx.on_behalf(kernel::Actor::System);
    let mut undone = Undone { last: rows.last().map(|(id, _)| id.0), ..Undone::default() };
    for (id, version) in rows {
        let before = find_any(&house, tx, id).await?;
        if version > 1 || has_company(tx, &before).await? {
            undone.kept.push(Kept { record: id.0, title: before.profile.name });
            continue;
        }
        let mut after = Lead { deleted_at: Some(cx.now), ..before.clone() };
        write::update(cx, tx, &before, &mut after, Change::new("lead.deleted", Value::Null)).await?;
        undone.removed += 1;
    }
    Ok(undone)
}

/// Whether somebody wrote a note or put a file on the lead since.
async fn has_company(tx: &Tx, lead: &Lead) -> Result<bool> {
    let q = Q::new(
        "select count(*) from event where timeline_id = ? and kind not in ('lead.created', 'tag.added')",
    );
    Ok(q.bind(lead.timeline_id).number(tx).await? > 0)
}
