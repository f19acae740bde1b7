//! Leads go to another stage from where no card is dragged: a list, a page, another pipeline's board. The rules are the
//! board's, and so are the messages.

use std::sync::Arc;

use kernel::{Error, LeadId, Result, StageId, Version};
use leptos::task::spawn_local;
use ui::{Meaning, Toast};

use super::actions::Actions;
use super::rules::Then;
use crate::api::{is_stage_over, move_lead, move_leads};
use crate::{Lead, LeadCard, LeadMove, LeadPatch, Move, Stage};

/// A lead on its way to another stage: as much of it as that needs.
#[derive(Clone)]
pub struct Traveller {
    id: LeadId,
    version: Version,
    name: String,
    from: StageId,
    is_converted: bool,
}

impl From<&Lead> for Traveller {
    fn from(lead: &Lead) -> Self {
        let (id, version, name) = (lead.id, lead.version, lead.profile.name.clone());
        Self { id, version, name, from: lead.stage_id(), is_converted: lead.customer_id.is_some() }
    }
}

impl From<&LeadCard> for Traveller {
    fn from(card: &LeadCard) -> Self {
        let (id, version, name) = (card.id, card.version, card.name.clone());
        Self { id, version, name, from: card.stage_id, is_converted: card.customer_id.is_some() }
    }
}

/// What became of leads that went together.
#[derive(Clone, Default)]
struct Journey {
    /// Those that went, as they are now, with the stage that they left.
    moved: Vec<(Lead, StageId)>,
    /// Those that stayed, with the reason.
    stayed: Vec<(String, String)>,
    /// Those that the stage asks something of.
    lacking: Vec<Traveller>,
}

impl Actions {
    /// Puts leads on top of another stage, of whichever pipeline. `given_up` is told when one stays where it is.
    pub fn restage(self, leads: Vec<Traveller>, stage: Stage, given_up: Then<()>) {
        let [only] = leads.as_slice() else {
            return self.travel(leads, stage, LeadPatch::default(), Journey::default(), given_up);
        };
        if let Some(refusal) = self.rules.refusal(&stage, only.is_converted, 0) {
            self.toasts.show(Toast::negative(refusal));
            return given_up(());
        }
        if stage.is_conversion && !only.is_converted {
            given_up(());
            return self.rules.convert(only.id);
        }
        match stage.required_fields.is_empty() {
            true => self.travel(leads, stage, LeadPatch::default(), Journey::default(), given_up),
            false => self.ask(leads, stage, Journey::default(), given_up),
        }
    }

    /// Asks once for what the stage requires, for the first of the leads; the others take the same answers as far as they
    /// lack them too.
    fn ask(self, leads: Vec<Traveller>, stage: Stage, so_far: Journey, given_up: Then<()>) {
        let Some(first) = leads.first().map(|lead| lead.id) else { return };
        let go_on = {
            let (leads, stage, so_far, given_up) =
                (leads.clone(), stage.clone(), so_far.clone(), given_up.clone());
            move |answers: LeadPatch| {
                self.travel(leads.clone(), stage.clone(), answers, so_far.clone(), given_up.clone());
            }
        };
        let asked = stage.clone();
        let give_up = move |error: Option<Error>| {
            given_up(());
            if let Some(error) = error {
                self.refused(&error);
            }
            if !so_far.moved.is_empty() {
                let mut so_far = so_far.clone();
                let reason = self.i18n.text("lead-stage-requires", &[("stage", asked.name.as_str().into())]);
                so_far.stayed.extend(leads.iter().map(|lead| (lead.name.clone(), reason.clone())));
                self.arrive(so_far, asked.clone());
            }
        };
        self.rules.ask(first, stage, Arc::new(go_on), Arc::new(give_up));
    }

    fn travel(
        self,
        leads: Vec<Traveller>,
        stage: Stage,
        answers: LeadPatch,
        mut so_far: Journey,
        given_up: Then<()>,
    ) {
        spawn_local(async move {
            let is_alone = leads.len() == 1 && so_far.moved.is_empty();
            let has_answers = !answers.is_empty();
            match send(&leads, stage.id(), answers).await {
                Err(error) => {
                    given_up(());
                    return self.refused(&error);
                }
                Ok(moved) => {
                    for (lead, answer) in leads.into_iter().zip(moved) {
                        match answer {
                            Ok(now) => {
                                self.tell(now.clone());
                                so_far.moved.push((now, lead.from));
                            }
                            Err(Error::Invalid(_)) if !is_alone && !has_answers => so_far.lacking.push(lead),
                            Err(error) if is_alone => {
                                given_up(());
                                return self.refused(&error);
                            }
                            Err(error) => so_far.stayed.push((lead.name, self.i18n.render(&error.text()))),
                        }
                    }
                }
            }
            match std::mem::take(&mut so_far.lacking) {
                lacking if lacking.is_empty() => self.arrive(so_far, stage),
                lacking => self.ask(lacking, stage, so_far, given_up),
            }
        });
    }

    /// The one message about all of it, with the way back; and that the stage holds more than it should, if it does.
    fn arrive(self, journey: Journey, stage: Stage) {
        spawn_local(async move {
            let is_over = match stage.wip_limit {
                Some(_) if !journey.moved.is_empty() => is_stage_over(stage.id()).await.unwrap_or_default(),
                _ => false,
            };
            let (meaning, text) = self.told(&journey, &stage, is_over);
            let back: Vec<(Lead, StageId)> = journey.moved;
            let toast = Toast { meaning, ..Toast::positive(text) };
            let undo = self.i18n.text("board-undo", &[]);
            let is_empty = back.is_empty();
            let toast = if is_empty { toast } else { toast.action(undo, move || self.go_back(back.clone())) };
            self.toasts.show(toast);
        });
    }

    fn told(self, journey: &Journey, stage: &Stage, is_over: bool) -> (Meaning, String) {
        let mut said = Vec::new();
        if let Some((first, _)) = journey.moved.first() {
            let key = if journey.moved.len() == 1 { "board-moved" } else { "board-moved-many" };
            let args = [
                ("name", first.profile.name.as_str().into()),
                ("count", (journey.moved.len() as i64).into()),
                ("stage", stage.name.as_str().into()),
            ];
            said.push(self.i18n.text(key, &args));
        }
        if is_over {
            let limit = stage.wip_limit.unwrap_or_default();
            let args = [("stage", stage.name.as_str().into()), ("limit", limit.into())];
            said.push(self.i18n.text("lead-stage-is-over", &args));
        }
        if !journey.stayed.is_empty() {
            let why: Vec<String> =
                journey.stayed.iter().map(|(name, reason)| format!("{name}: {reason}")).collect();
            let args = [("count", (why.len() as i64).into()), ("why", why.join(" ").into())];
            said.push(self.i18n.text("board-stayed", &args));
        }
        let meaning = match (journey.moved.is_empty(), journey.stayed.is_empty() && !is_over) {
            (true, _) => Meaning::Negative,
            (false, true) => Meaning::Positive,
            (false, false) => Meaning::Warning,
        };
        (meaning, said.join(" "))
    }

    /// Each back to the top of the stage that it left.
    fn go_back(self, moved: Vec<(Lead, StageId)>) {
        spawn_local(async move {
            let moves =
                moved.into_iter().map(|(lead, from)| LeadMove { id: lead.id, to: to(from, lead.version) });
            match move_leads(moves.collect(), LeadPatch::default()).await {
                Err(error) => self.refused(&error),
                Ok(answers) => {
                    let mut refused = None;
                    for answer in answers {
                        match answer {
                            Ok(lead) => self.tell(lead),
                            Err(error) => refused = Some(error),
                        }
                    }
                    match refused {
                        Some(error) => self.refused(&error),
                        None => drop(self.toasts.show(Toast::positive(self.i18n.text("lead-undone", &[])))),
                    }
                }
            }
        });
    }
}

fn to(stage_id: StageId, version: Version) -> Move {
    Move { stage_id, after_id: None, at_end: false, version, fields: LeadPatch::default() }
}

/// One lead is the same operation as many; its answer is the plain one.
async fn send(leads: &[Traveller], stage: StageId, answers: LeadPatch) -> Result<Vec<Result<Lead>>> {
    match leads {
        [only] => {
            let to = Move { fields: answers, ..to(stage, only.version) };
            Ok(vec![Ok(move_lead(only.id, to).await?)])
        }
        all => {
            let moves = all.iter().map(|lead| LeadMove { id: lead.id, to: to(stage, lead.version) });
            move_leads(moves.collect(), answers).await
        }
    }
}
