use kernel::{Arg, I18n, RecordKind, RecordRef, t, ts, use_i18n, use_problems};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use records::{Failed, undo_event};
use ui::{
    Button, ButtonKind, Card, Choice, FormActions, FormStack, LinkButton, RadioGroup, Skeleton, Toast,
    Toasts, Tone,
};

use crate::api::{compare_records, merge_records};
use crate::{Comparison, FieldPair, MergeWish, Merged};

/// Two records side by side: for each field in which they differ, whose value stays.
#[component]
pub fn Merge(kind: RecordKind, one: i64, other: i64, #[prop(into)] home: String) -> impl IntoView {
    let both = Resource::new_blocking(|| (), move |()| compare_records(kind, one, other));
    let again = Callback::new(move |()| both.refetch());
    let home = StoredValue::new(home);
    view! {
        <Transition fallback=|| view! { <Skeleton label=ts!("duplicates-loading") count=6 /> }>
            {move || Suspend::new(async move {
                match both.await {
                    Ok(both) => view! { <Form kind=kind both=both home=home.get_value() again=again /> }.into_any(),
                    Err(error) => {
                        kernel::answer_with(&error);
                        view! { <Failed error=error on_again=again /> }.into_any()
                    }
                }
            })}
        </Transition>
    }
}

#[component]
fn Form(kind: RecordKind, both: Comparison, home: String, again: Callback<()>) -> impl IntoView {
    let i18n = use_i18n();
    let Comparison { survivor, other, fields } = both;
    let choices: Vec<(FieldPair, RwSignal<String>)> = fields
        .into_iter()
        .map(|field| {
            let chosen = if field.takes_other { "other" } else { "survivor" };
            (field, RwSignal::new(chosen.to_owned()))
        })
        .collect();
    let keys: Vec<_> = choices.iter().map(|(field, chosen)| (field.key.clone(), *chosen)).collect();
    let (ids, seen) =
        ((survivor.id, other.id), vec![(survivor.id, survivor.version), (other.id, other.version)]);
    let (busy, send) = sending(kind, home.clone(), again);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let is_other = |chosen: &RwSignal<String>| chosen.with_untracked(|chosen| chosen == "other");
        let take = keys.iter().filter(|(_, chosen)| is_other(chosen)).map(|(key, _)| key.clone()).collect();
        send.run(MergeWish { one: ids.0, other: ids.1, take: Some(take), seen: seen.clone() });
    };
    let intro = {
        let names = [("survivor", survivor.title.as_str().into()), ("other", other.title.as_str().into())];
        move || i18n.text("merge-intro", &names)
    };
    let is_same = choices.is_empty();
    let sides = (!is_same).then(|| sides(survivor.title, other.title));
    view! {
        <Card>
            <form on:submit=submit novalidate>
                <FormStack>
                    <p>{intro}</p>
                    <p class="merge__note">{t!("merge-note")}</p>
                    {is_same.then(|| view! { <p>{t!("merge-all-same")}</p> })}
                    {sides}
                    {choices.into_iter().map(|(field, chosen)| view! { <FieldChoice field=field chosen=chosen /> }).collect_view()}
                    <FormActions>
                        <Button label=ts!("merge-run") kind=ButtonKind::Submit tone=Tone::Primary busy=busy />
                        <LinkButton label=ts!("merge-cancel") href=home />
                    </FormActions>
                </FormStack>
            </form>
        </Card>
    }
}

/// The heads of the two columns. Who listens has heard the names in the sentence above, and hears with each value whose it is.
fn sides(survivor: String, other: String) -> impl IntoView {
    view! {
        <div class="merge__sides" aria-hidden="true">
            <p class="merge__side">
                <bdi class="merge__name">{survivor}</bdi>
                <span class="merge__note">{t!("merge-stays")}</span>
            </p>
            <p class="merge__side">
                <bdi class="merge__name">{other}</bdi>
                <span class="merge__note">{t!("merge-goes")}</span>
            </p>
        </div>
    }
}

/// Whose value stays in one field: that of the older record stands first.
#[component]
fn FieldChoice(field: FieldPair, chosen: RwSignal<String>) -> impl IntoView {
    let i18n = use_i18n();
    let FieldPair { key, label, survivor, other, .. } = field;
    let legend = Signal::derive(move || i18n.render(&label));
    let choices = Signal::derive(move || {
        let choice = |value: &str, arg: &Option<Arg>, hint: &str| Choice {
            hint: Some(i18n.text(hint, &[])),
            ..Choice::new(value, words(i18n, arg.clone()))
        };
        vec![choice("survivor", &survivor, "merge-of-older"), choice("other", &other, "merge-of-newer")]
    });
    view! { <div class="merge__field"><RadioGroup legend=legend name=format!("merge-{key}") value=chosen choices=choices /></div> }
}

fn words(i18n: I18n, value: Option<Arg>) -> String {
    match value {
        Some(value) => i18n.text("record-value", &[("value", value)]),
        None => i18n.text("record-nothing", &[]),
    }
}

/// Merges, goes to what is left (to `home` if that has no page), and gives a way back.
fn sending(kind: RecordKind, home: String, again: Callback<()>) -> (RwSignal<bool>, Callback<MergeWish>) {
    let (i18n, toasts, problems) = (use_i18n(), Toasts::here(), use_problems());
    let (busy, navigate) = (RwSignal::new(false), use_navigate());
    let back = move |record: RecordRef, event: i64| {
        spawn_local(async move {
            match undo_event(record, event, Vec::new()).await {
                Ok(()) => drop(toasts.show(Toast::positive(i18n.text("merge-undone", &[])))),
                Err(error) => problems.report(error),
            }
        });
    };
    let done = move |merged: Merged| {
        let said = i18n.text("merge-done", &[("name", merged.title.as_str().into())]);
        let (record, event) = (merged.record, merged.event);
        let toast =
            Toast::positive(said).action(i18n.text("duplicates-undo", &[]), move || back(record, event));
        toasts.show(toast);
    };
    let send = Callback::new(move |wish: MergeWish| {
        busy.set(true);
        let (navigate, home) = (navigate.clone(), home.clone());
        spawn_local(async move {
            match merge_records(kind, wish).await {
                Ok(merged) => {
                    let path = merged.record.path().unwrap_or(home);
                    done(merged);
                    navigate(&path, NavigateOptions::default());
                }
                Err(error) => {
                    if matches!(error, kernel::Error::Conflict(_)) {
                        again.run(());
                    }
                    problems.report(error);
                }
            }
            let _gone = busy.try_set(false);
        });
    });
    (busy, send)
}
