use std::collections::BTreeSet;

use server::routes::{self, FUNCTIONS, PAGES};

#[test]
fn every_page_stands_in_the_list_and_no_other() {
    let listed: BTreeSet<String> = PAGES.iter().map(|(path, ..)| (*path).to_owned()).collect();
    let there: BTreeSet<String> = routes::shell_pages().iter().cloned().collect();
    let difference =
        |a: &BTreeSet<String>, b: &BTreeSet<String>| a.difference(b).cloned().collect::<Vec<_>>();
    assert_eq!(difference(&there, &listed), [""; 0], "pages that are not in server/src/routes/pages.rs");
    assert_eq!(difference(&listed, &there), [""; 0], "pages that the shell does not have");
}

#[test]
fn every_server_function_stands_in_the_list_and_no_other() {
    let listed: BTreeSet<String> = FUNCTIONS.iter().map(|(name, ..)| format!("/api/{name}")).collect();
    let there: BTreeSet<String> = routes::server_functions().into_iter().map(str::to_owned).collect();
    let difference =
        |a: &BTreeSet<String>, b: &BTreeSet<String>| a.difference(b).cloned().collect::<Vec<_>>();
    assert_eq!(
        difference(&there, &listed),
        [""; 0],
        "functions that are not in server/src/routes/functions.rs"
    );
    assert_eq!(difference(&listed, &there), [""; 0], "functions that no feature has");
}

#[test]
fn no_address_is_listed_twice() {
    let all = routes::all();
    let distinct: BTreeSet<_> = all.iter().map(|route| (&route.method, &route.path)).collect();
    assert_eq!(all.len(), distinct.len());
}
