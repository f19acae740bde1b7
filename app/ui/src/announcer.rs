use leptos::prelude::*;
use std::time::Duration;

/// Speaks to people who listen to the page: one message, once, in the order given. Taken from context with [`Announcer::here`].
#[derive(Clone, Copy)]
pub struct Announcer {
    messages: RwSignal<Vec<(u64, String)>>,
    next: StoredValue<u64>,
}

/// How many messages stay in the region: enough that two in one moment are both read, few enough that nobody wanders into old ones.
const KEPT: usize = 4;
const GONE_AFTER: Duration = Duration::from_secs(12);

impl Announcer {
    /// Creates the announcer and puts it in context; the shell does this once and mounts one [`AnnouncerRegion`].
    pub fn provide() -> Self {
        let announcer = Self { messages: RwSignal::new(Vec::new()), next: StoredValue::new(0) };
        provide_context(announcer);
        announcer
    }

    /// The announcer of this page. Without one (a component shown alone) messages go nowhere.
    pub fn here() -> Self {
        use_context::<Self>()
            .unwrap_or_else(|| Self { messages: RwSignal::new(Vec::new()), next: StoredValue::new(0) })
    }

    /// Has `text` read aloud, politely. The same text twice is read twice.
    pub fn announce(&self, text: impl Into<String>) {
        let (messages, number) = (self.messages, self.next.get_value());
        self.next.set_value(number + 1);
        messages.update(|messages| {
            messages.push((number, text.into()));
            let surplus = messages.len().saturating_sub(KEPT);
            messages.drain(..surplus);
        });
        set_timeout(move || messages.update(|all| all.retain(|(own, _)| *own != number)), GONE_AFTER);
    }

    pub(crate) fn messages(&self) -> Signal<Vec<(u64, String)>> {
        self.messages.into()
    }
}

/// The one live region of the page. It is there from the start, because a region that arrives together with its text is not read.
#[component]
pub fn AnnouncerRegion() -> impl IntoView {
    let announcer = Announcer::here();
    view! { <LiveRegion messages=announcer.messages() assertive=false /> }
}

/// A region to which each new message is added as an element of its own, so that equal messages are noticed.
#[component]
pub(crate) fn LiveRegion(messages: Signal<Vec<(u64, String)>>, assertive: bool) -> impl IntoView {
    let (role, live) = if assertive { ("alert", "assertive") } else { ("status", "polite") };
    view! {
        <div class="visually-hidden" role=role aria-live=live aria-atomic="false" aria-relevant="additions">
            <For each=move || messages.get() key=|(number, _)| *number let:message>
                <p>{message.1}</p>
            </For>
        </div>
    }
}
