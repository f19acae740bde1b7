//! From key events to sequences. The comparison is plain and tested; the rest reads events of the browser.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// How long the second key of a sequence may take, in milliseconds.
pub(super) const PATIENCE: f64 = 1_200.0;

/// What the keys pressed so far amount to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// The pattern with this index.
    Complete(usize),
    /// The start of at least one pattern.
    Begun,
    Nothing,
}

/// Compares what was pressed with all patterns; if the whole leads nowhere, the last key alone may begin anew.
pub(super) fn outcome(patterns: &[&str], pressed: &[String]) -> Outcome {
    let joined = pressed.join(" ");
    if let Some(index) = patterns.iter().position(|pattern| *pattern == joined) {
        return Outcome::Complete(index);
    }
    let beginning = format!("{joined} ");
    if patterns.iter().any(|pattern| pattern.starts_with(&beginning)) {
        return Outcome::Begun;
    }
    match pressed {
        [_, .., last] => outcome(patterns, std::slice::from_ref(last)),
        _ => Outcome::Nothing,
    }
}

/// The key as patterns write it; nothing for a modifier alone or for keys that a layout composes.
pub(super) fn name_of(event: &KeyboardEvent) -> Option<String> {
    let key = event.key().to_lowercase();
    if event.is_composing()
        || matches!(key.as_str(), "control" | "meta" | "shift" | "alt" | "dead" | "altgraph")
    {
        return None;
    }
    let key = match key.as_str() {
        " " => "space",
        "arrowup" => "up",
        "arrowdown" => "down",
        "arrowleft" => "left",
        "arrowright" => "right",
        other => other,
    };
    // Shift is part of the sign for signs ("?"), and said apart only for keys that have none.
    let shift = if event.shift_key() && key.chars().count() > 1 { "shift+" } else { "" };
    let alt = if event.alt_key() { "alt+" } else { "" };
    let with_mod = if event.ctrl_key() || event.meta_key() { "mod+" } else { "" };
    Some(format!("{with_mod}{alt}{shift}{key}"))
}

/// Whether somebody else has the keyboard: a field that takes text, an open dialog, an open menu.
pub(super) fn is_taken(event: &KeyboardEvent) -> bool {
    const FIELDS: &str = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true], [role=menu], [role=listbox]";
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let in_field = target.is_some_and(|target| target.closest(FIELDS).is_ok_and(|found| found.is_some()));
    in_field
        || document()
            .query_selector("dialog[open], [popover]:popover-open")
            .is_ok_and(|found| found.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(keys: &[&str]) -> Vec<String> {
        keys.iter().map(|key| (*key).to_owned()).collect()
    }

    #[test]
    fn a_sequence_needs_all_its_keys_in_order() {
        let patterns = ["c", "g b", "g l", "mod+k"];
        assert_eq!(outcome(&patterns, &pressed(&["g"])), Outcome::Begun);
        assert_eq!(outcome(&patterns, &pressed(&["g", "l"])), Outcome::Complete(2));
        assert_eq!(outcome(&patterns, &pressed(&["mod+k"])), Outcome::Complete(3));
        assert_eq!(outcome(&patterns, &pressed(&["x"])), Outcome::Nothing);
    }

    #[test]
    fn a_wrong_second_key_may_begin_anew() {
        assert_eq!(outcome(&["c", "g b"], &pressed(&["g", "c"])), Outcome::Complete(0));
        assert_eq!(outcome(&["g b"], &pressed(&["g", "g"])), Outcome::Begun);
    }
}
