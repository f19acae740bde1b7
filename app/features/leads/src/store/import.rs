//! How files of leads are brought in: what `imports` asks of leads.

mod added;
mod fields;

use ::fields::{Ahead, CustomField, Values, definitions};
use futures::FutureExt;
use futures::future::BoxFuture;
use imports::{
    Dictionary, Entry, Importer, Kept, Match, NUMBER, Place, Purpose, Records, Row, Tells, Undone,
};
use kernel::db::{FromRow, Q, Tx, Val};
use kernel::{
    Area, Can, Context, Error, Language, LeadId, RecordKind, Result, SourceId, StaffId, StageId, Text,
    TimelineId, feed, normal,
};
use serde_json::{Value, json};

use super::write::{self, Change};
use super::{find_any, kind, scope, words};
use crate::{Lead, Pipeline, Profile, Rank, Stage};

/// How leads are brought in.
pub fn importer() -> Importer {
    Importer {
        kind: "leads",
        title: "lead-many",
        home: "/leads",
        area: Area::Leads,
        changes: Some(RecordKind::Lead),
        tells: &[
            Tells { code: "email", label: "field-email", is_usual: true },
            Tells { code: "phone", label: "field-phone", is_usual: true },
        ],
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
    purpose: Purpose,
    /// Those of all pipelines, the usual one's first.
    stages: Vec<Stage>,
    pipelines: Vec<Pipeline>,
    sources: Vec<words::Named>,
    staff: Vec<Entry>,
    tags: Vec<Entry>,
    added: Vec<CustomField>,
    default_stage: StageId,
    default_source: SourceId,
}

impl Leads {
    async fn load(cx: Context, purpose: Purpose) -> Result<Self> {
        let pipeline = words::pipeline(&cx, None).await?;
        let mut stages = words::stages(&cx, None).await?;
        // A name that several pipelines have means the stage of the one that opens by itself.
        stages.sort_by_key(|stage| stage.pipeline_id != pipeline.id.0);
        let pipelines = words::pipelines(&cx).await?;
        let house = &cx;
        let (default_stage, default_source) = cx
            .tx(|tx| async move {
                Ok((words::default_stage(house, &tx).await?, words::default_source(&tx).await?))
            })
            .await?;
        let entry = |id: i64, name: String, also: Vec<String>| Entry { id, name, also };
        let tags = records::store::tags::list(&cx).await?;
        Ok(Self {
            purpose,
            stages: stages.into_iter().filter(|stage| !stage.is_conversion).collect(),
            pipelines,
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
            is_locked: false,
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
        let import = self.purpose.import;
        write::insert(&self.cx, tx, &mut leads, Some(import), &json!({ "import_id": import })).await?;
        for (row, lead) in rows.iter().zip(&leads) {
            let tags: Vec<_> =
                row.words("tags").iter().filter_map(|word| word.id).map(kernel::TagId).collect();
            records::store::tags::attach(tx, lead.timeline_id, &tags).await?;
        }
        Ok(leads.iter().map(|lead| lead.id.0).collect())
    }

    /// A stage as cells name it. Where there are several pipelines it is also found as "Pipeline: Stage" and the like, and
    /// shown so when it is of another one than the usual.
    fn stage_entry(&self, stage: &Stage) -> Entry {
        let pipeline = self.pipelines.iter().find(|pipeline| pipeline.id.0 == stage.pipeline_id);
        let Some(pipeline) = pipeline.filter(|_| self.pipelines.len() > 1) else {
            return Entry { id: stage.id, name: stage.name.clone(), also: Vec::new() };
        };
        let mut also: Vec<String> = [": ", " · ", " / ", " - ", " > "]
            .map(|mark| format!("{}{mark}{}", pipeline.name, stage.name))
            .into();
        match pipeline.is_default {
            true => Entry { id: stage.id, name: stage.name.clone(), also },
            false => {
                also.push(stage.name.clone());
                Entry { id: stage.id, name: format!("{} · {}", pipeline.name, stage.name), also }
            }
        }
    }

    /// What tells a lead with these from others: its number, its address, its phone number as its country dials it.
    fn told(&self, number: Option<i64>, text: impl Fn(&str) -> Option<String>) -> Vec<String> {
        let country = write::country(&self.cx, text("country").as_deref());
        let number = number.map(|id| format!("{NUMBER}:{id}"));
        let email =
            text("email").and_then(|email| normal::email(&email)).map(|email| format!("email:{email}"));
        let phone = text("phone").and_then(|phone| normal::phone(&phone, &country));
        number.into_iter().chain(email).chain(phone.map(|phone| format!("phone:{phone}"))).collect()
    }

    async fn check_row(&self, on: Place<'_>, row: &Row, ahead: &mut Ahead) -> Result<()> {
        let lead = self.lead(row, TimelineId(0), Rank::middle())?;
        ahead.of::<kind::Leads>()?.admit(on.into(), &lead).await.map(drop)
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
                entries: self.stages.iter().map(|stage| self.stage_entry(stage)).collect(),
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
        self.told(row.number_of(NUMBER), |key| row.text(key).map(str::to_owned))
    }

    fn keys_of(&self, values: &Values) -> Vec<String> {
        self.told(None, |key| values.text(key).map(str::to_owned))
    }

    fn find<'a>(&'a self, on: Place<'a>, keys: &'a [String]) -> BoxFuture<'a, Result<Vec<Match>>> {
        find_known(&self.cx, on, keys).boxed()
    }

    fn check<'a>(
        &'a self,
        on: Place<'a>,
        rows: &'a [Row],
        ahead: &'a mut Ahead,
    ) -> BoxFuture<'a, Result<Vec<Option<Text>>>> {
        async move {
            let mut reasons = Vec::with_capacity(rows.len());
            for row in rows {
                let admitted = kernel::refusal(self.check_row(on, row, ahead).await)?;
                reasons.push(admitted.err().map(|error| match error {
                    Error::Invalid(fields) if !fields.is_empty() => fields[0].problem.clone(),
                    error => error.text(),
                }));
            }
            Ok(reasons)
        }
        .boxed()
    }

    fn imagine(&self, row: &Row, id: i64, ahead: &mut Ahead) -> Result<()> {
        ahead.imagine::<kind::Leads>(id, self.lead(row, TimelineId(0), Rank::middle())?);
        Ok(())
    }

    fn values(&self, row: &Row) -> Result<Values, Text> {
        let mut own = imports::values_of(<kind::Leads as ::fields::Kind>::FIELDS, row);
        // A language that we do not speak says nothing.
        if let Some(language) = row.text("language") {
            let known = Language::parse(language).map(|known| ::fields::Value::from(known.code()));
            own = own.without("language");
            own = known.into_iter().fold(own, |own, known| own.with("language", known));
        }
        let added = added::values(&self.added, row)?;
        Ok(added
            .iter()
            .fold(own, |values, (key, json)| values.with(key.clone(), ::fields::Value::Added(json.clone()))))
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
        undo(&self.cx, tx, self.purpose, after, limit).boxed()
    }
}

#[derive(FromRow)]
struct Known {
    id: i64,
    name: String,
    email_norm: Option<String>,
    phone_norm: Option<String>,
}

/// Leads that the importer may see and that have one of these numbers, addresses or phone numbers.
async fn find_known(cx: &Context, on: Place<'_>, keys: &[String]) -> Result<Vec<Match>> {
    let of = |code: &str| -> Vec<&str> {
        let words = keys.iter().filter_map(|key| key.split_once(':'));
        words.filter(|(own, _)| *own == code).map(|(_, word)| word).collect()
    };
    let ids: Vec<i64> = of(NUMBER).into_iter().filter_map(|id| id.parse().ok()).collect();
    let columns = [("l.email_norm", of("email")), ("l.phone_norm", of("phone"))];
    let columns = columns.iter().filter(|(_, words)| !words.is_empty());
    let start = || {
        Q::new("select l.id, l.name, l.email_norm, l.phone_norm from lead l where l.deleted_at is null and")
    };
    let by_word = columns.map(|(column, words)| {
        let q = start().push(column);
        q.dialect("in (select value from json_each(?))", "in (select jsonb_array_elements_text(?))")
            .bind(Val::json(words))
    });
    let by_id = (!ids.is_empty()).then(|| start().any_of("l.id", ids.iter().copied()));
    let branches = scope::branches(&cx.actor)?;
    let all: Vec<Q> = by_word.chain(by_id).collect();
    let parts = all.iter().flat_map(|q| branches.iter().map(|branch| branch.narrow(q.clone())));
    let parts: Vec<Q> = parts.collect();
    if parts.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<Known> = Q::join(parts, "union").all(on).await?;
    let matches = rows.into_iter().flat_map(|row| {
        let email = row.email_norm.map(|email| format!("email:{email}"));
        let phone = row.phone_norm.map(|phone| format!("phone:{phone}"));
        let number = Some(format!("{NUMBER}:{}", row.id));
        let reason = Text::new("lead-known-already").with("name", row.name);
        let keys = number.into_iter().chain(email).chain(phone);
        keys.map(move |key| Match { key, record: Some(row.id), reason: reason.clone() })
    });
    Ok(matches.collect())
}

/// Takes back the leads of an import that nobody has touched since, the next ones behind `after`.
async fn undo(cx: &Context, tx: &Tx, purpose: Purpose, after: i64, limit: i64) -> Result<Undone> {
    let rows: Vec<(LeadId, TimelineId, i64)> =
        Q::new("select id, timeline_id, version from lead where import_id = ? and deleted_at is null")
            .push("and id > ? order by id limit ?")
            .bind(purpose.import)
            .bind(after)
            .bind(limit)
            .all(tx)
            .await?;
    let house = cx.on_behalf(kernel::Actor::System);
    let mut undone = Undone { last: rows.last().map(|(id, ..)| id.0), ..Undone::default() };
    let touched = match purpose.run {
        Some(run) => feed::touched_beside(tx, run, rows.iter().map(|(_, timeline, _)| *timeline)).await?,
        None => Vec::new(),
    };
    for (id, timeline, version) in rows {
        let before = find_any(&house, tx, id).await?;
        let is_touched = match purpose.run {
            Some(_) => touched.contains(&timeline),
            None => version > 1 || has_company(tx, &before).await?,
        };
        if is_touched || before.customer_id.is_some() {
            undone.kept.push(Kept { record: id.0, title: before.profile.name });
            continue;
        }
        let mut after = Lead { deleted_at: Some(cx.now), ..before.clone() };
        write::update(cx, tx, &before, &mut after, Change::new("lead.deleted", Value::Null)).await?;
        undone.removed += 1;
    }
    Ok(undone)
}

/// Whether somebody wrote a note or put a file on the lead since; of an import whose events do not tell of it.
async fn has_company(tx: &Tx, lead: &Lead) -> Result<bool> {
    let q = Q::new(
        "select count(*) from event where timeline_id = ? and kind not in ('lead.created', 'tag.added')",
    );
    Ok(q.bind(lead.timeline_id).number(tx).await? > 0)
}
