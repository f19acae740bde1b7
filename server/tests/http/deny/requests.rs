//! The table: every address with what it needs and what is sent. Words in capitals stand for the numbers of what belongs
//! to somebody. What may be done is sent so that it changes little: with a version that there is not, for example.

use kernel::{Area, Can};

use super::rules::Need::{
    self, Admin, Author, Customer, Import, Lead, Nothing, OwnSession, OwnTask, OwnToken, Right,
    RightThenCustomer, Run, Somebody, View,
};

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
        is_loose: !matches!(need, Lead(_) | Customer(_) | Import | Run(_)),
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
        functions(),
        tasks(),
        of_leads(),
        of_records(),
        of_house(),
        of_customers(),
        of_imports(),
        of_runs(),
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
        page("/customers/new", Right(Area::Customers, Can::Create)),
        page("/customers/{CUSTOMER}", Customer(None)),
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
        page("/settings/pipeline", SEES_SETTINGS),
        page("/settings/duplicates", Somebody),
        page("/settings/fields", Somebody),
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
        case("POST", "/imports", IMPORTS, "FORM"),
        case("GET", "/imports/{IMPORT}/refused.csv", Import, ""),
        // What is exported stands in the history; what cannot be, changes nothing.
        case("GET", "/export/leads?columns=nothing", EXPORTS, ""),
        case("GET", "/exports/{NONE}/file", EXPORTS, "").loose(),
        case("GET", "/runs/{RUN}/left.csv", Run(None), ""),
        case("GET", "/records/lead/{LEAD}/files/{LFILE}", Lead(None), ""),
        case("GET", "/records/lead/{LEAD}/files/{LFILE}/preview", Lead(None), "").loose(),
        case("GET", "/records/lead/{LEAD}/files/{LFILE}/thumbnail", Lead(None), "").loose(),
    ]
}

fn functions() -> Vec<Case> {
    let call = |name: &str, need, body: &str| case("POST", &format!("/api/{name}"), need, body);
    let lead = r#"{"record":{"kind":"lead","id":LEAD}"#;
    let on = |rest: &str| format!("{lead}{rest}}}");
    let draft = r#","draft":{"body":"x"}"#;
    let reminder = r#","draft":{"staff_id":STAFF,"text":"x","due_at":4000000000000000}"#;
    let member = r#"{"name":"x","email":"none","role_id":null,"is_admin":false}"#;
    let stage = r#"{"id":1,"pipeline_id":1,"name":"","hue":1,"kind":"open","probability":1,"wip_limit":null,"wip_blocks":false,"required_fields":[],"stale_after_days":null,"version":-1}"#;
    vec![
        call("search_records", Somebody, r#"{"q":"canary"}"#),
        // Whoever sees nothing of the kind has no duplicates there.
        call(
            "find_duplicates",
            Somebody,
            r#"{"kind":"lead","values":{"email":{"text":"none@foyer.test"}},"except":null}"#,
        ),
        call("list_pairs", View(Area::Leads), r#"{"kind":"lead","cursor":null}"#),
        call("tell_apart", Lead(EDIT), r#"{"kind":"lead","one":LEAD,"other":LEAD,"apart":true}"#),
        call("compare_records", Lead(DELETE), r#"{"kind":"lead","one":LEAD,"other":LEAD}"#),
        call(
            "merge_records",
            Lead(DELETE),
            r#"{"kind":"lead","wish":{"one":LEAD,"other":LEAD,"take":null,"seen":[]}}"#,
        ),
        call("fill_record", Lead(EDIT), &on(r#","values":{}"#)),
        call("get_duplicate_setting", Somebody, "{}"),
        call("save_duplicate_setting", SETTINGS, r#"{"setting":{"counted":["email","phone"]}}"#),
        // Who may not look is not there, and is not told so: a hidden lead answers like one that there is not.
        call(
            "tell_presence",
            Somebody,
            r#"{"page":1,"number":1,"spot":{"at":[{"record":{"kind":"lead","id":LEAD},"doing":"looks"}]}}"#,
        ),
        call(
            "add_contact",
            RightThenCustomer(Can::Edit),
            r#"{"customer":CUSTOMER,"person":{"first_name":"x"}}"#,
        ),
        call(
            "create_customer",
            Right(Area::Customers, Can::Create),
            r#"{"profile":{"kind":"commercial","name":""},"contact":{"first_name":""}}"#,
        ),
        call("delete_customer", Customer(DELETE), r#"{"id":CUSTOMER}"#),
        call("get_customer", Customer(None), r#"{"id":CUSTOMER}"#),
        call("list_customers", View(Area::Customers), r#"{"words":""}"#),
        call("restore_customer", RightThenCustomer(Can::Delete), r#"{"id":CUSTOMER}"#),
        call(
            "update_customer",
            Customer(EDIT),
            r#"{"id":CUSTOMER,"version":-1,"profile":{"kind":"commercial","name":"x"}}"#,
        ),
        call("prepare_export", EXPORTS, r#"{"wish":{"kind":"leads"}}"#),
        call("start_export", EXPORTS, r#"{"wish":{"kind":"leads","columns":["nothing"]}}"#),
        call("show_export", EXPORTS, r#"{"id":999999999}"#).loose(),
        call("cancel_import", Import, r#"{"id":IMPORT}"#),
        call("delete_import_mapping", Import, r#"{"mapping":MAPPING}"#).loose(),
        call("rename_import_mapping", Import, r#"{"mapping":MAPPING,"name":"Mine","is_shared":false}"#)
            .loose(),
        call("save_import_mapping", Import, r#"{"id":IMPORT,"name":"Mine","is_shared":false}"#).loose(),
        call("use_import_mapping", Import, r#"{"id":IMPORT,"mapping":MAPPING}"#).loose(),
        call("inspect_import", Import, r#"{"id":IMPORT}"#).loose(),
        call("list_import_kinds", IMPORTS, "{}"),
        call("list_import_refusals", Import, r#"{"id":IMPORT}"#),
        call("list_imports", IMPORTS, "{}"),
        call("set_import_options", Import, r#"{"id":IMPORT,"options":{}}"#),
        call("show_import", Import, r#"{"id":IMPORT}"#),
        call("start_import", Import, r#"{"id":IMPORT}"#).loose(),
        call("try_import", Import, r#"{"id":IMPORT}"#),
        call("undo_import", Import, r#"{"id":IMPORT}"#),
        call("get_lead_setting", Somebody, "{}"),
        call("save_lead_setting", SETTINGS, r#"{"setting":{"locks_converted":false}}"#),
        call("convert_lead", Lead(EDIT), r#"{"id":LEAD,"conversion":{"version":-1}}"#),
        call("count_stage_leads", Right(Area::Settings, Can::ViewAll), "{}"),
        call("create_lead", Right(Area::Leads, Can::Create), r#"{"profile":{"name":""},"tags":[]}"#),
        call("delete_lead", Lead(DELETE), r#"{"id":LEAD,"version":-1}"#),
        call("delete_pipeline", SETTINGS, r#"{"id":999999999,"goes_to":[]}"#),
        call("delete_stage", SETTINGS, r#"{"id":1,"leads_to":1}"#),
        call("delete_word", SETTINGS, r#"{"list":"source","id":999999999,"goes_to":null}"#),
        call("edit_lead", Lead(EDIT), r#"{"id":LEAD,"edit":{"to":{"city":"x"},"seen":{"city":"never"}}}"#),
        call("find_lead_customer", Lead(None), r#"{"id":LEAD}"#),
        call("get_board", View(Area::Leads), r#"{"query":{}}"#),
        call("get_board_changes", View(Area::Leads), r#"{"query":{},"ids":[LEAD]}"#),
        call("get_dictionaries", View(Area::Leads), "{}"),
        call("get_lead", Lead(None), r#"{"id":LEAD}"#),
        call("is_stage_over", View(Area::Leads), r#"{"id":1}"#),
        call("list_column", View(Area::Leads), r#"{"query":{},"column":1}"#),
        call("list_pipelines", View(Area::Leads), "{}"),
        call("list_leads", View(Area::Leads), r#"{"query":{}}"#),
        call("count_leads", View(Area::Leads), r#"{"filter":{}}"#),
        call("count_lead_groups", View(Area::Leads), r#"{"filter":{},"groups":["owner_id.empty"]}"#),
        call("move_lead", Lead(EDIT), r#"{"id":LEAD,"to":{"stage_id":1,"version":-1}}"#),
        // Who may be refused is told so card by card: a hidden lead answers like one that there is not.
        call(
            "move_leads",
            View(Area::Leads),
            r#"{"moves":[{"id":LEAD,"to":{"stage_id":1,"version":-1}}],"answers":{}}"#,
        ),
        call("order_pipelines", SETTINGS, r#"{"ids":[]}"#),
        call("order_stages", SETTINGS, r#"{"ids":[]}"#),
        call("restore_lead", Lead(DELETE), r#"{"id":LEAD}"#),
        call(
            "save_pipeline",
            SETTINGS,
            r#"{"pipeline":{"id":0,"name":"","is_default":false,"version":0},"like":null}"#,
        ),
        call("save_stage", SETTINGS, &format!(r#"{{"stage":{stage}}}"#)),
        call("save_word", SETTINGS, r#"{"list":"source","edit":{"id":0,"name":""}}"#),
        call("undo_lead_conversion", Lead(EDIT), r#"{"id":LEAD,"version":-1}"#),
        call("update_lead", Lead(EDIT), r#"{"id":LEAD,"version":-1,"patch":{"city":"x"}}"#),
        call("add_note", Lead(EDIT), &on(draft)),
        call("add_record_tag", Lead(EDIT), &on(r#","name":"Hot""#)),
        call("add_reminder", Lead(EDIT), &on(reminder)),
        call("complete_reminder", Lead(None), &on(r#","id":LREMINDER,"done":true"#)),
        call("delete_file", Lead(EDIT), &on(r#","id":LFILE"#)),
        call("delete_note", Author(Area::Leads), &on(r#","id":LNOTE"#)),
        call("delete_reminder", Lead(None), &on(r#","id":999999999"#)).loose(),
        call("list_files", Lead(None), &on("")),
        call("list_my_reminders", Somebody, "{}"),
        call("list_reminders", Lead(None), &on("")),
        call("list_tags", Somebody, "{}"),
        call("list_timeline", Lead(None), &on(r#","filter":"all""#)),
        call("list_field_targets", Somebody, r#"{"kind":"lead"}"#),
        call("list_views", View(Area::Leads), r#"{"kind":"lead"}"#),
        call("create_view", View(Area::Leads), r#"{"draft":{"record_kind":"lead","name":""}}"#),
        call(
            "update_view",
            View(Area::Leads),
            r#"{"id":999999999,"version":1,"draft":{"record_kind":"lead","name":"x"}}"#,
        ),
        call(
            "share_view",
            SHARES,
            r#"{"kind":"lead","id":999999999,"version":1,"sharing":"all","default_roles":[]}"#,
        ),
        call("arrange_view", Somebody, r#"{"id":999999999,"is_pinned":true,"is_first":true}"#),
        call("choose_columns", View(Area::Leads), r#"{"kind":"lead","columns":["city"]}"#),
        call("delete_view", Somebody, r#"{"id":999999999}"#),
        call("restore_view", Somebody, r#"{"id":999999999}"#),
        call("list_fields", Somebody, r#"{"kind":"lead"}"#),
        call("save_field", SETTINGS, r#"{"field":{"record_kind":"lead","name":"","kind":"text"}}"#),
        call("order_fields", SETTINGS, r#"{"ids":[]}"#),
        call("delete_field", SETTINGS, r#"{"id":999999999}"#),
        call("restore_field", SETTINGS, r#"{"id":999999999}"#),
        call("list_bin", Right(Area::Leads, Can::Delete), r#"{"kind":"lead","words":""}"#),
        call("restore_records", Right(Area::Leads, Can::Delete), r#"{"kind":"lead","ids":[LEAD]}"#),
        call("preview_undo", Lead(EDIT), &on(r#","event":999999999"#)).loose(),
        call("undo_event", Lead(EDIT), &on(r#","event":999999999,"over":[]"#)).loose(),
        call("remove_record_tag", Lead(EDIT), &on(r#","id":TAG"#)),
        call("restore_file", Lead(EDIT), &on(r#","id":LFILE"#)).loose(),
        call("restore_note", Lead(EDIT), &on(r#","id":999999999"#)).loose(),
        call("update_note", Author(Area::Leads), &on(&format!(r#","id":LNOTE,"version":-1{draft}"#))),
        call("get_mail", Admin, r#"{"id":999999999}"#),
        call("get_organisation", Admin, "{}"),
        call("list_mails", Admin, "{}"),
        call("retry_mail", Admin, r#"{"id":999999999}"#),
        call(
            "save_organisation",
            Admin,
            r#"{"form":{"organisation_name":"","currency":"x","country":"x","language":"en","time_zone":"x"}}"#,
        ),
        call("add_token", Somebody, r#"{"name":"","scope":"full"}"#),
        call("change_my_password", Somebody, r#"{"current_password":"x","password":"y"}"#),
        call("count_unread_notifications", Somebody, "{}"),
        call("delete_token", OwnToken, r#"{"id":TOKEN}"#),
        call("end_session", OwnSession, r#"{"id":SESSION}"#),
        call("end_other_sessions", Somebody, "{}"),
        call("get_preference", Somebody, r#"{"key":"x"}"#),
        call("choose_notice", Somebody, r#"{"notice":"assigned","channel":"mail"}"#),
        call("list_my_notices", Somebody, "{}"),
        call("list_my_sessions", Somebody, "{}"),
        call("list_my_tokens", Somebody, "{}"),
        call("list_notifications", Somebody, "{}"),
        call("mark_notifications_read", Somebody, r#"{"id":999999999}"#),
        call("rename_me", Somebody, r#"{"name":""}"#),
        call("save_language", Somebody, r#"{"language":null}"#),
        call("save_preference", Somebody, r#"{"key":"x","value":null}"#),
        call("save_theme", Somebody, r#"{"theme":"x"}"#),
        call("add_role", Admin, r#"{"name":"","capabilities":0}"#),
        call("add_staff", Admin, &format!(r#"{{"change":{member},"language":null}}"#)),
        call("change_role", Admin, r#"{"id":999999999,"name":"x","capabilities":0,"version":1}"#),
        call("change_staff", Admin, &format!(r#"{{"id":STAFF,"change":{member},"version":-1}}"#)),
        call("delete_role", Admin, r#"{"id":999999999}"#),
        call("end_staff_sessions", Admin, r#"{"id":999999999}"#),
        call("list_roles", SEES_SETTINGS, "{}"),
        call("list_staff", SEES_SETTINGS, "{}"),
        call("list_staff_names", Somebody, "{}"),
        call("send_password_link", Admin, r#"{"id":999999999}"#),
        call("set_staff_active", Admin, r#"{"id":999999999,"is_active":false,"version":-1}"#),
    ]
}

/// Tasks: those on a lead and those on nobody's record, which are asked for without one.
fn tasks() -> Vec<Case> {
    let call = |name: &str, need, body: &str| case("POST", &format!("/api/{name}"), need, body);
    let on_lead = |name: &str, need, rest: &str| {
        call(name, need, &format!(r#"{{"through":{{"kind":"lead","id":LEAD}}{rest}}}"#))
    };
    let draft = r#""draft":{"title":"x"}"#;
    vec![
        call("list_tasks", Lead(None), r#"{"record":{"kind":"lead","id":LEAD}}"#),
        call("get_calendar_feed", Somebody, "{}"),
        call("make_calendar_feed", Somebody, "{}"),
        call("end_calendar_feed", Somebody, "{}"),
        call("list_my_day", Somebody, r#"{"query":{}}"#),
        call("count_overdue_tasks", Somebody, "{}"),
        call("add_task", Lead(EDIT), &format!(r#"{{"record":{{"kind":"lead","id":LEAD}},{draft}}}"#)),
        call("add_task", Somebody, r#"{"record":null,"draft":{"title":""}}"#),
        // Who made it or is to do it changes a task of what they see, as does who may change the record.
        on_lead("update_task", Lead(None), &format!(r#","id":LTASK,"version":-1,{draft}"#)),
        on_lead("complete_task", Lead(None), r#","id":LTASK,"done":true"#),
        on_lead("delete_task", Lead(None), r#","id":LTASK"#),
        on_lead("restore_task", Lead(None), r#","id":999999999"#).loose(),
        call("complete_task", OwnTask, r#"{"through":null,"id":OTASK,"done":true}"#),
        call("update_task", OwnTask, &format!(r#"{{"through":null,"id":OTASK,"version":-1,{draft}}}"#)),
        call("delete_task", OwnTask, r#"{"through":null,"id":OTASK}"#),
        call("restore_task", Somebody, r#"{"through":null,"id":999999999}"#).loose(),
        api("GET", "/tasks", Somebody, ""),
        api("POST", "/tasks", Somebody, r#"{"title":""}"#),
        api("GET", "/tasks/{OTASK}", OwnTask, ""),
        api("PATCH", "/tasks/{OTASK}", OwnTask, r#"{"title":"x","version":-1}"#),
        api("POST", "/tasks/{OTASK}/tick", OwnTask, r#"{"done":true}"#),
        api("DELETE", "/tasks/{OTASK}", OwnTask, ""),
        api("POST", "/tasks/{NONE}/restore", Somebody, "").loose(),
    ]
}

/// A case of the REST API.
fn api(method: &'static str, path: &str, need: Need, body: &str) -> Case {
    case(method, &format!("/api/v1{path}"), need, body)
}

fn of_leads() -> Vec<Case> {
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
fn of_records() -> Vec<Case> {
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

fn of_customers() -> Vec<Case> {
    vec![
        api("GET", "/customers", View(Area::Customers), ""),
        api("POST", "/customers", Right(Area::Customers, Can::Create), r#"{"name":""}"#),
        api("GET", "/customers/{CUSTOMER}", Customer(None), ""),
        api("PATCH", "/customers/{CUSTOMER}", Customer(EDIT), r#"{"city":"x","version":-1}"#),
        api("DELETE", "/customers/{CUSTOMER}", Customer(DELETE), ""),
        api("POST", "/customers/{CUSTOMER}/restore", RightThenCustomer(Can::Delete), ""),
        api("GET", "/customers/{CUSTOMER}/contacts", Customer(None), ""),
        api("POST", "/customers/{CUSTOMER}/contacts", RightThenCustomer(Can::Edit), r#"{"first_name":"x"}"#),
    ]
}

fn of_imports() -> Vec<Case> {
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
fn of_runs() -> Vec<Case> {
    let call = |name: &str, need, body: &str| case("POST", &format!("/api/{name}"), need, body);
    let tags = r#"{"id":RUN,"action":{"add_tags":["Hot"]}}"#;
    let chosen = r#"{"kind":"lead","ids":[LEAD],"action":"delete","start":false}"#;
    vec![
        call(
            "choose_run_records",
            Right(Area::Leads, Can::Edit),
            r#"{"kind":"lead","selection":{"ids":[LEAD]}}"#,
        ),
        call("preview_run", Run(EDIT), tags),
        call("start_run", Run(EDIT), tags),
        call("show_run", Run(None), r#"{"id":RUN}"#),
        call("cancel_run", Run(None), r#"{"id":RUN}"#),
        call("undo_run", Run(EDIT), r#"{"id":RUN}"#),
        call("list_run_stayed", Run(None), r#"{"id":RUN}"#),
        call("list_runs", Somebody, "{}"),
        call("list_open_runs", Somebody, "{}"),
        api("GET", "/runs", Somebody, ""),
        api("POST", "/runs", Right(Area::Leads, Can::Edit), chosen),
        api("GET", "/runs/{RUN}", Run(None), ""),
        api("POST", "/runs/{RUN}/cancel", Run(None), ""),
        api("POST", "/runs/{RUN}/undo", Run(EDIT), ""),
        api("GET", "/runs/{RUN}/left", Run(None), ""),
    ]
}

fn of_house() -> Vec<Case> {
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
        api("PATCH", "/views/{STAGE}", View(Area::Leads), r#"{"name":"x","version":-1}"#),
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
