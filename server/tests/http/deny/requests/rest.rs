//! What programs ask the REST API.

use kernel::{Area, Can};

use super::{Case, DELETE, EDIT, EXPORTS, IMPORTS, SEES_SETTINGS, SETTINGS, SHARES, case};
use crate::deny::rules::Need::{
    self, Author, Customer, Import, Lead, Nothing, OwnTask, Right, RightThenCustomer, Run, Somebody, View,
};

/// A case of the REST API.
fn api(method: &'static str, path: &str, need: Need, body: &str) -> Case {
    case(method, &format!("/api/v1{path}"), need, body)
}

pub fn of_tasks() -> Vec<Case> {
    vec![
        api("GET", "/tasks", Somebody, ""),
        api("POST", "/tasks", Somebody, r#"{"title":""}"#),
        api("GET", "/tasks/{OTASK}", OwnTask, ""),
        api("PATCH", "/tasks/{OTASK}", OwnTask, r#"{"title":"x","version":-1}"#),
        api("POST", "/tasks/{OTASK}/tick", OwnTask, r#"{"done":true}"#),
        api("DELETE", "/tasks/{OTASK}", OwnTask, ""),
        api("POST", "/tasks/{NONE}/restore", Somebody, "").loose(),
    ]
}

pub fn of_leads() -> Vec<Case> {
    vec![
        api("GET", "/board", View(Area::Leads), ""),
        api("GET", "/board/columns/{STAGE}", View(Area::Leads), ""),
        api("GET", "/leads", View(Area::Leads), ""),
        api("POST", "/leads", Right(Area::Leads, Can::Create), r#"{"name":""}"#),
        api("GET", "/leads/export?columns=nothing", EXPORTS, ""),
        api("GET", "/leads/{LEAD}", Lead(None), ""),
        api("PATCH", "/leads/{LEAD}", Lead(EDIT), r#"{"city":"x","version":-1}"#),
        api("DELETE", "/leads/{LEAD}?version=-1", Lead(DELETE), ""),
        api("POST", "/leads/{LEAD}/restore", Lead(DELETE), ""),
        api("POST", "/leads/{LEAD}/move", Lead(EDIT), r#"{"stage_id":1,"version":-1}"#),
        api("POST", "/leads/{LEAD}/merges", Lead(DELETE), r#"{"other_id":LEAD}"#),
        api("POST", "/leads/{LEAD}/convert", Lead(EDIT), r#"{"version":-1}"#),
        api("POST", "/leads/{LEAD}/unconvert", Lead(EDIT), r#"{"version":-1}"#),
    ]
}

/// What hangs on a record, of either kind.
pub fn of_records() -> Vec<Case> {
    let reminder = r#"{"staff_id":STAFF,"text":"x","due_at":4000000000000000}"#;
    let of = |base: &str, area: Area, view: Need, edit: Need, letter: char| {
        let below = |method, path: &str, need, body: &str| api(method, &format!("{base}{path}"), need, body);
        let child = |word: &str| format!("{{{letter}{word}}}");
        let (note, file, reminder_id) = (child("NOTE"), child("FILE"), child("REMINDER"));
        vec![
            below("GET", "/timeline", view, ""),
            below("GET", "/notes", view, ""),
            below("POST", "/notes", edit, r#"{"body":"x"}"#),
            below("PATCH", &format!("/notes/{note}"), Author(area), r#"{"body":"y","version":-1}"#),
            below("DELETE", &format!("/notes/{note}"), Author(area), ""),
            below("POST", &format!("/notes/{note}/restore"), edit, "").loose(),
            below("GET", "/tags", view, ""),
            below("POST", "/tags", edit, r#"{"name":"Hot"}"#),
            below("DELETE", "/tags/{TAG}", edit, ""),
            below("GET", "/reminders", view, ""),
            below("POST", "/reminders", edit, reminder),
            below("PATCH", &format!("/reminders/{reminder_id}"), view, r#"{"done":true}"#),
            below("DELETE", "/reminders/{NONE}", view, "").loose(),
            below("GET", "/tasks", view, ""),
            below("POST", "/tasks", edit, r#"{"title":"x"}"#),
            below("GET", "/files", view, ""),
            below("POST", "/files", edit, "FORM"),
            below("GET", &format!("/files/{file}"), view, ""),
            below("DELETE", &format!("/files/{file}"), edit, ""),
            below("POST", &format!("/files/{file}/restore"), edit, "").loose(),
        ]
    };
    let leads = of("/leads/{LEAD}", Area::Leads, Lead(None), Lead(EDIT), 'L');
    let customers = of("/customers/{CUSTOMER}", Area::Customers, Customer(None), Customer(EDIT), 'C');
    [leads, customers].concat()
}

pub fn of_customers() -> Vec<Case> {
    vec![
        api("GET", "/customers", View(Area::Customers), ""),
        api("GET", "/customer-words", View(Area::Customers), ""),
        api("POST", "/customers", Right(Area::Customers, Can::Create), r#"{"name":""}"#),
        api("GET", "/customers/{CUSTOMER}", Customer(None), ""),
        api("PATCH", "/customers/{CUSTOMER}", Customer(EDIT), r#"{"city":"x","version":-1}"#),
        api("DELETE", "/customers/{CUSTOMER}", Customer(DELETE), ""),
        api("POST", "/customers/{CUSTOMER}/restore", RightThenCustomer(Can::Delete), ""),
        api("GET", "/customers/{CUSTOMER}/contacts", Customer(None), ""),
        api("POST", "/customers/{CUSTOMER}/contacts", RightThenCustomer(Can::Edit), r#"{"first_name":"x"}"#),
        api("GET", "/contacts/{CONTACT}", Customer(None), ""),
        api("PATCH", "/contacts/{CONTACT}", Customer(EDIT), r#"{"position":"x","version":-1}"#),
        api("DELETE", "/contacts/{CONTACT}?version=-1", Customer(DELETE), ""),
        api("POST", "/contacts/{CONTACT}/restore", Customer(DELETE), ""),
        api("POST", "/contacts/{CONTACT}/primary", Customer(EDIT), ""),
        api("GET", "/customers/{CUSTOMER}/sites", Customer(None), ""),
        api("POST", "/customers/{CUSTOMER}/sites", RightThenCustomer(Can::Edit), r#"{"name":"x"}"#),
        api("GET", "/sites/{SITE}", Customer(None), ""),
        api("PATCH", "/sites/{SITE}", Customer(EDIT), r#"{"city":"x","version":-1}"#),
        api("DELETE", "/sites/{SITE}?version=-1", Customer(DELETE), ""),
        api("POST", "/sites/{SITE}/restore", Customer(DELETE), ""),
    ]
}

/// The catalogue, which everybody reads.
pub fn of_products() -> Vec<Case> {
    let settings = |can| Right(Area::Settings, can);
    vec![
        api("GET", "/products?all=true", Somebody, ""),
        api("POST", "/products", settings(Can::Create), r#"{"name":""}"#),
        api("GET", "/products/{NONE}", Somebody, "").loose(),
        api("PATCH", "/products/{NONE}", settings(Can::Edit), r#"{"name":"x","version":-1}"#).loose(),
        api("DELETE", "/products/{NONE}", settings(Can::Delete), "").loose(),
        api("POST", "/products/{NONE}/restore", settings(Can::Delete), "").loose(),
    ]
}

/// Legal entities of the customer, and the organisation's own.
pub fn of_entities() -> Vec<Case> {
    let name = r#"{"registered_name":"x","version":-1}"#;
    vec![
        api("GET", "/customers/{CUSTOMER}/legal-entities", Customer(None), ""),
        api("POST", "/customers/{CUSTOMER}/legal-entities", Customer(EDIT), "{}"),
        api("GET", "/legal-entities/{ENTITY}", Customer(None), ""),
        api("PATCH", "/legal-entities/{ENTITY}", Customer(EDIT), name),
        api("DELETE", "/legal-entities/{ENTITY}?version=-1", Customer(DELETE), ""),
        api("POST", "/legal-entities/{ENTITY}/restore", Customer(DELETE), ""),
        api("GET", "/own-entities", SEES_SETTINGS, ""),
        api("POST", "/own-entities", SETTINGS, "{}"),
        api("GET", "/own-entities/{NONE}", SEES_SETTINGS, "").loose(),
        api("PATCH", "/own-entities/{NONE}", SETTINGS, name).loose(),
        api("POST", "/own-entities/{NONE}/default", SETTINGS, "").loose(),
        api("POST", "/own-entities/{NONE}/archive", SETTINGS, "").loose(),
        api("POST", "/own-entities/{NONE}/restore", SETTINGS, "").loose(),
    ]
}

/// Accounts of the customer; who sees it sees them.
pub fn of_accounts() -> Vec<Case> {
    let below = |method, path: &str, need: Need, body: &str| {
        api(method, &format!("/accounts/{{ACCOUNT}}{path}"), need, body)
    };
    let create = RightThenCustomer(Can::Create);
    // What does not fit is refused after the rights.
    let long = format!(r#"{{"account_number":"{}"}}"#, "9".repeat(101));
    vec![
        api("GET", "/customers/{CUSTOMER}/accounts", Customer(None), ""),
        api("POST", "/customers/{CUSTOMER}/accounts", create, &long),
        below("GET", "", Customer(None), ""),
        below("PATCH", "", Customer(EDIT), r#"{"name":"x","version":-1}"#),
        below("DELETE", "?version=-1", Customer(DELETE), ""),
        below("POST", "/restore", Customer(DELETE), ""),
        below("POST", "/services", Customer(EDIT), "{}"),
        below("PATCH", "/services/{SERVICE}", Customer(EDIT), r#"{"description":"x","version":-1}"#),
        below("DELETE", "/services/{SERVICE}", Customer(EDIT), ""),
        below("POST", "/charge", Customer(EDIT), ""),
        below("GET", "/statement", Customer(None), ""),
        below("POST", "/postings", Customer(EDIT), "{}"),
        below("POST", "/postings/{POSTING}/reverse", Customer(EDIT), r#"{"reason":""}"#),
    ]
}

pub fn of_imports() -> Vec<Case> {
    vec![
        api("GET", "/imports", IMPORTS, ""),
        api("POST", "/imports", IMPORTS, "FORM"),
        api("GET", "/imports/{IMPORT}", Import, ""),
        api("POST", "/imports/{IMPORT}/start", Import, ""),
        api("POST", "/imports/{IMPORT}/cancel", Import, ""),
        api("POST", "/imports/{IMPORT}/undo", Import, ""),
        api("GET", "/imports/{IMPORT}/refusals", Import, ""),
    ]
}

/// Long work. What is chosen here is not begun: it would go on while others ask.
pub fn of_runs() -> Vec<Case> {
    let chosen = r#"{"kind":"lead","ids":[LEAD],"action":"delete","start":false}"#;
    vec![
        api("GET", "/runs", Somebody, ""),
        api("POST", "/runs", Right(Area::Leads, Can::Edit), chosen),
        api("GET", "/runs/{RUN}", Run(None), ""),
        api("POST", "/runs/{RUN}/cancel", Run(None), ""),
        api("POST", "/runs/{RUN}/undo", Run(EDIT), ""),
        api("GET", "/runs/{RUN}/left", Run(None), ""),
    ]
}

pub fn of_webhooks() -> Vec<Case> {
    vec![
        api("GET", "/webhooks", SETTINGS, ""),
        api("POST", "/webhooks", SETTINGS, r#"{"url":"http://127.0.0.1/"}"#),
        api("GET", "/webhooks/{NONE}", SETTINGS, ""),
        api("PATCH", "/webhooks/{NONE}", SETTINGS, r#"{"description":"x","version":-1}"#),
        api("DELETE", "/webhooks/{NONE}", SETTINGS, ""),
        api("POST", "/webhooks/{NONE}/secret", SETTINGS, ""),
        api("POST", "/webhooks/{NONE}/test", SETTINGS, ""),
        api("GET", "/webhooks/{NONE}/deliveries", SETTINGS, ""),
        api("POST", "/webhooks/{NONE}/deliveries/{NONE}/retry", SETTINGS, ""),
        api("POST", "/webhooks/{NONE}/retry-failed", SETTINGS, ""),
    ]
}

pub fn of_house() -> Vec<Case> {
    let words = |path: &str, need: Need| {
        vec![
            api("GET", path, need, ""),
            api("POST", path, SETTINGS, r#"{"name":""}"#),
            api("PATCH", &format!("{path}/{{NONE}}"), SETTINGS, r#"{"name":"x"}"#),
            api("DELETE", &format!("{path}/{{NONE}}"), SETTINGS, ""),
        ]
    };
    let mut all = vec![
        api("GET", "/openapi.json", Nothing, ""),
        api("GET", "/docs", Nothing, ""),
        api("GET", "/me", Somebody, ""),
        api("GET", "/staff", Somebody, ""),
        api("GET", "/search?q=canary", Somebody, ""),
        api("GET", "/events", Somebody, ""),
        api("GET", "/reminders", Somebody, ""),
        api("GET", "/pipelines", View(Area::Leads), ""),
        api("POST", "/pipelines", SETTINGS, r#"{"name":""}"#),
        api("PATCH", "/pipelines/{STAGE}", SETTINGS, r#"{"name":"x","version":-1}"#),
        api("DELETE", "/pipelines/{NONE}", SETTINGS, ""),
        api("POST", "/pipelines/order", SETTINGS, r#"{"ids":[]}"#),
        api("GET", "/stages", View(Area::Leads), ""),
        api("POST", "/stages", SETTINGS, r#"{"name":"","pipeline_id":1}"#),
        api("PATCH", "/stages/{STAGE}", SETTINGS, r#"{"name":"x","version":-1}"#),
        api("DELETE", "/stages/{STAGE}?leads_to=1", SETTINGS, ""),
        api("POST", "/stages/order", SETTINGS, r#"{"ids":[]}"#),
        api("GET", "/views", View(Area::Leads), ""),
        api("POST", "/views", View(Area::Leads), r#"{"record_kind":"lead","name":""}"#),
        // Of which records a view is, only who may open it learns; whose nobody may change, the canaries ask.
        api("PATCH", "/views/{NONE}", Somebody, r#"{"name":"x","version":-1}"#).loose(),
        api("POST", "/views/{STAGE}/share", SHARES, r#"{"sharing":"all","version":-1}"#),
        api("POST", "/views/{STAGE}/arrange", Somebody, r#"{"is_pinned":true}"#),
        api("DELETE", "/views/{STAGE}", Somebody, ""),
        api("POST", "/views/{STAGE}/restore", Somebody, ""),
        api("GET", "/lead-fields", Somebody, ""),
        api("POST", "/lead-fields", SETTINGS, r#"{"name":""}"#),
        api("PATCH", "/lead-fields/{STAGE}", SETTINGS, r#"{"name":"x","version":-1}"#),
        api("DELETE", "/lead-fields/{STAGE}", SETTINGS, ""),
        api("POST", "/lead-fields/{STAGE}/restore", SETTINGS, ""),
        api("POST", "/lead-fields/order", SETTINGS, r#"{"ids":[]}"#),
    ];
    all.extend(words("/sources", View(Area::Leads)));
    all.extend(words("/lost-reasons", View(Area::Leads)));
    all.extend(words("/tags", Somebody));
    all
}
