use std::sync::Arc;

use kernel::{Area, Can, Problems, use_live, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::get_lead;
use crate::pages::actions::Actions;
use crate::pages::rules::Rules;
use crate::{Dictionaries, Lead};

/// The lead of a page, kept as the server has it.
#[derive(Clone, Copy)]
pub struct LeadState {
    /// The lead as it is shown.
    pub lead: RwSignal<Lead>,
    /// The words that leads are described with.
    pub words: StoredValue<Arc<Dictionaries>>,
    /// What can be done to it.
    pub actions: Actions,
    /// Whether its profile is being typed; then what others do waits behind a banner.
    pub is_editing: RwSignal<bool>,
    /// A newer lead than the one that is being typed over, and who changed it.
    pub newer: RwSignal<Option<(Lead, String)>>,
    /// Whether a note was begun.
    pub unsaved_note: RwSignal<bool>,
    /// Whether the profile differs from what is stored.
    pub unsaved_profile: RwSignal<bool>,
}

impl LeadState {
    /// For a lead that has arrived; follows the feed from here on.
    pub fn new(lead: Lead, words: Arc<Dictionaries>) -> Self {
        let lead = RwSignal::new(lead);
        let actions = Actions::new(
            Rules::here(),
            Callback::new(move |now: Lead| lead.update(|lead| take_newer(lead, now))),
        );
        let state = Self {
            lead,
            words: StoredValue::new(words),
            actions,
            is_editing: RwSignal::new(false),
            newer: RwSignal::new(None),
            unsaved_note: RwSignal::new(false),
            unsaved_profile: RwSignal::new(false),
        };
        state.follow();
        state
    }

    /// Whether the person may only look: without the right to edit, while the lead is in the bin, and when it is shut.
    pub fn locked(self) -> Signal<bool> {
        let (may_edit, shut) = (use_me().actor.has(Area::Leads, Can::Edit), self.shut());
        Signal::derive(move || !may_edit || shut.get() || self.lead.with(|lead| lead.deleted_at.is_some()))
    }

    /// Whether the lead became a customer and the house keeps it from the person for that.
    pub fn shut(self) -> Signal<bool> {
        let is_admin = use_me().actor.is_admin();
        Memo::new(move |_| !is_admin && self.lead.with(|lead| lead.is_locked)).into()
    }

    /// The dictionaries.
    pub fn dictionaries(self) -> Arc<Dictionaries> {
        self.words.get_value()
    }

    /// Takes a lead as it came back from the server.
    pub fn take(self, now: Lead) {
        self.lead.update(|lead| take_newer(lead, now));
    }

    fn follow(self) {
        let (live, problems) = (use_live(), use_problems());
        let me = use_me().actor.staff_id();
        live.on_event(move |event| {
            let is_newer = self
                .lead
                .with_untracked(|lead| event.record == lead.record() && event.version > lead.version);
            // A lead in the bin answers like one that is not there, so nothing is asked. Who put it there knows.
            if is_newer && event.kind == "lead.deleted" {
                if event.staff_id != me {
                    problems.report(kernel::Error::NotFound);
                }
            } else if is_newer {
                let who = event.staff_id.and_then(|id| {
                    self.words
                        .with_value(|words| words.staff.iter().find(|p| p.id == id).map(|p| p.name.clone()))
                });
                self.refetch(who.unwrap_or_default(), problems);
            }
        });
        live.on_catch_up(move || self.refetch(String::new(), problems));
    }

    fn refetch(self, who: String, problems: Problems) {
        let id = self.lead.with_untracked(|lead| lead.id);
        spawn_local(async move {
            let answer = get_lead(id).await;
            let Some(shown) = self.lead.try_get_untracked() else { return };
            match answer {
                Ok(lead) if lead.version <= shown.version => {}
                Ok(lead) if self.is_editing.get_untracked() => self.newer.set(Some((lead, who))),
                Ok(lead) => self.lead.set(lead),
                Err(kernel::Error::NotFound) => problems.report(kernel::Error::NotFound),
                Err(_) => {}
            }
        });
    }
}

fn take_newer(lead: &mut Lead, now: Lead) {
    if now.id == lead.id && now.version >= lead.version {
        *lead = now;
    }
}
