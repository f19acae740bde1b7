use duplicates::{DuplicateNotice, Watch};
use fields::{ClashForm, Clashing, Draft, Edit, Facts, Shown};
use std::sync::Arc;

use kernel::{CustomerId, Error, Problems, RecordKind, Result, ts, use_i18n, use_me, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Map, Value as Json};
use ui::{
    Button, ButtonKind, Card, Dialog, FormActions, FormErrors, FormStack, IconName, KeyValue, Size, Tone,
};

use super::Guard;
use super::fields::{MarketingFields, ProfileFields};
use super::state::CustomerState;
use super::words::vocabulary;
use crate::{Customer, Profile, edit_customer, profile};

/// Which fields of the profile a card shows and changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// All but those of marketing.
    Profile,
    /// Segment, status, channel and groups.
    Marketing,
}

impl Part {
    fn title(self) -> &'static str {
        match self {
            Self::Profile => "customer-profile",
            Self::Marketing => "customer-marketing",
        }
    }
}

/// Fields of a customer: read, or typed anew where they stand.
#[component]
pub(super) fn ProfileCard(state: CustomerState, part: Part) -> impl IntoView {
    let i18n = use_i18n();
    let editing = state.is_editing;
    let locked = Customer::can_edit(&use_me().actor).err();
    let reason = Signal::derive(move || locked.as_ref().map(|reason| i18n.render(&reason.text())));
    let actions = move || {
        let edit = move |()| editing.set(true);
        view! {
            <Show when=move || !editing.get()>
                <Button label=ts!("customer-edit") size=Size::Small icon=IconName::Pencil disabled_because=reason on_press=edit />
            </Show>
        }
    };
    let title = Signal::derive(move || Some(i18n.text(part.title(), &[])));
    view! {
        <Card title=title actions=actions>
            <Show when=move || editing.get() fallback=move || view! { <ProfileFacts state=state part=part /> }>
                <ProfileForm state=state part=part />
            </Show>
        </Card>
    }
}

/// What is filled in.
#[component]
fn ProfileFacts(state: CustomerState, part: Part) -> impl IntoView {
    let i18n = use_i18n();
    let words = state.dictionaries();
    let values = Signal::derive(move || state.customer.with(|customer| object(&customer.profile)));
    let created = move || state.customer.with(|customer| i18n.date_time(customer.created_at));
    let vocabulary = Arc::new(vocabulary(i18n, &words));
    let is_marketing = |key: &String| profile::MARKETING.iter().any(|(field, _)| field == key);
    match part {
        Part::Profile => {
            let values = Signal::derive(move || {
                let mut values = values.get();
                values.retain(|key, _| !is_marketing(key));
                values
            });
            view! {
                <Facts own=profile::FIELDS added=words.fields.clone() values=values words=vocabulary>
                    <KeyValue label=ts!("field-created_at")>{created}</KeyValue>
                </Facts>
            }
            .into_any()
        }
        Part::Marketing => {
            view! { <Facts own=profile::MARKETING added=Vec::new() values=values words=vocabulary /> }
                .into_any()
        }
    }
}

fn object(profile: &Profile) -> Map<String, Json> {
    match serde_json::to_value(profile) {
        Ok(Json::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// The form. What was typed stays until it is stored or given up; where somebody else was quicker, one is asked.
#[component]
fn ProfileForm(state: CustomerState, part: Part) -> impl IntoView {
    let (i18n, words) = (use_i18n(), state.dictionaries());
    let base = StoredValue::new(state.customer.get_untracked());
    let draft = Draft::new(profile::FIELDS, &words.fields, &base.with_value(|base| base.profile.clone()));
    let busy = RwSignal::new(false);
    let dirty =
        Signal::derive(move || !busy.get() && base.with_value(|base| draft.differs_from(&base.profile)));
    let id = base.with_value(|base| base.id);
    let told = base.with_value(|base| base.profile.telling());
    let telling = move || untrack(|| draft.read::<Profile>()).unwrap_or_default().telling();
    let watch = Watch::new(RecordKind::Customer, Some(id.0), telling).knowing(told);
    let clashing = RwSignal::new(None::<Clashing>);
    let saving = Saving { state, draft, busy, clashing, problems: use_problems(), id };
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match untrack(|| draft.read::<Profile>()).and_then(Profile::checked) {
            Err(error) => draft.error.set(Some(error)),
            Ok(typed) => saving.send(base.with_value(|base| Edit::between(&base.profile, &typed))),
        }
    };
    let vocabulary = Arc::new(vocabulary(i18n, &words));
    let shown = StoredValue::new(Shown::of(i18n, profile::FIELDS, words.fields.clone(), vocabulary.clone()));
    view! {
        <form class="customers__form" novalidate=true on:submit=send on:focusout=move |_| watch.left()>
            <FormStack>
                <FormErrors id="customer-errors" title=ts!("form-check") errors=draft.problems("field") />
                {match part {
                    Part::Profile => view! {
                        <ProfileFields draft=draft words=words vocabulary=vocabulary>
                            <DuplicateNotice watch=watch />
                        </ProfileFields>
                    }
                    .into_any(),
                    Part::Marketing => view! { <MarketingFields draft=draft words=words vocabulary=vocabulary /> }.into_any(),
                }}
                <FormActions>
                    <Button label=ts!("customer-save") tone=Tone::Primary kind=ButtonKind::Submit busy=busy />
                    <Button label=ts!("customer-cancel") on_press=move |()| state.is_editing.set(false) />
                </FormActions>
            </FormStack>
            <Guard id="customer-guard" dirty=dirty />
        </form>
        <ClashDialog clashing=clashing shown=shown />
    }
}

/// Asks what is to stay of the fields that somebody else changed meanwhile.
#[component]
pub fn ClashDialog(
    /// What somebody else changed; it opens when there is something.
    clashing: RwSignal<Option<Clashing>>,
    /// How fields are called and what they hold.
    shown: StoredValue<Shown>,
    /// Its id on the page.
    #[prop(default = "clash-dialog")]
    id: &'static str,
) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(clashing.with(Option::is_some)));
    let done = Callback::new(move |()| open.set(false));
    let form = move || {
        let clashing = clashing.get()?;
        Some(view! { <ClashForm clashing=clashing shown=shown.get_value() done=done /> })
    };
    view! {
        <Dialog id=id title=ts!("conflict-title") close_label=ts!("customer-close") open=open on_close=move |()| clashing.set(None)>
            {form}
        </Dialog>
    }
}

/// A profile on its way to the server. What was typed stays in the form whatever the answer is.
#[derive(Clone, Copy)]
struct Saving {
    state: CustomerState,
    draft: Draft,
    busy: RwSignal<bool>,
    clashing: RwSignal<Option<Clashing>>,
    problems: Problems,
    id: CustomerId,
}

impl Saving {
    fn send(self, edit: Edit) {
        if edit.to.is_empty() {
            return self.state.is_editing.set(false);
        }
        self.busy.set(true);
        spawn_local(async move {
            let answer = edit_customer(self.id, edit.clone()).await;
            // The form may be gone.
            if self.busy.try_set(false).is_none() {
                self.answered(answer, &edit);
            }
        });
    }

    fn answered(self, answer: Result<Customer>, edit: &Edit) {
        match answer {
            Ok(customer) => {
                self.state.take(customer);
                self.state.is_editing.set(false);
            }
            Err(error @ Error::Invalid(_)) => self.draft.error.set(Some(error)),
            Err(error) => match Clashing::of(&error, edit, move |chosen| self.chosen(chosen)) {
                None => self.problems.report(error),
                clashing => self.clashing.set(clashing),
            },
        }
    }

    /// What is stored is shown in any case, also when nothing of one's own is left to store.
    fn chosen(self, (now, edit): (Json, Edit)) {
        if let Ok(customer) = serde_json::from_value(now) {
            self.state.take(customer);
        }
        self.send(edit);
    }
}
