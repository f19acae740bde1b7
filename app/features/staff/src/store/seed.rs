//! The people of a demonstration company, and the chance that its chapters share.

mod chance;
mod names;

pub use chance::Chance;
pub use names::{NamePool, POOLS};

use kernel::{Actor, Context, Currency, Language, Organisation, Result, StaffActor, StaffId, forbidden};

use super::logins::Login;
use super::people::{self, Accepted};
use super::{NewStaff, house, roles, set_password};
use crate::password::hash;
use crate::role;

/// The password of everybody in a demonstration company. It stands on its sign-in page.
pub const PASSWORD: &str = "foyer-demo";

/// Somebody who works in a demonstration company.
#[derive(Clone, Debug)]
pub struct Person {
    /// Which member of staff.
    pub id: StaffId,
    /// The member as an actor, for acting in the story.
    pub actor: Actor,
    /// Whether the rights reach all leads.
    pub sees_all: bool,
}

/// Who works in a demonstration company: Marta, Yusuf, Chloé, then `staff-01` and so on.
#[derive(Clone, Debug)]
pub struct People(pub Vec<Person>);

impl People {
    /// The person with the first name of the story, in lower case.
    pub fn named(&self, name: &str) -> Option<&Person> {
        self.0.get(CHARACTERS.iter().position(|character| character.key == name)?)
    }
}

struct Character {
    key: &'static str,
    name: &'static str,
    email: &'static str,
    is_admin: bool,
}

const CHARACTERS: [Character; 3] = [
    Character { key: "marta", name: "Marta Conti", email: "marta@foyer.example", is_admin: true },
    Character { key: "yusuf", name: "Yusuf Haddad", email: "yusuf@foyer.example", is_admin: false },
    Character { key: "chloe", name: "Chloé Martin", email: "chloe@foyer.example", is_admin: false },
];

/// Makes the organisation "Lumen Solar" of Turin with `count` people, at least the three of the story, in an empty house.
/// Of those who come after the three, one in five sees everything; the others see what is theirs.
///
/// # Errors
/// `Forbidden` (`set-up-done`) when somebody works here already.
pub async fn company(cx: &Context, count: usize) -> Result<People> {
    let hash = &hash::make(PASSWORD).await?;
    let mut accepted: Vec<Accepted> = Vec::new();
    for new in everybody(count) {
        accepted.push(people::accept(cx, new, "").await?);
    }
    let (accepted, organisation) = (&accepted, &organisation());
    let texts = &cx.foyer.texts(organisation.language);
    let people = cx
        .tx(|tx| async move {
            if !house::claim_set_up(cx, &tx).await? || !super::is_empty(&tx).await? {
                return Err(forbidden("set-up-done"));
            }
            house::write_organisation(cx, &tx, organisation).await?;
            let sales = roles::write(
                cx,
                &tx,
                &texts.text("role-default-sales", &[], &organisation.zone),
                role::sales(),
            )
            .await?;
            let all = roles::write(
                cx,
                &tx,
                &texts.text("role-default-manager", &[], &organisation.zone),
                role::manager(),
            )
            .await?;
            let mut people = Vec::with_capacity(accepted.len());
            for (index, new) in accepted.iter().enumerate() {
                let sees_all = index == 0 || (index >= CHARACTERS.len() && index % 5 == 0);
                let role_id = Some(if sees_all { all } else { sales });
                let mut new = new.clone();
                new.role_id = role_id;
                let id = people::insert(cx, &tx, &new).await?;
                set_password(&tx, Login::Staff(id), hash).await?;
                people.push(person(id, &new.name, index == 0, sees_all));
            }
            Ok(people)
        })
        .await?;
    cx.foyer.reload_organisation().await?;
    Ok(People(people))
}

fn organisation() -> Organisation {
    Organisation {
        name: "Lumen Solar".into(),
        currency: Currency::EUR,
        country: "IT".into(),
        language: Language::En,
        zone: kernel::zone("Europe/Rome").unwrap_or_else(kernel::Zone::utc),
    }
}

fn everybody(count: usize) -> Vec<NewStaff> {
    let of_story = CHARACTERS.iter().map(|character| NewStaff {
        name: character.name.into(),
        email: character.email.into(),
        is_admin: character.is_admin,
        ..NewStaff::default()
    });
    let others = (1..=count.saturating_sub(CHARACTERS.len())).map(|number| {
        let pool = &POOLS[number % POOLS.len()];
        let (first, last) = pool.pair(number * 7 + 3);
        NewStaff {
            name: format!("{first} {last}"),
            email: format!("staff-{number:02}@foyer.example"),
            ..NewStaff::default()
        }
    });
    of_story.chain(others).collect()
}

fn person(id: StaffId, name: &str, is_admin: bool, sees_all: bool) -> Person {
    let capabilities = role::rights(Some(&if sees_all { role::manager() } else { role::sales() }.words()));
    let actor = Actor::Staff(StaffActor {
        id,
        name: name.into(),
        is_admin,
        capabilities,
        token: None,
        is_viewing: false,
    });
    Person { id, actor, sees_all }
}
