//! What a page says about itself: at once when it changes, every ten seconds while it stays, and once more when it is left.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use super::{At, Doing, Presence, Spot, Stand, tell_presence};
use crate::{RecordKind, RecordRef};

/// How often a page says that it is still there.
const BEAT: Duration = Duration::from_secs(10);
/// What changes within this time is said together: who goes from one record to the next leaves the first and comes to
/// the second in one sentence.
const GATHER: Duration = Duration::from_millis(150);
/// Who typed nothing for so long does not type any more.
const PAUSE: Duration = Duration::from_secs(8);
/// The largest number that the browser knows exactly.
const LARGEST: f64 = 9_007_199_254_740_991.0;

/// Where the parts of a page say that they are, and what of it was said.
pub(crate) struct Saying {
    page: u64,
    number: u64,
    stands: Vec<(usize, Spot)>,
    next_stand: usize,
    said: Spot,
    /// Whether there is a stream by which answers would come. Without one the server is away, or the session over.
    is_heard: bool,
    is_hidden: bool,
    has_left: bool,
    due: Option<TimeoutHandle>,
    beat: Option<TimeoutHandle>,
    pause: Option<TimeoutHandle>,
}

impl Saying {
    pub(super) fn new() -> Self {
        Self {
            page: (crate::browser::chance() * LARGEST) as u64,
            number: 0,
            stands: Vec::new(),
            next_stand: 0,
            said: Spot::default(),
            is_heard: false,
            is_hidden: false,
            has_left: false,
            due: None,
            beat: None,
            pause: None,
        }
    }

    /// Where the page is, all its parts together.
    fn spot(&self) -> Spot {
        if self.has_left {
            return Spot::default();
        }
        let board = self.stands.iter().find_map(|(_, spot)| spot.board);
        let mut at: Vec<At> = self.stands.iter().flat_map(|(_, spot)| spot.at.iter().copied()).collect();
        if self.is_hidden {
            at.iter_mut().for_each(|at| at.doing = Doing::Looks);
        }
        Spot { board, at }
    }
}

impl Presence {
    pub(super) fn take_stand(self) -> Stand {
        let number = self.change(|saying| {
            saying.next_stand += 1;
            saying.stands.push((saying.next_stand, Spot::default()));
            saying.next_stand
        });
        let number = number.unwrap_or_default();
        on_cleanup(move || {
            self.change(|saying| saying.stands.retain(|(own, _)| *own != number));
            self.look();
        });
        Stand { presence: self, number }
    }

    /// The stream is there: the server may be another one, or may have forgotten.
    pub(crate) fn is_heard(self) {
        self.hear(Vec::new());
        self.change(|saying| saying.is_heard = true);
        self.say();
    }

    /// The stream is gone: what is said now would only be refused.
    pub(crate) fn is_not_heard(self) {
        self.change(|saying| {
            saying.is_heard = false;
            stop(&mut saying.beat);
        });
    }

    /// The page is out of sight, so nobody types on it, or it can be seen again.
    pub(crate) fn hide(self, is_hidden: bool) {
        self.change(|saying| (saying.is_hidden, saying.has_left) = (is_hidden, false));
        self.look();
    }

    /// The page has been out of sight for so long that nobody looks at it.
    pub(crate) fn leave(self) {
        self.change(|saying| saying.has_left = true);
        self.say();
        self.is_not_heard();
    }

    /// The page goes, and with it whatever it would still ask: the browser sends this by itself.
    pub(crate) fn leave_for_good(self) {
        let words = self.change(|saying| {
            let is_somewhere = !std::mem::take(&mut saying.said).is_nowhere();
            stop(&mut saying.beat);
            saying.is_heard = false;
            saying.number += 1;
            is_somewhere
                .then(|| format!(r#"{{"page":{},"number":{},"spot":{{}}}}"#, saying.page, saying.number))
        });
        let Some(words) = words.flatten() else { return };
        let kind = web_sys::BlobPropertyBag::new();
        kind.set_type("application/json");
        let parts = js_sys::Array::of1(&words.into());
        if let Ok(letter) = web_sys::Blob::new_with_str_sequence_and_options(&parts, &kind) {
            // Nobody is left to be told that it did not go.
            drop(window().navigator().send_beacon_with_opt_blob("/api/tell_presence", Some(&letter)));
        }
    }

    fn change<T>(self, act: impl FnOnce(&mut Saying) -> T) -> Option<T> {
        self.saying.try_update_value(act)
    }

    /// Says soon where the page is, if that is not what it said last.
    fn look(self) {
        self.change(|saying| {
            let has_news = saying.is_heard && saying.due.is_none() && saying.spot() != saying.said;
            if has_news {
                let speak = move || {
                    self.change(|saying| saying.due = None);
                    self.say();
                };
                saying.due = set_timeout_with_handle(speak, GATHER).ok();
            }
        });
    }

    /// Says where the page is, and goes on saying it. A page that is nowhere says so once.
    fn say(self) {
        let words = self.change(|saying| {
            stop(&mut saying.beat);
            let spot = saying.spot();
            let has_words = saying.is_heard && !(spot.is_nowhere() && saying.said.is_nowhere());
            has_words.then(|| {
                if !spot.is_nowhere() {
                    saying.beat = set_timeout_with_handle(move || self.say(), BEAT).ok();
                }
                saying.said.clone_from(&spot);
                saying.number += 1;
                (saying.page, saying.number, spot)
            })
        });
        if let Some((page, number, spot)) = words.flatten() {
            // A word that is lost is said again ten seconds later; nobody waits for it.
            spawn_local(async move { drop(tell_presence(page, number, spot).await) });
        }
    }
}

impl Stand {
    pub(super) fn say_at(self, record: RecordRef, doing: Doing) {
        self.set(Spot { board: None, at: vec![At { record, doing }] });
    }

    pub(super) fn say_on_board(self, kind: RecordKind) {
        self.set(Spot { board: Some(kind), at: Vec::new() });
    }

    pub(super) fn say_nowhere(self) {
        self.set(Spot::default());
    }

    pub(super) fn say_typed(self, event: &web_sys::Event, record: RecordRef) {
        const TYPED: &str = "textarea, input:not([type=checkbox], [type=radio], [type=file])";
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if !target.is_some_and(|target| target.matches(TYPED).unwrap_or(false)) {
            return;
        }
        self.say_at(record, Doing::Types);
        let rest = move || self.say_at(record, Doing::Looks);
        self.presence.change(|saying| {
            stop(&mut saying.pause);
            saying.pause = set_timeout_with_handle(rest, PAUSE).ok();
        });
    }

    /// Nothing happens when its component is gone.
    fn set(self, spot: Spot) {
        self.presence.change(|saying| {
            if let Some((_, own)) = saying.stands.iter_mut().find(|(number, _)| *number == self.number) {
                *own = spot;
            }
        });
        self.presence.look();
    }
}

fn stop(timer: &mut Option<TimeoutHandle>) {
    if let Some(timer) = timer.take() {
        timer.clear();
    }
}
