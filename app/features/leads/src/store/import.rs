//! How files of leads are brought in: what `imports` asks of leads.

mod fields;
mod known;
mod undo;

use std::collections::BTreeMap;

use ::fields::store::definitions;
use ::fields::{Ahead, CustomField, Values};
use futures::FutureExt;
use futures::future::BoxFuture;
use imports::{Dictionary, Entry, Importer, Match, NUMBER, Place, Purpose, Records, Row, Undone, added};
use kernel::db::{Q, Tx};
use kernel::{
    Area, Can, Context, Error, Language, LeadId, RecordKind, Result, SourceId, StaffId, StageId, Text,
    TimelineId,
};
use serde_json::json;

use super::{kind, save, words, write};
use crate::{LINE_LIMIT, Lead, Pipeline, Profile, Rank, Stage};

/// How leads are brought in.
pub fn importer() -> Importer {
    Importer {
        kind: "leads",
        title: "lead-many",
        home: "/leads",
        area: Area::Leads,
        changes: Some(RecordKind::Lead),
        parts: None,
        act: imports::Act::Bring,
        arrange: None,
        tells: known::TELLS,
        fields: |cx| {
            async move {
                Ok(fields::all().into_iter().chain(added::fields(&cx, RecordKind::Lead).await?).collect())
            }
            .boxed()
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
    /// Where leads stand that are customers by now.
    conversions: Vec<i64>,
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
            conversions: stages.iter().filter(|stage| stage.is_conversion).map(|stage| stage.id).collect(),
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
        self.tell_owners(tx, &leads).await?;
        Ok(leads.iter().map(|lead| lead.id.0).collect())
    }

    /// Tells each owner of what they get, once for all of these; the run puts it together with what comes later.
    async fn tell_owners(&self, tx: &Tx, leads: &[Lead]) -> Result<()> {
        let mut by_owner: BTreeMap<StaffId, Vec<&Lead>> = BTreeMap::new();
        for lead in leads {
            if let Some(owner) = lead.profile.owner_id {
                by_owner.entry(owner).or_default().push(lead);
            }
        }
        for (owner, leads) in by_owner {
            save::tell_of(&self.cx, tx, owner, &leads).await?;
        }
        Ok(())
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

    async fn check_row(&self, on: Place<'_>, row: &Row, ahead: &mut Ahead) -> Result<()> {
        let lead = self.lead(row, TimelineId(0), Rank::middle())?;
        // A stage that is yet to be made asks for nothing and has no limit.
        if row.word("stage_id").is_some_and(|stage| stage.id.is_none()) {
            return Ok(());
        }
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
                may_create: settings,
                is_free: false,
                longest: words::NAME_LIMIT,
            },
            Dictionary {
                field: "source_id".into(),
                entries: self.sources.iter().map(|source| entry(source.id, &source.name)).collect(),
                may_create: settings,
                is_free: false,
                longest: words::NAME_LIMIT,
            },
            Dictionary {
                field: "owner_id".into(),
                entries: self.staff.clone(),
                may_create: false,
                is_free: false,
                longest: LINE_LIMIT,
            },
            Dictionary {
                field: "tags".into(),
                entries: self.tags.clone(),
                may_create: true,
                is_free: true,
                longest: records::TAG_LIMIT,
            },
        ];
        own.into_iter().chain(added::dictionaries(&self.added, &self.staff)).collect()
    }

    fn keys(&self, row: &Row) -> Vec<String> {
        known::told(&self.cx, row.number_of(NUMBER), |key| row.text(key))
    }

    fn keys_of(&self, values: &Values) -> Vec<String> {
        known::told(&self.cx, None, |key| values.text(key))
    }

    fn find<'a>(&'a self, on: Place<'a>, keys: &'a [String]) -> BoxFuture<'a, Result<Vec<Match>>> {
        known::find(&self.cx, on, keys).boxed()
    }

    fn near<'a>(&'a self, rows: &'a [&'a Row]) -> BoxFuture<'a, Result<Vec<Option<Text>>>> {
        async move {
            let told: Vec<Values> = rows.iter().map(|row| self.profile(row).telling()).collect();
            known::near(&self.cx, &told).await
        }
        .boxed()
    }

    fn check<'a>(
        &'a self,
        on: Place<'a>,
        rows: &'a [Row],
        ahead: &'a mut Ahead,
    ) -> BoxFuture<'a, Result<Vec<Result<()>>>> {
        async move {
            let mut answers = Vec::with_capacity(rows.len());
            for row in rows {
                answers.push(kernel::refusal(self.check_row(on, row, ahead).await)?);
            }
            Ok(answers)
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

    /// A lead that is a customer stays in its stage.
    fn takes_new(&self, before: &Values, field: &str) -> Result<(), Text> {
        let is_customer =
            matches!(before.get("stage_id"), Some(::fields::Value::Id(id)) if self.conversions.contains(id));
        if field == "stage_id" && is_customer { Err(Text::new("lead-is-converted")) } else { Ok(()) }
    }

    fn create_word<'a>(&'a self, tx: &'a Tx, field: &'a str, word: &'a str) -> BoxFuture<'a, Result<i64>> {
        async move {
            match field {
                "tags" => records::store::tags::find_or_create(tx, word).await.map(|tag| tag.id.0),
                "source_id" => words::add_source(&self.cx, tx, word).await,
                "stage_id" => words::add_open_stage(&self.cx, tx, word).await,
                _ => Err(Error::internal(format!("imports make no words for {field}"))),
            }
        }
        .boxed()
    }

    fn create<'a>(&'a self, tx: &'a Tx, rows: &'a [Row]) -> BoxFuture<'a, Result<Vec<i64>>> {
        self.create_all(tx, rows).boxed()
    }

    fn undo<'a>(&'a self, tx: &'a Tx, after: i64, limit: i64) -> BoxFuture<'a, Result<Undone>> {
        undo::undo(&self.cx, tx, self.purpose, after, limit).boxed()
    }
}
