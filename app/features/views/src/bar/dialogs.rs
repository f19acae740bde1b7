//! What is asked before a view is saved or shared.

use kernel::{Error, I18n, RoleId, ts, use_i18n};
use leptos::prelude::*;
use ui::{
    Banner, Button, ButtonKind, Checkbox, Choice, Dialog, DialogBody, DialogFooter, DialogSize, Field,
    Fieldset, FormStack, Meaning, RadioGroup, TextInput, Tone,
};

use super::Viewing;
use super::acts::Acts;
use crate::{Sharing, Views};

/// What a person wants to say of a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asking {
    /// How a new one is called.
    New,
    /// How it is called from now on.
    Name,
    /// Whom it is shared with.
    Share,
}

kernel::lazy_part! {
    views_later: pub(super) fn view_dialogs(viewing: Viewing, acts: Acts, asking: RwSignal<Option<Asking>>) => view! {
        <ViewDialog viewing=viewing acts=acts asking=asking />
    }
}

#[component]
fn ViewDialog(viewing: Viewing, acts: Acts, asking: RwSignal<Option<Asking>>) -> impl IntoView {
    let i18n = use_i18n();
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(asking.with(Option::is_some)));
    let title = Signal::derive(move || {
        i18n.text(
            match asking.get() {
                Some(Asking::Share) => "views-share",
                Some(Asking::Name) => "views-rename",
                _ => "views-save-as",
            },
            &[],
        )
    });
    let done = Callback::new(move |()| open.set(false));
    view! {
        <Dialog id="view-dialog" title=title close_label=ts!("views-close") open=open size=DialogSize::Small on_close=move |()| asking.set(None)>
            {move || match asking.get_untracked() {
                Some(Asking::Share) => view! { <ShareForm viewing=viewing acts=acts done=done /> }.into_any(),
                Some(what) => view! { <NameForm viewing=viewing acts=acts is_new={what == Asking::New} done=done /> }.into_any(),
                None => ().into_any(),
            }}
        </Dialog>
    }
}

#[component]
fn NameForm(viewing: Viewing, acts: Acts, is_new: bool, done: Callback<()>) -> impl IntoView {
    let i18n = use_i18n();
    let before = if is_new { None } else { untrack(|| viewing.view()).map(|view| view.name) };
    let name = RwSignal::new(before.unwrap_or_default());
    let refused = RwSignal::new(None::<Error>);
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let name = name.get_untracked();
        if is_new { acts.create(name, refused, done) } else { acts.rename(name, refused, done) }
    };
    let error = Signal::derive(move || {
        refused.with(|error| error.as_ref()?.field("name")).map(|text| i18n.render(&text))
    });
    view! {
        <form on:submit=send novalidate>
            <DialogBody>
                <FormStack>
                    <Refused error=refused />
                    <Field label=ts!("views-name") name="view_name" id="view-name" required=true error=error>
                        <TextInput name="view_name" value=name max_length=Views::NAME as u32 autocomplete="off" />
                    </Field>
                </FormStack>
            </DialogBody>
            <DialogFooter>
                <Button label=ts!("views-save") tone=Tone::Primary kind=ButtonKind::Submit />
            </DialogFooter>
        </form>
    }
}

#[component]
fn ShareForm(viewing: Viewing, acts: Acts, done: Callback<()>) -> impl IntoView {
    let i18n = use_i18n();
    let view = untrack(|| viewing.view());
    let (sharing, firsts) = view.map(|view| (view.sharing, view.default_roles)).unwrap_or_default();
    let with = RwSignal::new(sharing.code().to_owned());
    let role = |(id, name): (RoleId, String)| {
        let is_shared = RwSignal::new(sharing.roles().contains(&id));
        (id, name, is_shared, RwSignal::new(firsts.contains(&id)))
    };
    let roles: Vec<_> =
        viewing.views.with_untracked(|views| views.roles.clone()).into_iter().map(role).collect();
    let roles = StoredValue::new(roles);
    let refused = RwSignal::new(None::<Error>);
    let no_role = Signal::derive(move || {
        refused.with(|error| error.as_ref()?.field("sharing")).map(|text| i18n.render(&text))
    });
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let chosen = |is_first: bool| {
            roles.with_value(|roles| {
                let all = roles
                    .iter()
                    .filter(|(_, _, shared, first)| if is_first { first } else { shared }.get_untracked());
                all.map(|(id, ..)| *id).collect::<Vec<RoleId>>()
            })
        };
        let sharing = match with.get_untracked().as_str() {
            "all" => Sharing::All,
            "roles" => Sharing::Roles(chosen(false)),
            _ => Sharing::Private,
        };
        acts.share(sharing, chosen(true), refused, done);
    };
    view! {
        <form on:submit=send novalidate>
            <DialogBody>
                <FormStack>
                    <Refused error=refused />
                    <RadioGroup legend=ts!("views-share-with") name="sharing" value=with choices=Signal::derive(move || choices(i18n)) />
                    {move || (with.get() != "private").then(|| role_boxes(i18n, roles, with.get() == "roles", no_role))}
                </FormStack>
            </DialogBody>
            <DialogFooter>
                <Button label=ts!("views-save") tone=Tone::Primary kind=ButtonKind::Submit />
            </DialogFooter>
        </form>
    }
}

fn choices(i18n: I18n) -> Vec<Choice> {
    [("private", "views-share-nobody"), ("roles", "views-share-roles"), ("all", "views-share-all")]
        .into_iter()
        .map(|(value, key)| Choice::new(value, i18n.text(key, &[])))
        .collect()
}

type Roles = StoredValue<Vec<(RoleId, String, RwSignal<bool>, RwSignal<bool>)>>;

/// Each role: whether it is shared with it, and whether it opens first for it.
fn role_boxes(i18n: I18n, roles: Roles, is_by_role: bool, error: Signal<Option<String>>) -> AnyView {
    let line = move |(id, name, shared, first): (RoleId, String, RwSignal<bool>, RwSignal<bool>)| {
        let label = i18n.text("views-first-for", &[("role", name.as_str().into())]);
        let share = is_by_role.then(
            || view! { <Checkbox label=name name="role" id=format!("view-role-{id}") checked=shared /> },
        );
        let is_shown = move || !is_by_role || shared.get();
        view! {
            <div class="view-role">
                {share}
                <Show when=is_shown>
                    <Checkbox label=label.clone() name="first" id=format!("view-first-{id}") checked=first />
                </Show>
            </div>
        }
    };
    view! {
        <Fieldset legend=ts!("views-roles") error=error>
            {roles.get_value().into_iter().map(line).collect_view()}
        </Fieldset>
    }
    .into_any()
}

fn at_control(field: &str) -> bool {
    matches!(field, "name" | "sharing")
}

/// Why it was refused.
#[component]
fn Refused(error: RwSignal<Option<Error>>) -> impl IntoView {
    let i18n = use_i18n();
    move || {
        let error = error.get()?;
        let text = match &error {
            // These stand at their controls.
            Error::Invalid(fields) if fields.iter().any(|field| at_control(&field.field)) => return None,
            // What a view cannot be saved with is said: a condition that cannot be read, for example.
            Error::Invalid(fields) => {
                fields.first().map(|field| i18n.render(&field.problem)).unwrap_or_default()
            }
            error => i18n.render(&error.text()),
        };
        Some(view! { <Banner text=text meaning=Meaning::Negative live=true /> })
    }
}
