use super::super::rules::Need::{Admin, Customer, Guest, Nothing, Right, Somebody};
use super::functions::call;
use super::{Case, SETTINGS, case};
use kernel::{Area, Can};

/// The portal, and looking at it and at the house with the eyes of others.
pub fn of_portal() -> Vec<Case> {
    vec![
        case("GET", "/portal", Guest, ""),
        case("GET", "/portal/me", Guest, ""),
        case("GET", "/settings/portal", Somebody, ""),
        // The contacts here have no access to the portal, so that nobody looks with other eyes from then on.
        case("POST", "/view-as/contact/{CONTACT}", Customer(Some(Can::Edit)), ""),
        case("POST", "/view-as/role/{NONE}", Admin, ""),
        case("POST", "/view-as/end", Somebody, ""),
        case("GET", "/withdraw", Nothing, ""),
        case("POST", "/withdraw", Nothing, "token=nobodys"),
        case("GET", "/customers/{CUSTOMER}/marketing", Customer(None), ""),
        call("send_contact_link", Customer(Some(Can::Edit)), r#"{"id":CONTACT}"#),
        call("set_contact_password", Customer(Some(Can::Edit)), r#"{"id":CONTACT,"password":""}"#),
        call("get_portal_home", Guest, "{}"),
        call("get_my_consent", Guest, "{}"),
        call("save_my_consent", Guest, r#"{"is_given":true}"#),
        call("list_consents", Customer(None), r#"{"records":[{"kind":"customer","id":CUSTOMER}]}"#),
        call("list_history", Customer(None), r#"{"record":{"kind":"customer","id":CUSTOMER},"query":{}}"#),
        call("list_seers", Customer(None), r#"{"id":CUSTOMER}"#),
        call(
            "note_consent",
            Customer(Some(Can::Edit)),
            r#"{"record":{"kind":"contact","id":CONTACT},"is_given":true,"how":"portal","note":""}"#,
        ),
        call("get_portal_rules", Somebody, "{}"),
        call("apply_permission_set", Right(Area::Customers, Can::Edit), r#"{"id":999999999,"contacts":[]}"#),
        call("save_permission_set", SETTINGS, r#"{"set":{"id":0,"name":""}}"#),
        call("delete_permission_set", SETTINGS, r#"{"id":999999999}"#),
        call("save_portal_setting", SETTINGS, r#"{"setting":{}}"#),
    ]
}
