//! What several parts of these pages say.

use kernel::{AccountId, CustomerId, I18n, Money, RecordKind, use_live};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::Meaning;

use crate::Status;

/// What a customer owes or has to his credit.
pub(super) fn balance(i18n: I18n, balance: Money) -> String {
    let amount = Money::new(balance.minor.saturating_abs(), balance.currency);
    match balance.minor {
        0 => i18n.text("account-settled", &[]),
        minor if minor > 0 => i18n.text("account-owed", &[("amount", amount.into())]),
        _ => i18n.text("account-credit", &[("amount", amount.into())]),
    }
}

/// How a status looks.
pub(super) fn meaning(status: Status) -> Meaning {
    match status {
        Status::Open => Meaning::Positive,
        Status::Suspended => Meaning::Warning,
        Status::Closed => Meaning::Neutral,
    }
}

/// The customer in the address.
pub(super) fn customer_here() -> Memo<Option<CustomerId>> {
    let params = use_params_map();
    Memo::new(move |_| params.with(|params| params.get("id")?.parse().ok()).map(CustomerId))
}

/// The account in the address, under this name.
pub(super) fn account_here(name: &'static str) -> Memo<Option<AccountId>> {
    let params = use_params_map();
    Memo::new(move |_| params.with(|params| params.get(name)?.parse().ok()).map(AccountId))
}

/// Tells when something happens to this account, or to any.
pub(super) fn follow(account: Option<AccountId>, again: Callback<()>) {
    let live = use_live();
    live.on_event(move |event| {
        let is_meant = account.is_none_or(|id| event.record.id == id.0);
        if event.record.kind == RecordKind::Account && is_meant {
            again.run(());
        }
    });
    live.on_catch_up(move || again.run(()));
}
