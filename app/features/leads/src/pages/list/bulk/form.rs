use std::sync::Arc;

use fields::{CustomControls, CustomField};
use kernel::{StageId, t, ts, use_i18n};
// The name of the trait is taken by what is set.
use leptos::prelude::{Set as _, *};
use lists::{TagNames, tag_names};
use runs::{Action, Set};
use serde_json::{Map, Value as Json, json};
use ui::{Choice, Field, Select};

use super::Wish;
use crate::pages::fields::{Draft, ProfileField};
use crate::{Dictionaries, Outcome, Profile};

/// What is filled in before something is done to many leads. A copyable handle.
#[derive(Clone, Copy)]
pub(super) struct Filling {
    /// The values.
    pub draft: Draft,
    /// The names of tags, divided by commas.
    tags: RwSignal<String>,
    /// The field that is changed, where it can be any.
    field: RwSignal<String>,
    /// Yes or no.
    flag: RwSignal<String>,
}

/// Fields that can be set for many leads beside those with a wish of their own.
const OTHERS: [&str; 10] = [
    "company", "position", "value", "website", "street", "postcode", "city", "region", "country", "language",
];

impl Filling {
    pub fn new(fields: &[CustomField]) -> Self {
        Self {
            draft: Draft::new(&Profile::default(), fields),
            tags: RwSignal::new(String::new()),
            field: RwSignal::new("company".to_owned()),
            flag: RwSignal::new("true".to_owned()),
        }
    }

    pub fn clear(self) {
        self.draft.fill(&Profile::default());
        self.tags.set(String::new());
        self.flag.set("true".to_owned());
    }

    /// What is to be done; nothing as long as something is lacking for it.
    pub fn action(self, wish: Wish, words: &Dictionaries) -> Option<Action> {
        let one = |key: &str, value: Json| Some(set(Map::from_iter([(key.to_owned(), value)]), Map::new()));
        match wish {
            Wish::Delete => Some(Action::Delete),
            Wish::AddTags => tag_names(&self.tags.get()).map(Action::AddTags),
            Wish::RemoveTags => tag_names(&self.tags.get()).map(Action::RemoveTags),
            Wish::Active => one("outcome", json!("active")),
            Wish::Public => one("is_public", json!(self.flag.get() == "true")),
            Wish::Lost | Wish::Junk => {
                let mut values = self.picked(&["lost_reason_id"])?;
                let outcome = if wish == Wish::Lost { Outcome::Lost } else { Outcome::Junk };
                values.insert("outcome".into(), json!(outcome));
                Some(set(values, Map::new()))
            }
            Wish::Owner => Some(set(self.picked(&["owner_id"])?, Map::new())),
            Wish::Source => Some(set(self.chosen("source_id")?, Map::new())),
            Wish::Stage => {
                let values = self.chosen("stage_id")?;
                let required = required(self.stage(), words);
                let mut missing = self.picked(&required.iter().map(String::as_str).collect::<Vec<_>>())?;
                missing.retain(|_, value| !value.is_null());
                Some(set(values, missing))
            }
            Wish::Other => {
                let field = self.field.get();
                Some(set(self.picked(&[field.as_str()])?, Map::new()))
            }
        }
    }

    /// These fields as they are filled in; an empty one is emptied.
    fn picked(self, names: &[&str]) -> Option<Map<String, Json>> {
        let profile = serde_json::to_value(self.draft.profile().ok()?).ok()?;
        let value = |name: &&str| ((*name).to_owned(), profile.get(*name).cloned().unwrap_or_default());
        Some(names.iter().map(value).collect())
    }

    /// A field that cannot be emptied.
    fn chosen(self, name: &str) -> Option<Map<String, Json>> {
        self.picked(&[name]).filter(|picked| !picked[name].is_null())
    }

    fn stage(self) -> Option<StageId> {
        self.draft.text("stage_id").get().parse().ok().map(StageId)
    }
}

fn set(values: Map<String, Json>, missing: Map<String, Json>) -> Action {
    Action::Set(Set { values, missing })
}

/// What a stage requires, added fields too.
fn required(stage: Option<StageId>, words: &Dictionaries) -> Vec<String> {
    let stage = words.stages.iter().find(|one| Some(one.id()) == stage);
    stage.map(|stage| stage.asked().map(str::to_owned).collect()).unwrap_or_default()
}

/// What a wish asks for.
#[component]
pub(super) fn WishForm(wish: Wish, filling: Filling, words: Arc<Dictionaries>) -> impl IntoView {
    let field = {
        let words = words.clone();
        move |name: &'static str| {
            view! { <ProfileField name=name draft=filling.draft words=words.clone() prefix="bulk" /> }
        }
    };
    match wish {
        Wish::Stage => view! { {field("stage_id")} <Required filling=filling words=words /> }.into_any(),
        Wish::Owner => field("owner_id").into_any(),
        Wish::Source => field("source_id").into_any(),
        Wish::Lost | Wish::Junk => field("lost_reason_id").into_any(),
        Wish::Public => view! { <Public filling=filling /> }.into_any(),
        Wish::AddTags | Wish::RemoveTags => view! { <TagNames value=filling.tags /> }.into_any(),
        Wish::Other => view! { <Other filling=filling words=words /> }.into_any(),
        Wish::Active => ().into_any(),
        Wish::Delete => view! { <p>{t!("bulk-delete-text")}</p> }.into_any(),
    }
}

/// What the chosen stage requires: answered once, for those that lack it.
#[component]
fn Required(filling: Filling, words: Arc<Dictionaries>) -> impl IntoView {
    let stage = Memo::new(move |_| filling.stage());
    move || {
        let names = required(stage.get(), &words);
        let words = words.clone();
        (!names.is_empty()).then(move || {
            let field = move |name: String| any_field(&name, crate::REQUIRABLE, filling, words.clone());
            view! {
                <p>{t!("bulk-required")}</p>
                {names.into_iter().map(field).collect_view()}
            }
        })
    }
}

/// The control of a field by its name: one of these that leads have by themselves, or one that was added.
fn any_field(name: &str, own: &[&'static str], filling: Filling, words: Arc<Dictionaries>) -> AnyView {
    let draft = filling.draft;
    match own.iter().copied().find(|own| *own == name) {
        Some(name) => view! { <ProfileField name=name draft=draft words=words prefix="bulk" /> }.into_any(),
        None => {
            let (staff, only) = (words.staff.clone(), name.to_owned());
            view! { <CustomControls draft=draft.custom error=draft.error staff=staff only=only prefix="bulk" /> }
                .into_any()
        }
    }
}

#[component]
fn Public(filling: Filling) -> impl IntoView {
    let i18n = use_i18n();
    let choices = Signal::derive(move || {
        vec![
            Choice::new("true", i18n.text("record-yes", &[])),
            Choice::new("false", i18n.text("record-no", &[])),
        ]
    });
    view! {
        <Field label=ts!("field-is_public") name="bulk-public">
            <Select name="bulk-public" value=filling.flag choices=choices />
        </Field>
    }
}

/// Any field, and its value.
#[component]
fn Other(filling: Filling, words: Arc<Dictionaries>) -> impl IntoView {
    let i18n = use_i18n();
    let words = StoredValue::new(words);
    let choices = Signal::derive(move || {
        let own = OTHERS.iter().map(|name| Choice::new(*name, i18n.text(&format!("field-{name}"), &[])));
        let added = words.with_value(|words| {
            let added =
                words.fields.iter().map(|field| Choice::new(field.key().to_string(), field.name.clone()));
            added.collect::<Vec<_>>()
        });
        own.chain(added).collect::<Vec<_>>()
    });
    let control = move || any_field(&filling.field.get(), &OTHERS, filling, words.get_value());
    view! {
        <Field label=ts!("bulk-which-field") name="bulk-field">
            <Select name="bulk-field" value=filling.field choices=choices />
        </Field>
        {control}
        <p>{t!("bulk-empty-hint")}</p>
    }
}
