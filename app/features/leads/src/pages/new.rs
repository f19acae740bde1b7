//! The form for a new lead, as a page and as a dialog over the board.

use std::sync::Arc;

use duplicates::{DuplicateNotice, Match, Watch};
use fields::{CustomControls, CustomValues};
use kernel::{Area, Can, Error, RecordKind, StageId, t, ts, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use ui::{
    Button, ButtonKind, ComboOption, ComboTexts, Combobox, Field, Fieldset, FormActions, FormRow, FormStack,
    LeaveGuard, PageTitle, Skeleton, Toast, Toasts, Tone,
};

use super::address;
use super::board::Failed;
use super::dialogs::DraftErrors;
use super::fields::{Draft, ProfileField};
use crate::api::{create_lead, get_dictionaries};
use crate::{Dictionaries, Lead, Profile, StageKind};

/// `/leads/new`.
#[component]
pub fn NewLeadPage() -> impl IntoView {
    let words = Resource::new_blocking(|| (), |()| get_dictionaries());
    let stage = use_query_map()
        .with_untracked(|params| params.get("stage"))
        .and_then(|id| id.parse().ok())
        .map(StageId);
    let navigate = use_navigate();
    let created =
        Callback::new(move |lead: Lead| navigate(&address::lead(lead.id), NavigateOptions::default()));
    let retry = Callback::new(move |()| words.refetch());
    let may_create = kernel::use_me().actor.require(Area::Leads, Can::Create);
    view! {
        <PageTitle text=ts!("board-new") />
        <div class="lead-new">
            <h1>{t!("board-new")}</h1>
            <Suspense fallback=|| view! { <Skeleton label=ts!("board-loading") count=6 /> }>
                {move || {
                    let may_create = may_create.clone();
                    Suspend::new(async move {
                        match may_create.and(words.await) {
                            Ok(words) => view! { <LeadForm words=Arc::new(words) stage=stage created=created /> }.into_any(),
                            Err(error) => view! { <Failed error=error retry=retry /> }.into_any(),
                        }
                    })
                }}
            </Suspense>
        </div>
    }
}

const SHORT: [&str; 6] = ["company", "email", "phone", "value", "owner_id", "source_id"];

/// The fields of a new lead. What was typed stays whatever the server says.
#[component]
pub fn LeadForm(
    words: Arc<Dictionaries>,
    stage: Option<StageId>,
    /// Only the fields that nearly every lead has.
    #[prop(optional)]
    is_short: bool,
    created: Callback<Lead>,
    #[prop(optional, into)] cancel: Option<Callback<()>>,
) -> impl IntoView {
    let words = entered(words);
    let start = start(&words, stage);
    // The dialog can stand over a page with a form of its own.
    let prefix = if is_short { "add" } else { "field" };
    let (draft, tags, busy) =
        (Draft::new(&start, &words.fields), RwSignal::new(Vec::<String>::new()), RwSignal::new(false));
    let (i18n, toasts, problems) = (use_i18n(), Toasts::here(), use_problems());
    let start = StoredValue::new(start);
    let dirty = Signal::derive(move || !busy.get() && start.with_value(|start| draft.differs_from(start)));
    let watch = Watch::new(RecordKind::Lead, None, move || typed(draft).telling());
    let navigate = use_navigate();
    let taken = Callback::new(move |one: Match| {
        busy.set(true);
        toasts.show(Toast::positive(i18n.text("lead-taken-toast", &[("name", one.title.as_str().into())])));
        navigate(&one.path, NavigateOptions::default());
    });
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let profile = match untrack(|| draft.profile()).and_then(Profile::checked) {
            Ok(profile) => profile,
            Err(error) => return draft.error.set(Some(error)),
        };
        busy.set(true);
        spawn_local(async move {
            if !watch.may_save().await {
                return busy.set(false);
            }
            match create_lead(profile, tags.get_untracked()).await {
                Ok(lead) => {
                    toasts.show(Toast::positive(
                        i18n.text("lead-created-toast", &[("name", lead.profile.name.as_str().into())]),
                    ));
                    created.run(lead);
                }
                Err(error) => {
                    busy.set(false);
                    match error {
                        error @ Error::Invalid(_) => draft.error.set(Some(error)),
                        error => problems.report(error),
                    }
                }
            }
        });
    };
    let all = Callback::new(move |()| typed(draft).filling());
    let notice = view! { <DuplicateNotice watch=watch all=all taken=taken /> }.into_any();
    let name =
        view! { <ProfileField name="name" draft=draft words=words.clone() required=true prefix=prefix /> };
    let fields = match is_short {
        true => short_fields(draft, &words, notice).into_any(),
        false => all_fields(draft, &words, tags, notice).into_any(),
    };
    view! {
        <form class="lead-form" on:submit=send on:focusout=move |_| watch.left() novalidate>
            <FormStack>
                <DraftErrors draft=draft id=format!("{prefix}-errors") prefix=prefix />
                {name}
                {fields}
                <FormActions>
                    <Button label=ts!("lead-create") tone=Tone::Primary kind=ButtonKind::Submit busy=busy />
                    {cancel.map(|cancel| view! { <Button label=ts!("lead-cancel") on_press=cancel /> })}
                </FormActions>
            </FormStack>
        </form>
        {(!is_short).then(|| view! { <Guard dirty=dirty /> })}
    }
}

/// What is typed so far, whether or not it can be stored.
pub fn typed(draft: Draft) -> Profile {
    untrack(|| draft.profile()).unwrap_or_default()
}

/// Asks before typed text is left behind.
#[component]
pub fn Guard(dirty: Signal<bool>) -> impl IntoView {
    view! {
        <LeaveGuard
            id="lead-leave"
            dirty=dirty
            title=ts!("leave-title")
            text=ts!("leave-text")
            stay_label=ts!("leave-stay")
            leave_label=ts!("leave-go")
        />
    }
}

/// The words of a form for new leads: nobody begins as a customer, or lost.
fn entered(words: Arc<Dictionaries>) -> Arc<Dictionaries> {
    let mut words = Arc::unwrap_or_clone(words);
    words.stages.retain(|stage| stage.kind == StageKind::Open && !stage.is_conversion);
    Arc::new(words)
}

fn start(words: &Dictionaries, stage: Option<StageId>) -> Profile {
    let stage = stage.filter(|id| words.stages.iter().any(|stage| stage.id() == *id));
    let default_stage = words.stages.iter().find(|stage| stage.is_default).map(crate::Stage::id);
    let default_source = words.sources.iter().find(|source| source.is_default).map(|source| source.id);
    let owner_id = kernel::use_me().actor.staff_id();
    let (stage_id, custom) = (stage.or(default_stage), CustomValues::usual(&words.fields));
    Profile { stage_id, source_id: default_source, owner_id, custom, ..Profile::default() }
}

/// The notice of who is there already stands below what tells people apart, near to where it is typed.
fn short_fields(draft: Draft, words: &Arc<Dictionaries>, notice: AnyView) -> impl IntoView + use<> {
    let own = SHORT
        .map(|name| view! { <ProfileField name=name draft=draft words=words.clone() prefix="add" /> })
        .collect_view();
    let staff = words.staff.clone();
    view! {
        {own}
        {notice}
        <CustomControls draft=draft.custom error=draft.error staff=staff only_required=true prefix="add" />
    }
}

fn all_fields(
    draft: Draft,
    words: &Arc<Dictionaries>,
    tags: RwSignal<Vec<String>>,
    notice: AnyView,
) -> impl IntoView + use<> {
    let kept = StoredValue::new(words.clone());
    let field =
        move |name: &'static str| view! { <ProfileField name=name draft=draft words=kept.get_value() /> };
    view! {
        <FormRow>{field("company")} {field("position")}</FormRow>
        <FormRow>{field("email")} {field("phone")} {field("website")}</FormRow>
        {notice}
        <FormRow>{field("stage_id")} {field("source_id")} {field("owner_id")}</FormRow>
        {field("value")}
        <TagsField words=words.clone() tags=tags />
        <Fieldset legend=ts!("form-address")>
            {field("street")}
            <FormRow>{field("postcode")} {field("city")}</FormRow>
            <FormRow>{field("region")} {field("country")}</FormRow>
        </Fieldset>
        {field("language")}
        {field("description")}
        <CustomControls draft=draft.custom error=draft.error staff=words.staff.clone() />
        {field("is_public")}
    }
}

/// Tags by name, known or new ones.
#[component]
fn TagsField(words: Arc<Dictionaries>, tags: RwSignal<Vec<String>>) -> impl IntoView {
    let i18n = use_i18n();
    let known: Vec<ComboOption> = words
        .tags
        .iter()
        .map(|tag| ComboOption::new(tag.name.clone(), tag.name.clone()).hue(tag.hue))
        .collect();
    let options = RwSignal::new(known);
    let create = move |name: String| {
        options.update(|options| options.push(ComboOption::new(name.clone(), name.clone())));
        tags.update(|tags| tags.push(name));
    };
    let texts = Signal::derive(move || ComboTexts {
        placeholder: i18n.text("form-tags-placeholder", &[]),
        nothing_found: i18n.text("form-tags-none", &[]),
        remove: Callback::new(move |name: String| i18n.text("form-tags-remove", &[("name", name.into())])),
        create: Callback::new(move |name: String| i18n.text("form-tags-create", &[("name", name.into())])),
    });
    view! {
        <Field label=ts!("field-tags") name="tags">
            <Combobox name="tags" selected=tags options=options texts=texts multiple=true on_create=create />
        </Field>
    }
}
