//! Who is told of what, and how.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use kernel::db::Q;
use kernel::testing::TestHouse;
use kernel::{
    Area, Audience, Can, Capabilities, Cause, Context, Instant, RecordKind, RecordRef, StaffId, Text,
};
use staff::store::notifications::{self, Telling, choices, choose};
use staff::{Channel, Notice, NoticeChoice, testing};

const LEAD: RecordRef = RecordRef { kind: RecordKind::Lead, id: 7 };

fn features() -> Vec<kernel::Feature> {
    vec![staff::feature()]
}

fn own() -> Capabilities {
    Capabilities::NONE.with(Area::Leads, Can::ViewOwn)
}

/// That a lead is theirs now.
fn given(to: StaffId) -> Telling {
    let audience = Audience { staff: vec![to], ..Audience::default() };
    let text = Text::new("hello").with("n", 1);
    Telling { notice: Notice::Assigned, to, text, about: Some((LEAD, audience)), mail: None }
}

async fn tell(cx: &Context, telling: &Telling) {
    cx.tx(|tx| async move { staff::notify(cx, &tx, telling.clone()).await }).await.unwrap();
}

async fn as_person(house: &TestHouse, id: StaffId) -> Context {
    house.as_actor(testing::actor(&house.system(), id).await)
}

/// Notifications and mails that there are.
async fn told(cx: &Context) -> (i64, i64) {
    let count = |text| Q::new(text).number(cx.db());
    (
        count("select count(*) from notification").await.unwrap(),
        count("select count(*) from mail").await.unwrap(),
    )
}

async fn run_jobs(house: &TestHouse) {
    kernel::jobs::drain(&house.foyer, house.foyer.jobs()).await.unwrap();
}

kernel::contract! {
    with features();

    async fn each_channel_tells_as_it_says(house: TestHouse) {
        let cx = &house.system();
        let mut expected = (0, 0);
        for channel in Channel::ALL {
            let bob = testing::insert_staff(cx, "Bob", own()).await;
            choose(&as_person(house, bob).await, Notice::Assigned, channel).await.unwrap();
            tell(cx, &given(bob)).await;
            expected.0 += i64::from(channel != Channel::None);
            expected.1 += i64::from(channel == Channel::Mail);
            assert_eq!(told(cx).await, expected, "{channel:?}");
        }
    }

    async fn who_has_chosen_nothing_is_told_in_the_usual_way(house: TestHouse) {
        let bob = testing::insert_staff(&house.system(), "Bob", own()).await;
        let cx = &as_person(house, bob).await;
        let usual = Notice::ALL.map(|notice| NoticeChoice { notice, channel: notice.usual() });
        assert_eq!(choices(cx).await.unwrap(), usual);
        choose(cx, Notice::Reminder, Channel::App).await.unwrap();
        choose(cx, Notice::Reminder, Channel::None).await.unwrap();
        let chosen = choices(cx).await.unwrap();
        assert!(chosen.contains(&NoticeChoice { notice: Notice::Reminder, channel: Channel::None }), "{chosen:?}");
        assert!(choices(&house.system()).await.is_err(), "the house has nothing to choose");
    }

    async fn nobody_is_told_of_what_they_did_or_may_not_see_or_after_they_left(house: TestHouse) {
        let cx = &house.system();
        let rights = [Capabilities::NONE, own(), own().with(Area::Leads, Can::ViewAll)];
        let mut expected = 0;
        for (rights, is_theirs, is_public, was_theirs, does_it) in every_case(&rights) {
            let bob = testing::insert_staff(cx, "Bob", rights).await;
            let only = |is: bool| if is { vec![bob] } else { Vec::new() };
            let audience = Audience { staff: only(is_theirs), former: only(was_theirs), public: is_public, ..Audience::default() };
            let telling = Telling { about: Some((LEAD, audience)), ..given(bob) };
            let teller = if does_it { as_person(house, bob).await } else { cx.clone() };
            tell(&teller, &telling).await;
            let sees_any = rights != Capabilities::NONE;
            let sees = rights.has(Area::Leads, Can::ViewAll) || (sees_any && (is_theirs || is_public));
            expected += i64::from(sees && !does_it);
            assert_eq!(told(cx).await.0, expected, "{rights:?} {is_theirs} {is_public} {was_theirs} {does_it}");
        }
        let gone = testing::insert_staff(cx, "Gone", own()).await;
        staff::store::set_active(cx, gone, false, 1).await.unwrap();
        tell(cx, &given(gone)).await;
        assert_eq!(told(cx).await.0, expected);
    }

    async fn what_one_run_brings_is_one_notification_and_one_mail(house: TestHouse) {
        let cx = &house.system();
        let (bob, carl) = (testing::insert_staff(cx, "Bob", own()).await, testing::insert_staff(cx, "Carl", own()).await);
        let run = &cx.because(Cause { run_id: Some(3), ..Cause::default() });
        for _ in 0..5 {
            tell(run, &given(bob)).await;
        }
        tell(run, &given(carl)).await;
        tell(&cx.because(Cause { run_id: Some(4), ..Cause::default() }), &given(bob)).await;
        assert_eq!(told(cx).await, (3, 0), "one for each person and run");
        let bobs = &as_person(house, bob).await;
        assert_eq!(notifications::count_unread(bobs).await, Ok(2));
        let list = notifications::list(bobs).await.unwrap();
        let many = list.iter().find(|one| one.text == Text::new("notice-assigned-many").with("count", 5_i64)).unwrap();
        assert_eq!((many.record, many.is_read), (None, false), "of five leads no one is the one to open");
        house.foyer.clock.advance(6 * Instant::MINUTE);
        run_jobs(house).await;
        assert_eq!(told(cx).await, (3, 3));
    }

    async fn the_digest_comes_at_seven_of_the_organisations_zone_once(house: TestHouse) {
        let cx = &house.system();
        let zone = kernel::zone("Pacific/Auckland").unwrap();
        let organisation = kernel::Organisation { zone: zone.clone(), ..kernel::Organisation::default() };
        let organisation = &organisation;
        cx.tx(|tx| async move { staff::store::house::write_organisation(cx, &tx, organisation).await }).await.unwrap();
        house.foyer.reload_organisation().await.unwrap();
        let morning = zone.instant(kernel::Day(zone.day(cx.now).0 + 1), 7 * 3_600);
        let bob = testing::insert_staff(cx, "Bob", own()).await;
        choose(&as_person(house, bob).await, Notice::Assigned, Channel::Digest).await.unwrap();
        tell(cx, &Telling { about: None, ..given(bob) }).await;
        tell(cx, &Telling { about: None, ..given(bob) }).await;
        let mails_at = async |at: Instant| {
            house.foyer.clock.advance(at.0 - house.foyer.clock.now().0);
            staff::store::digest::send_due(&house.system()).await.unwrap();
            told(cx).await.1
        };
        assert_eq!(mails_at(morning.plus(-Instant::MINUTE)).await, 0, "not before seven");
        assert_eq!(mails_at(morning).await, 1, "one mail of two things");
        assert_eq!(mails_at(morning.plus(Instant::MINUTE)).await, 1, "and not again");
        let bobs = &as_person(house, bob).await;
        tell(&house.system(), &Telling { about: None, ..given(bob) }).await;
        assert_eq!(mails_at(morning.plus(23 * Instant::HOUR)).await, 1);
        notifications::mark_read(bobs, None).await.unwrap();
        assert_eq!(mails_at(morning.plus(3 * Instant::DAY)).await, 1, "what was read needs no mail");
        let subject = Q::new("select subject, body from mail").one::<(String, String)>(cx.db()).await.unwrap();
        assert!(subject.0.contains('2') && subject.1.matches('•').count() == 2, "{subject:?}");
    }
}

/// Every way in which somebody may stand to a record, with every set of rights.
fn every_case(rights: &[Capabilities]) -> Vec<(Capabilities, bool, bool, bool, bool)> {
    let yes_or_no = [false, true];
    let mut all = Vec::new();
    for rights in rights {
        for (theirs, public) in yes_or_no.iter().flat_map(|one| yes_or_no.map(move |other| (*one, other))) {
            for (former, does) in yes_or_no.iter().flat_map(|one| yes_or_no.map(move |other| (*one, other))) {
                all.push((*rights, theirs, public, former, does));
            }
        }
    }
    all
}
