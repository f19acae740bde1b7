//! What pages ask the server about customers and what belongs to them.

use kernel::{Area, Can};

use super::functions::call;
use super::{Case, DELETE, EDIT, SEES_SETTINGS, SETTINGS};
use crate::deny::rules::Need::{Customer, Right, RightThenCustomer, Somebody, View};

pub fn of_customers() -> Vec<Case> {
    vec![
        call(
            "add_contact",
            RightThenCustomer(Can::Edit),
            r#"{"customer":CUSTOMER,"person":{"first_name":"x"}}"#,
        ),
        call(
            "create_customer",
            Right(Area::Customers, Can::Create),
            r#"{"profile":{"kind":"commercial","name":""},"contact":{"first_name":""},"has_site":true}"#,
        ),
        call("delete_customer", Customer(DELETE), r#"{"id":CUSTOMER}"#),
        call("delete_contact", Customer(DELETE), r#"{"id":CONTACT}"#),
        call("edit_contact", Customer(EDIT), r#"{"id":CONTACT,"edit":{"to":{"first_name":""}}}"#),
        call("make_contact_primary", Customer(EDIT), r#"{"id":CONTACT}"#),
        call("restore_contact", Customer(DELETE), r#"{"id":CONTACT}"#),
        call("get_customer", Customer(None), r#"{"id":CUSTOMER}"#),
        call("add_site", RightThenCustomer(Can::Edit), r#"{"customer":CUSTOMER,"place":{"name":"x"}}"#),
        call("delete_site", Customer(DELETE), r#"{"id":SITE}"#),
        call("edit_site", Customer(EDIT), r#"{"id":SITE,"edit":{"to":{"name":""}}}"#),
        call("get_site", Customer(None), r#"{"id":SITE}"#),
        call("list_sites", Customer(None), r#"{"customer":CUSTOMER,"after":null}"#),
        call("restore_site", Customer(DELETE), r#"{"id":SITE}"#),
        call("get_customer_dictionaries", View(Area::Customers), "{}"),
        call("list_customer_words", SEES_SETTINGS, "{}"),
        call(
            "save_customer_word",
            SETTINGS,
            r#"{"list":"segments","edit":{"id":0,"name":"","hue":0,"is_default":false,"kinds":[],"is_archived":false,"version":0}}"#,
        ),
        call("order_customer_words", SETTINGS, r#"{"list":"segments","ids":[]}"#),
        call("delete_customer_word", SETTINGS, r#"{"list":"segments","id":999999999,"goes_to":null}"#),
        call("get_customer_setting", Somebody, "{}"),
        call("save_customer_setting", SETTINGS, r#"{"setting":{}}"#),
        call("list_customers", View(Area::Customers), r#"{"query":{}}"#),
        call("count_customers", View(Area::Customers), r#"{"filter":{}}"#),
        call(
            "count_customer_groups",
            View(Area::Customers),
            r#"{"filter":{},"groups":["manager_id.empty"]}"#,
        ),
        call("restore_customer", RightThenCustomer(Can::Delete), r#"{"id":CUSTOMER}"#),
        call(
            "edit_customer",
            Customer(EDIT),
            r#"{"id":CUSTOMER,"edit":{"to":{"city":"x"},"seen":{"city":"never"}}}"#,
        ),
    ]
}

/// Accounts of the customer; who sees it sees them.
pub fn of_accounts() -> Vec<Case> {
    let on = |name: &str, rest: &str| call(name, Customer(EDIT), &format!(r#"{{"account":ACCOUNT,{rest}}}"#));
    let draft = r#""draft":{"description":"","price_minor":1,"from":"2026-01-01"}"#;
    let post = r#""amount":{"minor":0,"currency":"EUR"},"reason":"x""#;
    vec![
        call("list_accounts", Customer(None), r#"{"customer":CUSTOMER,"after":null}"#),
        call("get_account", Customer(None), r#"{"id":ACCOUNT}"#),
        call("get_statement", Customer(None), r#"{"account":ACCOUNT,"query":{}}"#),
        // What does not fit is refused after the rights.
        call(
            "create_account",
            RightThenCustomer(Can::Create),
            &format!(r#"{{"customer":CUSTOMER,"profile":{{"account_number":"{}"}}}}"#, "9".repeat(101)),
        ),
        call(
            "update_account",
            Customer(EDIT),
            r#"{"id":ACCOUNT,"seen":{"account_number":"never"},"profile":{"account_number":"other"}}"#,
        ),
        call("delete_account", Customer(DELETE), r#"{"id":ACCOUNT,"version":-1}"#),
        call("restore_account", Customer(DELETE), r#"{"id":ACCOUNT}"#),
        on("add_account_service", draft),
        on("update_account_service", &format!(r#""id":SERVICE,"version":-1,{draft}"#)),
        on("delete_account_service", r#""id":SERVICE"#),
        call("charge_account", Customer(EDIT), r#"{"account":ACCOUNT}"#),
        on("post_charge", post),
        on("post_payment", post),
        on("post_correction", post),
        on("reverse_posting", r#""posting":POSTING,"reason":"""#),
    ]
}

/// Legal entities of the customer, and the organisation's own.
pub fn of_entities() -> Vec<Case> {
    vec![
        call("list_entities", Customer(None), r#"{"customer":CUSTOMER}"#),
        call("get_entity", Customer(None), r#"{"id":ENTITY}"#),
        call("add_entity", Customer(EDIT), r#"{"customer":CUSTOMER,"profile":{"registered_name":""}}"#),
        call("edit_entity", Customer(EDIT), r#"{"id":ENTITY,"edit":{"to":{"registered_name":""}}}"#),
        call("delete_entity", Customer(DELETE), r#"{"id":ENTITY}"#),
        call("restore_entity", Customer(DELETE), r#"{"id":ENTITY}"#),
        call("list_own_entities", SEES_SETTINGS, "{}"),
        call("add_own_entity", SETTINGS, r#"{"company":{"registered_name":""}}"#),
        call(
            "update_own_entity",
            SETTINGS,
            r#"{"id":999999999,"version":1,"company":{"registered_name":"x"}}"#,
        ),
        call("make_own_entity_default", SETTINGS, r#"{"id":999999999}"#),
        call("archive_own_entity", SETTINGS, r#"{"id":999999999,"archived":true}"#),
    ]
}
