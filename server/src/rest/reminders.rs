//! Reminders.

use kernel::ReminderId;
use records::{Reminder, ReminderDraft, reminders};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answer::{created, list, nothing, versioned};
use super::caller::Caller;
use super::fields::Fields;
use super::operation::Operation;
use super::problem::Answer;
use super::records::{Child, On, place};

/// Whether a reminder is ticked off.
#[derive(Serialize, Deserialize, ToSchema)]
struct Tick {
    /// Whether it is done.
    done: bool,
}

/// The operations below one kind of record.
macro_rules! below {
    ($base:literal, $one:literal, $view:literal, $edit:literal) => {
        [
            Operation::get(concat!($base, "/reminders"), concat!("list_", $one, "_reminders"), $view, list_all)
                .about("The reminders of the record: open ones by their time, then those that are done.")
                .answers_page::<Reminder>(),
            Operation::post(concat!($base, "/reminders"), concat!("add_", $one, "_reminder"), $edit, add)
                .about("Reminds oneself or a colleague, in the app and by mail.")
                .takes::<ReminderDraft>()
                .creates::<Reminder>(),
            Operation::patch(concat!($base, "/reminders/{reminder}"), concat!("complete_", $one, "_reminder"), $view, tick)
                .about("Ticks a reminder off, or takes that back: one's own, or any where the record may be changed.")
                .takes::<Tick>()
                .answers::<Reminder>(),
            Operation::delete(concat!($base, "/reminders/{reminder}"), concat!("delete_", $one, "_reminder"), $view, delete)
                .about("Deletes a reminder: one's own, or any where the record may be changed."),
        ]
    };
}

pub fn operations() -> Vec<Operation> {
    let mine = Operation::get("/api/v1/reminders", "list_my_reminders", "-", list_mine)
        .about("One's own open reminders, by their time, at most 200.")
        .answers_page::<Reminder>();
    let leads = below!("/api/v1/leads/{id}", "lead", "lead.view", "lead.edit");
    let customers = below!("/api/v1/customers/{id}", "customer", "customer.view", "customers.edit");
    [mine].into_iter().chain(leads).chain(customers).collect()
}

async fn list_mine(caller: Caller) -> Answer {
    list(&reminders::mine(&caller.cx).await?)
}

async fn list_all(caller: Caller, On(record): On) -> Answer {
    list(&reminders::list(&caller.cx, record).await?)
}

async fn add(caller: Caller, On(record): On, fields: Fields) -> Answer {
    let reminder = reminders::add(&caller.cx, record, &fields.into::<ReminderDraft>()?).await?;
    created(&reminder, &place(record, "reminders", reminder.id.0), Some(reminder.version))
}

async fn tick(caller: Caller, On(record): On, Child(id): Child, fields: Fields) -> Answer {
    let Tick { done } = fields.into()?;
    let reminder = reminders::set_done(&caller.cx, record, ReminderId(id), done).await?;
    versioned(&reminder, reminder.version)
}

async fn delete(caller: Caller, On(record): On, Child(id): Child) -> Answer {
    reminders::delete(&caller.cx, record, ReminderId(id)).await?;
    nothing()
}
