use leptos::prelude::*;

use crate::{Button, IconButton, IconName, Size};

mod geometry;
mod pointers;

pub use geometry::CropArea;
use geometry::{Shape, View};
use pointers::Pointers;

/// So far an arrow key moves the picture, as a part of the frame; with Shift further.
const STEP: f64 = 0.01;
const LEAP: f64 = 0.1;
/// So much plus, minus and a notch of the wheel enlarge.
const CLOSER: f64 = 1.1;

/// The words of a [`Crop`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CropTexts {
    /// The name of the frame: "Part of the picture".
    pub frame: String,
    /// How it is used by mouse, touch and keyboard.
    pub hint: String,
    /// The name of the slider.
    pub zoom: String,
    /// The name of the button that enlarges.
    pub closer: String,
    /// The name of the button that makes smaller.
    pub farther: String,
    /// The button that shows all of the picture.
    pub whole: String,
    /// The button that brings its middle to the middle.
    pub centre: String,
}

/// A square cut out of a picture: moved by mouse, finger or arrow keys, enlarged by slider, wheel, two fingers or plus
/// and minus. What a screen reader hears of it is the zoom.
#[component]
pub fn Crop(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// The address of the picture, such as an object URL.
    #[prop(into)]
    source: Signal<String>,
    /// What is cut out; `None` until the picture is there.
    area: RwSignal<Option<CropArea>>,
    #[prop(into)] texts: Signal<CropTexts>,
    /// A zoom in percent in words: "150 %".
    #[prop(into)]
    percent: Callback<i64, String>,
    /// The browser cannot show the picture.
    #[prop(optional, into)]
    on_broken: Option<Callback<()>>,
) -> impl IntoView {
    let view = RwSignal::new(None::<View>);
    let change = Callback::new(move |change: Change| {
        view.update(|view| *view = view.map(|view| change.of(view)));
    });
    Effect::new(move |_| area.set(view.get().map(View::area)));
    let zoom = move || view.get().map_or(100, |view| (view.zoom() * 100.0).round() as i64);
    let said = Memo::new(move |_| percent.run(zoom()));
    let text =
        move |of: fn(&CropTexts) -> &String| Signal::derive(move || texts.with(|texts| of(texts).clone()));
    let slider_id = format!("{id}-zoom");
    let slider = move || view.get().map_or(0.0, View::slider).round().to_string();
    let slid = move |event: leptos::ev::Event| {
        if let Ok(value) = event_target_value(&event).parse() {
            change.run(Change::Slide(value));
        }
    };
    view! {
        <div class="crop">
            <Frame id=id source=source view=view texts=texts said=said change=change on_broken=on_broken />
            <div class="crop__zoom">
                <label class="crop__label" for=slider_id.clone()>{text(|texts| &texts.zoom)}</label>
                <IconButton label=text(|texts| &texts.farther) icon=IconName::Minus on_press=move |()| change.run(Change::Enlarge(1.0 / CLOSER)) />
                <input
                    class="crop__slider"
                    type="range"
                    id=slider_id
                    min="0"
                    max="100"
                    step="1"
                    prop:value=slider
                    aria-valuetext=said
                    on:input=slid
                />
                <IconButton label=text(|texts| &texts.closer) icon=IconName::Plus on_press=move |()| change.run(Change::Enlarge(CLOSER)) />
                <span class="crop__percent" aria-hidden="true">{said}</span>
            </div>
            <div class="crop__actions">
                <Button label=text(|texts| &texts.whole) size=Size::Small on_press=move |()| change.run(Change::Whole) />
                <Button label=text(|texts| &texts.centre) size=Size::Small on_press=move |()| change.run(Change::Centre) />
            </div>
        </div>
    }
}

/// What a person does to the view.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Change {
    Move(f64, f64),
    Enlarge(f64),
    Slide(f64),
    Whole,
    Centre,
}

impl Change {
    fn of(self, view: View) -> View {
        match self {
            Self::Move(right, down) => view.moved(right, down),
            Self::Enlarge(by) => view.zoomed(view.zoom() * by),
            Self::Slide(to) => view.slid(to),
            Self::Whole => view.whole(),
            Self::Centre => view.centred(),
        }
    }

    /// What a key means on the frame. Arrows say where the picture goes, whichever way the page reads.
    fn by_key(key: &str, shift: bool) -> Option<Self> {
        let step = if shift { LEAP } else { STEP };
        Some(match key {
            "ArrowLeft" => Self::Move(-step, 0.0),
            "ArrowRight" => Self::Move(step, 0.0),
            "ArrowUp" => Self::Move(0.0, -step),
            "ArrowDown" => Self::Move(0.0, step),
            "+" | "=" => Self::Enlarge(CLOSER),
            "-" | "_" => Self::Enlarge(1.0 / CLOSER),
            _ => return None,
        })
    }
}

#[component]
fn Frame(
    id: String,
    source: Signal<String>,
    view: RwSignal<Option<View>>,
    texts: Signal<CropTexts>,
    said: Memo<String>,
    change: Callback<Change>,
    on_broken: Option<Callback<()>>,
) -> impl IntoView {
    let element = NodeRef::<leptos::html::Div>::new();
    let pointers = StoredValue::new(Pointers::default());
    // Heard when plus and minus are pressed here; the slider says its zoom itself.
    let heard = RwSignal::new(String::new());
    let arrived = move |event: leptos::ev::Event| {
        let picture = event_target::<web_sys::HtmlImageElement>(&event);
        view.set(Shape::of(picture.natural_width(), picture.natural_height()).map(View::new));
    };
    let pressed = move |event: leptos::ev::PointerEvent| {
        if event.button() == 0
            && let Some(frame) = element.get_untracked()
        {
            // A pointer that is gone already cannot be held; nothing follows it then.
            drop(frame.set_pointer_capture(event.pointer_id()));
            pointers.update_value(|pointers| {
                pointers.down(event.pointer_id(), f64::from(event.client_x()), f64::from(event.client_y()))
            });
        }
    };
    let dragged = move |event: leptos::ev::PointerEvent| {
        let Some(side) = element.get_untracked().map(|frame| frame.get_bounding_client_rect().width()) else {
            return;
        };
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        let moved = |view| {
            pointers
                .try_update_value(|pointers| pointers.moved(view, event.pointer_id(), x, y, side.max(1.0)))
        };
        if let Some(now) = view.get_untracked().and_then(moved)
            && view.get_untracked() != Some(now)
        {
            view.set(Some(now));
        }
    };
    let let_go = move |event: leptos::ev::PointerEvent| {
        pointers.update_value(|pointers| pointers.up(event.pointer_id()))
    };
    let turned = move |event: leptos::ev::WheelEvent| {
        event.prevent_default();
        let by = if event.delta_y() < 0.0 { CLOSER } else { 1.0 / CLOSER };
        change.run(Change::Enlarge(by));
    };
    let typed = move |event: leptos::ev::KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let Some(wish) = Change::by_key(&event.key(), event.shift_key()) else { return };
        event.prevent_default();
        change.run(wish);
        if matches!(wish, Change::Enlarge(_)) {
            heard.set(said.get_untracked());
        }
    };
    let style = move || view.get().map_or_else(|| "opacity: 0".to_owned(), style);
    let hint_id = format!("{id}-hint");
    view! {
        <div
            class="crop__frame"
            node_ref=element
            id=id
            dir="ltr"
            role="application"
            tabindex="0"
            aria-label=move || texts.with(|texts| texts.frame.clone())
            aria-describedby=hint_id.clone()
            on:pointerdown=pressed
            on:pointermove=dragged
            on:pointerup=let_go
            on:pointercancel=let_go
            on:wheel=turned
            on:keydown=typed
        >
            <img
                class="crop__picture"
                src=source
                alt=""
                draggable="false"
                style=style
                on:load=arrived
                on:error=move |_| {
                    view.set(None);
                    if let Some(on_broken) = on_broken {
                        on_broken.run(());
                    }
                }
            />
        </div>
        <p class="crop__hint" id=hint_id>{move || texts.with(|texts| texts.hint.clone())}</p>
        <p class="visually-hidden" role="status">{heard}</p>
    }
}

/// Where the picture stands, for its `style` attribute.
fn style(view: View) -> String {
    let [left, top, width, height] = view.placed().map(|part| part * 100.0);
    format!(
        "inset-inline-start: {left:.3}%; inset-block-start: {top:.3}%; inline-size: {width:.3}%; block-size: {height:.3}%"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_move_and_enlarge_and_leave_others_alone() {
        assert_eq!(Change::by_key("ArrowLeft", false), Some(Change::Move(-STEP, 0.0)));
        assert_eq!(Change::by_key("ArrowDown", true), Some(Change::Move(0.0, LEAP)));
        assert_eq!(Change::by_key("+", true), Some(Change::Enlarge(CLOSER)));
        assert_eq!(Change::by_key("Tab", false), None);
    }
}
