//! The table: every address with what it needs and what is sent. Words in capitals stand for the numbers of what belongs
//! to somebody. What may be done is sent so that it changes little: with a version that there is not, for example.

use kernel::{Area, Can};

use super::rules::Need::{self, Admin, Customer, Import, Lead, Nothing, Right, Run, Somebody, Vault, View};

mod functions;
mod parties;
mod portal;
mod rest;

/// One address.
#[derive(Clone, Debug)]
pub struct Case {
    pub method: &'static str,
    pub path: String,
    pub need: Need,
    /// JSON; `FORM` for a form with a file; empty for nothing.
    pub body: String,
    /// What may be done may have been done before, or be about something that there is not.
    pub is_loose: bool,
}

fn case(method: &'static str, path: &str, need: Need, body: &str) -> Case {
    Case {
        method,
        path: path.into(),
        need,
        body: body.into(),
        is_loose: !matches!(need, Lead(_) | Customer(_) | Vault(_) | Import | Run(_)),
    }
}

impl Case {
    fn loose(self) -> Self {
        Self { is_loose: true, ..self }
    }

    /// Its name in the list of routes.
    pub fn route(&self) -> String {
        format!("{} {}", self.method, self.path.split('?').next().unwrap())
    }
}

/// All addresses.
pub fn cases() -> Vec<Case> {
    [
        pages(),
        endpoints(),
        functions::of_search(),
        parties::of_customers(),
        functions::of_products(),
        parties::of_accounts(),
        parties::of_entities(),
        functions::of_files(),
        functions::of_leads(),
        functions::of_records(),
        functions::of_lists(),
        functions::of_history(),
        functions::of_house(),
        functions::of_staff(),
        functions::of_tasks(),
        functions::of_webhooks(),
        functions::of_vault(),
        portal::of_portal(),
        rest::of_tasks(),
        rest::of_leads(),
        rest::of_records(),
        rest::of_house(),
        rest::of_customers(),
        rest::of_products(),
        rest::of_accounts(),
        rest::of_entities(),
        rest::of_imports(),
        functions::of_runs(),
        rest::of_runs(),
        rest::of_webhooks(),
    ]
    .concat()
}

const SETTINGS: Need = Right(Area::Settings, Can::Edit);
const SHARES: Need = Right(Area::Leads, Can::Share);
const SEES_SETTINGS: Need = Right(Area::Settings, Can::ViewAll);
const IMPORTS: Need = Right(Area::Leads, Can::Import);
const EXPORTS: Need = Right(Area::Leads, Can::Export);
const EDIT: Option<Can> = Some(Can::Edit);
const DELETE: Option<Can> = Some(Can::Delete);

fn pages() -> Vec<Case> {
    let page = |path: &str, need| case("GET", path, need, "");
    vec![
        page("/", Somebody),
        page("/sign-in", Nothing),
        page("/set-up", Nothing),
        page("/forgotten-password", Nothing),
        page("/new-password", Nothing),
        page("/gallery", Somebody),
        page("/leads", View(Area::Leads)),
        page("/leads/board", View(Area::Leads)),
        page("/leads/calendar", View(Area::Leads)),
        page("/leads/board/{LEAD}", Lead(None)),
        page("/leads/bin", Right(Area::Leads, Can::Delete)),
        page("/leads/duplicates", View(Area::Leads)),
        page("/leads/merge?one={LEAD}&other={LEAD}", Lead(DELETE)),
        page("/leads/new", Right(Area::Leads, Can::Create)),
        page("/leads/{LEAD}", Lead(None)),
        page("/customers", View(Area::Customers)),
        page("/customers/bin", Right(Area::Customers, Can::Delete)),
        page("/customers/duplicates", View(Area::Customers)),
        page("/customers/merge?one={CUSTOMER}&other={CUSTOMER}", Customer(DELETE)),
        page("/customers/new", Right(Area::Customers, Can::Create)),
        page("/customers/{CUSTOMER}", Customer(None)),
        page("/customers/{CUSTOMER}/profile", Customer(None)),
        page("/customers/{CUSTOMER}/contacts", Customer(None)),
        page("/customers/{CUSTOMER}/sites", Customer(None)),
        page("/sites/{SITE}", Customer(None)),
        page("/customers/{CUSTOMER}/entities", Customer(None)),
        page("/legal-entities/{ENTITY}", Customer(None)),
        page("/customers/{CUSTOMER}/work", Customer(None)),
        page("/customers/{CUSTOMER}/files", Customer(None)),
        page("/customers/{CUSTOMER}/history", Customer(None)),
        page("/customers/{PAYER}/accounts", Customer(None)),
        page("/customers/{PAYER}/accounts/{ACCOUNT}", Customer(None)),
        page("/accounts/{ACCOUNT}", Customer(None)),
        page("/products", Somebody),
        page("/products/bin", Right(Area::Settings, Can::Delete)),
        page("/products/{NONE}", Somebody),
        page("/customers/{CUSTOMER}/vault", Customer(None)),
        page("/my-day", Somebody),
        page("/exports/{NONE}", EXPORTS),
        page("/imports", IMPORTS),
        page("/imports/new", IMPORTS),
        page("/imports/{IMPORT}", Import),
        page("/runs", Somebody),
        page("/runs/{RUN}", Run(None)),
        page("/settings", Somebody),
        page("/settings/calendar", Somebody),
        page("/settings/me", Somebody),
        page("/settings/mail", Admin),
        page("/settings/organisation", Admin),
        page("/settings/customers", SEES_SETTINGS),
        page("/settings/entities", SEES_SETTINGS),
        page("/settings/pipeline", SEES_SETTINGS),
        page("/settings/duplicates", Somebody),
        page("/settings/fields", Somebody),
        page("/settings/webhooks", SETTINGS),
        page("/settings/words", View(Area::Leads)),
        page("/settings/roles", SEES_SETTINGS),
        page("/settings/staff", SEES_SETTINGS),
    ]
}

fn endpoints() -> Vec<Case> {
    vec![
        case("GET", "/healthz", Nothing, ""),
        case("GET", "/readyz", Nothing, ""),
        case("POST", "/sign-in", Nothing, "email=x&password=y"),
        // It works for everybody: who has no session has none afterwards either.
        case("POST", "/sign-out", Nothing, ""),
        case("POST", "/set-up", Nothing, "name=x"),
        case("POST", "/forgotten-password", Nothing, "email="),
        case("POST", "/new-password", Nothing, "token=x&password=y"),
        case("POST", "/language", Nothing, "language=xx"),
        // Whoever has the secret of a calendar needs nothing else; nobody has this one.
        case("GET", "/calendar/{NONE}", Nothing, "").loose(),
        case("GET", "/events", Somebody, ""),
        case("POST", "/upload/lead/{LEAD}", Lead(EDIT), "FORM"),
        case("POST", "/pictures/lead/{LEAD}", Lead(EDIT), "FORM"),
        case("POST", "/pictures/contact/{CONTACT}", Customer(EDIT), "FORM"),
        case("GET", "/pictures/{PPICTURE}/small", Customer(None), ""),
        case("GET", "/pictures/{CPICTURE}/small", Customer(None), ""),
        case("GET", "/pictures/{CPICTURE}/large", Customer(None), ""),
        case("POST", "/imports", IMPORTS, "FORM"),
        case("GET", "/imports/{IMPORT}/refused.csv", Import, ""),
        case("GET", "/contacts/{CONTACT}/card.vcf", Customer(None), ""),
        case("GET", "/customers/{CUSTOMER}/cards.vcf", Customer(None), ""),
        // What is exported stands in the history; what cannot be, changes nothing.
        case("GET", "/export/leads?columns=nothing", EXPORTS, ""),
        case("GET", "/export/customers?columns=nothing", Right(Area::Customers, Can::Export), ""),
        case("GET", "/exports/{NONE}/file", EXPORTS, "").loose(),
        case("GET", "/runs/{RUN}/left.csv", Run(None), ""),
        case("GET", "/records/lead/{LEAD}/files/{LFILE}", Lead(None), ""),
        case("GET", "/records/lead/{LEAD}/files/{LFILE}/preview", Lead(None), "").loose(),
        case("GET", "/records/lead/{LEAD}/files/{LFILE}/thumbnail", Lead(None), "").loose(),
    ]
}
