//! The event stream in the browser: connect, lose, wait, connect again, and notice that the machine slept.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{EventSource, MessageEvent};

use super::Live;
use crate::{Error, Event, Problems, use_problems};

/// A break that people need not hear of.
const GRACE: Duration = Duration::from_secs(5);
/// A page out of sight gives its connection back after this long: browsers allow few of them for one server.
const OUT_OF_SIGHT: Duration = Duration::from_secs(30);
/// How long to wait before each further try, in milliseconds. The longest, with its jitter, stays under the two
/// seconds in which a page is to be right again.
const WAITS: [f64; 4] = [200.0, 500.0, 1_000.0, 1_500.0];
/// Who signs out leaves the page within this time, in milliseconds, and is not asked to sign in on the way.
const LEAVING: u64 = 400;
/// How long a page waits whose stream was ended because the same person follows in too many others.
const CROWDED: f64 = 60_000.0;

/// The connection and what it needs to come back.
pub(super) struct Stream {
    source: Option<EventSource>,
    ears: Ears,
    cursor: String,
    tries: usize,
    retry: Option<TimeoutHandle>,
    loss: Option<TimeoutHandle>,
    hiding: Option<TimeoutHandle>,
    hidden_at: Option<f64>,
}

/// What the browser calls. Made once and given to each connection, so that none is dropped while it runs.
struct Ears {
    open: Closure<dyn Fn()>,
    message: Closure<dyn Fn(MessageEvent)>,
    reload: Closure<dyn Fn(MessageEvent)>,
    signed_out: Closure<dyn Fn()>,
    crowded: Closure<dyn Fn()>,
    presence: Closure<dyn Fn(MessageEvent)>,
    error: Closure<dyn Fn()>,
}

impl Live {
    /// Begins to follow; nothing happens before the page has been taken over.
    pub(super) fn follow(self, cursor: String) {
        let problems = use_problems();
        Effect::new(move |_| {
            let ears = Ears {
                open: Closure::new(move || self.opened()),
                message: Closure::new(move |message| self.received(&message)),
                reload: Closure::new(move |message: MessageEvent| {
                    self.advance(message.last_event_id());
                    self.catch_up();
                }),
                signed_out: Closure::new(move || self.signed_out(problems)),
                crowded: Closure::new(move || self.lost_for(CROWDED)),
                presence: Closure::new(move |message: MessageEvent| {
                    let others = message.data().as_string().and_then(|data| serde_json::from_str(&data).ok());
                    self.presence.hear(others.unwrap_or_default());
                }),
                error: Closure::new(move || self.lost()),
            };
            let cursor = cursor.clone();
            let (source, retry, loss, hiding, hidden_at) = (None, None, None, None, None);
            self.stream.set_value(Some(Stream {
                source,
                ears,
                cursor,
                tries: 0,
                retry,
                loss,
                hiding,
                hidden_at,
            }));
            self.connect();
            self.notice_sleep();
        });
        on_cleanup(move || {
            let _gone = self.change(Stream::close);
        });
    }

    pub(super) fn reconnect_now(self) {
        self.change(|stream| {
            stream.close();
            stream.tries = 0;
        });
        self.connect();
        self.catch_up();
    }

    fn change<T>(self, act: impl FnOnce(&mut Stream) -> T) -> Option<T> {
        self.stream.try_update_value(|stream| stream.as_mut().map(act)).flatten()
    }

    fn connect(self) {
        self.change(|stream| {
            stream.close();
            stream.open();
        });
        self.begin_loss();
    }

    /// From now on the connection counts as lost, unless it is there within the grace.
    fn begin_loss(self) {
        self.presence.is_not_heard();
        self.change(|stream| {
            let late = move || {
                self.change(|stream| stream.loss = None);
                self.connected.set(false);
                self.presence.hear(Vec::new());
            };
            stream.loss = stream.loss.take().or_else(|| set_timeout_with_handle(late, GRACE).ok());
        });
    }

    fn opened(self) {
        self.change(|stream| {
            stream.tries = 0;
            stop(&mut stream.loss);
        });
        self.connected.set(true);
        self.presence.is_heard();
    }

    fn received(self, message: &MessageEvent) {
        let Some(data) = message.data().as_string() else { return };
        match serde_json::from_str::<Event>(&data) {
            Ok(event) => {
                self.advance(event.cursor.clone());
                self.tell(&event);
            }
            // A newer server says something that this page does not understand: what it shows may be out of date.
            Err(_) => {
                self.advance(message.last_event_id());
                self.catch_up();
            }
        }
    }

    fn advance(self, cursor: String) {
        if !cursor.is_empty() {
            self.change(|stream| stream.cursor = cursor);
        }
    }

    /// The session is over: the shell asks the person to sign in, and wakes the stream afterwards. Until then the
    /// server would only refuse.
    fn signed_out(self, problems: Problems) {
        self.begin_loss();
        self.change(|stream| {
            stream.close();
            let tell = move || problems.report(Error::Unauthenticated);
            stream.retry = set_timeout_with_handle(tell, Duration::from_millis(LEAVING)).ok();
        });
    }

    /// The browser would try again by itself, but always from the address with the first cursor.
    fn lost(self) {
        let tries = self.change(|stream| {
            stream.tries += 1;
            stream.tries - 1
        });
        self.lost_for(WAITS[tries.unwrap_or_default().min(WAITS.len() - 1)]);
    }

    /// Tries again after about so many milliseconds.
    fn lost_for(self, wait: f64) {
        self.begin_loss();
        self.change(|stream| {
            stream.close();
            let wait = wait * (0.75 + crate::browser::chance() / 2.0);
            let again = move || self.connect();
            stream.retry = set_timeout_with_handle(again, Duration::from_millis(wait as u64)).ok();
        });
    }

    fn notice_sleep(self) {
        let seen = window_event_listener_untyped("visibilitychange", move |_| match document().hidden() {
            true => self.hide(),
            false => self.show(),
        });
        let online = window_event_listener_untyped("online", move |_| self.reconnect_now());
        // Browsers leave an open connection alone when the network goes, and notice much later that it is dead.
        let offline = window_event_listener_untyped("offline", move |_| self.lost());
        let left = window_event_listener_untyped("pagehide", move |_| {
            self.presence.leave_for_good();
            self.change(Stream::close);
        });
        let back = window_event_listener_untyped("pageshow", move |event| {
            let kept = js_sys::Reflect::get(&event, &"persisted".into());
            if kept.is_ok_and(|kept| kept.is_truthy()) {
                self.reconnect_now();
            }
        });
        on_cleanup(move || {
            [seen, online, offline, left, back].into_iter().for_each(|handle| handle.remove())
        });
    }

    fn hide(self) {
        self.change(|stream| {
            stream.hidden_at = Some(crate::browser::milliseconds());
            let give_back = move || {
                self.presence.leave();
                self.change(Stream::close);
            };
            stream.hiding = set_timeout_with_handle(give_back, OUT_OF_SIGHT).ok();
        });
        self.presence.hide(true);
    }

    fn show(self) {
        let hidden_for = self.change(|stream| {
            stop(&mut stream.hiding);
            stream.hidden_at.take().map(|at| crate::browser::milliseconds() - at)
        });
        self.presence.hide(false);
        if hidden_for.flatten().is_some_and(|for_so_long| for_so_long > OUT_OF_SIGHT.as_millis() as f64) {
            self.reconnect_now();
        }
    }
}

impl Stream {
    fn open(&mut self) {
        let address = format!("/events?after={}", js_sys::encode_uri_component(&self.cursor));
        let Ok(source) = EventSource::new(&address) else { return };
        let ears = &self.ears;
        source.set_onopen(Some(ears.open.as_ref().unchecked_ref()));
        source.set_onmessage(Some(ears.message.as_ref().unchecked_ref()));
        source.set_onerror(Some(ears.error.as_ref().unchecked_ref()));
        let named = [
            ("reload", ears.reload.as_ref()),
            ("signed-out", ears.signed_out.as_ref()),
            ("crowded", ears.crowded.as_ref()),
            ("presence", ears.presence.as_ref()),
        ];
        for (name, ear) in named {
            drop(source.add_event_listener_with_callback(name, ear.unchecked_ref()));
        }
        self.source = Some(source);
    }

    fn close(&mut self) {
        stop(&mut self.retry);
        if let Some(source) = self.source.take() {
            source.set_onerror(None);
            source.close();
        }
    }
}

fn stop(timer: &mut Option<TimeoutHandle>) {
    if let Some(timer) = timer.take() {
        timer.clear();
    }
}
