//! The dialogs in which something is posted or taken back.

use kernel::{Error, Money, t, ts, use_i18n};
use leptos::prelude::*;
use staff::pages::{Attempt, SettingsForm};
use ui::{Dialog, DialogSize, Field, MoneyInput, TextInput, Toast, Toasts};

use super::detail::Here;
use crate::{PostingKind, StatementLine, post_charge, post_correction, post_payment, reverse_posting};

/// The dialog in which something is posted; which kind of posting, the signal says.
#[component]
pub(super) fn PostDialog(here: Here, post: RwSignal<Option<PostingKind>>) -> impl IntoView {
    let i18n = use_i18n();
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(post.with(Option::is_some)));
    let title = Signal::derive(move || match post.get() {
        Some(PostingKind::Payment) => i18n.text("account-post-payment", &[]),
        Some(PostingKind::Correction) => i18n.text("account-post-correction", &[]),
        _ => i18n.text("account-post-charge", &[]),
    });
    let done = Callback::new(move |()| {
        open.set(false);
        here.again.run(());
    });
    view! {
        <Dialog id="post-dialog" title=title close_label=ts!("account-close-dialog") open=open size=DialogSize::Small on_close=move |()| post.set(None)>
            {move || post.get_untracked().map(|kind| view! { <PostForm here=here kind=kind done=done /> })}
        </Dialog>
    }
}

#[component]
fn PostForm(here: Here, kind: PostingKind, done: Callback<()>) -> impl IntoView {
    let (i18n, toasts, attempt) = (use_i18n(), Toasts::here(), Attempt::in_form());
    let (id, currency) =
        here.details.with_untracked(|details| (details.account.id, details.account.currency()));
    let (minor, unreadable) = (RwSignal::new(None::<i64>), RwSignal::new(false));
    let reason = RwSignal::new(String::new());
    let send = move |()| {
        if unreadable.get_untracked() {
            return;
        }
        let amount = Money::new(minor.get_untracked().unwrap_or_default(), currency);
        let reason = reason.get_untracked();
        let work = async move {
            match kind {
                PostingKind::Charge => post_charge(id, amount, reason).await,
                PostingKind::Payment => post_payment(id, amount, reason).await,
                PostingKind::Correction => post_correction(id, amount, reason).await,
                PostingKind::Reversal => Err(Error::NotFound),
            }
        };
        attempt.run(work, move |_| {
            toasts.show(Toast::positive(i18n.text("account-posted", &[])));
            done.run(());
        });
    };
    let problems = attempt.problems();
    let (unfit, no_money) = (problems.of("amount"), t!("error-money"));
    let wrong = Signal::derive(move || match unreadable.get() {
        true => Some(no_money()),
        false => unfit.get(),
    });
    let hint = Signal::derive(move || {
        (kind == PostingKind::Correction).then(|| i18n.text("account-correction-hint", &[]))
    });
    view! {
        <SettingsForm attempt=attempt label=ts!("account-post") on_send=send>
            <Field label=ts!("account-amount") name="amount" id="post-amount" hint=hint error=wrong required=true>
                <MoneyInput name="amount" minor=minor currency=currency.to_string() decimals=Signal::stored(currency.decimals() as u8) unreadable=unreadable />
            </Field>
            <Field label=ts!("account-reason") name="reason" id="post-reason" error=problems.of("reason") required=true>
                <TextInput name="reason" value=reason max_length=200 />
            </Field>
        </SettingsForm>
    }
}

/// The dialog in which a posting is taken back.
#[component]
pub(super) fn ReverseDialog(here: Here, reverse: RwSignal<Option<StatementLine>>) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(reverse.with(Option::is_some)));
    let done = Callback::new(move |()| {
        open.set(false);
        here.again.run(());
    });
    view! {
        <Dialog
            id="reverse-dialog"
            title=ts!("account-reverse")
            close_label=ts!("account-close-dialog")
            open=open
            size=DialogSize::Small
            on_close=move |()| reverse.set(None)
        >
            {move || reverse.get_untracked().map(|line| view! { <ReverseForm here=here line=line done=done /> })}
        </Dialog>
    }
}

#[component]
fn ReverseForm(here: Here, line: StatementLine, done: Callback<()>) -> impl IntoView {
    let (i18n, toasts, attempt) = (use_i18n(), Toasts::here(), Attempt::in_form());
    let (id, posting) = (here.details.with_untracked(|details| details.account.id), line.posting_id);
    let reason = RwSignal::new(String::new());
    let send = move |()| {
        attempt.run(reverse_posting(id, posting, reason.get_untracked()), move |_| {
            toasts.show(Toast::positive(i18n.text("account-reversed", &[])));
            done.run(());
        });
    };
    let problems = attempt.problems();
    // What is wrong with the posting itself is said here, too: there is no other field.
    let (own, other) = (problems.of("reason"), problems.elsewhere(&["reason"]));
    let wrong = Signal::derive(move || own.get().or_else(|| other.get()));
    let what = move || {
        let (amount, reason) = (line.amount, line.reason.as_str());
        i18n.text("account-reverse-text", &[("amount", amount.into()), ("reason", reason.into())])
    };
    view! {
        <SettingsForm attempt=attempt label=ts!("account-reverse") on_send=send>
            <p>{what}</p>
            <Field label=ts!("account-reason") name="reason" id="reverse-reason" error=wrong required=true>
                <TextInput name="reason" value=reason max_length=200 />
            </Field>
        </SettingsForm>
    }
}
