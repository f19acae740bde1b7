use leptos::prelude::*;
use std::time::Duration;

use crate::announcer::LiveRegion;
use crate::badge::Meaning;
use crate::{Button, Icon, IconButton, IconName, Size, Tone};

mod over_dialog;

pub(crate) use over_dialog::DialogToaster;

/// A short message about what just happened.
#[derive(Clone)]
pub struct Toast {
    /// What happened.
    pub text: String,
    /// `Negative` interrupts a screen reader; all others wait.
    pub meaning: Meaning,
    /// What can be done about it, such as "Undo": one thing, seldom two, in the order of their weight.
    pub actions: Vec<(String, Callback<()>)>,
    /// How long it stays, in seconds. With an action it is at least 8; 0 stays until dismissed.
    pub seconds: u32,
}

impl Toast {
    /// Something that went as wished.
    pub fn positive(text: impl Into<String>) -> Self {
        Self { text: text.into(), meaning: Meaning::Positive, actions: Vec::new(), seconds: 5 }
    }

    /// Something neither good nor bad.
    pub fn neutral(text: impl Into<String>) -> Self {
        Self { meaning: Meaning::Neutral, ..Self::positive(text) }
    }

    /// Something that was refused or failed; stays longer.
    pub fn negative(text: impl Into<String>) -> Self {
        Self { meaning: Meaning::Negative, seconds: 12, ..Self::positive(text) }
    }

    /// With a thing to do about it; such a toast stays ten seconds.
    #[must_use]
    pub fn action(mut self, label: impl Into<String>, act: impl Fn() + Send + Sync + 'static) -> Self {
        self.actions.push((label.into(), Callback::new(move |()| act())));
        self.seconds = if self.seconds == 0 { 0 } else { self.seconds.max(10) };
        self
    }

    fn lifetime(&self) -> u32 {
        if !self.actions.is_empty() && self.seconds > 0 { self.seconds.max(8) } else { self.seconds }
    }
}

/// The messages of the page, taken from context with [`Toasts::here`].
#[derive(Clone, Copy)]
pub struct Toasts {
    shown: RwSignal<Vec<(u64, Toast)>>,
    next: StoredValue<u64>,
    /// The open dialogs, the topmost last: it shows the messages, because all behind it is inert.
    over: RwSignal<Vec<u64>>,
    labels: StoredValue<Option<Labels>>,
}

#[derive(Clone, Copy)]
struct Labels {
    region: Signal<String>,
    dismiss: Signal<String>,
}

impl Toasts {
    /// Creates the stack and puts it in context; the shell does this once and mounts one [`Toaster`].
    pub fn provide() -> Self {
        let toasts = Self::empty();
        provide_context(toasts);
        toasts
    }

    /// The stack of this page. Without one messages go nowhere.
    pub fn here() -> Self {
        use_context::<Self>().unwrap_or_else(Self::empty)
    }

    fn empty() -> Self {
        Self {
            shown: RwSignal::new(Vec::new()),
            next: StoredValue::new(0),
            over: RwSignal::new(Vec::new()),
            labels: StoredValue::new(None),
        }
    }

    /// Shows and announces a message; returns its number for [`Toasts::dismiss`].
    pub fn show(&self, toast: Toast) -> u64 {
        let number = self.number();
        self.shown.update(|shown| shown.push((number, toast)));
        number
    }

    fn number(self) -> u64 {
        let number = self.next.get_value();
        self.next.set_value(number + 1);
        number
    }

    /// Takes a message away, whether or not its time is over.
    pub fn dismiss(&self, number: u64) {
        self.shown.update(|shown| shown.retain(|(own, _)| *own != number));
    }

    /// What is to be read of the messages from number `first` on.
    fn spoken(self, interrupting: bool, first: u64) -> Signal<Vec<(u64, String)>> {
        Signal::derive(move || {
            let loud = |toast: &Toast| (toast.meaning == Meaning::Negative) == interrupting;
            let text = |toast: &Toast| {
                let labels = toast.actions.iter().map(|(label, _)| format!(" ({label})"));
                toast.text.clone() + &labels.collect::<String>()
            };
            self.shown.with(|shown| {
                shown
                    .iter()
                    .filter(|(number, toast)| *number >= first && loud(toast))
                    .map(|(number, toast)| (*number, text(toast)))
                    .collect()
            })
        })
    }
}

/// Where messages appear, with the two live regions that have them read. They stay while the pointer or the focus is on them.
#[component]
pub fn Toaster(
    /// The name of the region, such as "Notifications".
    #[prop(into)]
    label: Signal<String>,
    /// The name of each cross, such as "Dismiss".
    #[prop(into)]
    dismiss_label: Signal<String>,
) -> impl IntoView {
    let toasts = Toasts::here();
    let labels = Labels { region: label, dismiss: dismiss_label };
    toasts.labels.set_value(Some(labels));
    let shows = Signal::derive(move || toasts.over.with(Vec::is_empty));
    view! {
        <LiveRegion messages=toasts.spoken(false, 0) assertive=false />
        <LiveRegion messages=toasts.spoken(true, 0) assertive=true />
        <Stack labels=labels shows=shows />
    }
}

/// The messages, one above the other, where they are shown now.
#[component]
fn Stack(
    labels: Labels,
    shows: Signal<bool>,
    /// The section, for one that has to be raised above a dialog.
    #[prop(optional)]
    raised: Option<NodeRef<leptos::html::Section>>,
) -> impl IntoView {
    let toasts = Toasts::here();
    let held = RwSignal::new(false);
    let here = move || if shows.get() { toasts.shown.get() } else { Vec::new() };
    let section = raised.unwrap_or_default();
    Effect::new(move |_| {
        // Not every browser says that the focus left when the message under it goes.
        if toasts.shown.with(Vec::is_empty) {
            held.set(false);
        }
    });
    view! {
        <section
            node_ref=section
            class="toaster"
            popover=raised.map(|_| "manual")
            aria-label=move || labels.region.get()
            on:pointerenter=move |_| held.set(true)
            on:pointerleave=move |_| held.set(false)
            on:focusin=move |_| held.set(true)
            on:focusout=move |_| held.set(false)
        >
            <For each=here key=|(number, _)| *number let:entry>
                <ToastView number=entry.0 toast=entry.1 held=held dismiss_label=labels.dismiss />
            </For>
        </section>
    }
}

const TICK: Duration = Duration::from_millis(250);

#[component]
fn ToastView(
    number: u64,
    toast: Toast,
    held: RwSignal<bool>,
    dismiss_label: Signal<String>,
) -> impl IntoView {
    let toasts = Toasts::here();
    let lifetime = Duration::from_secs(u64::from(toast.lifetime()));
    Effect::new(move |_| {
        if lifetime.is_zero() {
            return;
        }
        let left = StoredValue::new(lifetime);
        let tick = move || {
            if !held.get_untracked() {
                left.update_value(|left| *left = left.saturating_sub(TICK));
                if left.get_value().is_zero() {
                    toasts.dismiss(number);
                }
            }
        };
        if let Ok(handle) = set_interval_with_handle(tick, TICK) {
            on_cleanup(move || handle.clear());
        }
    });
    let icon = match toast.meaning {
        Meaning::Positive => IconName::Success,
        Meaning::Negative => IconName::Error,
        Meaning::Warning => IconName::Warning,
        Meaning::Neutral | Meaning::Accent => IconName::Info,
    };
    let act = move |action: Callback<()>| {
        // The focus would fall to the page when the button under it goes; dismissing last keeps the action first.
        action.run(());
        toasts.dismiss(number);
    };
    view! {
        <div class="toast" data-meaning=toast.meaning.attribute()>
            <span class="toast__icon"><Icon name=icon /></span>
            <p class="toast__text" dir="auto">{toast.text}</p>
            {toast
                .actions
                .into_iter()
                .map(|(label, action)| {
                    view! { <Button label=label size=Size::Small tone=Tone::Quiet on_press=move |()| act(action) /> }
                })
                .collect_view()}
            <IconButton label=dismiss_label icon=IconName::Close size=Size::Small on_press=move |()| toasts.dismiss(number) />
        </div>
    }
}
