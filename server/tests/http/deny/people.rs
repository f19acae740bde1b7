//! The people who ask, each with a browser, a program, and records of their own.

use kernel::db::Q;
use kernel::{Area, Can, Capabilities, Scope, StaffId};
use server::config::Config;
use staff::store::NewStaff;

use super::records::Things;
use super::rules::Standing;
use crate::harness::{Browser, PASSWORD, Server, postgres_schema};
use crate::rest::{Program, generous, program};

/// Somebody who asks.
pub struct Person {
    pub name: &'static str,
    pub id: StaffId,
    pub standing: Standing,
    pub browser: Browser,
    /// A program with a full token.
    pub program: Program,
    /// A program with a token for reading.
    pub reader: Program,
    pub things: Things,
}

/// The company.
pub struct World {
    pub server: Server,
    /// None, Ann, Bob, All, Admin, Gone: in this order.
    pub people: Vec<Person>,
}

pub const NONE: usize = 0;
pub const ANN: usize = 1;
pub const BOB: usize = 2;
pub const ALL: usize = 3;
pub const ADMIN: usize = 4;
pub const GONE: usize = 5;

fn rights(cans: &[Can]) -> Capabilities {
    let pairs =
        [Area::Leads, Area::Customers].into_iter().flat_map(|area| cans.iter().map(move |can| (area, *can)));
    // Everybody sees their own settings.
    pairs.fold(Capabilities::NONE, |set, (area, can)| set.with(area, can)).with(Area::Settings, Can::ViewOwn)
}

impl World {
    pub async fn on_sqlite() -> Self {
        Self::of(Server::with(generous).await).await
    }

    pub async fn on_postgres() -> Option<Self> {
        let url = postgres_schema().await?;
        let change = |config: &mut Config| {
            generous(config);
            config.database_url = Some(url);
        };
        Some(Self::of(Server::with(change).await).await)
    }

    async fn of(server: Server) -> Self {
        use Can::{Create, Delete, Edit, Export, Import, ViewAll, ViewOwn};
        leads::store::words::ensure(&server.system()).await.unwrap();
        let who = [
            ("none", rights(&[]), false),
            ("ann", rights(&[ViewOwn, Create, Edit, Delete, Import, Export]), false),
            ("bob", rights(&[ViewOwn, Export]), false),
            ("all", rights(&[ViewOwn, ViewAll, Create, Edit, Delete, Import, Export]), false),
            ("admin", Capabilities::NONE, true),
            ("gone", rights(&[ViewOwn, ViewAll, Create, Edit, Delete, Import]), false),
        ];
        let mut people = Vec::new();
        for (name, rights, is_admin) in who {
            people.push(person(&server, name, rights, is_admin).await);
        }
        let cx = server.system();
        let gone = &mut people[GONE];
        let version = staff::store::find(&cx, gone.id).await.unwrap().version;
        staff::store::set_active(&cx, gone.id, false, version).await.unwrap();
        gone.standing.is_somebody = false;
        Self { server, people }
    }

    /// Whose records are foreign to this person.
    pub fn other(&self, of: usize) -> &Person {
        if of == ANN { &self.people[BOB] } else { &self.people[ANN] }
    }
}

async fn person(server: &Server, name: &'static str, rights: Capabilities, is_admin: bool) -> Person {
    let cx = &server.system();
    // Whoever sees nothing now has seen something once: reminders are only for who sees the record.
    let wide =
        [Area::Leads, Area::Customers].into_iter().fold(rights, |set, area| set.with(area, Can::ViewOwn));
    let role = staff::store::roles::insert(cx, name, wide).await.unwrap();
    let email = format!("{name}@example.com");
    let role_id = (!is_admin).then_some(role.id);
    let new = NewStaff {
        name: name.into(),
        email: email.clone(),
        password: Some(PASSWORD.into()),
        role_id,
        is_admin,
        language: None,
    };
    let id = staff::store::add(cx, new).await.unwrap();
    let (browser, other) = (server.browser(), server.browser());
    // The second session is there to be ended.
    for browser in [&browser, &other] {
        let answer = browser.form("/sign-in", &[("email", &email), ("password", PASSWORD)]).await;
        assert_eq!(crate::harness::target(&answer), "/", "{name} signs in");
    }
    let (program, reader) = (program(server, id, Scope::Full).await, program(server, id, Scope::Read).await);
    let things = Things::make(server, id, name).await;
    let narrow = &rights.words();
    cx.tx(|tx| async move {
        let update = Q::new("update role set capabilities = ? where id = ?");
        update.bind(narrow).bind(role.id).run(&tx).await
    })
    .await
    .unwrap();
    Person {
        name,
        id,
        standing: Standing { is_somebody: true, is_admin, rights },
        browser,
        program,
        reader,
        things,
    }
}
