use leptos::prelude::*;

use super::Part;
use crate::{Button, ButtonKind, Card, Tone};
use crate::{
    Choice, ComboOption, ComboTexts, Combobox, Field, FieldWidth, FormActions, FormError, FormErrors,
    FormRow, FormStack, IconName, InputKind, MoneyInput, Select, TextArea, TextInput,
};

#[component]
pub(super) fn Fields() -> impl IntoView {
    let search = RwSignal::new(String::new());
    let mail = RwSignal::new("ada@".to_owned());
    view! {
        <Part title="Fields">
            <div class="gallery__grid">
                <Card title="Text">
                    <FormStack>
                        <Field label="Name" name="g-name" required=true>
                            <TextInput name="g-name" value=RwSignal::new("Ada Lovelace".to_owned()) autocomplete="name" />
                        </Field>
                        <Field
                            label="E-mail"
                            name="g-mail"
                            hint="We write to it only when asked."
                            error="This address has no part after the @."
                        >
                            <TextInput name="g-mail" value=mail kind=InputKind::Email />
                        </Field>
                        <Field label="Search" name="g-search" label_hidden=true>
                            <TextInput name="g-search" value=search kind=InputKind::Search icon=IconName::Search placeholder="Search by name" />
                        </Field>
                        <Field label="Number on file" name="g-locked" hint="Given by the system.">
                            <TextInput name="g-locked" value=RwSignal::new("2026-0042".to_owned()) read_only=true />
                        </Field>
                        <Field label="Description" name="g-text">
                            <TextArea name="g-text" placeholder="What should others know?" />
                        </Field>
                    </FormStack>
                </Card>
                <Choices />
                <ErrorForm />
            </div>
        </Part>
    }
}

/// Sample words of a combobox.
pub(super) fn combo_texts(placeholder: &str) -> ComboTexts {
    ComboTexts {
        placeholder: placeholder.to_owned(),
        nothing_found: "Nothing has that name.".to_owned(),
        remove: Callback::new(|label: String| format!("Remove {label}")),
        create: Callback::new(|text: String| format!("Add “{text}”")),
    }
}

#[component]
fn Choices() -> impl IntoView {
    let people = vec![
        ComboOption::new("1", "Ada Lovelace").hint("ada@example.test").hue(1),
        ComboOption::new("2", "Grace Hopper").hint("grace@example.test").hue(6),
        ComboOption::new("3", "Alan Turing").hint("alan@example.test").hue(3),
    ];
    let tags = RwSignal::new(vec![
        ComboOption::new("export", "Export").hue(0),
        ComboOption::new("hot", "Hot").hue(6),
        ComboOption::new("fair", "Spring fair").hue(3),
    ]);
    let chosen_tags = RwSignal::new(vec!["export".to_owned(), "fair".to_owned()]);
    let add_tag = move |text: String| {
        tags.update(|tags| tags.push(ComboOption::new(&text, &text).hue(8)));
        chosen_tags.update(|chosen| chosen.push(text));
    };
    let stages = vec![
        Choice::new("new", "New"),
        Choice::new("talk", "In talks"),
        Choice::new("done", "Done").disabled(true),
    ];
    let unreadable = RwSignal::new(false);
    let money_error =
        Signal::derive(move || unreadable.get().then(|| "Write an amount such as 1,234.50.".to_owned()));
    view! {
        <Card title="Choosing and figures">
            <FormStack>
                <Field label="State" name="g-state">
                    <Select name="g-state" value=RwSignal::new("talk".to_owned()) choices=stages empty_label="Choose..." />
                </Field>
                <Field label="Person" name="g-person">
                    <Combobox
                        name="g-person"
                        selected=RwSignal::new(vec!["2".to_owned()])
                        options=people
                        texts=combo_texts("Nobody")
                    />
                </Field>
                <Field label="Tags" name="g-tags" hint="Type to add a new one.">
                    <Combobox
                        name="g-tags"
                        selected=chosen_tags
                        options=tags
                        texts=combo_texts("No tags")
                        multiple=true
                        on_create=add_tag
                    />
                </Field>
                <FormRow>
                    <Field label="Value" name="g-value" error=money_error>
                        <MoneyInput name="g-value" minor=RwSignal::new(Some(1_234_550)) currency="EUR" unreadable=unreadable />
                    </Field>
                    <Field label="Chance" name="g-chance" width=FieldWidth::Short>
                        <TextInput name="g-chance" kind=InputKind::Number min="0" max="100" value=RwSignal::new("60".to_owned()) />
                    </Field>
                </FormRow>
                <FormRow>
                    <Field label="Day" name="g-day">
                        <TextInput name="g-day" kind=InputKind::Date value=RwSignal::new("2026-03-01".to_owned()) />
                    </Field>
                    <Field label="Phone" name="g-phone">
                        <TextInput name="g-phone" kind=InputKind::Tel value=RwSignal::new("+39 02 1234 5678".to_owned()) />
                    </Field>
                </FormRow>
            </FormStack>
        </Card>
    }
}

#[component]
fn ErrorForm() -> impl IntoView {
    let errors = vec![
        FormError { field_id: "field-g-town".to_owned(), message: "The town is missing.".to_owned() },
        FormError {
            field_id: "field-g-code".to_owned(),
            message: "The postcode has five digits.".to_owned(),
        },
    ];
    view! {
        <Card title="A form that was sent with mistakes">
            <form>
                <FormStack>
                    <FormErrors id="g-errors" title="Two things need your attention" errors=errors />
                    <FormRow>
                        <Field label="Postcode" name="g-code" width=FieldWidth::Short error="Five digits.">
                            <TextInput name="g-code" value=RwSignal::new("201".to_owned()) autocomplete="postal-code" />
                        </Field>
                        <Field label="Town" name="g-town" error="Write the town." required=true>
                            <TextInput name="g-town" />
                        </Field>
                    </FormRow>
                    <FormActions>
                        <Button label="Save" tone=Tone::Primary kind=ButtonKind::Submit />
                        <Button label="Cancel" tone=Tone::Quiet />
                    </FormActions>
                </FormStack>
            </form>
        </Card>
    }
}
