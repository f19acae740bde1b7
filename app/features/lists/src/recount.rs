use std::time::Duration;

use kernel::{RecordKind, use_live};
use leptos::prelude::*;

/// What others change within this time is counted together.
const GATHER: Duration = Duration::from_millis(800);

/// Counts anew when others change records of this kind, for as long as who asks for it is there.
pub(crate) fn on_change(kind: RecordKind, count: impl Fn() + Copy + Send + Sync + 'static) {
    let (live, waits) = (use_live(), StoredValue::new(false));
    let later = move || {
        if !waits.get_value() {
            waits.set_value(true);
            let again = move || {
                if waits.try_set_value(false).is_none() {
                    count();
                }
            };
            set_timeout(again, GATHER);
        }
    };
    live.on_event(move |event| {
        if event.record.kind == kind {
            later();
        }
    });
    live.on_catch_up(later);
}
