use leptos::prelude::*;

use crate::field::Wiring;

mod amount;

pub use amount::{parse_minor, print_minor};

/// An amount of money inside a [`crate::Field`], typed as people write it and kept in minor units (cents).
#[component]
pub fn MoneyInput(
    #[prop(into)] name: String,
    /// The amount in minor units, two-way; `None` while the field is empty or cannot be read.
    minor: RwSignal<Option<i64>>,
    /// The code shown beside it, such as `EUR`.
    #[prop(into)]
    currency: Signal<String>,
    /// Digits after the mark: 2 for euros, 0 for yen, 3 for dinars.
    #[prop(default = Signal::stored(2), into)]
    decimals: Signal<u8>,
    /// How this page writes fractions: `,` or `.`. Both can be typed anywhere.
    #[prop(default = '.')]
    decimal_mark: char,
    /// Two-way: true while what stands there is not an amount; the page turns it into the field's error.
    #[prop(optional)]
    unreadable: RwSignal<bool>,
    #[prop(optional, into)] on_change: Option<Callback<Option<i64>>>,
) -> impl IntoView {
    let wiring = Wiring::here();
    let print = move |minor: Option<i64>| match minor {
        Some(minor) => print_minor(minor, decimals.get(), decimal_mark),
        None => String::new(),
    };
    let text = RwSignal::new(untrack(|| print(minor.get())));
    Effect::new(move |_| {
        // What was set from outside is printed; what is being typed stays as it is typed.
        let (amount, decimals) = (minor.get(), decimals.get());
        if !unreadable.get_untracked() && parse_minor(&text.get_untracked(), decimals) != Ok(amount) {
            text.set(print(amount));
        }
    });
    let read = move |typed: String| {
        let amount = parse_minor(&typed, decimals.get_untracked());
        unreadable.set(amount.is_err());
        text.set(typed);
        minor.set(amount.ok().flatten());
    };
    let leave = move |_| {
        if !unreadable.get_untracked() {
            text.set(untrack(|| print(minor.get())));
        }
        if let Some(on_change) = on_change {
            on_change.run(minor.get_untracked());
        }
    };
    view! {
        <div class="money-input">
            <input
                class="money-input__input"
                type="text"
                inputmode="decimal"
                dir="ltr"
                autocomplete="off"
                id=wiring.id()
                name=name
                prop:value=move || text.get()
                value=text.get_untracked()
                required=move || wiring.required()
                aria-invalid=move || wiring.invalid()
                aria-describedby=move || wiring.described_by()
                on:input=move |event| read(event_target_value(&event))
                on:change=leave
            />
            <span class="money-input__currency">{move || currency.get()}</span>
        </div>
    }
}
