//! Many leads, always the same ones for the same chance, through the bulk path that imports take.

use kernel::{
    Context, Currency, CustomerId, Instant, LeadId, LostReasonId, Money, Result, StageId, TimelineId,
};
use records::Tag;
use serde_json::json;
use staff::store::seed::{Chance, POOLS, People, Person};

use super::history;
use super::own::Own;
use crate::store::{bulk, words, write};
use crate::{Dictionaries, Lead, Outcome, Profile, Rank, Stage, StageKind};

/// What a corpus is like.
#[derive(Clone, Copy, Debug)]
pub struct Corpus {
    /// Leads in all.
    pub leads: usize,
    /// How many of them stand in the first stage.
    pub in_first: usize,
    /// How many events there are for each lead, its creation included.
    pub events: usize,
    /// When the first one came.
    pub since: Instant,
    /// When the last one came.
    pub until: Instant,
}

/// Leads that go in with one statement.
const BATCH: usize = 1_000;
/// Of a thousand leads so many are Yusuf's, Yusuf's work for others, and everybody's: together what he sees, 0.2 %.
const YUSUF_OWNS: usize = 1_500;
const YUSUF_MADE: usize = 200;
const PUBLIC: usize = 300;
const IN_A_MILLION: usize = 1_000_000;

const TAGS: &[&str] =
    &["rooftop", "battery", "farm", "carport", "heat pump", "tender", "urgent", "repeat customer"];

/// What later chapters need to know of a lead.
pub(super) struct Made {
    pub id: LeadId,
    pub timeline: TimelineId,
    /// The place of the owner among the people.
    pub owner: Option<usize>,
    pub created_at: Instant,
    pub is_public: bool,
}

/// Makes the leads, in the order in which they came, then their history. `told` learns how many there are, of what.
///
/// Yusuf sees 0.2 % of them: what he owns, what he made for others, and what is public.
///
/// # Errors
/// As [`kernel::db::Q::all`].
pub async fn corpus(
    cx: &Context,
    people: &People,
    customers: &[CustomerId],
    chance: &mut Chance,
    corpus: Corpus,
    mut told: impl FnMut(&str, usize),
) -> Result<()> {
    add_eighth_stage(cx).await?;
    let own = Own::add(cx).await?;
    let (words, tags) = (words::dictionaries(cx).await?, tags(cx).await?);
    let shelf = Shelf { people, customers, words, tags, own, corpus };
    let mut made = Vec::with_capacity(corpus.leads);
    while made.len() < corpus.leads {
        let count = BATCH.min(corpus.leads - made.len());
        let from = made.len();
        let by = &people.0[chance.below(people.0.len())];
        let cx = &Context { now: shelf.moment(from + count - 1), ..cx.on_behalf(by.actor.clone()) };
        made.extend(shelf.batch(cx, chance, from, count).await?);
        told("leads", made.len());
    }
    history::tell(cx, people, chance, &made, corpus, |events| told("events", events)).await
}

/// The board of a new house has seven stages; the corpora have eight.
async fn add_eighth_stage(cx: &Context) -> Result<()> {
    let pipeline = words::pipeline(cx, None).await?;
    let stage = Stage {
        pipeline_id: pipeline.id.0,
        name: "Site visit".into(),
        hue: 5,
        probability: 30,
        stale_after_days: Some(21),
        ..Stage::default()
    };
    let added = words::save_stage(cx, &stage).await?;
    let stages = words::stages(cx, Some(pipeline.id)).await?;
    let mut order: Vec<StageId> = stages.iter().map(Stage::id).filter(|id| *id != added.id()).collect();
    order.insert(3, added.id());
    words::order_stages(cx, &order).await
}

async fn tags(cx: &Context) -> Result<Vec<Tag>> {
    cx.tx(|tx| async move {
        let mut tags = Vec::new();
        for name in TAGS {
            tags.push(records::tags::find_or_create(&tx, name).await?);
        }
        Ok(tags)
    })
    .await
}

/// What leads are made of.
struct Shelf<'a> {
    people: &'a People,
    customers: &'a [CustomerId],
    words: Dictionaries,
    tags: Vec<Tag>,
    own: Own,
    corpus: Corpus,
}

impl Shelf<'_> {
    /// When a lead came: all are spread evenly.
    fn moment(&self, number: usize) -> Instant {
        let share =
            (self.corpus.until.0 - self.corpus.since.0) as f64 * number as f64 / self.corpus.leads as f64;
        self.corpus.since.plus(share as i64)
    }

    async fn batch(&self, cx: &Context, chance: &mut Chance, from: usize, count: usize) -> Result<Vec<Made>> {
        let start = chance.clone();
        let (made, after) = cx
            .tx(|tx| {
                // The transaction may run again: each time with the same chance.
                let mut chance = start.clone();
                async move {
                    let timelines = records::timeline::begin_many(cx, &tx, count).await?;
                    let mut leads = Vec::with_capacity(count);
                    for (number, timeline) in (from..).zip(timelines) {
                        leads.push(self.lead(&mut chance, number, timeline));
                    }
                    bulk::rank_below(&tx, &mut leads, 0).await?;
                    write::insert(cx, &tx, &mut leads, None, &json!({})).await?;
                    history::hang_on(cx, &tx, &mut chance, &leads, &self.tags).await?;
                    Ok((leads.iter().map(|lead| self.made(lead)).collect(), chance))
                }
            })
            .await?;
        *chance = after;
        Ok(made)
    }

    fn made(&self, lead: &Lead) -> Made {
        let owner = lead.profile.owner_id;
        Made {
            id: lead.id,
            timeline: lead.timeline_id,
            owner: owner.and_then(|owner| self.people.0.iter().position(|person| person.id == owner)),
            created_at: lead.created_at,
            is_public: lead.profile.is_public,
        }
    }

    fn lead(&self, chance: &mut Chance, number: usize, timeline_id: TimelineId) -> Lead {
        let (created_at, until) = (self.moment(number), self.corpus.until);
        let (owner, creator) = self.whose(number);
        let stage = self.stage(chance, number);
        let since = |chance: &mut Chance, from: Instant| from.plus(chance.span(until.0 - from.0));
        let stage_since = if number.is_multiple_of(3) { created_at } else { since(chance, created_at) };
        let mut profile = Profile { custom: self.own.values(number), ..self.profile(chance, number) };
        profile.stage_id = Some(stage.id());
        profile.owner_id = owner.map(|owner| owner.id);
        profile.is_public = number * PUBLIC % IN_A_MILLION < PUBLIC;
        profile.last_contact_at = chance.happens(700).then(|| since(chance, created_at));
        if stage.kind == StageKind::Lost {
            profile.lost_reason_id = self.reason(chance);
        }
        let is_out = stage.kind == StageKind::Open && !stage.is_default && chance.happens(60);
        if is_out {
            profile.outcome = if chance.happens(700) { Outcome::Lost } else { Outcome::Junk };
            profile.lost_reason_id =
                (profile.outcome == Outcome::Lost).then(|| self.reason(chance)).flatten();
        }
        let customer_id = if stage.is_conversion { Some(*chance.pick(self.customers)) } else { None };
        Lead {
            id: LeadId(0),
            profile,
            rank: Rank::middle(),
            tags: Vec::new(),
            stage_since,
            converted_at: customer_id.map(|_| stage_since),
            customer_id,
            timeline_id,
            version: 1,
            created_by: creator.map(|creator| creator.id),
            created_at,
            updated_at: stage_since,
            deleted_at: None,
            is_locked: false,
        }
    }

    /// Owner and creator. Yusuf's share is exact and spread evenly; of the others' every eighth lead is nobody's.
    fn whose(&self, number: usize) -> (Option<&Person>, Option<&Person>) {
        let yusuf = self.people.named("yusuf");
        let others: Vec<&Person> =
            self.people.0.iter().filter(|person| yusuf.is_none_or(|y| y.id != person.id)).collect();
        let owner =
            if number.is_multiple_of(8) { None } else { others.get(number % others.len().max(1)).copied() };
        let creator = others.get(number / 3 % others.len().max(1)).copied();
        // Shifted against each other, so that the three shares do not fall on the same leads.
        let in_share = |shift: usize, share: usize| (number + shift) * share % IN_A_MILLION < share;
        match () {
            () if in_share(137, YUSUF_OWNS) => (yusuf, creator),
            () if in_share(411, YUSUF_MADE) => (owner, yusuf),
            () => (owner, creator),
        }
    }

    fn stage(&self, chance: &mut Chance, number: usize) -> &Stage {
        let stages = &self.words.stages;
        let (all, first) = (self.corpus.leads, self.corpus.in_first);
        if (number + 1) * first / all > number * first / all {
            return &stages[0];
        }
        let among = [1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 6, 6, 7, 7];
        &stages[(*chance.pick(&among)).min(stages.len() - 1)]
    }

    fn reason(&self, chance: &mut Chance) -> Option<LostReasonId> {
        Some(chance.pick(&self.words.lost_reasons).id)
    }

    fn profile(&self, chance: &mut Chance, number: usize) -> Profile {
        let pool = if chance.happens(600) { &POOLS[0] } else { chance.pick(POOLS) };
        let (first, last) = (*chance.pick(pool.first), *chance.pick(pool.last));
        let has_company = chance.happens(800);
        let trade = *chance.pick(pool.trades);
        // Most offers are small, a few are large.
        let worth = 4_000 + chance.span(30_000) + if chance.happens(120) { chance.span(400_000) } else { 0 };
        let currency = match chance.below(20) {
            0 => "CHF".parse().unwrap_or(Currency::EUR),
            1 => "USD".parse().unwrap_or(Currency::EUR),
            _ => Currency::EUR,
        };
        Profile {
            name: format!("{first} {last}"),
            company: has_company.then(|| format!("{} {trade}", pool.last[number / 3 % pool.last.len()])),
            email: chance.happens(850).then(|| format!("{}.{number}@mail.example", pool.plain(last))),
            phone: chance.happens(600).then(|| pool.phone(chance)),
            city: Some((*chance.pick(pool.cities)).to_owned()),
            country: Some(pool.country.to_owned()),
            language: kernel::Language::parse(pool.language),
            source_id: Some(chance.pick(&self.words.sources).id),
            value: chance.happens(850).then(|| Money::new(worth / 50 * 5_000, currency)),
            ..Profile::default()
        }
    }
}
