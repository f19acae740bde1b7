//! The vault, on both databases. A door of the tests' own stands for leads: record 7 hangs on timeline 7.
#![allow(clippy::unwrap_used, missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

use futures::FutureExt;
use kernel::db::Q;
use kernel::testing::TestHouse;
use kernel::{
    Area, Audience, Can, Capabilities, Context, Door, Error, Feature, Instant, KEY_FILE, Keyring, OpenRecord,
    RecordKind, RecordRef, RoleId, TimelineId, VaultEntryId, forbidden, jobs,
};
use records::store::undo;
use records::{TimelineFilter, timeline};
use vault::store::{gone, keys, list, look, write};
use vault::{Look, VaultDraft};

fn features() -> Vec<Feature> {
    let door = Door {
        kind: RecordKind::Lead,
        open: |cx, id| {
            async move {
                if !cx.actor.has(Area::Leads, Can::ViewAll) {
                    return Err(Error::NotFound);
                }
                Q::new("select id from timeline where id = ?").bind(id).number(cx.db()).await?;
                let locked = (!cx.actor.has(Area::Leads, Can::Edit)).then(|| forbidden("error-forbidden"));
                let record = RecordRef { kind: RecordKind::Lead, id };
                let (timeline_id, audience) = (TimelineId(id), Audience::default());
                Ok(OpenRecord { record, timeline_id, version: 3, title: "Ada".into(), audience, locked })
            }
            .boxed()
        },
    };
    let leads = Feature { doors: vec![door], ..Feature::default() };
    vec![staff::feature(), records::feature(), vault::feature(), leads]
}

const SECRET: &str = "hush 4711";

/// Somebody with these rights, and the role that is theirs alone.
async fn person(house: &TestHouse, name: &str, cans: &[Can]) -> (Context, RoleId) {
    let rights = cans.iter().fold(Capabilities::NONE, |set, can| set.with(Area::Leads, *can));
    let id = staff::testing::insert_staff(&house.system(), name, rights).await;
    let role = Q::new("select role_id from staff where id = ?").bind(id);
    (house.as_staff(id, rights), RoleId(role.number(&house.foyer.db).await.unwrap()))
}

async fn record(house: &TestHouse) -> RecordRef {
    let cx = &house.system();
    let timeline = cx.tx(|tx| async move { timeline::begin(cx, &tx).await }).await.unwrap();
    RecordRef { kind: RecordKind::Lead, id: timeline.0 }
}

fn draft(name: &str, roles: &[RoleId]) -> VaultDraft {
    VaultDraft {
        name: name.into(),
        user_name: format!("{SECRET} user"),
        secret: format!("{SECRET} secret"),
        address: format!("{SECRET} address"),
        note: format!("{SECRET} note"),
        roles: roles.to_vec(),
    }
}

/// Ada, who may edit, with her role, a record, and an entry on it that names her role.
async fn entry(house: &TestHouse) -> (Context, RoleId, RecordRef, VaultEntryId) {
    let (ada, role) = person(house, "Ada", &[Can::ViewAll, Can::Edit]).await;
    let lead = record(house).await;
    let id = write::add(&ada, lead, &draft("Gate", &[role])).await.unwrap();
    (ada, role, lead, id)
}

async fn secret(cx: &Context, record: RecordRef, id: VaultEntryId) -> kernel::Result<String> {
    look(cx, record, id, Look::Whole).await.map(|opened| opened.holds.secret)
}

async fn names(cx: &Context, record: RecordRef) -> Vec<String> {
    list(cx, record).await.unwrap().entries.into_iter().map(|entry| entry.name).collect()
}

/// What happened on the record, the newest first.
async fn kinds(cx: &Context, record: RecordRef) -> Vec<String> {
    let page = timeline::list(cx, record, TimelineFilter::All, None, None).await.unwrap();
    page.items.into_iter().map(|entry| entry.kind).collect()
}

fn said(answer: kernel::Result<String>) -> String {
    answer.unwrap_err().text().key.into_owned()
}

async fn change(cx: &Context, q: Q) {
    let q = &q;
    cx.tx(|tx| async move { q.clone().run(&tx).await }).await.unwrap();
}

fn key_file(house: &TestHouse) -> std::path::PathBuf {
    house.foyer.files.folder().with_file_name(KEY_FILE)
}

kernel::contract! {
    with features();

    async fn who_is_named_and_administrators_look_and_nobody_else_learns_of_it(house: TestHouse) {
        let (ada, _, lead, id) = entry(house).await;
        assert_eq!(secret(&ada, lead, id).await.unwrap(), format!("{SECRET} secret"));
        let opened = look(&ada, lead, id, Look::Whole).await.unwrap();
        assert_eq!(opened.holds.user_name, format!("{SECRET} user"));
        assert_eq!(secret(&house.system(), lead, id).await.unwrap(), format!("{SECRET} secret"));
        let admin = staff::testing::insert_admin(&house.system(), "Root").await;
        let admin = house.as_actor(staff::testing::actor(&house.system(), admin).await);
        assert_eq!(names(&admin, lead).await, ["Gate"]);
        assert!(secret(&admin, lead, id).await.is_ok());

        let (bob, _) = person(house, "Bob", &[Can::ViewAll, Can::Edit]).await;
        assert_eq!(names(&bob, lead).await, [""; 0]);
        assert_eq!(secret(&bob, lead, id).await, Err(Error::NotFound));
        let (_, other) = person(house, "Eve", &[]).await;
        assert_eq!(write::update(&bob, lead, id, 1, &draft("Mine", &[other])).await, Err(Error::NotFound));
        assert_eq!(gone::delete(&bob, lead, id).await, Err(Error::NotFound));
    }

    async fn the_role_alone_opens_nothing_without_sight_of_the_record(house: TestHouse) {
        let (_, role, lead, id) = entry(house).await;
        let (eve, _) = person(house, "Eve", &[]).await;
        change(&house.system(), Q::new("update staff set role_id = ? where id = ?").bind(role).bind(eve.staff_id())).await;
        assert_eq!(list(&eve, lead).await, Err(Error::NotFound));
        assert_eq!(secret(&eve, lead, id).await, Err(Error::NotFound));
        assert_eq!(secret(&eve, record(house).await, id).await, Err(Error::NotFound));
    }

    async fn an_entry_of_another_record_is_not_found(house: TestHouse) {
        let (ada, _, _, id) = entry(house).await;
        assert_eq!(secret(&ada, record(house).await, id).await, Err(Error::NotFound));
    }

    async fn who_may_only_look_at_the_record_looks_and_changes_nothing(house: TestHouse) {
        let (_, _, lead, _) = entry(house).await;
        let (ron, role) = person(house, "Ron", &[Can::ViewAll]).await;
        let id = write::add(&house.system(), lead, &draft("Door", &[role])).await.unwrap();
        assert!(secret(&ron, lead, id).await.is_ok());
        let vault = list(&ron, lead).await.unwrap();
        assert!(!vault.may_change && vault.roles.is_empty());
        assert!(matches!(write::add(&ron, lead, &draft("Mine", &[role])).await, Err(Error::Forbidden(_))));
        assert!(matches!(write::update(&ron, lead, id, 1, &draft("Mine", &[role])).await, Err(Error::Forbidden(_))));
        assert!(matches!(gone::delete(&ron, lead, id).await, Err(Error::Forbidden(_))));
    }

    async fn each_look_is_in_the_history_and_a_refused_one_is_not(house: TestHouse) {
        let (ada, _, lead, id) = entry(house).await;
        let (bob, _) = person(house, "Bob", &[Can::ViewAll]).await;
        secret(&ada, lead, id).await.unwrap();
        secret(&bob, lead, id).await.unwrap_err();
        let around = look(&ada, lead, id, Look::Around).await.unwrap();
        assert_eq!((around.holds.secret.as_str(), around.holds.note), ("", format!("{SECRET} note")));
        assert_eq!(kinds(&bob, lead).await, ["vault.looked", "vault.looked", "vault.added"]);
        let page = timeline::list(&bob, lead, TimelineFilter::All, None, None).await.unwrap();
        assert_eq!(page.items[0].who.as_deref(), Some("Ada"));
        assert_eq!(page.items[0].sentence.key, "event-vault-looked");
        assert!(page.items[0].sentence.args.iter().any(|(name, _)| name == "name"));
    }

    async fn nothing_secret_stands_in_the_clear_anywhere(house: TestHouse) {
        let (ada, role, lead, id) = entry(house).await;
        secret(&ada, lead, id).await.unwrap();
        let other = VaultDraft { secret: format!("{SECRET} new"), note: format!("{SECRET} other"), ..draft("Gate", &[role]) };
        write::update(&ada, lead, id, 1, &other).await.unwrap();
        gone::delete(&ada, lead, id).await.unwrap();
        gone::restore(&ada, lead, id).await.unwrap();
        let q = Q::new("select cast(payload as text) from event union all select name from vault_entry")
            .push("union all select sealed from vault_entry");
        let rows: Vec<(String,)> = q.all(&house.foyer.db).await.unwrap();
        assert!(rows.len() > 6 && rows.iter().all(|(text,)| !text.contains("hush")), "{rows:?}");
        assert!(!format!("{:?}", list(&ada, lead).await).contains("hush"));
    }

    async fn a_change_tells_what_and_an_empty_secret_leaves_the_one_there_is(house: TestHouse) {
        let (ada, role, lead, id) = entry(house).await;
        let same = VaultDraft { secret: String::new(), ..draft("Gate", &[role]) };
        write::update(&ada, lead, id, 1, &same).await.unwrap();
        assert_eq!(kinds(&ada, lead).await, ["vault.added"], "nothing was changed");
        let named = VaultDraft { name: "Back gate".into(), note: "knock".into(), ..same };
        write::update(&ada, lead, id, 1, &named).await.unwrap();
        let opened = look(&ada, lead, id, Look::Whole).await.unwrap();
        assert_eq!((opened.holds.secret, opened.holds.note, opened.version), (format!("{SECRET} secret"), "knock".into(), 2));
        let page = timeline::list(&ada, lead, TimelineFilter::All, None, None).await.unwrap();
        let labels: Vec<_> = page.items[1].changes.iter().map(|change| change.label.key.as_ref()).collect();
        assert_eq!(labels, ["field-vault_name", "field-vault_note"]);
    }

    async fn the_second_of_two_editors_is_told_and_nothing_secret_comes_along(house: TestHouse) {
        let (ada, role, lead, id) = entry(house).await;
        write::update(&ada, lead, id, 1, &draft("One", &[role])).await.unwrap();
        let Err(Error::Conflict(conflict)) = write::update(&ada, lead, id, 1, &draft("Two", &[role])).await else {
            panic!("the second write is refused");
        };
        assert_eq!(conflict.current["name"], "One");
        assert!(!conflict.current.to_string().contains("hush"));
    }

    async fn roles_that_are_gone_are_said_and_nothing_is_written(house: TestHouse) {
        let (ada, role, lead, id) = entry(house).await;
        let refused = write::update(&ada, lead, id, 1, &draft("Gate", &[role, RoleId(9_999)])).await.unwrap_err();
        assert!(refused.field("vault_roles").is_some());
        assert_eq!(names(&ada, lead).await, ["Gate"], "its roles are what they were");
    }

    async fn an_entry_comes_back_from_the_history_until_a_month_has_passed(house: TestHouse) {
        let (ada, _, lead, id) = entry(house).await;
        gone::delete(&ada, lead, id).await.unwrap();
        assert_eq!(secret(&ada, lead, id).await, Err(Error::NotFound));
        let page = timeline::list(&ada, lead, TimelineFilter::All, None, None).await.unwrap();
        assert!(page.items[0].can_undo);
        undo::run(&ada, lead, page.items[0].id, &[]).await.unwrap();
        assert!(secret(&ada, lead, id).await.is_ok());
        gone::delete(&ada, lead, id).await.unwrap();
        house.foyer.clock.advance(31 * Instant::DAY);
        let ada = Context::new(house.foyer.clone(), ada.actor.clone(), ada.language);
        assert_eq!(gone::restore(&ada, lead, id).await, Err(Error::NotFound));
        let sweep = house.foyer.jobs().iter().find(|job| job.name == "vault.sweep").unwrap();
        (sweep.run)(house.system(), serde_json::Value::Null).await.unwrap();
        assert_eq!(Q::new("select count(*) from vault_entry").number(&house.foyer.db).await, Ok(0));
    }

    async fn a_secret_that_was_moved_to_another_place_is_refused(house: TestHouse) {
        let (ada, role, lead, id) = entry(house).await;
        let cx = &house.system();
        let other = write::add(&ada, lead, &draft("Door", &[role])).await.unwrap();
        let sealed: (String,) = Q::new("select sealed from vault_entry where id = ?").bind(id).one(cx.db()).await.unwrap();
        change(cx, Q::new("update vault_entry set sealed = ? where id = ?").bind(sealed.0).bind(other)).await;
        assert_eq!(said(secret(&ada, lead, other).await), "keyring-unfit");
        // The whole entry, hung on a record that somebody else sees.
        let elsewhere = record(house).await;
        change(cx, Q::new("update vault_entry set timeline_id = ? where id = ?").bind(elsewhere.id).bind(id)).await;
        assert_eq!(said(secret(&ada, elsewhere, id).await), "keyring-unfit");
        assert_eq!(kinds(&ada, elsewhere).await, [""; 0], "nothing was seen");
    }

    async fn without_its_key_a_server_says_what_to_do_and_makes_no_other(house: TestHouse) {
        let (ada, role, lead, id) = entry(house).await;
        let (file, away) = (key_file(house), key_file(house).with_extension("away"));
        std::fs::rename(&file, &away).unwrap();
        let second = second_server(house).await;
        let there = Context::new(second.clone(), ada.actor.clone(), ada.language);
        assert_eq!(names(&there, lead).await, ["Gate"], "the list needs no key");
        assert_eq!(said(secret(&there, lead, id).await), "keyring-missing");
        let refused = write::add(&there, lead, &draft("Door", &[role])).await.unwrap_err();
        assert_eq!(refused.text().key, "keyring-missing");
        assert!(!file.exists(), "a second key would part the servers");

        Keyring::new(file.parent().unwrap()).add().unwrap();
        assert_eq!(said(secret(&there, lead, id).await), "keyring-missing", "another key is none");
        std::fs::write(&file, "nonsense").unwrap();
        assert_eq!(said(secret(&there, lead, id).await), "keyring-damaged");
        std::fs::rename(&away, &file).unwrap();
        assert!(secret(&there, lead, id).await.is_ok(), "nothing has to be restarted");
    }

    async fn a_new_key_keeps_everything_readable(house: TestHouse) {
        let (ada, role, lead, id) = entry(house).await;
        let binned = write::add(&ada, lead, &draft("Old", &[role])).await.unwrap();
        gone::delete(&ada, lead, binned).await.unwrap();
        for n in 0..120 {
            write::add(&house.system(), lead, &draft(&format!("Door {n}"), &[role])).await.unwrap();
        }
        let sealed = || async { Q::new("select sealed from vault_entry order by id").all::<(String,)>(&house.foyer.db).await.unwrap() };
        let before = sealed().await;
        assert!(keys::rotate(&ada, false).await.is_err(), "only administrators");
        let done = keys::rotate(&house.system(), false).await.unwrap();
        assert_eq!((done.entries, done.left), (122, 0));
        let after = sealed().await;
        assert!(before.iter().zip(&after).all(|(before, after)| before != after));
        assert_eq!(Q::new("select count(distinct key_id) from vault_entry").number(&house.foyer.db).await, Ok(1));
        assert_eq!(secret(&ada, lead, id).await.unwrap(), format!("{SECRET} secret"));
        gone::restore(&ada, lead, binned).await.unwrap();
        assert!(secret(&ada, lead, binned).await.is_ok());
        assert_eq!(list(&ada, lead).await.unwrap().entries[0].version, 1, "nobody changed anything");
    }

    async fn a_lost_key_is_given_up_only_on_demand(house: TestHouse) {
        let (ada, role, lead, id) = entry(house).await;
        std::fs::remove_file(key_file(house)).unwrap();
        let system = &Context::system(&second_server(house).await);
        assert_eq!(keys::rotate(system, false).await.unwrap_err().text().key, "keyring-missing");
        let done = keys::rotate(system, true).await.unwrap();
        assert_eq!((done.entries, done.left), (0, 1));
        let there = Context::new(system.foyer.clone(), ada.actor.clone(), ada.language);
        assert_eq!(said(secret(&there, lead, id).await), "keyring-missing");
        let fresh = write::add(&there, lead, &draft("Door", &[role])).await.unwrap();
        assert!(secret(&there, lead, fresh).await.is_ok());
        gone::delete(&there, lead, id).await.unwrap();
    }

    async fn who_looks_too_often_has_to_wait(house: TestHouse) {
        let (ada, _, lead, id) = entry(house).await;
        for _ in 0..30 {
            secret(&ada, lead, id).await.unwrap();
        }
        assert!(matches!(secret(&ada, lead, id).await, Err(Error::TooMany(_))));
        let looks = Q::new("select count(*) from event where kind = 'vault.looked'");
        assert_eq!(looks.number(&house.foyer.db).await, Ok(30), "a refused look is none");
        house.foyer.clock.advance(11 * Instant::MINUTE);
        let later = Context::new(house.foyer.clone(), ada.actor.clone(), ada.language);
        assert!(secret(&later, lead, id).await.is_ok());
        assert!(jobs::drain(&house.foyer, house.foyer.jobs()).await.is_ok());
    }
}

/// Another process on the same database and the same data folder, which has read no key yet.
async fn second_server(house: &TestHouse) -> std::sync::Arc<kernel::Foyer> {
    let options = kernel::FoyerOptions {
        data_dir: house.foyer.files.folder().parent().unwrap().to_owned(),
        base_url: "http://foyer.test".into(),
        is_demo: false,
        features: features(),
        clock: house.foyer.clock.clone(),
        outbound: house.foyer.outbound.clone(),
    };
    kernel::Foyer::new(house.foyer.db.clone(), options).await.unwrap()
}
