//! Addresses: typed in a form, and in one line where they are read.

use std::sync::Arc;

use fields::{Draft, FieldControl, Vocabulary};
use kernel::I18n;
use leptos::prelude::*;
use ui::FormRow;

/// An address: where bills go, where a site is, where a company has its seat.
#[component]
pub fn AddressFields(
    /// With the fields `street`, `postcode`, `city`, `region` and `country`.
    draft: Draft,
    /// Before the ids, since the form of a profile may stand on the same page.
    #[prop(default = "field")]
    prefix: &'static str,
) -> impl IntoView {
    let words = StoredValue::new(Arc::new(Vocabulary::default()));
    let control = move |name: &'static str| {
        view! { <FieldControl name=name draft=draft words=words.get_value() prefix=prefix /> }
    };
    view! {
        {control("street")}
        <FormRow>{control("postcode")} {control("city")}</FormRow>
        <FormRow>{control("region")} {control("country")}</FormRow>
    }
}

/// An address in one line, the country by its name: street, postcode, city, region and country, as far as they are known.
pub fn address_line(i18n: I18n, [street, postcode, city, region, country]: [Option<&String>; 5]) -> String {
    let country = country.map(|code| {
        let named = i18n.countries().into_iter().find(|(known, _)| known == code);
        named.map_or_else(|| code.clone(), |(_, name)| name)
    });
    let place: Vec<&str> = [postcode, city].into_iter().flatten().map(String::as_str).collect();
    let place = (!place.is_empty()).then(|| place.join(" "));
    let parts = [street.cloned(), place, region.cloned(), country];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
