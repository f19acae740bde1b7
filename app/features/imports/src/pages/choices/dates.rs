use kernel::{ts, use_i18n};
use leptos::prelude::*;
use ui::{Card, Choice, RadioGroup};

use super::Choices;
use crate::{DateOrder, DateQuestion};

/// Which number of a date is the day: asked only if the file leaves it open.
#[component]
pub fn DatesStep(choices: Choices) -> impl IntoView {
    let dates = choices.part(|seen| seen.dates.clone());
    move || dates.get().map(|question| view! { <DatesCard choices=choices question=question /> })
}

#[component]
fn DatesCard(choices: Choices, question: DateQuestion) -> impl IntoView {
    let i18n = use_i18n();
    let code = |order: DateOrder| if order == DateOrder::DayFirst { "day" } else { "month" };
    let chosen = choices.options.with_untracked(|options| options.date_order);
    let value = RwSignal::new(chosen.map(code).unwrap_or_default().to_owned());
    let DateQuestion { samples, shown } = question;
    let samples = samples.join(", ");
    let entries = Signal::derive(move || {
        let entry = |order: DateOrder, key: &str| {
            let choice = Choice::new(code(order), i18n.text(key, &[]));
            if shown == Some(order) { choice.hint(i18n.text("import-dates-shown", &[])) } else { choice }
        };
        vec![
            entry(DateOrder::DayFirst, "import-dates-day"),
            entry(DateOrder::MonthFirst, "import-dates-month"),
        ]
    });
    let set = move |code: String| {
        let order = if code == "day" { DateOrder::DayFirst } else { DateOrder::MonthFirst };
        choices.choose(|options| options.date_order = Some(order));
    };
    let legend =
        Signal::derive(move || i18n.text("import-dates-question", &[("samples", samples.as_str().into())]));
    view! {
        <Card title=ts!("import-step-dates")>
            <RadioGroup legend=legend name="date_order" value=value choices=entries on_change=set />
        </Card>
    }
}
