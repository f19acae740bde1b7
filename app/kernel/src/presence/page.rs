//! A page's own part: where it is, and who else is there.

use leptos::prelude::*;

#[cfg(target_arch = "wasm32")]
use super::saying::Saying;
use super::{Doing, Here};
use crate::live::Live;
use crate::{RecordKind, RecordRef};

/// Who else is where this page is, and where parts of it say that they are. A copyable handle.
///
/// On the server nobody is anywhere: a page is written once.
#[derive(Clone, Copy)]
pub struct Presence {
    others: RwSignal<Vec<Here>>,
    #[cfg(target_arch = "wasm32")]
    pub(super) saying: StoredValue<Saying, LocalStorage>,
}

/// Where one part of a page says that it is, for as long as the component that asked for it is there. A copyable handle.
#[derive(Clone, Copy)]
pub struct Stand {
    #[cfg(target_arch = "wasm32")]
    pub(super) presence: Presence,
    #[cfg(target_arch = "wasm32")]
    pub(super) number: usize,
}

/// Who else is here. A component shown alone is told of nobody.
pub fn use_presence() -> Presence {
    use_context::<Live>().map_or_else(Presence::alone, |live| live.presence())
}

impl Presence {
    /// Of a page that has not said anything yet.
    pub(crate) fn alone() -> Self {
        Self {
            others: RwSignal::new(Vec::new()),
            #[cfg(target_arch = "wasm32")]
            saying: StoredValue::new_local(Saying::new()),
        }
    }

    /// The others at this record, by person; nobody twice.
    pub fn at(&self, record: RecordRef) -> Vec<Here> {
        // Most records have nobody, and a board asks for each of its cards: an empty list costs nothing.
        self.others.with(|others| others.iter().filter(|here| here.record == record).cloned().collect())
    }

    /// A place for a part of the page that says where it is.
    pub fn stand(&self) -> Stand {
        #[cfg(target_arch = "wasm32")]
        {
            self.take_stand()
        }
        #[cfg(not(target_arch = "wasm32"))]
        {
            Stand {}
        }
    }

    /// Takes the others as the server tells them.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn hear(&self, others: Vec<Here>) {
        if self.others.with_untracked(|known| *known != others) {
            self.others.set(others);
        }
    }
}

impl Stand {
    /// It is at this record.
    pub fn at(&self, record: RecordRef, doing: Doing) {
        #[cfg(target_arch = "wasm32")]
        self.say_at(record, doing);
        #[cfg(not(target_arch = "wasm32"))]
        let _ = (record, doing);
    }

    /// It shows the board of these records.
    pub fn on_board(&self, kind: RecordKind) {
        #[cfg(target_arch = "wasm32")]
        self.say_on_board(kind);
        #[cfg(not(target_arch = "wasm32"))]
        let _ = kind;
    }

    /// It is nowhere now.
    pub fn nowhere(&self) {
        #[cfg(target_arch = "wasm32")]
        self.say_nowhere();
    }

    /// Somebody typed at this record: said until nothing was typed for a while. Give it to `on:input` of what holds the
    /// record's fields; choosing and ticking are not typing.
    pub fn typed(&self, event: &leptos::ev::Event, record: RecordRef) {
        #[cfg(target_arch = "wasm32")]
        self.say_typed(event, record);
        #[cfg(not(target_arch = "wasm32"))]
        let _ = (event, record);
    }
}
