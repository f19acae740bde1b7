//! The story of Lumen Solar, played with the product's own operations in the order in which things happened.

use customers::Person;
use kernel::{Context, Currency, Error, Instant, LeadId, Money, RecordKind, RecordRef, Result, StageId};
use records::{NoteDraft, ReminderDraft};
use serde::Deserialize;
use staff::store::seed::{Chance, People};

use super::plans;
use crate::store::{convert, find_any, moves, save, words};
use crate::{Conversion, Dictionaries, LeadPatch, Move, Profile, Stage, StageKind};

const STORY: [&str; 5] = [
    include_str!("tour/it.json"),
    include_str!("tour/fr.json"),
    include_str!("tour/en.json"),
    include_str!("tour/ar.json"),
    include_str!("tour/de.json"),
];

/// A lead of the story. Times are days before the story is told, so that ages look alive on any day.
#[derive(Deserialize)]
struct Chapter {
    ago: f64,
    owner: Option<String>,
    /// Who made it and acts, if nobody owns it.
    by: Option<String>,
    /// In whole units of the currency.
    worth: Option<i64>,
    currency: Option<Currency>,
    /// The place of the source in its list.
    source: usize,
    tags: Vec<String>,
    #[serde(flatten)]
    profile: Profile,
    steps: Vec<Step>,
}

#[derive(Clone, Deserialize)]
struct Step {
    ago: f64,
    #[serde(flatten)]
    what: What,
}

#[derive(Clone, Deserialize)]
#[serde(rename_all = "snake_case")]
enum What {
    /// A note of a call.
    Call(String),
    Note(String),
    /// What to remember, and in how many days from the telling.
    Remind(String, f64),
    Move(String),
    /// To the lost column, with the place of the reason in its list.
    MoveLost(usize),
    /// Out of play.
    Lost(usize),
    Junk(()),
    /// Further contacts of the new customer.
    Convert(Vec<Person>),
}

/// A moment of the story.
struct Moment {
    at: Instant,
    lead: usize,
    /// The step; `None` for the beginning.
    step: Option<usize>,
}

/// The 60 leads of the tour with all that happened to them; says how many. `seed` decides about minutes only.
///
/// # Errors
/// As the operations that the story uses.
pub async fn tour(cx: &Context, people: &People, seed: u64) -> Result<usize> {
    let parse = |text: &&str| serde_json::from_str::<Vec<Chapter>>(text).map_err(Error::internal);
    let chapters: Vec<Chapter> =
        STORY.iter().map(parse).collect::<Result<Vec<_>>>()?.into_iter().flatten().collect();
    let telling = Telling { cx, people, words: words::dictionaries(cx).await? };
    let mut ids: Vec<Option<LeadId>> = vec![None; chapters.len()];
    for moment in moments(cx, &chapters, seed) {
        let chapter = &chapters[moment.lead];
        let cx = &telling.context(chapter, moment.at)?;
        match (moment.step, ids[moment.lead]) {
            (None, _) => ids[moment.lead] = Some(telling.begin(cx, chapter).await?),
            (Some(step), Some(id)) => telling.go_on(cx, id, &chapter.steps[step].what).await?,
            (Some(_), None) => return Err(Error::internal("a chapter begins with its second sentence")),
        }
    }
    let named = |name: &str| ids[chapters.iter().position(|chapter| chapter.profile.name == name)?];
    plans::make(cx, people, named).await?;
    Ok(chapters.len())
}

/// All moments in their order. Steps of one lead never overtake each other, and nothing happens after now.
fn moments(cx: &Context, chapters: &[Chapter], seed: u64) -> Vec<Moment> {
    let mut chance = Chance::new(seed);
    let mut moments = Vec::new();
    for (lead, chapter) in chapters.iter().enumerate() {
        let mut last = Instant(0);
        let agos = std::iter::once((None, chapter.ago));
        for (step, ago) in agos.chain(chapter.steps.iter().enumerate().map(|(i, step)| (Some(i), step.ago))) {
            let latest = cx.now.plus(-Instant::MINUTE);
            let minutes = chance.span(90) * Instant::MINUTE;
            let at = cx
                .now
                .plus(-(ago * Instant::DAY as f64) as i64 + minutes)
                .max(last.plus(2 * Instant::MINUTE))
                .min(latest);
            last = at;
            moments.push(Moment { at, lead, step });
        }
    }
    moments.sort_by_key(|moment| (moment.at, moment.lead, moment.step));
    moments
}

/// What is needed all the way through.
struct Telling<'a> {
    cx: &'a Context,
    people: &'a People,
    words: Dictionaries,
}

impl Telling<'_> {
    /// Who acts in a chapter, at a moment.
    fn context(&self, chapter: &Chapter, now: Instant) -> Result<Context> {
        let name = chapter.owner.as_deref().or(chapter.by.as_deref()).unwrap_or("marta");
        let who = self.people.named(name).ok_or(Error::NotFound)?;
        Ok(Context { now, ..self.cx.on_behalf(who.actor.clone()) })
    }

    async fn begin(&self, cx: &Context, chapter: &Chapter) -> Result<LeadId> {
        let currency = chapter.currency.unwrap_or(cx.organisation().currency);
        let profile = Profile {
            owner_id: chapter
                .owner
                .as_deref()
                .and_then(|name| self.people.named(name))
                .map(|person| person.id),
            source_id: self.words.sources.get(chapter.source).map(|source| source.id),
            value: chapter.worth.map(|worth| Money::new(worth * 100, currency)),
            ..chapter.profile.clone()
        };
        save::create(cx, &profile, &chapter.tags).await.map(|lead| lead.id)
    }

    async fn go_on(&self, cx: &Context, id: LeadId, what: &What) -> Result<()> {
        let record = RecordRef { kind: RecordKind::Lead, id: id.0 };
        match what {
            What::Call(body) => {
                let draft = NoteDraft { body: body.clone(), contacted_at: Some(cx.now) };
                records::notes::add(cx, record, &draft).await.map(drop)
            }
            What::Note(body) => {
                let draft = NoteDraft { body: body.clone(), contacted_at: None };
                records::notes::add(cx, record, &draft).await.map(drop)
            }
            What::Remind(text, days) => {
                let due_at = self.cx.now.plus((days * Instant::DAY as f64) as i64);
                let draft = ReminderDraft { staff_id: cx.actor.staff()?.id, text: text.clone(), due_at };
                records::reminders::add(cx, record, &draft).await.map(drop)
            }
            What::Move(stage) => self.move_to(cx, id, self.stage(stage)?, LeadPatch::default()).await,
            What::MoveLost(reason) => {
                let lost =
                    self.words.stages.iter().find(|stage| stage.kind == StageKind::Lost).map(Stage::id);
                self.move_to(
                    cx,
                    id,
                    lost.ok_or(Error::NotFound)?,
                    LeadPatch::one("lost_reason_id", self.reason(*reason)),
                )
                .await
            }
            What::Lost(reason) => {
                let patch = LeadPatch::one("outcome", "lost").and("lost_reason_id", self.reason(*reason));
                self.change(cx, id, &patch).await
            }
            What::Junk(()) => self.change(cx, id, &LeadPatch::one("outcome", "junk")).await,
            What::Convert(further) => self.convert(cx, id, further).await,
        }
    }

    async fn move_to(&self, cx: &Context, id: LeadId, stage_id: StageId, fields: LeadPatch) -> Result<()> {
        let version = find_any(cx, cx.db(), id).await?.version;
        moves::run(cx, id, &Move { stage_id, after_id: None, at_end: false, version, fields }).await.map(drop)
    }

    async fn change(&self, cx: &Context, id: LeadId, patch: &LeadPatch) -> Result<()> {
        let version = find_any(cx, cx.db(), id).await?.version;
        save::update(cx, id, version, patch).await.map(drop)
    }

    async fn convert(&self, cx: &Context, id: LeadId, further: &[Person]) -> Result<()> {
        let version = find_any(cx, cx.db(), id).await?.version;
        let (_, customer) = convert::run(cx, id, &Conversion { version, ..Conversion::default() }).await?;
        for person in further {
            customers::store::add_contact(cx, customer, person).await?;
        }
        Ok(())
    }

    /// The stages of the story by the place that they have in a new house.
    fn stage(&self, word: &str) -> Result<StageId> {
        let places = ["new", "contacted", "qualified", "proposal", "negotiation"];
        let place = places.iter().position(|place| *place == word);
        place.and_then(|place| self.words.stages.get(place)).map(Stage::id).ok_or(Error::NotFound)
    }

    fn reason(&self, place: usize) -> Option<i64> {
        self.words.lost_reasons.get(place).map(|reason| reason.id.0)
    }
}
