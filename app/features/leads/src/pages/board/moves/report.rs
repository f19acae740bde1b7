use std::sync::Arc;

use leptos::prelude::*;
use ui::Meaning;

use super::Moves;
use super::answers::Going;
use crate::{LeadCard, LeadPatch};

/// What became of the cards that were moved together, told in one message.
#[derive(Clone, Default)]
pub(super) struct Report {
    /// Those that went.
    pub(super) moved: Vec<Going>,
    /// Those that stayed, each with the reason.
    pub(super) stayed: Vec<(Arc<LeadCard>, String)>,
    /// What the person answered to the stage's questions on the way.
    pub(super) answers: LeadPatch,
    /// The session had ended.
    pub(super) is_signed_out: bool,
}

/// So many cards are named; more are counted.
const NAMED: usize = 8;

impl Report {
    /// Whether nothing is known yet.
    pub(super) fn is_empty(&self) -> bool {
        self.moved.is_empty() && self.stayed.is_empty() && self.answers.is_empty()
    }

    /// Whether it is about several cards.
    pub(super) fn is_many(&self) -> bool {
        self.moved.len() + self.stayed.len() > 1
    }

    /// The message, and how it is meant.
    pub(super) fn text(&self, moves: Moves) -> Option<(Meaning, String)> {
        let (text, stayed) = (self.moved_text(moves), self.stayed_text(moves));
        match (text, stayed) {
            (None, None) => None,
            (None, Some(stayed)) => Some((Meaning::Negative, stayed)),
            (Some(text), Some(stayed)) => Some((Meaning::Warning, format!("{text} {stayed}"))),
            (Some(text), None) => Some(match self.over_limit(moves) {
                Some(warning) => (Meaning::Warning, format!("{text} {warning}")),
                None => (Meaning::Positive, text),
            }),
        }
    }

    fn moved_text(&self, moves: Moves) -> Option<String> {
        let first = self.moved.first()?;
        let stage = moves.column_name(first.target.column);
        let to_one = self.moved.iter().all(|going| going.target.column == first.target.column);
        let key = match (self.moved.len(), to_one) {
            (1, _) if self.comes_from_elsewhere(first) => "board-moved",
            (1, _) => "board-moved-within",
            (_, true) => "board-moved-many",
            (_, false) => "board-moved-back-many",
        };
        let args = [
            ("name", first.target.card.name.as_str().into()),
            ("count", (self.moved.len() as i64).into()),
            ("stage", stage.into()),
        ];
        Some(moves.i18n.text(key, &args))
    }

    fn comes_from_elsewhere(&self, going: &Going) -> bool {
        going.back.as_ref().is_none_or(|back| back.column != going.target.column)
    }

    /// A single card is told by its reason; several are named, those with the same reason together.
    fn stayed_text(&self, moves: Moves) -> Option<String> {
        let (_, reason) = self.stayed.first()?;
        if !self.is_many() {
            return Some(reason.clone());
        }
        let mut by_reason: Vec<(&str, Vec<&str>)> = Vec::new();
        for (card, reason) in self.stayed.iter().take(NAMED) {
            match by_reason.iter_mut().find(|(known, _)| known == reason) {
                Some((_, names)) => names.push(&card.name),
                None => by_reason.push((reason, vec![&card.name])),
            }
        }
        let part = |(reason, names): &(&str, Vec<&str>)| match names.as_slice() {
            [only] if reason.contains(only) => (*reason).to_owned(),
            names => {
                let comma = if moves.i18n.language() == kernel::Language::Ar { "، " } else { ", " };
                let names = names.join(comma);
                moves.i18n.text("board-stayed-why", &[("names", names.into()), ("reason", (*reason).into())])
            }
        };
        let mut parts: Vec<String> = by_reason.iter().map(part).collect();
        let more = self.stayed.len().saturating_sub(NAMED) as i64;
        if more > 0 {
            parts.push(moves.i18n.text("board-stayed-more", &[("count", more.into())]));
        }
        let args = [("count", (self.stayed.len() as i64).into()), ("why", parts.join(" ").into())];
        Some(moves.i18n.text("board-stayed", &args))
    }

    /// That a stage holds more than it should now.
    fn over_limit(&self, moves: Moves) -> Option<String> {
        let first = self.moved.first().filter(|going| self.comes_from_elsewhere(going))?;
        let column = moves.store.column(first.target.column)?;
        let (stage, count) = column.view.with_untracked(|view| (view.stage.clone(), view.totals.count));
        let limit = stage.wip_limit.filter(|limit| count > *limit)?;
        let args = [("stage", stage.name.into()), ("count", count.into()), ("limit", limit.into())];
        Some(moves.i18n.text("board-over-limit", &args))
    }
}
