//! What others do, as it happens: the page follows the feed of events from the place where the server wrote it.
//!
//! Pages subscribe with [`use_live`]; a subscription ends with the component that made it. On the server nothing
//! of this happens: a page is written once.

use leptos::prelude::*;

use crate::Event;
use crate::presence::Presence;

#[cfg(target_arch = "wasm32")]
mod stream;

/// The page's connection to the feed. A copyable handle.
#[derive(Clone, Copy)]
pub struct Live {
    connected: RwSignal<bool>,
    presence: Presence,
    #[cfg(target_arch = "wasm32")]
    listeners: StoredValue<Listeners, LocalStorage>,
    #[cfg(target_arch = "wasm32")]
    stream: StoredValue<Option<stream::Stream>, LocalStorage>,
}

/// Who wants to be told, under numbers by which they leave.
#[cfg(target_arch = "wasm32")]
#[derive(Default)]
struct Listeners {
    next: usize,
    events: Vec<(usize, Hears)>,
    catch_ups: Vec<(usize, std::rc::Rc<dyn Fn()>)>,
}

/// What is called with each event.
#[cfg(target_arch = "wasm32")]
type Hears = std::rc::Rc<dyn Fn(&Event)>;

/// Follows the feed from `cursor` for as long as the component that calls this is there. The shell does so for
/// staff who are signed in.
pub fn provide_live(cursor: &str) -> Live {
    let live = Live::silent();
    provide_context(live);
    #[cfg(target_arch = "wasm32")]
    live.follow(cursor.to_owned());
    #[cfg(not(target_arch = "wasm32"))]
    let _ = cursor;
    live
}

/// The page's connection to the feed. A component shown alone, or to nobody in particular, hears nothing.
pub fn use_live() -> Live {
    use_context().unwrap_or_else(Live::silent)
}

impl Live {
    fn silent() -> Self {
        Self {
            connected: RwSignal::new(true),
            presence: Presence::alone(),
            #[cfg(target_arch = "wasm32")]
            listeners: StoredValue::new_local(Listeners::default()),
            #[cfg(target_arch = "wasm32")]
            stream: StoredValue::new_local(None),
        }
    }

    /// Calls `act` for each event that the person may see, in the order of the feed. The same event may come
    /// twice after a break; compare versions.
    pub fn on_event(&self, act: impl Fn(&Event) + 'static) {
        #[cfg(target_arch = "wasm32")]
        self.add(|listeners, number| listeners.events.push((number, std::rc::Rc::new(act))));
        #[cfg(not(target_arch = "wasm32"))]
        drop(act);
    }

    /// Calls `act` when events may have been missed: after a sleep, a long break, or when the server cannot say
    /// what happened since. The page fetches what it shows again.
    pub fn on_catch_up(&self, act: impl Fn() + 'static) {
        #[cfg(target_arch = "wasm32")]
        self.add(|listeners, number| listeners.catch_ups.push((number, std::rc::Rc::new(act))));
        #[cfg(not(target_arch = "wasm32"))]
        drop(act);
    }

    /// Whether what others do reaches this page. A break shorter than five seconds does not count.
    pub fn is_connected(&self) -> Signal<bool> {
        self.connected.into()
    }

    /// Who else is here; it comes by the same stream.
    pub(crate) fn presence(&self) -> Presence {
        self.presence
    }

    /// Connects anew and catches up, after a sign-in for example.
    pub fn wake(&self) {
        #[cfg(target_arch = "wasm32")]
        self.reconnect_now();
    }
}

#[cfg(target_arch = "wasm32")]
impl Live {
    fn add(&self, put: impl FnOnce(&mut Listeners, usize)) {
        let all = self.listeners;
        let number = all.try_update_value(|listeners| {
            let number = listeners.next;
            listeners.next += 1;
            put(listeners, number);
            number
        });
        on_cleanup(move || {
            // The page may be on its way out as a whole; then there is no list any more.
            let _gone = all.try_update_value(|listeners| {
                listeners.events.retain(|(own, _)| Some(*own) != number);
                listeners.catch_ups.retain(|(own, _)| Some(*own) != number);
            });
        });
    }

    fn tell(&self, event: &Event) {
        // A listener may subscribe or leave while it is told, so the list is copied first.
        let all = self.listeners.try_with_value(|listeners| listeners.events.clone());
        all.into_iter().flatten().for_each(|(_, act)| act(event));
    }

    fn catch_up(&self) {
        let all = self.listeners.try_with_value(|listeners| listeners.catch_ups.clone());
        all.into_iter().flatten().for_each(|(_, act)| act());
    }
}
