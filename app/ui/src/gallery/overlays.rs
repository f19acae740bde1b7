use leptos::prelude::*;

use super::Part;
use crate::{
    Button, Checkbox, CommandPalette, Dialog, DialogBody, DialogFooter, Field, FormStack, IconButton,
    IconName, KeyHelp, KeyValue, KeyValues, LeaveGuard, Menu, MenuItem, MenuTrigger, PaletteItem, Shortcuts,
    SideBySide, SidePanel, Size, TextArea, TextInput, Toast, Toasts, Tone,
};

#[component]
pub(super) fn Overlays() -> impl IntoView {
    let (dialog, help, palette) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let shortcuts = Shortcuts::here();
    shortcuts.add("mod+k", "Everywhere", "Open the palette", move || palette.set(true));
    shortcuts.add("?", "Everywhere", "Show all shortcuts", move || help.set(true));
    shortcuts.add("g b", "Go to", "Board", || ());
    shortcuts.add("g l", "Go to", "List", || ());
    view! {
        <Part title="Overlays">
            <div class="gallery__row">
                <Button label="Open a dialog" on_press=move |()| dialog.set(true) />
                <Button label="Open the palette" on_press=move |()| palette.set(true) />
                <Button label="Shortcuts" on_press=move |()| help.set(true) />
                <Menu id="g-menu" label="Actions" items=menu_items() />
                <Menu id="g-menu-label" label="Move to" items=stage_items() trigger=MenuTrigger::Label tone=Tone::Neutral />
                <ToastButtons />
            </div>
            <Leaving />
            <Stage />
            <SampleDialog open=dialog />
            <KeyHelp id="g-help" title="Keyboard shortcuts" close_label="Close" open=help />
            <CommandPalette
                id="g-palette"
                title="Search or run"
                placeholder="Search people, pages and actions"
                nothing_found="Nothing found. Try fewer letters."
                open=palette
                query=RwSignal::new(String::new())
                items=palette_items()
            />
        </Part>
    }
}

#[component]
fn SampleDialog(open: RwSignal<bool>) -> impl IntoView {
    view! {
        <Dialog id="g-dialog" title="Mark as lost" close_label="Close" open=open>
            <DialogBody>
                <FormStack>
                    <Field label="Reason" name="g-reason" required=true>
                        <TextInput name="g-reason" placeholder="Price, time, competitor" />
                    </Field>
                    <Field label="Note" name="g-note">
                        <TextArea name="g-note" />
                    </Field>
                </FormStack>
            </DialogBody>
            <DialogFooter>
                <Button label="Cancel" on_press=move |()| open.set(false) />
                <Button label="Mark as lost" tone=Tone::Danger on_press=move |()| open.set(false) />
            </DialogFooter>
        </Dialog>
    }
}

#[component]
fn ToastButtons() -> impl IntoView {
    let toasts = Toasts::here();
    let saved = move |()| {
        toasts.show(Toast::positive("Moved to In talks").action("Undo", || ()));
    };
    let failed = move |()| {
        toasts.show(Toast::negative("The server refused: this stage is full."));
    };
    view! {
        <Button label="Show a message" tone=Tone::Quiet on_press=saved />
        <Button label="Show an error" tone=Tone::Quiet on_press=failed />
    }
}

/// A form that does not want to be left.
#[component]
fn Leaving() -> impl IntoView {
    let dirty = RwSignal::new(false);
    view! {
        <div class="gallery__row">
            <Checkbox label="Something was not saved" name="g-dirty" checked=dirty />
            <a href="/gallery/elsewhere">"A link that leaves"</a>
            <LeaveGuard
                id="g-leave"
                dirty=dirty
                title="Leave without saving?"
                text="What you typed on this page will be lost."
                stay_label="Stay"
                leave_label="Leave"
            />
        </div>
    }
}

/// A page with a panel beside it.
#[component]
fn Stage() -> impl IntoView {
    let open = RwSignal::new(false);
    let actions = || view! { <IconButton label="Open as page" icon=IconName::External size=Size::Medium /> };
    let panel = move || {
        open.get().then(|| {
            view! {
                <SidePanel id="g-panel" title="Ada Lovelace" close_label="Close" on_close=move |()| open.set(false) actions=actions>
                    <KeyValues>
                        <KeyValue label="Company">"Analytical Engines"</KeyValue>
                        <KeyValue label="State">"In talks"</KeyValue>
                    </KeyValues>
                </SidePanel>
            }
        })
    };
    view! {
        <div class="gallery__stage">
            <SideBySide panel=panel>
                <Button label="Open the panel" tone=Tone::Quiet on_press=move |()| open.set(true) />
            </SideBySide>
        </div>
    }
}

fn menu_items() -> Vec<MenuItem> {
    vec![
        MenuItem::link("Open", "#open").icon(IconName::External),
        MenuItem::run("Rename", || ()).icon(IconName::Pencil),
        MenuItem::run("Convert", || ())
            .icon(IconName::Convert)
            .disabled_because(Some("It was converted already.".to_owned())),
        MenuItem::run("Delete", || ()).icon(IconName::Trash).danger().starts_group(),
    ]
}

fn stage_items() -> Vec<MenuItem> {
    vec![
        MenuItem::run("New", || ()).hue(0).checked(false),
        MenuItem::run("In talks", || ()).hue(4).checked(true),
        MenuItem::run("Won", || ()).hue(2).checked(false),
    ]
}

fn palette_items() -> Vec<PaletteItem> {
    vec![
        PaletteItem::link("Go to", "Board", IconName::Board, "#board").keys("g b"),
        PaletteItem::link("Go to", "List", IconName::List, "#list").keys("g l"),
        PaletteItem::run("Do", "New record", IconName::Plus, || ()).keys("c"),
        PaletteItem::link("Found", "Ada Lovelace", IconName::User, "#ada").hint("Analytical Engines").found(),
    ]
}
