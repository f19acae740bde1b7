use kernel::{ts, use_i18n};
use leptos::prelude::*;
use ui::{Button, Field, Fieldset, IconButton, IconName, Size, TextInput, focus_by_id};

use crate::custom::{FieldOption, NAME_LIMIT, OPTIONS_LIMIT};

/// The entries of a list while they are typed. A copyable handle.
#[derive(Clone, Copy)]
pub(super) struct OptionsDraft {
    lines: RwSignal<Vec<Line>>,
    next: StoredValue<u32>,
}

/// One entry. `place` tells those apart that are not stored yet.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Line {
    place: u32,
    id: i64,
    name: RwSignal<String>,
    is_offered: RwSignal<bool>,
}

impl OptionsDraft {
    /// These entries, or two empty lines to begin with.
    pub(super) fn new(options: &[FieldOption]) -> Self {
        let draft = Self { lines: RwSignal::new(Vec::new()), next: StoredValue::new(0) };
        options.iter().for_each(|option| draft.add(option));
        for _ in options.len()..2 {
            draft.add(&FieldOption { is_offered: true, ..FieldOption::default() });
        }
        draft
    }

    fn add(self, option: &FieldOption) {
        let place = self.next.get_value();
        self.next.set_value(place + 1);
        let (name, is_offered) = (RwSignal::new(option.name.clone()), RwSignal::new(option.is_offered));
        self.lines.update(|lines| lines.push(Line { place, id: option.id, name, is_offered }));
    }

    /// The entries that have a name.
    pub(super) fn options(self) -> Vec<FieldOption> {
        let option = |line: &Line| FieldOption {
            id: line.id,
            name: line.name.get_untracked(),
            is_offered: line.is_offered.get_untracked(),
        };
        self.lines.with_untracked(|lines| {
            lines
                .iter()
                .map(option)
                .filter(|option| option.id != 0 || !option.name.trim().is_empty())
                .collect()
        })
    }
}

/// The entries of a list, one line each. What was chosen in records is never deleted: it is no longer offered.
#[component]
pub(super) fn Options(draft: OptionsDraft, error: Signal<Option<String>>) -> impl IntoView {
    let add = move |()| {
        draft.add(&FieldOption { is_offered: true, ..FieldOption::default() });
        let place = draft.lines.with_untracked(|lines| lines.last().map_or(0, |line| line.place));
        // The line has to stand on the page first.
        request_animation_frame(move || focus_by_id(&format!("field-option-{place}")));
    };
    let has_room = move || draft.lines.with(|lines| lines.len() < OPTIONS_LIMIT);
    view! {
        <Fieldset legend=ts!("fields-options") hint=ts!("fields-options-hint") error=error>
            <ol class="field-options" role="list">
                <For each=move || draft.lines.get() key=|line| line.place let:line>
                    <OptionLine draft=draft line=line />
                </For>
            </ol>
            <Show when=has_room>
                <Button label=ts!("fields-option-add") icon=IconName::Plus size=Size::Small on_press=add />
            </Show>
        </Fieldset>
    }
}

#[component]
fn OptionLine(draft: OptionsDraft, line: Line) -> impl IntoView {
    let i18n = use_i18n();
    let named =
        move |key: &'static str| Signal::derive(move || i18n.text(key, &[("name", line.name.get().into())]));
    let position =
        move || draft.lines.with(|lines| lines.iter().position(|other| other == &line).unwrap_or(0) + 1);
    let label = Signal::derive(move || i18n.text("fields-option-name", &[("number", position().into())]));
    let away = move |()| match line.id {
        0 => draft.lines.update(|lines| lines.retain(|other| other != &line)),
        _ => line.is_offered.set(false),
    };
    let id = format!("field-option-{}", line.place);
    view! {
        <li class="field-options__line" data-gone=move || (!line.is_offered.get()).then_some("")>
            <Field label=label name="option" id=id label_hidden=true>
                <TextInput name="option" value=line.name max_length=NAME_LIMIT as u32 />
            </Field>
            {move || match line.is_offered.get() {
                true => view! { <IconButton label=named("fields-option-away") icon=IconName::Close on_press=away /> }.into_any(),
                false => view! { <IconButton label=named("fields-option-back") icon=IconName::Undo on_press=move |()| line.is_offered.set(true) /> }.into_any(),
            }}
        </li>
    }
}
