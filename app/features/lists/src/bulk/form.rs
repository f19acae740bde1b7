use fields::{CustomControls, CustomField, Draft, FieldControl, FieldType};
use kernel::{t, ts, use_i18n};
// The name of the trait is taken by what is set.
use leptos::prelude::{Set as _, *};
use runs::{Action, Set};
use serde_json::{Map, Value as Json};
use ui::{Choice, Field, Select, TextInput};

use super::{BulkWords, Wish};

type Own = &'static [(&'static str, FieldType)];

/// What is filled in before something is done to many records. A copyable handle.
#[derive(Clone, Copy)]
pub(super) struct Filling {
    pub draft: Draft,
    /// The names of tags, divided by commas.
    tags: RwSignal<String>,
    /// The field that is changed, where it can be any.
    field: RwSignal<String>,
}

impl Filling {
    pub fn new(own: Own, added: &[CustomField]) -> Self {
        let first = own.first().map(|(key, _)| (*key).to_owned()).unwrap_or_default();
        Self {
            draft: Draft::new(own, added, &empty()),
            tags: RwSignal::new(String::new()),
            field: RwSignal::new(first),
        }
    }

    pub fn clear(self) {
        self.draft.fill(&empty());
        self.tags.set(String::new());
    }

    /// What is to be done; nothing as long as something is lacking for it.
    pub fn action(self, wish: Wish) -> Option<Action> {
        match wish {
            Wish::Delete => Some(Action::Delete),
            Wish::AddTags => tag_names(&self.tags.get()).map(Action::AddTags),
            Wish::RemoveTags => tag_names(&self.tags.get()).map(Action::RemoveTags),
            Wish::Field(key) => self.set(key),
            Wish::Other => self.set(&self.field.get()),
        }
    }

    /// This field as it is filled in; an empty one is emptied.
    fn set(self, key: &str) -> Option<Action> {
        let value = self.draft.value(key).ok()?;
        Some(Action::Set(Set { values: Map::from_iter([(key.to_owned(), value)]), missing: Map::new() }))
    }
}

fn empty() -> Map<String, Json> {
    Map::new()
}

/// The names of tags as somebody typed them, divided by commas of any script; nothing if there are none.
pub fn tag_names(typed: &str) -> Option<Vec<String>> {
    let names = typed.split([',', '،']).map(str::trim).filter(|name| !name.is_empty());
    let names: Vec<String> = names.map(str::to_owned).collect();
    (!names.is_empty()).then_some(names)
}

/// Where the names of tags are typed.
#[component]
pub fn TagNames(value: RwSignal<String>) -> impl IntoView {
    view! {
        <Field label=ts!("field-tags") name="bulk-tags" hint=ts!("bulk-tags-hint")>
            <TextInput name="bulk-tags" value=value />
        </Field>
    }
}

/// What a wish asks for.
#[component]
pub(super) fn WishForm(wish: Wish, own: Own, filling: Filling, words: BulkWords) -> impl IntoView {
    match wish {
        Wish::Field(key) => control(key, own, filling, &words),
        Wish::AddTags | Wish::RemoveTags => view! { <TagNames value=filling.tags /> }.into_any(),
        Wish::Other => view! { <Other own=own filling=filling words=words /> }.into_any(),
        Wish::Delete => view! { <p>{t!("bulk-delete-text")}</p> }.into_any(),
    }
}

/// The control of a field by its name: one of the kind's own, or one that was added.
fn control(key: &str, own: Own, filling: Filling, words: &BulkWords) -> AnyView {
    let draft = filling.draft;
    match own.iter().find(|(own, _)| *own == key) {
        Some((name, _)) => {
            view! { <FieldControl name=name draft=draft words=words.vocabulary.clone() prefix="bulk" /> }
                .into_any()
        }
        None => {
            let (staff, only) = (words.staff.clone(), key.to_owned());
            view! { <CustomControls draft=draft.custom error=draft.error staff=staff only=only prefix="bulk" /> }
                .into_any()
        }
    }
}

/// Any field, and its value.
#[component]
fn Other(own: Own, filling: Filling, words: BulkWords) -> impl IntoView {
    let i18n = use_i18n();
    let words = StoredValue::new(words);
    let choices = Signal::derive(move || {
        let own = own.iter().map(|(key, _)| Choice::new(*key, i18n.text(&format!("field-{key}"), &[])));
        let added = words.with_value(|words| {
            let added =
                words.added.iter().map(|field| Choice::new(field.key().to_string(), field.name.clone()));
            added.collect::<Vec<_>>()
        });
        own.chain(added).collect::<Vec<_>>()
    });
    let chosen = move || words.with_value(|words| control(&filling.field.get(), own, filling, words));
    view! {
        <Field label=ts!("bulk-which-field") name="bulk-field">
            <Select name="bulk-field" value=filling.field choices=choices />
        </Field>
        {chosen}
        <p>{t!("bulk-empty-hint")}</p>
    }
}
