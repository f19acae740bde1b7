use kernel::{RecordRef, t, ts, use_i18n, use_live};
use leptos::prelude::*;
use ui::{Avatar, AvatarSize, Button, ButtonKind, Field, IconButton, IconName, Size};

use super::picture_dialog::{Changing, picture_dialog};
use crate::picture::TAKEN;
use crate::{PICTURE_LIMIT, PictureRef, get_picture, picture_path};

/// The picture of a record, or the initials of its name, and a way to change it. It follows the feed by itself.
#[component]
pub fn PictureField(
    /// Whose.
    record: RecordRef,
    /// What the record is called, printed beside the picture.
    #[prop(into)]
    name: Signal<String>,
    /// The person may only look.
    #[prop(optional, into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let asked = RwSignal::new(0_u32);
    let again = Callback::new(move |()| asked.update(|asked| *asked += 1));
    follow(record, again);
    let picture = Resource::new_blocking(move || asked.get(), move |_| get_picture(record));
    // Until another one is there, the one that was there stays.
    let known = RwSignal::new(None::<PictureRef>);
    // Made here and not beside the picture: that is drawn anew when another one comes, while this is still listened to.
    let image = Signal::derive(move || known.get().map(PictureRef::large_path));
    let seed = format!("{}-{}", record.kind.code(), record.id);
    let changing = Changing { record, name, known, open: RwSignal::new(false), again };
    view! {
        <div class="picture-field">
            <Transition>
                {move || {
                    let seed = seed.clone();
                    Suspend::new(async move {
                    // Who may not see the record any more keeps what was seen: the page says it.
                    if let Ok(found) = picture.await {
                        known.set(found);
                    }
                    view! {
                        <Avatar
                            name=name
                            seed=seed
                            image=image
                            size=AvatarSize::Huge
                            name_shown_beside=true
                        />
                    }
                    })
                }}
            </Transition>
            <Show when=move || !locked.get()>
                <ChangeButton changing=changing />
            </Show>
        </div>
    }
}

/// The same in a line of a list, which knows the picture and follows the feed itself.
#[component]
pub fn SmallPictureField(
    /// Whose.
    record: RecordRef,
    /// What the record is called, printed beside the picture.
    #[prop(into)]
    name: Signal<String>,
    /// The picture that it has.
    picture: Option<PictureRef>,
    /// The person may only look.
    #[prop(optional, into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let known = RwSignal::new(picture);
    let image = move || known.get().map(PictureRef::small_path);
    let open = RwSignal::new(false);
    let again = Callback::new(|()| ());
    let changing = Changing { record, name, known, open, again };
    let label = move || i18n.text("picture-change-of", &[("name", name.get().into())]);
    view! {
        <div class="picture-field">
            <Avatar
                name=name
                seed=format!("{}-{}", record.kind.code(), record.id)
                image=Signal::derive(image)
                name_shown_beside=true
            />
            <Show when=move || !locked.get()>
                <IconButton
                    label=Signal::derive(label)
                    icon=IconName::Image
                    size=Size::Small
                    on_press=move |()| open.set(true)
                />
                {picture_dialog(open, move || open.set(false), changing)}
            </Show>
        </div>
    }
}

fn follow(record: RecordRef, again: Callback<()>) {
    let live = use_live();
    live.on_event(move |event| {
        if event.record == record && event.kind.starts_with("picture.") {
            again.run(());
        }
    });
    live.on_catch_up(move || again.run(()));
}

/// Opens the dialog; as long as our program is not there, a plain form that cuts out the middle.
#[component]
fn ChangeButton(changing: Changing) -> impl IntoView {
    let i18n = use_i18n();
    let is_live = RwSignal::new(false);
    Effect::new(move |_| is_live.set(true));
    let label = Signal::derive(move || {
        let key = if changing.known.get().is_some() { "picture-change" } else { "picture-add" };
        i18n.text(key, &[])
    });
    let open = changing.open;
    view! {
        <Show when=move || is_live.get() fallback=move || view! { <PlainForm record=changing.record label=label /> }>
            <Button label=label size=Size::Small icon=IconName::Image on_press=move |()| open.set(true) />
        </Show>
        {picture_dialog(open, move || open.set(false), changing)}
    }
}

#[component]
fn PlainForm(record: RecordRef, label: Signal<String>) -> impl IntoView {
    let id = format!("picture-file-{}-{}", record.kind.code(), record.id);
    let (own, hint_id) = (id.clone(), format!("{id}-hint"));
    let hint = ts!("picture-hint", megabytes = (PICTURE_LIMIT / 1_000_000) as i64);
    view! {
        <details class="picture-field__plain">
            <summary class="button button--neutral button--small">{label}</summary>
            <form class="picture-field__form" method="post" enctype="multipart/form-data" action=picture_path(record)>
                <Field label=ts!("picture-file") name="file" id=id hint=Signal::derive(move || Some(hint.get()))>
                    <input type="file" name="file" id=own accept=TAKEN.join(",") required=true aria-describedby=hint_id />
                </Field>
                <p class="picture-field__note">{t!("picture-plain")}</p>
                <Button label=ts!("picture-save") kind=ButtonKind::Submit size=Size::Small />
            </form>
        </details>
    }
}
