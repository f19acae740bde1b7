//! The dialogs between a wish and a change: required fields, the reason of a loss, a conversion.

use std::sync::Arc;

use fields::{CustomControls, CustomField};
use kernel::{FieldError, Text, ts};
use leptos::prelude::*;
use ui::{
    Banner, Button, ButtonKind, Dialog, DialogBody, DialogFooter, DialogSize, Field, FormErrors, FormStack,
    Meaning, Select, Skeleton, Tone,
};

use super::clashes::ClashDialog;
use super::conversion::ConversionDialog;
use super::fields::{Draft, ProfileField, choices};
use super::rules::{Question, Rules};
use crate::api::get_dictionaries;
use crate::{Dictionaries, LeadPatch, Outcome, REQUIRABLE};

/// All of them; stands once on each page with [`Rules`].
#[component]
pub fn RuleDialogs() -> impl IntoView {
    let rules = Rules::here();
    rule_dialogs(Signal::derive(move || rules.is_asking()), move || rules.give_up(), rules)
}

kernel::lazy_part! {
    leads_later: fn rule_dialogs(rules: Rules) => view! {
        <QuestionDialog rules=rules />
        <LostDialog rules=rules />
        <ConversionDialog rules=rules />
        <ClashDialog rules=rules />
    }
}

/// Asks for exactly the fields that a stage requires and the lead lacks.
#[component]
fn QuestionDialog(rules: Rules) -> impl IntoView {
    let open = RwSignal::new(false);
    let i18n = rules.i18n;
    Effect::new(move |_| open.set(rules.question.with(Option::is_some)));
    let title = Signal::derive(move || {
        let stage =
            rules.question.with(|question| question.as_ref().map(|question| question.stage.name.clone()));
        i18n.text("rule-title", &[("stage", stage.unwrap_or_default().into())])
    });
    // Closing without an answer gives up; an answer takes the question first.
    let closed = move |()| {
        rules.give_up_question();
    };
    view! {
        <Dialog id="rule-dialog" title=title close_label=ts!("lead-close") open=open size=DialogSize::Small on_close=closed>
            {move || rules.question.get_untracked().map(|question| view! { <QuestionForm rules=rules question=question open=open /> })}
        </Dialog>
    }
}

/// The fields that were added have names and kinds of their own, so the form comes with the words.
#[component]
fn QuestionForm(rules: Rules, question: Question, open: RwSignal<bool>) -> impl IntoView {
    let words = LocalResource::new(get_dictionaries);
    let question = StoredValue::new(question);
    move || match words.get() {
        None => view! { <DialogBody><Skeleton label=ts!("board-loading") count=2 /></DialogBody> }.into_any(),
        Some(Err(error)) => {
            let text = rules.i18n.render(&error.text());
            view! { <DialogBody><Banner text=text meaning=Meaning::Negative live=true /></DialogBody> }
                .into_any()
        }
        Some(Ok(words)) => {
            let question = question.get_value();
            view! { <Answers rules=rules question=question words=Arc::new(words) open=open /> }.into_any()
        }
    }
}

#[component]
fn Answers(
    rules: Rules,
    question: Question,
    words: Arc<Dictionaries>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let is_asked = |field: &CustomField| question.fields.iter().any(|asked| asked == field.key().as_str());
    let asked = words.fields.iter().filter(|field| is_asked(field)).cloned();
    let added: Vec<CustomField> = asked.map(|field| CustomField { is_required: true, ..field }).collect();
    let draft = Draft::new(&question.lead.profile, &added);
    let own = REQUIRABLE.iter().copied().filter(|own| question.fields.iter().any(|asked| asked == own));
    let field = |name: &'static str| {
        view! { <ProfileField name=name draft=draft words=words.clone() required=true prefix="rule" /> }
    };
    let own = own.map(field).collect_view();
    let name = question.lead.profile.name.clone();
    let question = StoredValue::new(question);
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let question = question.get_value();
        match untrack(|| answers(draft, &question)) {
            Err(error) => draft.error.set(Some(error)),
            Ok(answers) => {
                rules.question.set(None);
                open.set(false);
                (question.go_on)(answers);
            }
        }
    };
    view! {
        <form on:submit=send novalidate>
            <DialogBody>
                <FormStack>
                    <p dir="auto">{kernel::t!("rule-text", name = name.as_str())}</p>
                    {own}
                    <CustomControls draft=draft.custom error=draft.error staff=words.staff.clone() prefix="rule" />
                </FormStack>
            </DialogBody>
            <DialogFooter>
                <Button label=ts!("lead-cancel") on_press=move |()| open.set(false) />
                <Button label=ts!("rule-go") tone=Tone::Primary kind=ButtonKind::Submit />
            </DialogFooter>
        </form>
    }
}

/// What was answered, if nothing that was asked is left out.
fn answers(draft: Draft, question: &Question) -> kernel::Result<LeadPatch> {
    let profile = draft.profile()?.checked()?;
    let missing = question.fields.iter().filter(|field| !profile.has(field));
    let problem = |field: &String| FieldError { field: field.clone(), problem: Text::new("error-required") };
    let problems: Vec<FieldError> = missing.map(problem).collect();
    match problems.is_empty() {
        true => Ok(LeadPatch::between(&question.lead.profile, &profile)),
        false => Err(kernel::Error::Invalid(problems)),
    }
}

/// Asks why a lead was lost, or is junk.
#[component]
fn LostDialog(rules: Rules) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(rules.losing.with(Option::is_some)));
    let title = Signal::derive(move || match as_junk(rules) {
        true => rules.i18n.text("junk-title", &[]),
        false => rules.i18n.text("lost-title", &[]),
    });
    view! {
        <Dialog
            id="lost-dialog"
            title=title
            close_label=ts!("lead-close")
            open=open
            size=DialogSize::Small
            on_close=move |()| rules.losing.set(None)
        >
            <LostForm rules=rules open=open />
        </Dialog>
    }
}

/// Whether the lead is to become junk, not lost.
fn as_junk(rules: Rules) -> bool {
    rules.losing.with(|losing| losing.as_ref().is_some_and(|losing| losing.outcome == Outcome::Junk))
}

#[component]
fn LostForm(rules: Rules, open: RwSignal<bool>) -> impl IntoView {
    let (i18n, reason) = (rules.i18n, RwSignal::new(String::new()));
    let words = LocalResource::new(get_dictionaries);
    let reasons = Signal::derive(move || {
        let words = words.get().and_then(Result::ok);
        words.map(|words| choices(i18n, "lost_reason_id", &words)).unwrap_or_default()
    });
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(losing) = rules.losing.get_untracked() else { return };
        let chosen: Option<i64> = reason.get_untracked().parse().ok();
        open.set(false);
        (losing.go_on)(LeadPatch::one("lost_reason_id", chosen));
    };
    let label = Signal::derive(move || match as_junk(rules) {
        true => i18n.text("lead-mark-junk", &[]),
        false => i18n.text("lead-mark-lost", &[]),
    });
    view! {
        <form on:submit=send>
            <DialogBody>
                <Field label=ts!("field-lost_reason_id") name="lost-reason">
                    <Select name="lost-reason" value=reason choices=reasons empty_label=ts!("field-none") />
                </Field>
            </DialogBody>
            <DialogFooter>
                <Button label=ts!("lead-cancel") on_press=move |()| open.set(false) />
                <Button label=label tone=Tone::Primary kind=ButtonKind::Submit />
            </DialogFooter>
        </form>
    }
}

/// What is wrong with a form as a whole.
#[component]
pub fn DraftErrors(
    draft: Draft,
    #[prop(into)] id: String,
    /// What the ids of the fields begin with.
    #[prop(default = "field")]
    prefix: &'static str,
) -> impl IntoView {
    view! { <FormErrors id=id title=ts!("form-check") errors=draft.problems(prefix) /> }
}
