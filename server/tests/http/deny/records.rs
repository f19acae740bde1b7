//! What belongs to each person, every piece with a word in it that stands nowhere else.

use duplicates::MergeWish;
use fields::store::definitions;
use fields::{CustomField, FieldType};
use kernel::db::{Q, Val};
use kernel::{Context, CustomerId, LeadId, RecordKind, RecordRef, StaffId};
use leads::{Lead, LeadPatch};
use records::{NoteDraft, ReminderDraft};
use serde_json::{Value, json};

use crate::harness::Server;

/// The numbers of what belongs to somebody.
#[derive(Clone, Debug)]
pub struct Things {
    /// By the words that stand for them in the table of requests.
    pub ids: Vec<(&'static str, i64)>,
    /// The word.
    pub canary: String,
}

const NEXT_YEAR: kernel::Instant = kernel::Instant(4_000_000_000_000_000);

impl Things {
    /// A lead, a customer, and everything that can hang on them.
    pub async fn make(server: &Server, owner: StaffId, name: &str) -> Self {
        // The records are made by the house; to whom they belong is what counts.
        let cx = &server.system();
        let canary = format!("canary{name}");
        let lead = lead(cx, owner, &canary).await;
        let customer = customer(cx, owner, &canary).await;
        let mut ids = vec![("LEAD", lead), ("CUSTOMER", customer)];
        // One to whose account something was posted is not deleted any more, so it is another one.
        let payer = self::customer(cx, owner, &canary).await;
        ids.push(("PAYER", payer));
        ids.extend(account(cx, payer, &canary).await);
        let words = [("LNOTE", "LFILE", "LREMINDER", "LTASK"), ("CNOTE", "CFILE", "CREMINDER", "CTASK")];
        for ((kind, id), words) in
            [(RecordKind::Lead, lead), (RecordKind::Customer, customer)].into_iter().zip(words)
        {
            let record = RecordRef { kind, id };
            let note = NoteDraft { body: format!("note {canary}"), contacted_at: None };
            ids.push((words.0, records::notes::add(cx, record, &note).await.unwrap().id.0));
            let mut file = records::files::begin(cx, record, &format!("{canary}.txt")).await.unwrap();
            file.write(format!("file {canary}").as_bytes()).await.unwrap();
            ids.push((words.1, records::files::finish(cx, file).await.unwrap().id.0));
            let reminder =
                ReminderDraft { staff_id: owner, text: format!("reminder {canary}"), due_at: NEXT_YEAR };
            ids.push((words.2, records::reminders::add(cx, record, &reminder).await.unwrap().id.0));
            ids.push((words.3, task(cx, Some(record), owner, &canary).await));
        }
        let contact = customers::store::contacts_of(cx, CustomerId(customer)).await.unwrap()[0].record();
        ids.push(("CONTACT", contact.id));
        ids.push(("SITE", site(cx, customer, contact.id, &canary).await));
        ids.push(("ENTITY", entity(cx, customer, &canary).await));
        let customer = RecordRef { kind: RecordKind::Customer, id: customer };
        ids.push(("CPICTURE", picture(cx, customer).await));
        ids.push(("PPICTURE", picture(cx, contact).await));
        ids.push(("OTASK", task(cx, None, owner, &canary).await));
        ids.push(("CVAULT", vault(cx, customer, owner, &canary).await));
        ids.push((
            "TAG",
            records::tags::add(cx, RecordRef { kind: RecordKind::Lead, id: lead }, "Hot").await.unwrap()[0]
                .id
                .0,
        ));
        ids.extend(own(cx, owner, &canary).await);
        Self { ids, canary }
    }

    /// The number of this word.
    pub fn id(&self, word: &str) -> i64 {
        self.ids.iter().find(|(own, _)| *own == word).map_or_else(|| panic!("no {word}"), |(_, id)| *id)
    }
}

/// What else can tell of somebody: a value of an added field, leads in the bin, twice there, merged, a task of today, and
/// a view of their own.
pub struct Further {
    /// The leads.
    pub leads: Vec<LeadId>,
    /// The view, for who may have one.
    pub view: Option<i64>,
}

/// The address that everybody's twins have.
const SHARED: &str = "shared@twins.example";

impl Further {
    /// Made by this administrator, so that the owner is told of it.
    pub async fn make(admin: &Context, owner: StaffId, things: &Things) -> Self {
        let canary = things.canary.as_str();
        let (extra, lead) = (extra(admin).await, LeadId(things.id("LEAD")));
        let version = leads::store::find(admin, lead).await.unwrap().version;
        let patch = LeadPatch::one(extra.key().as_str(), format!("extra {canary}"));
        leads::store::save::update(admin, lead, version, &patch).await.unwrap();
        let binned = owned(admin, owner, &format!("Binned {canary}"), None).await;
        leads::store::bin::delete(admin, binned.id, binned.version).await.unwrap();
        let twins = [
            owned(admin, owner, &format!("Twin {canary}"), Some(SHARED)).await,
            owned(admin, owner, &format!("Other twin {canary}"), Some(SHARED)).await,
        ];
        let left = owned(admin, owner, &format!("Left {canary}"), None).await;
        let merged = owned(admin, owner, &format!("Merged {canary}"), None).await;
        let wish = MergeWish { one: left.id.0, other: merged.id.0, take: None, seen: Vec::new() };
        duplicates::store::merge::run(admin, RecordKind::Lead, &wish).await.unwrap();
        let today = admin.organisation().zone.day(admin.now);
        task_on(admin, None, owner, &format!("today {canary}"), today).await;
        let view = view(admin, owner, canary).await;
        let leads = [&binned, &twins[0], &twins[1], &left, &merged].map(|lead| lead.id).to_vec();
        Self { leads, view }
    }
}

/// The field that all leads have beside their own.
async fn extra(admin: &Context) -> CustomField {
    let known = definitions::list(admin.db(), RecordKind::Lead).await.unwrap();
    if let Some(field) = known.into_iter().next() {
        return field;
    }
    let field = CustomField::new(RecordKind::Lead, "Extra", FieldType::Text);
    let field = CustomField { is_listed: true, is_on_card: true, ..field };
    definitions::save(admin, &field).await.unwrap()
}

async fn owned(cx: &Context, owner: StaffId, name: &str, email: Option<&str>) -> Lead {
    let profile = leads::Profile {
        name: name.to_owned(),
        owner_id: Some(owner),
        email: email.map(str::to_owned),
        ..leads::Profile::default()
    };
    leads::store::save::create(cx, &profile, &[]).await.unwrap()
}

/// A view that its owner shares with nobody; none for who sees no leads.
async fn view(cx: &Context, owner: StaffId, canary: &str) -> Option<i64> {
    let filter = fields::Asked { q: canary.to_owned(), ..fields::Asked::default() };
    let look = views::Look { filter, ..views::Look::default() };
    let draft = views::ViewDraft { record_kind: RecordKind::Lead, name: format!("View {canary}"), look };
    let theirs = cx.on_behalf(staff::testing::actor(cx, owner).await);
    views::store::create(&theirs, &draft).await.ok().map(|view| view.id.0)
}

/// What stands in everybody's secrets, and nowhere but there.
pub const SECRET: &str = "hush-4711";

/// A secret that only the owner's role may look at.
async fn vault(cx: &Context, record: RecordRef, owner: StaffId, canary: &str) -> i64 {
    // Administrators have no role; theirs is for the first one.
    let own = Q::new("select coalesce(role_id, (select min(id) from role)) from staff where id = ?");
    let role = kernel::RoleId(own.bind(owner).number(cx.db()).await.unwrap());
    let draft = vault::VaultDraft {
        name: format!("Door {canary}"),
        user_name: format!("{SECRET} user"),
        secret: format!("{SECRET} secret"),
        address: format!("{SECRET} address"),
        note: format!("{SECRET} note"),
        roles: vec![role],
    };
    vault::store::write::add(cx, record, &draft).await.unwrap().0
}

/// A task on a record or on nobody's, for its owner.
async fn task(cx: &Context, record: Option<RecordRef>, owner: StaffId, canary: &str) -> i64 {
    task_on(cx, record, owner, canary, kernel::Day(0)).await
}

async fn task_on(
    cx: &Context,
    record: Option<RecordRef>,
    owner: StaffId,
    canary: &str,
    day: kernel::Day,
) -> i64 {
    let draft = tasks::TaskDraft {
        title: format!("task {canary}"),
        note: format!("what to know of {canary}"),
        day: Some(day),
        assignees: vec![owner],
        ..tasks::TaskDraft::default()
    };
    tasks::store::add(cx, record, &draft).await.unwrap().id.0
}

async fn lead(cx: &Context, owner: StaffId, canary: &str) -> i64 {
    let profile = leads::Profile {
        name: format!("Lead {canary}"),
        owner_id: Some(owner),
        company: Some(format!("Company {canary}")),
        email: Some(format!("{canary}@example.com")),
        value: Some(kernel::Money::new(1_000 + owner.0, "EUR".parse().unwrap())),
        description: Some(format!("Description {canary}")),
        ..leads::Profile::default()
    };
    leads::store::save::create(cx, &profile, &[]).await.unwrap().id.0
}

async fn picture(cx: &Context, record: RecordRef) -> i64 {
    let mut picture = records::pictures::begin(cx, record).await.unwrap();
    picture.write(&crate::files::pixel()).await.unwrap();
    records::pictures::finish(cx, picture, None).await.unwrap().id.0
}

async fn customer(cx: &Context, owner: StaffId, canary: &str) -> i64 {
    let profile = customers::Profile {
        name: format!("Customer {canary}"),
        manager_id: Some(owner),
        is_active: true,
        ..customers::Profile::default()
    };
    let contact =
        customers::Person { first_name: format!("Contact{canary}"), ..customers::Person::default() };
    let new = customers::store::NewCustomer { profile, contact, ..customers::store::NewCustomer::default() };
    customers::store::create(cx, &new).await.unwrap().0
}

/// A site with its contact person, where one gets in by a word.
async fn site(cx: &Context, customer: i64, contact: i64, canary: &str) -> i64 {
    let place = customers::Place {
        name: format!("Site {canary}"),
        contact_id: Some(kernel::ContactId(contact)),
        city: Some(format!("City {canary}")),
        access_notes: Some(format!("Gate {canary}")),
        ..customers::Place::default()
    };
    customers::store::add_site(cx, CustomerId(customer), &place).await.unwrap().id.0
}

/// A legal entity with a bank account.
async fn entity(cx: &Context, customer: i64, canary: &str) -> i64 {
    let company = entities::Company {
        registered_name: format!("Entity {canary}"),
        bank: Some(format!("Bank {canary}")),
        iban: Some(iban(canary)),
        ..entities::Company::default()
    };
    let profile = entities::Profile { company, ..entities::Profile::default() };
    entities::store::add(cx, CustomerId(customer), &profile).await.unwrap().id.0
}

/// The number of an account that has this word in it, in capitals as banks write it: Malta's have room for one.
pub fn iban(canary: &str) -> String {
    let account = format!("MALT01100{:0<18}", canary.to_uppercase());
    let value = |rest: u32, character: char| {
        let value = character.to_digit(36).unwrap();
        (rest * if value < 10 { 10 } else { 100 } + value) % 97
    };
    let check = 98 - format!("{account}MT00").chars().fold(0, value);
    format!("MT{check:02}{account}")
}

/// A personal account with a service that was charged once.
async fn account(cx: &Context, customer: i64, canary: &str) -> Vec<(&'static str, i64)> {
    let profile =
        accounts::Profile { name: Some(format!("Account {canary}")), ..accounts::Profile::default() };
    let account = accounts::store::create(cx, kernel::CustomerId(customer), &profile).await.unwrap();
    let draft = accounts::ServiceDraft {
        product_id: None,
        description: format!("Service {canary}"),
        quantity: 1_000_000,
        price_minor: 100,
        charge: products::Charge::Once,
        from: kernel::Day(20_000),
        to: None,
    };
    let service = accounts::store::services::add(cx, account.id, &draft).await.unwrap();
    accounts::store::charging::charge(cx, account.id).await.unwrap();
    let query = accounts::StatementQuery::default();
    let statement = accounts::store::statement::read(cx, account.id, &query).await.unwrap();
    let posting = statement.lines.items[0].posting_id;
    vec![("ACCOUNT", account.id.0), ("SERVICE", service.id.0), ("POSTING", posting.0)]
}

/// A session, a token and an import. The import is finished, so that nothing more comes of it by itself.
async fn own(cx: &Context, owner: StaffId, canary: &str) -> Vec<(&'static str, i64)> {
    let number = |sql: &'static str| async move { Q::new(sql).bind(owner).number(cx.db()).await.unwrap() };
    staff::tokens::create(cx, owner, "to be deleted", kernel::Scope::Read).await.unwrap();
    let session = number("select max(id) from session where staff_id = ?").await;
    let token = number("select max(id) from token where staff_id = ?").await;
    let mut file = cx.foyer.files.begin(1_000).await.unwrap();
    file.write(format!("Name\n{canary}\n").as_bytes()).await.unwrap();
    let key = &file.finish().await.unwrap().key;
    let options: Value = json!(imports::Options::default());
    let options = &options;
    let import = cx
        .tx(|tx| async move {
            Q::new("insert into import (kind, file_name, storage_key, size, state, options, rows, staff_id, created_at)")
                .push("values ('leads', ?, ?, 1, 'undone', ?, 1, ?, ?) returning id")
                .bind(format!("{canary}.csv"))
                .bind(key)
                .bind(Val::json(options))
                .bind(owner)
                .bind(cx.now)
                .number(&tx)
                .await
        })
        .await
        .unwrap();
    let mapping = cx
        .tx(|tx| async move {
            Q::new("insert into import_mapping (kind, name, name_norm, header, choices, staff_id, created_at, updated_at)")
                .push("values ('leads', ?, 'mapping', 'name', '{}', ?, ?, ?) returning id")
                .bind(canary)
                .bind(owner)
                .bind(cx.now)
                .bind(cx.now)
                .number(&tx)
                .await
        })
        .await
        .unwrap();
    let run = run(cx, owner, canary).await;
    vec![
        ("SESSION", session),
        ("TOKEN", token),
        ("IMPORT", import),
        ("MAPPING", mapping),
        ("RUN", run),
        ("STAFF", owner.0),
    ]
}

/// A run that is over, so that nothing more comes of it by itself.
async fn run(cx: &Context, owner: StaffId, canary: &str) -> i64 {
    let action = &json!({ "set": { "values": { "city": canary } } });
    cx.tx(|tx| async move {
        Q::new("insert into run (kind, selection, action, state, total, next_id, staff_id, created_at, finished_at)")
            .push("values ('lead', ?, ?, 'done', 1, 1, ?, ?, ?) returning id")
            .bind(Val::json(&json!({ "ids": [] })))
            .bind(Val::json(action))
            .bind(owner)
            .bind(cx.now)
            .bind(cx.now)
            .number(&tx)
            .await
    })
    .await
    .unwrap()
}
