use kernel::{Error, Zone, ts, use_i18n, use_me};
use leptos::prelude::*;
use serde_json::Value as Json;
use ui::Fieldset;

use crate::FieldType;
use crate::custom::{CustomField, CustomValues};
use crate::form::{CustomControls, CustomDraft};

/// What new records begin with in a field, while it is typed. A copyable handle.
#[derive(Clone, Copy)]
pub(super) struct DefaultDraft {
    field: StoredValue<CustomField>,
    typed: StoredValue<Option<CustomDraft>>,
    zone: StoredValue<Zone>,
    /// What cannot be read.
    error: RwSignal<Option<Error>>,
}

impl DefaultDraft {
    pub(super) fn new(field: &CustomField) -> Self {
        // A field that is not stored yet has no key of its own; here it needs one.
        let field = CustomField { id: field.id.max(1), is_required: false, ..field.clone() };
        Self {
            field: StoredValue::new(field),
            typed: StoredValue::new(None),
            zone: StoredValue::new(use_i18n().zone()),
            error: RwSignal::new(None),
        }
    }

    /// The value as it is typed now.
    ///
    /// # Errors
    /// `Invalid` for what cannot be read; the control says so.
    pub(super) fn value(self) -> kernel::Result<Option<Json>> {
        let Some(typed) = self.typed.get_value() else { return Ok(None) };
        let values = untrack(|| self.zone.with_value(|zone| typed.values(zone)));
        self.error.set(values.as_ref().err().cloned());
        Ok(values?.get(&self.field.with_value(CustomField::key)).cloned())
    }

    /// The field as one of this kind, with what it holds so far.
    fn of_kind(self, kind: FieldType, label: String) -> CustomField {
        let field = self.field.get_value();
        let default_value = field.default_value.clone().filter(|_| field.kind == kind);
        CustomField { kind, name: label, default_value, ..field }
    }
}

/// The control for it, which is another one for each kind of values.
#[component]
pub(super) fn DefaultField(
    draft: DefaultDraft,
    kind: Signal<FieldType>,
    error: Signal<Option<String>>,
) -> impl IntoView {
    let (i18n, currency) = (use_i18n(), use_me().organisation.currency);
    let people = LocalResource::new(staff::list_staff_names);
    let kind = Memo::new(move |_| kind.get());
    let control = move || {
        let kind = kind.get();
        let label = if kind == FieldType::Flag { "fields-yes" } else { "fields-default-value" };
        let field = draft.of_kind(kind, i18n.text(label, &[]));
        // Entries that are not stored yet cannot be named.
        if field.has_options() && field.options.is_empty() {
            draft.typed.set_value(None);
            let text = i18n.text("fields-default-later", &[]);
            return view! { <p class="fieldset__hint">{text}</p> }.into_any();
        }
        let staff = match kind {
            FieldType::Staff => people.get().and_then(Result::ok).unwrap_or_default(),
            _ => Vec::new(),
        };
        let values: CustomValues =
            field.default_value.iter().map(|json| (field.key(), json.clone())).collect();
        let typed = draft.zone.with_value(|zone| CustomDraft::new(&[field], &values, currency, zone));
        draft.typed.set_value(Some(typed));
        view! { <CustomControls draft=typed error=draft.error staff=staff prefix="field-form" /> }.into_any()
    };
    view! {
        <Fieldset legend=ts!("fields-default") hint=ts!("fields-default-hint") error=error>
            {control}
        </Fieldset>
    }
}
