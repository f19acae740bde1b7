//! What the list knows of leads.

use fields::CustomValues;
use kernel::{I18n, Instant, LeadId, RecordKind, Version, ts};
use leptos::prelude::*;
use lists::{About, Answer, Cell, ListKind, Says};
use records::Tag;
use ui::{EmptyState, IconName, LinkButton, Tone};

use super::cell::{OwnerCell, StageCell, text};
use crate::api::{count_lead_groups, count_leads, get_lead, list_leads};
use crate::pages::actions::Actions;
use crate::pages::rules::Rules;
use crate::{Dictionaries, Lead, LeadList, ListQuery, OLD};

/// What is known of leads whatever the type of a row.
pub static LEADS: About = About {
    kind: RecordKind::Lead,
    usual: &[
        "company",
        "stage_id",
        "owner_id",
        "value",
        "source_id",
        "tags",
        "last_contact_at",
        "created_at",
    ],
    first: ("created_at", true),
    groupless: &["standing"],
    columnless: &[],
    gone: "lead.deleted",
    old: OLD,
    says: Says {
        title: "list-title",
        summary: "list-summary",
        looked: "list-looked",
        nothing: "board-nothing-matches",
        nothing_text: "board-nothing-matches-text",
    },
    count: |filter| Box::pin(count_leads(filter)),
    count_groups: |filter, groups| Box::pin(count_lead_groups(filter, groups)),
    empty: nothing_yet,
};

/// What to begin with.
fn nothing_yet() -> AnyView {
    view! {
        <EmptyState icon=IconName::List title=ts!("board-empty") text=ts!("board-empty-text")>
            <LinkButton label=ts!("board-import") href="/imports/new" icon=IconName::Import />
            <LinkButton label=ts!("board-new") href="/leads/new" icon=IconName::Plus tone=Tone::Primary />
        </EmptyState>
    }
    .into_any()
}

/// Leads as rows. Stage, owner and tags can be changed where they stand, by the rules of the board.
#[derive(Clone, Copy)]
pub struct Leads;

impl ListKind for Leads {
    type Item = Lead;
    type Words = Dictionaries;
    type Acts = Actions;

    const ABOUT: &'static About = &LEADS;

    fn id(lead: &Lead) -> i64 {
        lead.id.0
    }

    fn version(lead: &Lead) -> Version {
        lead.version
    }

    fn name(lead: &Lead) -> &str {
        &lead.profile.name
    }

    fn is_deleted(lead: &Lead) -> bool {
        lead.deleted_at.is_some()
    }

    fn added(lead: &Lead) -> &CustomValues {
        &lead.profile.custom
    }

    fn tags(lead: &Lead) -> &[Tag] {
        &lead.tags
    }

    fn set_tags(lead: &mut Lead, tags: Vec<Tag>) {
        lead.tags = tags;
    }

    fn text(
        lead: &Lead,
        key: &str,
        words: &Dictionaries,
        i18n: I18n,
        now: Signal<Instant>,
    ) -> Option<String> {
        text(lead, key, words, i18n, now)
    }

    fn control(cell: Cell<Self>, key: &str) -> Option<AnyView> {
        match key {
            "stage_id" => Some(view! { <StageCell cell=cell /> }.into_any()),
            "owner_id" => Some(view! { <OwnerCell cell=cell /> }.into_any()),
            _ => None,
        }
    }

    fn list(query: ListQuery) -> Answer<LeadList> {
        Box::pin(list_leads(query))
    }

    fn find(id: i64) -> Answer<Lead> {
        Box::pin(get_lead(LeadId(id)))
    }

    fn acts(changed: Callback<Lead>) -> Actions {
        Actions::new(Rules::here(), changed)
    }
}
