use axum::extract::DefaultBodyLimit;
use axum::http::Method;
use axum::routing::{MethodRouter, get, post};

use super::Access::{self, Everybody, Session, SignedIn};
use crate::house::House;
use crate::{body, events, files, forms, health, rest};

/// An address that is neither a page nor a server function.
pub struct Endpoint {
    /// The method.
    pub method: Method,
    /// The path.
    pub path: &'static str,
    /// Who may ask.
    pub access: Access,
    /// The right that it asks for.
    pub permission: &'static str,
    /// What answers.
    pub handler: MethodRouter<House>,
}

/// All of them. The router adds exactly these, so none can be forgotten here.
pub fn endpoints() -> Vec<Endpoint> {
    let mut all = vec![
        own(Method::GET, "/healthz", Everybody, "-", get(health::alive)),
        own(Method::GET, "/readyz", Everybody, "-", get(health::ready)),
        own(Method::POST, "/sign-in", Everybody, "-", post(forms::sign_in)),
        own(Method::POST, "/sign-out", SignedIn, "-", post(forms::sign_out)),
        own(Method::POST, "/view-as/contact/{id}", Session, "customer.edit", post(forms::view_contact)),
        own(Method::POST, "/view-as/role/{id}", Session, "administrator", post(forms::view_role)),
        own(Method::POST, "/view-as/end", SignedIn, "-", post(forms::end_view)),
        own(Method::POST, "/set-up", Everybody, "-", post(forms::set_up)),
        own(Method::POST, "/forgotten-password", Everybody, "-", post(forms::ask)),
        own(Method::POST, "/new-password", Everybody, "-", post(forms::set)),
        own(Method::POST, "/withdraw", Everybody, "-", post(forms::withdraw)),
        own(Method::GET, "/events", Session, "-", get(events::for_browsers)),
        own(
            Method::POST,
            "/upload/{kind}/{id}",
            Session,
            "record.edit",
            post(files::upload).layer(upload_limit("/upload")),
        ),
        own(
            Method::POST,
            "/imports",
            Session,
            "leads.import",
            post(files::upload_import).layer(upload_limit("/imports")),
        ),
        own(Method::GET, "/contacts/{id}/card.vcf", Session, "customer.view", get(files::contact_card)),
        own(Method::GET, "/customers/{id}/cards.vcf", Session, "customer.view", get(files::customer_cards)),
        own(Method::GET, "/calendar/{file}", Everybody, "-", get(files::calendar)),
        own(Method::GET, "/export/{kind}", Session, "leads.export", get(files::export_text)),
        own(Method::GET, "/exports/{id}/file", Session, "leads.export", get(files::export_file)),
        own(Method::GET, "/imports/{id}/refused.csv", Session, "leads.import", get(files::refused_rows)),
        own(Method::GET, "/runs/{id}/left.csv", Session, "-", get(files::left_records)),
        own(Method::GET, "/records/{kind}/{id}/files/{file}", Session, "record.view", get(files::download)),
        own(
            Method::GET,
            "/records/{kind}/{id}/files/{file}/preview",
            Session,
            "record.view",
            get(files::preview),
        ),
        own(
            Method::GET,
            "/records/{kind}/{id}/files/{file}/thumbnail",
            Session,
            "record.view",
            get(files::thumbnail),
        ),
        own(
            Method::POST,
            "/pictures/{kind}/{id}",
            Session,
            "record.edit",
            post(files::upload_picture).layer(upload_limit("/pictures/")),
        ),
        own(Method::GET, "/pictures/{picture}/small", Session, "record.view", get(files::small_picture)),
        own(Method::GET, "/pictures/{picture}/large", Session, "record.view", get(files::large_picture)),
        own(Method::POST, "/language", Everybody, "-", post(forms::choose)),
    ];
    all.extend(rest::endpoints());
    all
}

fn own(
    method: Method,
    path: &'static str,
    access: Access,
    permission: &'static str,
    handler: MethodRouter<House>,
) -> Endpoint {
    Endpoint { method, path, access, permission, handler }
}

/// The form's own limit, for a form that does not say how long it is.
fn upload_limit(path: &str) -> DefaultBodyLimit {
    DefaultBodyLimit::max(body::largest_upload(path))
}
