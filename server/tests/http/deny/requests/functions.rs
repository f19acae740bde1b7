//! What pages ask the server by its functions.

use kernel::{Area, Can};

use super::{Case, DELETE, EDIT, EXPORTS, IMPORTS, SEES_SETTINGS, SETTINGS, SHARES, case};
use crate::deny::rules::Need::{
    self, Admin, Author, Customer, Import, Lead, OwnSession, OwnTask, OwnToken, Right, Run, Somebody, Vault,
    View,
};

/// The draft of a note.
const DRAFT: &str = r#","draft":{"body":"x"}"#;

pub(super) fn call(name: &str, need: Need, body: &str) -> Case {
    case("POST", &format!("/api/{name}"), need, body)
}

/// What is sent about the lead, `rest` with it.
fn on(rest: &str) -> String {
    format!(r#"{{"record":{{"kind":"lead","id":LEAD}}{rest}}}"#)
}

/// Search, duplicates, and who is where.
pub fn of_search() -> Vec<Case> {
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
    ]
}

/// The catalogue, which everybody reads.
pub fn of_products() -> Vec<Case> {
    let settings = |can| Right(Area::Settings, can);
    vec![
        call("list_products", Somebody, r#"{"words":"","all":true,"after":null}"#),
        call("get_product", Somebody, r#"{"id":999999999}"#).loose(),
        call("create_product", settings(Can::Create), r#"{"profile":{"name":""}}"#),
        call(
            "update_product",
            settings(Can::Edit),
            r#"{"id":999999999,"seen":{"name":"x"},"profile":{"name":"y"}}"#,
        )
        .loose(),
        call("delete_product", settings(Can::Delete), r#"{"id":999999999}"#).loose(),
        call("restore_product", settings(Can::Delete), r#"{"id":999999999}"#).loose(),
    ]
}

/// What goes out as a file and what comes in from one.
pub fn of_files() -> Vec<Case> {
    vec![
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
    ]
}

pub fn of_leads() -> Vec<Case> {
    let stage = r#"{"id":1,"pipeline_id":1,"name":"","hue":1,"kind":"open","probability":1,"wip_limit":null,"wip_blocks":false,"required_fields":[],"stale_after_days":null,"version":-1}"#;
    vec![
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
    ]
}

/// What hangs on a record.
pub fn of_records() -> Vec<Case> {
    let reminder = r#","draft":{"staff_id":STAFF,"text":"x","due_at":4000000000000000}"#;
    vec![
        call("add_note", Lead(EDIT), &on(DRAFT)),
        call("add_record_tag", Lead(EDIT), &on(r#","name":"Hot""#)),
        call("add_reminder", Lead(EDIT), &on(reminder)),
        call("complete_reminder", Lead(None), &on(r#","id":LREMINDER,"done":true"#)),
        call("delete_file", Lead(EDIT), &on(r#","id":LFILE"#)),
        call("delete_note", Author(Area::Leads), &on(r#","id":LNOTE"#)),
        call("delete_reminder", Lead(None), &on(r#","id":999999999"#)).loose(),
        call("list_files", Lead(None), &on("")),
        call("get_picture", Customer(None), r#"{"record":{"kind":"customer","id":CUSTOMER}}"#),
        call("get_picture", Customer(None), r#"{"record":{"kind":"contact","id":CONTACT}}"#),
        call("remove_picture", Customer(EDIT), r#"{"record":{"kind":"contact","id":CONTACT}}"#),
        call(
            "restore_picture",
            Customer(EDIT),
            r#"{"record":{"kind":"contact","id":CONTACT},"id":PPICTURE}"#,
        ),
        call("remove_picture", Customer(EDIT), r#"{"record":{"kind":"customer","id":CUSTOMER}}"#),
        call(
            "restore_picture",
            Customer(EDIT),
            r#"{"record":{"kind":"customer","id":CUSTOMER},"id":CPICTURE}"#,
        ),
        call("list_my_reminders", Somebody, "{}"),
        call("list_reminders", Lead(None), &on("")),
        call("list_tags", Somebody, "{}"),
        call("list_timeline", Lead(None), &on(r#","filter":"all""#)),
    ]
}

/// Views, and fields that an organisation added.
pub fn of_lists() -> Vec<Case> {
    vec![
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
    ]
}

/// The bin, and what is taken back.
pub fn of_history() -> Vec<Case> {
    vec![
        call("list_bin", Right(Area::Leads, Can::Delete), r#"{"kind":"lead","words":""}"#),
        call("restore_records", Right(Area::Leads, Can::Delete), r#"{"kind":"lead","ids":[LEAD]}"#),
        call("preview_undo", Lead(EDIT), &on(r#","event":999999999"#)).loose(),
        call("undo_event", Lead(EDIT), &on(r#","event":999999999,"over":[]"#)).loose(),
        call("remove_record_tag", Lead(EDIT), &on(r#","id":TAG"#)),
        call("restore_file", Lead(EDIT), &on(r#","id":LFILE"#)).loose(),
        call("restore_note", Lead(EDIT), &on(r#","id":999999999"#)).loose(),
        call("update_note", Author(Area::Leads), &on(&format!(r#","id":LNOTE,"version":-1{DRAFT}"#))),
    ]
}

pub fn of_house() -> Vec<Case> {
    vec![
        call("get_mail", Admin, r#"{"id":999999999}"#),
        call("get_organisation", Admin, "{}"),
        call("list_mails", Admin, "{}"),
        call("retry_mail", Admin, r#"{"id":999999999}"#),
        call(
            "save_organisation",
            Admin,
            r#"{"form":{"organisation_name":"","currency":"x","country":"x","language":"en","time_zone":"x"}}"#,
        ),
    ]
}

/// People, and what each has for himself.
pub fn of_staff() -> Vec<Case> {
    let member = r#"{"name":"x","email":"none","role_id":null,"is_admin":false}"#;
    vec![
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
pub fn of_tasks() -> Vec<Case> {
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
    ]
}

/// Where the organisation's data go is for those alone who decide it.
pub fn of_webhooks() -> Vec<Case> {
    let on = |name: &str, rest: &str| call(name, SETTINGS, &format!(r#"{{"id":999999999{rest}}}"#));
    vec![
        call("list_webhooks", SETTINGS, "{}"),
        call("create_webhook", SETTINGS, r#"{"edit":{"url":"http://127.0.0.1/"}}"#),
        on("get_webhook", ""),
        on("update_webhook", r#","version":-1,"edit":{"url":"https://example.com/"}"#),
        on("delete_webhook", ""),
        on("rotate_webhook_secret", ""),
        on("test_webhook", ""),
        on("list_deliveries", r#","after":null"#),
        on("retry_delivery", r#","delivery":999999999"#),
        on("retry_failed_deliveries", r#","since":null"#),
    ]
}

/// Long work.
pub fn of_runs() -> Vec<Case> {
    let tags = r#"{"id":RUN,"action":{"add_tags":["Hot"]}}"#;
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
    ]
}

/// The vault of a customer: what somebody may not look at is not there.
pub fn of_vault() -> Vec<Case> {
    let on = |rest: &str| format!(r#"{{"record":{{"kind":"customer","id":CUSTOMER}}{rest}}}"#);
    vec![
        call("list_vault", Customer(None), &on("")),
        call("look_vault_entry", Vault(None), &on(r#","id":CVAULT,"look":"whole""#)),
        call("add_vault_entry", Customer(EDIT), &on(r#","draft":{"name":""}"#)),
        call(
            "update_vault_entry",
            Vault(EDIT),
            &on(r#","id":CVAULT,"version":-1,"draft":{"name":"x","roles":[1]}"#),
        ),
        call("delete_vault_entry", Vault(EDIT), &on(r#","id":CVAULT"#)).loose(),
        call("restore_vault_entry", Vault(EDIT), &on(r#","id":CVAULT"#)).loose(),
    ]
}
