//! What signing in promises on both databases.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use kernel::testing::TestHouse;
use kernel::{Actor, Context, Error, Instant, Language, StaffId, feed, jobs};
use staff::sessions::{self, Origin};
use staff::store::{self, NewStaff};
use staff::{feature, password, testing};

const PASSWORD: &str = "a quiet harbour";

fn from() -> Origin {
    Origin { address: "192.0.2.7".into(), user_agent: "Firefox".into() }
}

async fn ada(house: &TestHouse) -> StaffId {
    let new = NewStaff {
        name: "Ada Byron".into(),
        email: "Ada@Example.com".into(),
        password: Some(PASSWORD.into()),
        is_admin: true,
        ..NewStaff::default()
    };
    store::add(&house.system(), new).await.unwrap()
}

fn visitor(house: &TestHouse) -> Context {
    house.as_actor(Actor::Anonymous)
}

async fn sign_in(house: &TestHouse, email: &str, password: &str) -> Result<String, Error> {
    sessions::sign_in(&visitor(house), email, password, &from()).await
}

async fn is_signed_in(house: &TestHouse, secret: &str) -> bool {
    sessions::authenticate(&house.foyer, secret).await.unwrap().is_some()
}

/// The secret of the link in the newest mail.
async fn link(house: &TestHouse) -> Option<String> {
    let mails: Vec<(String,)> =
        kernel::db::Q::new("select body from mail order by id desc").all(&house.foyer.db).await.unwrap();
    let (body,) = mails.first()?;
    body.split_once("?token=").map(|(_, secret)| secret.to_owned())
}

/// Lets the mails be written that were asked for. Whether somebody is known must not show in how busy the machine is
/// while it answers, so this is not done at once.
async fn written(house: &TestHouse) {
    let later = kernel::db::Q::new("select count(*) from job where kind = ? and run_at > ?")
        .bind(password::ASKED.name);
    let later = later.bind(house.foyer.clock.now()).number(&house.foyer.db).await;
    assert_eq!(later, Ok(1), "the answer comes first");
    house.foyer.clock.advance(Instant::SECOND);
    jobs::drain(&house.foyer, &[password::ASKED]).await.unwrap();
}

kernel::contract! {
    with vec![feature()];

    async fn a_session_belongs_to_whoever_signed_in(house: TestHouse) {
        let id = ada(house).await;
        let secret = sign_in(house, " ADA@example.com ", PASSWORD).await.unwrap();
        let signed_in = sessions::authenticate(&house.foyer, &secret).await.unwrap().unwrap();
        assert_eq!((signed_in.actor.staff_id(), signed_in.email.as_str()), (Some(id), "Ada@Example.com"));
        assert!(signed_in.actor.is_admin());
        assert!(!is_signed_in(house, "nonsense").await);
        sessions::sign_out(&visitor(house), &secret).await.unwrap();
        assert!(!is_signed_in(house, &secret).await);
    }

    async fn it_is_known_when_somebody_was_here_last(house: TestHouse) {
        let id = ada(house).await;
        let seen = || async { store::find(&house.system(), id).await.unwrap().last_seen_at };
        assert_eq!(seen().await, None);
        let secret = sign_in(house, "ada@example.com", PASSWORD).await.unwrap();
        assert_eq!(seen().await, Some(house.system().now));
        house.foyer.clock.advance(Instant::HOUR);
        assert!(is_signed_in(house, &secret).await);
        let used_at = house.system().now;
        assert_eq!(seen().await, Some(used_at), "with each use");
        house.foyer.clock.advance(Instant::HOUR);
        sessions::sign_out(&visitor(house), &secret).await.unwrap();
        let left_at = house.system().now;
        house.foyer.clock.advance(Instant::HOUR);
        assert_eq!(seen().await, Some(left_at), "after the sessions are gone, too");
    }

    async fn an_unknown_address_and_a_wrong_password_get_the_same_answer(house: TestHouse) {
        ada(house).await;
        let wrong = sign_in(house, "ada@example.com", "something else").await.unwrap_err();
        let unknown = sign_in(house, "bob@example.com", PASSWORD).await.unwrap_err();
        assert_eq!(wrong, unknown);
        assert_eq!(wrong.field("password"), Some(kernel::Text::new("sign-in-wrong")));
        assert_eq!(sign_in(house, "no address", PASSWORD).await.unwrap_err(), wrong);
    }

    async fn too_many_tries_lock_an_account_for_a_while_whether_it_exists_or_not(house: TestHouse) {
        ada(house).await;
        for email in ["ada@example.com", "bob@example.com"] {
            for _ in 0..10 {
                assert!(matches!(sign_in(house, email, "wrong").await, Err(Error::Invalid(_))));
            }
            assert!(matches!(sign_in(house, &email.to_uppercase(), PASSWORD).await, Err(Error::TooMany(_))));
        }
        house.foyer.clock.advance(15 * Instant::MINUTE);
        assert!(sign_in(house, "ada@example.com", PASSWORD).await.is_ok());
    }

    async fn sessions_end_when_idle_and_after_ninety_days(house: TestHouse) {
        ada(house).await;
        let idle = sign_in(house, "ada@example.com", PASSWORD).await.unwrap();
        let busy = sign_in(house, "ada@example.com", PASSWORD).await.unwrap();
        for _ in 0..8 {
            house.foyer.clock.advance(11 * Instant::DAY);
            assert!(is_signed_in(house, &busy).await);
        }
        assert!(!is_signed_in(house, &idle).await);
        house.foyer.clock.advance(2 * Instant::DAY);
        assert!(!is_signed_in(house, &busy).await, "90 days are over");
    }

    async fn people_see_and_end_their_own_sessions_only(house: TestHouse) {
        let id = ada(house).await;
        let (first, second) = (sign_in(house, "ada@example.com", PASSWORD).await.unwrap(), sign_in(house, "ada@example.com", PASSWORD).await.unwrap());
        let current = sessions::authenticate(&house.foyer, &second).await.unwrap().unwrap().session_id;
        let cx = &house.as_actor(testing::actor(&house.system(), id).await);
        let list = sessions::list_mine(cx, Some(current)).await.unwrap();
        assert_eq!(list.iter().map(|row| row.is_current).collect::<Vec<_>>(), [true, false]);
        assert_eq!((list[0].address.as_str(), list[0].user_agent.as_str()), ("192.0.2.7", "Firefox"));

        let eve = testing::insert_admin(cx, "Eve").await;
        let eve = &house.as_actor(testing::actor(cx, eve).await);
        sessions::end(eve, current).await.unwrap();
        assert!(is_signed_in(house, &second).await, "it is not hers to end");
        sessions::end_others(cx, Some(current)).await.unwrap();
        assert!(!is_signed_in(house, &first).await && is_signed_in(house, &second).await);
        sessions::end_all_of(eve, id).await.unwrap();
        assert!(!is_signed_in(house, &second).await);
    }

    async fn a_forgotten_password_is_set_by_the_last_link_and_once(house: TestHouse) {
        ada(house).await;
        let session = sign_in(house, "ada@example.com", PASSWORD).await.unwrap();
        password::ask(&visitor(house), "nobody@example.com", "192.0.2.7").await.unwrap();
        written(house).await;
        assert_eq!(link(house).await, None, "nobody is written to");

        let mut links = Vec::new();
        for _ in 0..2 {
            password::ask(&visitor(house), "ADA@example.com", "192.0.2.7").await.unwrap();
            written(house).await;
            links.push(link(house).await.unwrap());
        }
        let set = async |link: &str, password: &str| password::set(&visitor(house), link, password).await;
        assert!(set(&links[0], "a louder harbour").await.unwrap_err().field("token").is_some(), "the first link is over");
        assert!(set(&links[1], "password123").await.unwrap_err().field("password").is_some());
        set(&links[1], "a louder harbour").await.unwrap();
        assert!(set(&links[1], "another harbour").await.is_err(), "a link works once");
        assert!(!is_signed_in(house, &session).await);
        assert!(sign_in(house, "ada@example.com", PASSWORD).await.is_err());
        assert!(sign_in(house, "ada@example.com", "a louder harbour").await.is_ok());
    }

    async fn a_link_is_over_after_two_days(house: TestHouse) {
        ada(house).await;
        password::ask(&visitor(house), "ada@example.com", "192.0.2.7").await.unwrap();
        written(house).await;
        let link = link(house).await.unwrap();
        assert!(password::is_link_open(&visitor(house), &link).await.unwrap());
        house.foyer.clock.advance(48 * Instant::HOUR);
        assert!(!password::is_link_open(&visitor(house), &link).await.unwrap());
        assert!(password::set(&visitor(house), &link, "a louder harbour").await.is_err());
    }

    async fn another_password_ends_the_other_sessions(house: TestHouse) {
        let id = ada(house).await;
        let (other, own) = (sign_in(house, "ada@example.com", PASSWORD).await.unwrap(), sign_in(house, "ada@example.com", PASSWORD).await.unwrap());
        let current = sessions::authenticate(&house.foyer, &own).await.unwrap().unwrap().session_id;
        let cx = &house.as_actor(testing::actor(&house.system(), id).await);
        let refused = password::change(cx, "wrong", "a louder harbour", Some(current)).await.unwrap_err();
        assert!(refused.field("current_password").is_some());
        password::change(cx, PASSWORD, "a louder harbour", Some(current)).await.unwrap();
        assert!(is_signed_in(house, &own).await && !is_signed_in(house, &other).await);
    }

    async fn the_history_tells_of_sign_ins_and_never_a_secret(house: TestHouse) {
        let cx = &house.system();
        let start = feed::cursor_now(cx.db()).await.unwrap();
        ada(house).await;
        let secret = sign_in(house, "ada@example.com", PASSWORD).await.unwrap();
        sign_in(house, "ada@example.com", "my other secret").await.unwrap_err();
        let events = house.events(&start, |events| events.iter().any(|event| event.kind == "staff.sign_in_failed")).await;
        let kinds: Vec<_> = events.iter().map(|event| event.kind.as_str()).collect();
        assert!(kinds.ends_with(&["staff.created", "staff.signed_in", "staff.sign_in_failed"]), "{kinds:?}");
        let written = serde_json::to_string(&events).unwrap();
        assert!(written.contains("192.0.2.7") && written.contains("Firefox"));
        for hidden in [PASSWORD, secret.as_str(), "my other secret", "argon2"] {
            assert!(!written.contains(hidden));
        }
    }

    async fn the_first_administrator_is_made_once_even_in_a_race(house: TestHouse) {
        let visitor = visitor(house);
        assert!(staff::setup::is_needed(&visitor).await.unwrap());
        let tries = (0..20).map(|n| {
            let visitor = visitor.clone();
            let set_up = staff::setup::SetUp {
                organisation_name: "Mill & Sons".into(), name: "Ada".into(), email: format!("ada{n}@example.com"), password: PASSWORD.into(),
                language: Language::It, country: "it".into(), currency: "EUR".into(), time_zone: "Europe/Rome".into(),
            };
            tokio::spawn(async move { staff::setup::run(&visitor, set_up, &Origin::default()).await })
        });
        let mut secrets = Vec::new();
        for done in tries.collect::<Vec<_>>() {
            match done.await.unwrap() {
                Ok(secret) => secrets.push(secret),
                Err(error) => assert_eq!(error, kernel::forbidden("set-up-done")),
            }
        }
        assert_eq!(secrets.len(), 1);
        assert!(is_signed_in(house, &secrets[0]).await);
        let cx = &house.system();
        assert_eq!(store::list(cx).await.unwrap().len(), 1);
        assert_eq!((cx.organisation().name.as_str(), cx.organisation().zone.name.as_str()), ("Mill & Sons", "Europe/Rome"));
        let roles = store::roles::list(cx).await.unwrap();
        assert_eq!(roles.len(), 2);
    }

    async fn a_set_up_says_all_that_is_wrong_at_once(house: TestHouse) {
        let set_up = staff::setup::SetUp {
            organisation_name: " ".into(), name: "Ada".into(), email: "ada".into(), password: "short".into(),
            language: Language::En, country: "Italy".into(), currency: "euro".into(), time_zone: "Rome".into(),
        };
        let Err(Error::Invalid(fields)) = staff::setup::run(&visitor(house), set_up, &Origin::default()).await else { panic!() };
        let names: Vec<_> = fields.iter().map(|field| field.field.as_str()).collect();
        assert_eq!(names, ["organisation_name", "currency", "country", "time_zone", "email", "password"]);
        assert!(staff::setup::is_needed(&visitor(house)).await.unwrap());
    }
}
