use leptos::prelude::*;

use super::Part;
use crate::{Button, IconButton, IconName, LinkButton, Segment, Segmented, Size, Tone};

#[component]
pub(super) fn Buttons() -> impl IntoView {
    let count = RwSignal::new(0);
    let pressed = RwSignal::new(Some(true));
    let chosen = RwSignal::new("board".to_owned());
    let segments =
        vec![Segment::new("board", "Board"), Segment::new("list", "List"), Segment::new("map", "Map")];
    view! {
        <Part title="Buttons">
            <div class="gallery__row">
                <Button label="Save changes" tone=Tone::Primary />
                <Button label="Cancel" />
                <Button label="Delete" tone=Tone::Danger icon=IconName::Trash />
                <Button label="More filters" tone=Tone::Quiet icon=IconName::Filter />
                <LinkButton label="Open report" href="#report" icon=IconName::External />
                <Button
                    label=Signal::derive(move || format!("Pressed {} times", count.get()))
                    on_press=move |()| count.update(|count| *count += 1)
                />
            </div>
            <div class="gallery__row">
                <Button label="Saving" tone=Tone::Primary busy=true />
                <Button label="Saving" busy=true />
                <Button label="Send" tone=Tone::Primary disabled_because="Choose somebody first." />
                <Button label="Delete" tone=Tone::Danger disabled_because="Two invoices belong to it." />
                <Button label="Only mine" pressed=pressed on_press=move |()| pressed.update(|on| *on = on.map(|on| !on)) />
                <Segmented label="Show as" segments=segments chosen=chosen />
            </div>
            <div class="gallery__row">
                <Button label="Small" size=Size::Small tone=Tone::Primary icon=IconName::Plus />
                <Button label="Small" size=Size::Small />
                <Button label="Large" size=Size::Large tone=Tone::Primary />
                <Button label="Large" size=Size::Large />
                <IconButton label="Notifications" icon=IconName::Bell />
                <IconButton label="Settings" icon=IconName::Settings tone=Tone::Neutral />
                <IconButton label="Add" icon=IconName::Plus tone=Tone::Primary />
                <IconButton label="Delete" icon=IconName::Trash tone=Tone::Danger />
                <IconButton label="Favourite" icon=IconName::Star pressed=Some(true) />
                <IconButton label="Undo" icon=IconName::Undo disabled_because="There is nothing to undo." />
                <IconButton label="Close" icon=IconName::Close size=Size::Small />
            </div>
        </Part>
    }
}
