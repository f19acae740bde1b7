use kernel::{t, ts, use_i18n};
use leptos::prelude::*;
use ui::{
    Announcer, Banner, Button, Card, Checkbox, Choice, Dialog, DialogBody, DialogFooter, DialogSize, Field,
    FormActions, FormRow, IconName, Meaning, Select, TextInput, Tone,
};

use super::Choices;
use crate::pages::attempt::{Attempt, AttemptError};
use crate::{
    NAME_LIMIT, SavedMapping, delete_import_mapping, inspect_import, rename_import_mapping,
    save_import_mapping, use_import_mapping,
};

/// What the dialog of a name is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Naming {
    /// A new mapping.
    Save,
    /// This one.
    Rename(i64),
}

/// The saved mappings, the one that was made for such a file first. Nothing while there are none.
#[component]
pub fn MappingsCard(choices: Choices) -> impl IntoView {
    let has_some = choices.part(|seen| !seen.mappings.is_empty());
    view! { <Show when=move || has_some.get()><Mappings choices=choices /></Show> }
}

#[component]
fn Mappings(choices: Choices) -> impl IntoView {
    let (i18n, announcer) = (use_i18n(), Announcer::here());
    let all = choices.part(|seen| seen.mappings.clone());
    let fitting = move || all.with(|all| all.iter().find(|one| one.fits).cloned());
    let picked = RwSignal::new(untrack(fitting).map(|one| one.id.to_string()).unwrap_or_default());
    let chosen = Memo::new(move |_| {
        let id: Option<i64> = picked.get().parse().ok();
        all.with(|all| all.iter().find(|one| Some(one.id) == id).cloned())
    });
    let entries = Signal::derive(move || {
        let entry = |one: SavedMapping| {
            let key = if one.fits { "import-mapping-fits" } else { "import-mapping-named" };
            Choice::new(one.id.to_string(), i18n.text(key, &[("name", one.name.into())]))
        };
        all.get().into_iter().map(entry).collect::<Vec<_>>()
    });
    let attempt = Attempt::new();
    let take = move |()| {
        let Some(one) = chosen.get_untracked() else { return };
        attempt.run(use_import_mapping(choices.id, one.id), move |seen| {
            choices.take(seen);
            announcer.announce(i18n.text("import-mapping-used", &[("name", one.name.into())]));
        });
    };
    let naming = RwSignal::new(None::<Naming>);
    let delete = move |()| {
        let Some(one) = chosen.get_untracked() else { return };
        let id = choices.id;
        let work = async move {
            delete_import_mapping(one.id).await?;
            inspect_import(id).await
        };
        attempt.run(work, move |seen| choices.take(seen));
    };
    let greeting = move || {
        fitting().map(|one| {
            let text = Signal::derive(move || {
                i18n.text("import-mapping-known", &[("name", one.name.as_str().into())])
            });
            view! { <Banner text=text meaning=Meaning::Accent /> }
        })
    };
    let nothing =
        Signal::derive(move || chosen.with(Option::is_none).then(|| i18n.text("import-mapping-pick", &[])));
    let is_own = move || chosen.with(|one| one.as_ref().is_some_and(|one| one.is_own));
    let rename = move |()| naming.set(chosen.get_untracked().map(|one| Naming::Rename(one.id)));
    view! {
        <Card title=ts!("import-mappings")>
            <div class="import-step">
                {greeting}
                <FormRow>
                    <Field label=ts!("import-mapping") name="mapping">
                        <Select name="mapping" value=picked choices=entries empty_label=ts!("import-mapping-none") />
                    </Field>
                </FormRow>
                <AttemptError attempt=attempt />
                <FormActions>
                    <Button
                        label=ts!("import-mapping-use")
                        icon=IconName::CheckAll
                        busy=attempt.busy
                        disabled_because=nothing
                        on_press=take
                    />
                    <Show when=is_own>
                        <Button label=ts!("import-mapping-rename") tone=Tone::Quiet on_press=rename />
                        <Button label=ts!("import-mapping-delete") tone=Tone::Quiet on_press=delete />
                    </Show>
                </FormActions>
                <NameDialog choices=choices id="rename-mapping" naming=naming />
            </div>
        </Card>
    }
}

/// The button that saves the choices for the next such file.
#[component]
pub fn SaveMapping(choices: Choices) -> impl IntoView {
    let naming = RwSignal::new(None::<Naming>);
    let has_header = choices.part(|seen| seen.columns.iter().any(|column| column.name.is_some()));
    view! {
        <Show when=move || has_header.get()>
            <Button
                label=ts!("import-mapping-save")
                tone=Tone::Quiet
                on_press=move |()| naming.set(Some(Naming::Save))
            />
            <NameDialog choices=choices id="save-mapping" naming=naming />
        </Show>
    }
}

#[component]
fn NameDialog(choices: Choices, id: &'static str, naming: RwSignal<Option<Naming>>) -> impl IntoView {
    let (i18n, announcer) = (use_i18n(), Announcer::here());
    let open = RwSignal::new(false);
    let (name, is_shared) = (RwSignal::new(String::new()), RwSignal::new(false));
    Effect::new(move |_| {
        let Some(what) = naming.get() else { return };
        let known = choices
            .seen
            .with_untracked(|seen| seen.mappings.iter().find(|one| Some(one.id) == what.id()).cloned());
        name.set(known.as_ref().map(|one| one.name.clone()).unwrap_or_default());
        is_shared.set(known.is_some_and(|one| one.is_shared));
        open.set(true);
    });
    Effect::new(move |was_open: Option<bool>| {
        if was_open == Some(true) && !open.get() {
            naming.set(None);
        }
        open.get()
    });
    let attempt = Attempt::new();
    let keep = move |()| {
        let (Some(what), id) = (naming.get_untracked(), choices.id) else { return };
        let (typed, shared) = (name.get_untracked(), is_shared.get_untracked());
        let work = async move {
            match what {
                Naming::Save => save_import_mapping(id, typed, shared).await,
                Naming::Rename(mapping) => {
                    rename_import_mapping(mapping, typed, shared).await?;
                    inspect_import(id).await
                }
            }
        };
        attempt.run(work, move |seen| {
            open.set(false);
            choices.seen.update(|known| known.mappings = seen.mappings);
            announcer.announce(i18n.text("import-mapping-saved", &[]));
        });
    };
    let field = StoredValue::new(format!("{id}-name"));
    view! {
        <Dialog
            id=id
            title=ts!("import-mapping-save")
            close_label=ts!("import-mapping-cancel")
            open=open
            size=DialogSize::Small
        >
            <DialogBody>
                <div class="import-step">
                    <p class="import-step__hint">{t!("import-mapping-save-hint")}</p>
                    <Field label=ts!("import-mapping-name") name=field.get_value()>
                        <TextInput name=field.get_value() value=name max_length=NAME_LIMIT as u32 />
                    </Field>
                    <Checkbox
                        label=ts!("import-mapping-share")
                        name=format!("{id}-shared")
                        checked=is_shared
                    />
                    <AttemptError attempt=attempt />
                </div>
            </DialogBody>
            <DialogFooter>
                <Button label=ts!("import-mapping-keep") tone=Tone::Primary busy=attempt.busy on_press=keep />
                <Button label=ts!("import-mapping-cancel") on_press=move |()| open.set(false) />
            </DialogFooter>
        </Dialog>
    }
}

impl Naming {
    fn id(self) -> Option<i64> {
        match self {
            Self::Save => None,
            Self::Rename(id) => Some(id),
        }
    }
}
