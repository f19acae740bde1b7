//! How files of customers come in, on both databases: companies and people, several contacts of one, changes, and back again.
#![allow(clippy::unwrap_used, missing_docs)]
#![cfg(not(target_arch = "wasm32"))]

mod bringing;

use bringing::*;
use customers::store::{self, NewCustomer, lists};
use customers::{CustomerKind, CustomerList, CustomerSetting, EntryEdit, Person, Profile};
use imports::{Duplicates, ImportState, store as import};
use kernel::{Context, setting};

const FILE: &str = "customer_type;Company;First name;Last name;Email;Contact phone;Position;VAT number;City;Country;Website\n\
    company;Acme Srl;Ada;Bianchi;ada@acme.example;06 6982 1234;CEO;IT12345678901;Rome;Italy;acme.example\n\
    company;Acme Srl;Bob;Verdi;bob@acme.example;;Buyer;IT12345678901;;;\n\
    azienda;Globex GmbH;Cy;Öz;cy@globex.example;;;;Berlin;Allemagne;\n\
    person;;Mario;Rossi;mario@example.org;;;;Turin;IT;\n";

kernel::contract! {
    with features();

    async fn companies_people_and_their_contacts_come_in_one_file(house: TestHouse) {
        let cx = &admin(house).await;
        let (dry, done) = change(house, cx, Duplicates::Skip, FILE).await;
        assert_eq!((done.tally.created, done.tally.updated, done.tally.refused), (3, 1, 0), "{dry:?}");
        let told = &dry.changes[0];
        assert_eq!((told.row, told.record, told.title.as_str()), (3, None, "Acme Srl"));
        assert_eq!(told.changes[0].label.key, "customer-import-contact");
        let acme = named(cx, "Acme Srl").await;
        assert_eq!(acme.profile.kind, CustomerKind::Commercial);
        assert_eq!((acme.profile.country.as_deref(), acme.profile.city.as_deref()), (Some("IT"), Some("Rome")));
        assert_eq!(acme.profile.email, None, "an address beside a name is that person's");
        let contacts = people(cx, &acme).await;
        assert_eq!(contacts, ["*Ada Bianchi <ada@acme.example>", "Bob Verdi <bob@acme.example>"]);
        let mario = named(cx, "Mario Rossi").await;
        assert_eq!(mario.profile.kind, CustomerKind::Residential);
        assert_eq!(mario.profile.email.as_deref(), Some("mario@example.org"), "the person is the customer");
        assert_eq!(people(cx, &mario).await, ["*Mario Rossi <mario@example.org>"]);
        assert_eq!(named(cx, "Globex GmbH").await.profile.country.as_deref(), Some("DE"), "the French name of a country");
        assert_eq!(store::find_hits(cx, "verdi", 5).await.unwrap().len(), 1, "found by a contact of a further row");
        let (_, again) = change(house, cx, Duplicates::Skip, FILE).await;
        assert_eq!((again.tally.created, again.tally.skipped), (0, 4), "nothing is doubled");
    }

    async fn an_import_is_taken_back_with_its_contacts(house: TestHouse) {
        let cx = &admin(house).await;
        let there = acme(cx).await;
        let (_, done) = change(house, cx, Duplicates::Overwrite, FILE).await;
        assert_eq!((done.tally.created, done.tally.updated), (2, 2), "Acme is known by its VAT number");
        let now = store::find(cx, there.id).await.unwrap();
        assert_eq!((now.profile.city.as_deref(), people(cx, &now).await.len()), (Some("Rome"), 3));
        import::undo(cx, done.id).await.unwrap();
        work(house).await;
        let undone = import::find(cx, done.id).await.unwrap();
        assert_eq!((undone.state, undone.kept.len()), (ImportState::Undone, 0), "{:?}", undone.kept);
        assert_eq!(names(cx).await, ["Acme"]);
        let back = store::find(cx, there.id).await.unwrap();
        assert_eq!(back.profile, there.profile);
        assert_eq!(people(cx, &back).await, ["*Zoe <zoe@acme.example>"]);
        assert_eq!(store::find_hits(cx, "bianchi", 5).await.unwrap().len(), 0);
    }

    async fn what_somebody_worked_on_stays_when_an_import_is_taken_back(house: TestHouse) {
        let cx = &admin(house).await;
        let (_, done) = change(house, cx, Duplicates::Skip, FILE).await;
        let globex = named(cx, "Globex GmbH").await;
        let eve = Person { first_name: "Eve".into(), ..Person::default() };
        store::add_contact(cx, globex.id, &eve).await.unwrap();
        import::undo(cx, done.id).await.unwrap();
        work(house).await;
        assert_eq!(names(cx).await, ["Globex GmbH"]);
        assert_eq!(import::find(cx, done.id).await.unwrap().kept[0].title, "Globex GmbH");
    }

    async fn rows_change_a_customer_by_number_vat_and_address(house: TestHouse) {
        let cx = &admin(house).await;
        let there = acme(cx).await;
        let file = |row: &str| format!("Customer number,VAT,Email,City,Phone\n{row}\n");
        for (row, city) in [("C-1,,,Rome,", "Rome"), (",it 12345678901,,Oslo,", "Oslo"), (",,info@acme.example,Turin,", "Turin"), (",,ZOE@acme.example,Bari,", "Bari")] {
            let (dry, done) = change(house, cx, Duplicates::Update, &file(row)).await;
            assert_eq!((done.tally.updated, done.tally.created), (1, 0), "{row} {dry:?}");
            assert_eq!(store::find(cx, there.id).await.unwrap().profile.city.as_deref(), Some(city), "{row}");
        }
        let (_, none) = change(house, cx, Duplicates::Update, &file("C-2,,,Rome,")).await;
        assert_eq!((none.tally.updated, none.tally.skipped), (0, 1));
    }

    async fn a_contact_that_is_there_is_filled_or_changed_and_not_doubled(house: TestHouse) {
        let cx = &admin(house).await;
        let there = acme(cx).await;
        let file = "Customer number,First name,Last name,Contact email,Position\nC-1,Zoe,Quill,zoe@acme.example,Head\nC-1,Zoe,Quill,zoe@acme.example,Head\nC-1,Ann,,,\nC-1,Ann,,,\n";
        let (dry, filled) = change(house, cx, Duplicates::Fill, file).await;
        assert_eq!((filled.tally.updated, filled.tally.skipped), (2, 2), "{dry:?}");
        assert_eq!(people(cx, &there).await, ["*Zoe Quill <zoe@acme.example>", "Ann"]);
        let (_, other) = change(house, cx, Duplicates::Overwrite, "Customer number,First name,Contact email,Position\nC-1,Zoé,zoe@acme.example,Director\n").await;
        assert_eq!(other.tally.updated, 1);
        let zoe = &store::contacts_of(cx, there.id).await.unwrap()[0].person;
        assert_eq!((zoe.first_name.as_str(), zoe.last_name.as_str(), zoe.position.as_deref()), ("Zoé", "Quill", Some("Director")));
        import::undo(cx, other.id).await.unwrap();
        work(house).await;
        let zoe = &store::contacts_of(cx, there.id).await.unwrap()[0].person;
        assert_eq!((zoe.first_name.as_str(), zoe.position.as_deref()), ("Zoe", Some("Head")));
        import::undo(cx, filled.id).await.unwrap();
        work(house).await;
        assert_eq!(people(cx, &there).await, ["*Zoe <zoe@acme.example>"]);
    }

    async fn a_contact_that_is_said_to_be_primary_comes_first(house: TestHouse) {
        let cx = &admin(house).await;
        let there = acme(cx).await;
        let file = "Company,Contact name,Contact email,Is primary,Customer number\nGlobex,Cy Oz,cy@g.example,no,\nGlobex,Di Ro,di@g.example,yes,\nAcme,Ann,ann@acme.example,yes,C-1\n";
        change(house, cx, Duplicates::Fill, file).await;
        assert_eq!(people(cx, &named(cx, "Globex").await).await, ["*Di Ro <di@g.example>", "Cy Oz <cy@g.example>"]);
        assert_eq!(people(cx, &there).await, ["*Ann <ann@acme.example>", "Zoe <zoe@acme.example>"]);
    }

    async fn one_name_is_one_customer_in_a_file_and_nowhere_else(house: TestHouse) {
        let cx = &admin(house).await;
        acme(cx).await;
        let file = "Company,Contact name,Contact email,VAT number\nAcme,Ann,ann@new.example,\nACME,Ben,ben@new.example,\nAcme,Cy,cy@new.example,IT00000000000\nAcme,Di,di@new.example,IT99999999999\n";
        let (_, done) = change(house, cx, Duplicates::Skip, file).await;
        assert_eq!((done.tally.created, done.tally.updated), (3, 1), "other VAT numbers are other firms, and so is who was there");
        let (_, people) = change(house, cx, Duplicates::Skip, "customer_type,Name,City\nperson,Mario Rossi,Rome\nperson,Mario Rossi,Bari\n").await;
        assert_eq!(people.tally.created, 2, "several people bear one name");
    }

    async fn the_check_comes_to_the_numbers_of_the_run_in_every_mode(house: TestHouse) {
        let cx = &admin(house).await;
        acme(cx).await;
        let mut chance = 7_u64;
        let mut any = |of: &[&str]| {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            of[(chance >> 33) as usize % of.len()].to_owned()
        };
        for mode in Duplicates::ALL {
            let mut file = String::from("Company,Customer number,First name,Contact email,City,Website,Position\n");
            // Overwriting rows say of each customer what is its own: a website that goes from one to another and back is
            // told by the run alone.
            let is_wild = matches!(mode, Duplicates::Skip | Duplicates::Fill | Duplicates::Create);
            for _ in 0..700 {
                let company = any(&["Acme", "Globex", "Initech", "Umbrella", ""]);
                let own = |of_acme: &str, of_others: String| match company.as_str() {
                    "Acme" => of_acme.to_owned(),
                    "" => String::new(),
                    _ => of_others,
                };
                let number = [own("C-1", format!("C-{company}")), String::new(), String::new()];
                let site = [own("acme.example", format!("{company}.example")), String::new()];
                let number = any(&number.each_ref().map(String::as_str));
                let site = any(&site.each_ref().map(String::as_str));
                let row = [
                    company.clone(),
                    if is_wild { any(&["", "", "", "C-1", "C-7"]) } else { number },
                    any(&["Ada", "Bob", "Cy", ""]),
                    match is_wild {
                        true => any(&["", "ada@x.example", "bob@y.example", "zoe@acme.example", "bad"]),
                        false => any(&["", "", "bad"]),
                    },
                    any(&["", "Rome", "Oslo"]),
                    if is_wild { any(&["", "", "acme.example", "globex.example"]) } else { site },
                    any(&["", "Head", "Buyer"]),
                ];
                file.push_str(&row.join(","));
                file.push('\n');
            }
            let (_, done) = change(house, cx, mode, &file).await;
            assert!(done.tally.all() > 650, "{mode:?}: but for empty rows");
            import::undo(cx, done.id).await.unwrap();
            work(house).await;
        }
    }

    async fn the_house_asks_for_words_and_unknown_ones_are_made_or_refused(house: TestHouse) {
        let (cx, sam) = (&admin(house).await, &seller(house, "Sam").await);
        let edit = EntryEdit { name: "Large".into(), is_default: true, ..EntryEdit::default() };
        lists::save(cx, CustomerList::Segments, &edit).await.unwrap();
        let edit = EntryEdit { name: "Active".into(), ..EntryEdit::default() };
        lists::save(cx, CustomerList::Statuses, &edit).await.unwrap();
        let file = "Company,Segment,Status,Groups,Tags,Manager\nAcme,,Active,Key; North,vip,Sam\nGlobex,Small,,,,\n";
        let (dry, done) = change(house, cx, Duplicates::Skip, file).await;
        assert_eq!((done.tally.created, done.tally.refused), (1, 1), "{dry:?}");
        assert!(dry.left[0].reason.args.iter().any(|(_, arg)| format!("{arg:?}").contains("field-status_id")), "{dry:?}");
        let acme = named(cx, "Acme").await;
        assert_eq!((acme.profile.groups.len(), acme.tags.len()), (2, 1));
        assert!(acme.profile.segment_id.is_some(), "new customers begin with it");
        assert_eq!(acme.profile.manager_id, sam.staff_id());
        let (_, his) = change(house, sam, Duplicates::Skip, "Company,Status,Groups\nInitech,Active,New ones\n").await;
        assert_eq!((his.tally.created, his.tally.refused), (0, 1), "who keeps no lists makes no words");
        let free = CustomerSetting { requires_segment: false, requires_status: false, requires_channel: false };
        cx.tx(|tx| { let free = free.clone(); async move { setting::keep(&tx, &free).await } }).await.unwrap();
        let (_, now) = change(house, cx, Duplicates::Skip, "Company\nGlobex\n").await;
        assert_eq!(now.tally.created, 1);
    }

    async fn what_one_may_not_see_is_neither_changed_nor_given_away(house: TestHouse) {
        let (cx, sam) = (&admin(house).await, &seller(house, "Sam").await);
        let there = acme(cx).await;
        let (dry, done) = change(house, sam, Duplicates::Overwrite, "Company,VAT number,City\nAcme Two,IT12345678901,Rome\n").await;
        assert_eq!((done.tally.created, dry.near_count), (1, 0));
        let (_, taken) = change(house, sam, Duplicates::Overwrite, "Company,Customer number\nAcme Three,C-1\n").await;
        assert_eq!((taken.tally.created, taken.tally.refused), (0, 1), "a number is given once");
        assert_eq!(store::find(cx, there.id).await.unwrap().profile, there.profile);
        let rows: String = (0..600).map(|n| format!("Firm,P{n},p{n}@firm.example,Marta\n")).collect();
        let (_, many) = change(house, sam, Duplicates::Skip, &format!("Company,First name,Contact email,Manager\n{rows}")).await;
        assert_eq!((many.tally.created, many.tally.updated), (1, 599), "whom he may not see afterwards, it is one customer");
    }

    async fn cards_become_contacts_of_their_company_or_a_person(house: TestHouse) {
        let cx = &admin(house).await;
        let cards = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Bianchi\r\nORG:Acme;Sales\r\nTITLE:CEO\r\nEMAIL:ada@acme.example\r\nTEL;TYPE=WORK:+39 06 69821234\r\nEND:VCARD\r\n\
            BEGIN:VCARD\r\nVERSION:4.0\r\nFN:بدر الدين\r\nORG:Acme\r\nEMAIL:badr@acme.example\r\nEND:VCARD\r\n\
            BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCrgen\r\nTEL;CELL:+49 170 1234567\r\nEND:VCARD\r\n";
        let id = upload(cx, "people.vcf", cards, |options| options).await;
        let done = run(house, cx, id).await;
        assert_eq!((done.tally.created, done.tally.updated), (2, 1));
        let contacts = people(cx, &named(cx, "Acme").await).await;
        assert_eq!(contacts, ["*Ada Bianchi <ada@acme.example>", "بدر الدين <badr@acme.example>"]);
        let person = named(cx, "Jürgen Müller").await;
        assert_eq!((person.profile.kind, person.profile.phone.as_deref()), (CustomerKind::Residential, Some("+49 170 1234567")));
    }

    async fn two_at_once_and_one_that_goes_on_bring_each_row_once(house: TestHouse) {
        let cx = &admin(house).await;
        let rows: String = (0..1_300).map(|n| format!("Firm {},P{n},p{n}@firm{}.example\n", n / 3, n / 3)).collect();
        let file = format!("Company,First name,Contact email\n{rows}");
        let id = upload(cx, "firms.csv", &file, |options| options).await;
        import::start(cx, id).await.unwrap();
        let other = upload(cx, "one.csv", "Company,First name\nAlone,Ann\n", |options| options).await;
        import::start(cx, other).await.unwrap();
        // Whoever takes the job again begins behind what is in already.
        work(house).await;
        work(house).await;
        let done = import::find(cx, id).await.unwrap();
        assert_eq!((done.state, done.tally.created, done.tally.updated), (ImportState::Done, 434, 866));
        assert_eq!(import::find(cx, other).await.unwrap().tally.created, 1);
        assert_eq!(people(cx, &named(cx, "Firm 200").await).await.len(), 3);
    }
}

async fn acme(cx: &Context) -> customers::Customer {
    let profile = Profile {
        name: "Acme".into(),
        number: Some("C-1".into()),
        vat_number: Some("IT12345678901".into()),
        email: Some("info@acme.example".into()),
        ..Profile::begin()
    };
    let contact =
        Person { first_name: "Zoe".into(), email: Some("zoe@acme.example".into()), ..Person::default() };
    let id = store::create(cx, &NewCustomer { profile, contact, ..NewCustomer::default() }).await.unwrap();
    store::find(cx, id).await.unwrap()
}
