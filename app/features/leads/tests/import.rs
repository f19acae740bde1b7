//! How files of leads come in, on both databases.
#![allow(clippy::unwrap_used, missing_docs)]

mod house;

use fields::store::definitions;
use fields::{CustomField, FieldOption, FieldType};
use house::importing::*;
use house::*;
use imports::{Duplicates, ImportState, Options, store};
use kernel::{Area, Can, Capabilities, RecordKind};
use leads::store::{board, list, save, words};
use leads::{BoardQuery, LeadPatch, ListQuery, Profile, Stage};
use records::TimelineFilter;
use serde_json::json;

kernel::contract! {
    with { let mut all = features(); all.push(imports::feature()); all };

    async fn a_new_lead_begins_with_the_default_of_a_field_that_has_no_column(house: TestHouse) {
        let cx = &admin(house).await;
        stages(cx).await;
        let options = vec![FieldOption { name: "Flat".into(), is_offered: true, ..FieldOption::default() }];
        let roof = CustomField { options, ..CustomField::new(RecordKind::Lead, "Roof", FieldType::Choice) };
        let roof = definitions::save(cx, &roof).await.unwrap();
        let flat = json!(roof.options[0].id);
        definitions::save(cx, &CustomField { default_value: Some(flat.clone()), ..roof.clone() }).await.unwrap();
        let note = CustomField { default_value: Some(json!("by file")), ..CustomField::new(RecordKind::Lead, "Tilt", FieldType::Text) };
        let note = definitions::save(cx, &note).await.unwrap();
        import(cx, b"Name\nAda\n").await.unwrap();
        let ada = named(cx, "Ada").await.profile.custom;
        assert_eq!((ada.get(&roof.key()), ada.get(&note.key())), (Some(&flat), Some(&json!("by file"))));
        import(cx, b"Name;Tilt;Roof\nBea;;\n").await.unwrap();
        assert!(named(cx, "Bea").await.profile.custom.is_empty(), "an empty cell says that there is nothing");
    }

    async fn who_brought_a_file_in_is_told_that_it_is_in(house: TestHouse) {
        let (cx, other) = (&admin(house).await, &admin_named(house, "Bob").await);
        stages(cx).await;
        let id = upload(cx, "Name;E-mail\nAda;ada@example.com\n;x@example.com\n", |options| options).await;
        store::start(cx, id).await.unwrap();
        assert_eq!(staff::store::notifications::list(cx).await.unwrap(), [], "not before it is");
        work(house).await;
        let bell = staff::store::notifications::list(cx).await.unwrap();
        assert_eq!((bell.len(), bell[0].text.key.as_ref()), (1, "import-ended"));
        assert_eq!(bell[0].path(), Some(format!("/imports/{id}")));
        assert_eq!(staff::store::notifications::list(other).await.unwrap(), [], "nobody else is");
        staff::store::notifications::choose(cx, staff::Notice::Import, staff::Channel::None).await.unwrap();
        let quiet = upload(cx, "Name\nBea\n", |options| options).await;
        store::start(cx, quiet).await.unwrap();
        work(house).await;
        assert_eq!(staff::store::notifications::list(cx).await.unwrap().len(), 1, "nor who wants to be told of none");
    }

    async fn a_file_of_leads_lands_on_the_board(house: TestHouse) {
        let cx = &admin(house).await;
        stages(cx).await;
        let file = "Full Name;Company;E-mail;Phone;Deal value;Stage;Source;Owner;Tags\n\
            Ada Lovelace;Engines;ada@engines.example;06 6982 1234;1.234,50;Qualified;Trade fair;Marta;vip, north\n\
            Zoë Öz;;zoe@example.com;;;;;;\n\
            ;No Name;x@example.com;;;;;;\n";
        let report = import(cx, file.as_bytes()).await.unwrap();
        assert_eq!((report.tally.created, report.tally.refused), (2, 1));
        let rows = list::find(cx, &ListQuery::default()).await.unwrap().items;
        let ada = rows.iter().find(|lead| lead.profile.name == "Ada Lovelace").unwrap();
        assert_eq!(ada.profile.value.map(|value| value.minor), Some(123_450));
        assert_eq!(ada.profile.owner_id, cx.staff_id());
        assert_eq!(ada.tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(), ["north", "vip"]);
        assert_eq!(leads::store::search(cx, "zoe oz", 5).await.unwrap().len(), 1);
        assert_eq!(drift(house).await, 0);
        assert!(report.refusals.unwrap().contains("No Name"));
    }

    async fn headers_of_other_languages_are_known(house: TestHouse) {
        let cx = &admin(house).await;
        let files = [
            "Ansprechpartner;Firma;Telefon;Quelle;Wert;Währung;Straße;PLZ;Ort;Land\n\
             Jürgen Groß;Groß GmbH;+49 30 123456;Messe;1.500,00;EUR;Hauptstr. 1;10115;Berlin;DE\n",
            "Nombre;Apellidos;Empresa;Teléfono;Origen;Importe;Moneda;Dirección;Código postal;Ciudad;País\n\
             José;Núñez;Café Ñandú;+34 91 123 45 67;Feria;1.500,00;EUR;Calle Mayor 1;28001;Madrid;ES\n",
            "Nome completo;Empresa;Telefone;Origem;Valor;Moeda;Morada;Código postal;Cidade;País\n\
             João Conceição;Padaria;+351 21 123 4567;Feira;1.500,00;EUR;Rua Augusta 1;1100-048;Lisboa;PT\n",
        ];
        for file in files {
            assert_eq!(import(cx, file.as_bytes()).await.unwrap().tally.created, 1, "{file}");
        }
        let rows = list::find(cx, &ListQuery::default()).await.unwrap().items;
        for (name, city, country) in
            [("Jürgen Groß", "Berlin", "DE"), ("José Núñez", "Madrid", "ES"), ("João Conceição", "Lisboa", "PT")]
        {
            let profile = &rows.iter().find(|lead| lead.profile.name == name).unwrap().profile;
            assert_eq!((profile.city.as_deref(), profile.country.as_deref()), (Some(city), Some(country)));
            let filled = [&profile.company, &profile.phone, &profile.street, &profile.postcode];
            assert!(filled.into_iter().all(Option::is_some), "{profile:?}");
            assert_eq!(profile.value.map(|value| value.minor), Some(150_000));
        }
    }

    async fn a_file_fills_the_fields_that_the_organisation_added(house: TestHouse) {
        let cx = &admin(house).await;
        stages(cx).await;
        let add = async |name: &str, kind: FieldType, entries: &[&str]| {
            let entry = |name: &&str| FieldOption { name: (*name).into(), is_offered: true, ..FieldOption::default() };
            let options = entries.iter().map(entry).collect();
            let field = CustomField { options, ..CustomField::new(RecordKind::Lead, name, kind) };
            definitions::save(cx, &field).await.unwrap()
        };
        let area = add("Dachfläche", FieldType::Number, &[]).await;
        let roof = add("Roof", FieldType::Choices, &["Flat", "Tile"]).await;
        let seen = add("Visited on", FieldType::Day, &[]).await;
        let file = "Name;Dachfläche;Roof;Visited on\nAda;82,5;tile, flat;2026-02-28\nBob;eighty;;\nEve;;Thatch;\n";
        let report = import(cx, file.as_bytes()).await.unwrap();
        assert_eq!((report.tally.created, report.tally.refused), (1, 2), "{report:?}");
        let rows = list::find(cx, &ListQuery::default()).await.unwrap().items;
        let custom = &rows.iter().find(|lead| lead.profile.name == "Ada").unwrap().profile.custom;
        let ids: Vec<i64> = roof.options.iter().map(|option| option.id).collect();
        assert_eq!(custom.get(&area.key()), Some(&json!("82.5")));
        assert_eq!(custom.get(&roof.key()), Some(&json!(ids)));
        assert_eq!(custom.get(&seen.key()), Some(&json!("2026-02-28")));
        assert!(report.refusals.unwrap().contains("Dachfläche"), "the reason names the field");
    }

    async fn rows_keep_the_order_of_the_file_below_what_stands_there(house: TestHouse) {
        let cx = &admin(house).await;
        let stage = stages(cx).await[0];
        lead(cx, "There", stage).await;
        let rows: String = (0..1_200).map(|n| format!("Lead {n:04},lead{n}@example.com\n")).collect();
        let report = import(cx, format!("name,email\n{rows}").as_bytes()).await.unwrap();
        assert_eq!(report.tally.created, 1_200);
        let query = BoardQuery { limit: Some(4), ..BoardQuery::default() };
        let column = board::find(cx, &query).await.unwrap().stages.swap_remove(0);
        assert_eq!(column.cards.iter().map(|c| c.name.as_str()).collect::<Vec<_>>(), ["There", "Lead 0000", "Lead 0001", "Lead 0002"]);
        assert_eq!(column.totals.count, 1_201);
        assert_eq!(drift(house).await, 0);
    }

    async fn a_lead_that_is_there_already_is_not_doubled(house: TestHouse) {
        let cx = &admin(house).await;
        lead_with(cx, Profile { name: "Ada".into(), email: Some("ada@example.com".into()), ..Profile::default() }).await;
        let report = import(cx, b"name,email\nAda L.,ADA@example.com\nBob,bob@example.com\nBobby,bob@example.com\n").await.unwrap();
        assert_eq!((report.tally.created, report.tally.skipped), (1, 2));
    }

    async fn an_import_is_taken_back_but_for_what_was_worked_on(house: TestHouse) {
        let cx = &admin(house).await;
        let report = import(cx, b"name\nAda\nBob\nEve\n").await.unwrap();
        let rows = list::find(cx, &ListQuery::default()).await.unwrap().items;
        let bob = rows.iter().find(|lead| lead.profile.name == "Bob").unwrap();
        save::update(cx, bob.id, bob.version, &LeadPatch::one("city", "Turin")).await.unwrap();
        imports::store::undo(cx, report.import).await.unwrap();
        kernel::jobs::drain(&house.foyer, house.foyer.jobs()).await.unwrap();
        let left = list::find(cx, &ListQuery::default()).await.unwrap().items;
        assert_eq!(left.iter().map(|lead| lead.profile.name.as_str()).collect::<Vec<_>>(), ["Bob"]);
        assert_eq!(drift(house).await, 0);
    }

    async fn a_seller_brings_in_leads_only_for_himself(house: TestHouse) {
        let (cx, yusuf) = (&admin(house).await, &seller(house, "Yusuf").await);
        let hidden = Profile { name: "Hidden".into(), email: Some("h@example.com".into()), ..Profile::default() };
        lead_with(cx, hidden).await;
        let report = import(yusuf, b"name,email,owner\nMine,m@example.com,Yusuf\nHis,h@example.com,Marta\n").await.unwrap();
        assert_eq!(report.tally.created, 1, "another owner is none of his words");
        assert_eq!(list::find(yusuf, &ListQuery::default()).await.unwrap().items.len(), 1);
    }

    async fn a_file_changes_what_is_there_as_each_mode_says(house: TestHouse) {
        let cx = &admin(house).await;
        let ada = lead_with(cx, Profile { city: Some("Turin".into()), ..person("Ada", "ada@x.org") }).await;
        let file = "name,email,city,company,tags\nAda L.,ADA@x.org,Rome,Engines,vip\nCy,cy@x.org,Oslo,,\n";
        let (dry, _) = change(house, cx, Duplicates::Fill, file).await;
        let told: Vec<_> = dry.changes[0].changes.iter().map(|change| change.label.key.to_string()).collect();
        assert_eq!((told, dry.changes[0].record), (vec!["field-company".into(), "field-tags".into()], Some(ada.id.0)));
        let filled = leads::store::find(cx, ada.id).await.unwrap();
        assert_eq!((filled.profile.name.as_str(), filled.profile.city.as_deref()), ("Ada", Some("Turin")));
        assert_eq!((filled.profile.company.as_deref(), filled.tags.len()), (Some("Engines"), 1));
        let told = records::store::timeline::list(cx, filled.record(), TimelineFilter::All, None, None).await.unwrap().items;
        assert!(told.len() == 3 && told[..2].iter().all(|entry| entry.sentence.key == "event-by-import"), "{told:?}");
        let (_, again) = change(house, cx, Duplicates::Fill, file).await;
        assert_eq!((again.tally.created, again.tally.updated, again.tally.skipped), (0, 0, 2), "nothing is new");
        let (dry, done) = change(house, cx, Duplicates::Update, "name,email,city\nAda L.,ada@x.org,Rome\nDi,di@x.org,Bari\n").await;
        assert_eq!((done.tally.created, done.tally.updated, done.tally.skipped), (0, 1, 1));
        let city = &dry.changes[0].changes[0];
        assert_eq!((&city.old, &city.new), (&Some("Turin".into()), &Some("Rome".into())));
        let ada = named(cx, "Ada L.").await;
        assert_eq!(ada.profile.city.as_deref(), Some("Rome"));
        let (_, anyway) = change(house, cx, Duplicates::Create, "name,email\nAda,ada@x.org\n").await;
        assert_eq!(anyway.tally.created, 1);
        assert_eq!(drift(house).await, 0);
    }

    async fn the_check_comes_to_the_numbers_of_the_run_whatever_the_file(house: TestHouse) {
        let cx = &admin(house).await;
        let stages = words::dictionaries(cx).await.unwrap().stages;
        let narrow = Stage { wip_limit: Some(6), wip_blocks: true, ..stages[2].clone() };
        words::save_stage(cx, &narrow).await.unwrap();
        // Few people under several addresses and numbers, so that rows meet each other and what is there in every way.
        let mut chance = 7_u64;
        let mut any = |of: &[&str]| {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            of[(chance >> 33) as usize % of.len()].to_owned()
        };
        let emails = ["", "a@x.org", "b@x.org", "c@x.org", "d@x.org", "e@x.org", "f@x.org", "broken"];
        let phones = ["", "", "06 6982 1111", "06 6982 2222", "06 6982 3333", "+49 30 123456"];
        let (cities, tags) = (["", "Rome", "Oslo", "Bari"], ["", "", "vip", "North", "vip, south"]);
        let stages = ["", stages[0].name.as_str(), narrow.name.as_str(), narrow.name.as_str()].map(str::to_owned);
        let stages: Vec<&str> = stages.iter().map(String::as_str).collect();
        for mode in [Duplicates::Skip, Duplicates::Fill, Duplicates::Overwrite, Duplicates::Update, Duplicates::Overwrite, Duplicates::Fill] {
            let mut file = "name;email;phone;city;tags;stage;source\n".to_owned();
            for n in 0..60 {
                let name = if n % 17 == 0 { String::new() } else { format!("P{n}") };
                let row = [name, any(&emails), any(&phones), any(&cities), any(&tags), any(&stages), any(&["", "Fair", "Web shop"])];
                file += &(row.join(";") + "\n");
            }
            change(house, cx, mode, &file).await;
        }
        assert_eq!(drift(house).await, 0);
    }

    async fn a_number_of_ours_means_that_lead_and_no_other(house: TestHouse) {
        let cx = &admin(house).await;
        let (ada, bob) = (lead_with(cx, person("Ada", "ada@x.org")).await, lead_with(cx, person("Bob", "bob@x.org")).await);
        let file = format!("Foyer ID,e-mail\n{},new@x.org\n{},bob@x.org\n999999,x@x.org\n", ada.id, bob.id);
        let (_, done) = change(house, cx, Duplicates::Overwrite, &file).await;
        assert_eq!((done.tally.updated, done.tally.skipped, done.tally.refused), (1, 1, 1), "no name is needed");
        assert_eq!(named(cx, "Ada").await.profile.email.as_deref(), Some("new@x.org"));
        let foreign = upload(cx, &format!("ID,Name\n{},Other\n", ada.id), |options| options).await;
        assert_eq!(store::find(cx, foreign).await.unwrap().options.mapping, [None, Some("name".into())], "an ID of others is theirs");
    }

    async fn a_record_is_changed_only_by_who_may_and_by_its_rules(house: TestHouse) {
        let cx = &admin(house).await;
        let stages = words::dictionaries(cx).await.unwrap().stages;
        let asks = Stage { required_fields: vec!["phone".into()], ..stages[1].clone() };
        words::save_stage(cx, &asks).await.unwrap();
        let public = Profile { is_public: true, ..person("Ada", "ada@x.org") };
        lead_with(cx, public).await;
        lead_with(cx, person("Hidden", "hidden@x.org")).await;
        let rights = [Can::ViewOwn, Can::Create, Can::Import].into_iter().fold(Capabilities::NONE, |set, can| set.with(Area::Leads, can));
        let id = staff::testing::insert_staff(&house.system(), "Rita", rights).await;
        let rita = &house.as_actor(staff::testing::actor(&house.system(), id).await);
        let file = "name,email,city\nAda,ada@x.org,Rome\nMine,hidden@x.org,Oslo\n";
        let (_, done) = change(house, rita, Duplicates::Overwrite, file).await;
        assert_eq!((done.tally.created, done.tally.skipped), (1, 1), "what one may not see is not told of");
        let (dry, done) = change(house, cx, Duplicates::Update, &format!("email,stage\nada@x.org,{}\n", asks.name)).await;
        assert_eq!(done.tally.refused, 1, "{dry:?}");
        let with_phone = format!("email,phone,stage\nada@x.org,06 6982 1234,{}\n", asks.name);
        assert_eq!(change(house, cx, Duplicates::Update, &with_phone).await.1.tally.updated, 1);
        assert_eq!(named(cx, "Ada").await.stage_id(), asks.id());
    }

    async fn changes_of_an_import_are_taken_back_field_by_field(house: TestHouse) {
        let cx = &admin(house).await;
        let ada = lead_with(cx, Profile { city: Some("Turin".into()), ..person("Ada", "ada@x.org") }).await;
        lead_with(cx, person("Bob", "bob@x.org")).await;
        let file = "name,email,city,company,tags,source\nAda L.,ada@x.org,Rome,Engines,vip,Fair\nAda M.,ada@x.org,,Mills,,\n\
            Bob,bob@x.org,Oslo,,,\nCy,cy@x.org,,,,\nCy,cy@x.org,Bari,,,\nDi,di@x.org,,,,\n";
        let (_, done) = change(house, cx, Duplicates::Overwrite, file).await;
        assert_eq!((done.tally.created, done.tally.updated), (2, 4));
        let now = leads::store::find(cx, ada.id).await.unwrap();
        save::update(cx, ada.id, now.version, &LeadPatch::one("city", "Milan")).await.unwrap();
        let di = named(cx, "Di").await;
        save::update(cx, di.id, di.version, &LeadPatch::one("city", "Pisa")).await.unwrap();
        store::undo(cx, done.id).await.unwrap();
        work(house).await;
        let undone = store::find(cx, done.id).await.unwrap();
        assert_eq!(undone.state, ImportState::Undone, "{undone:?}");
        let left = list::find(cx, &ListQuery::default()).await.unwrap().items;
        let mut left: Vec<_> = left.iter().map(|lead| (lead.profile.name.as_str(), lead.profile.city.as_deref(), lead.tags.len())).collect();
        left.sort_unstable();
        assert_eq!(left, [("Ada", Some("Milan"), 0), ("Bob", None, 0), ("Di", Some("Pisa"), 0)]);
        let back = named(cx, "Ada").await.profile;
        assert_eq!((back.company, back.source_id), (None, ada.profile.source_id));
        let kept: Vec<_> = undone.kept.iter().map(|kept| (kept.title.as_str(), kept.fields.len())).collect();
        assert_eq!(kept, [("Di", 0), ("Ada", 1)], "{:?}", undone.kept);
        assert_eq!(undone.kept[1].fields[0].key, "field-city");
        assert_eq!(drift(house).await, 0);
    }

    async fn whoever_gets_leads_by_an_import_is_told_once(house: TestHouse) {
        let (cx, yusuf) = (&admin(house).await, &seller(house, "Yusuf").await);
        let rows: String = (0..30).map(|n| format!("n{n}@x.org,Yusuf\n")).collect();
        for n in 0..30 {
            lead_with(cx, person(&format!("N{n}"), &format!("n{n}@x.org"))).await;
        }
        let (_, done) = change(house, cx, Duplicates::Update, &format!("email,owner\n{rows}")).await;
        assert_eq!(done.tally.updated, 30);
        let told = kernel::db::Q::new("select count(*) from notification where staff_id = ?").bind(yusuf.staff_id());
        assert_eq!(told.number(cx.db()).await, Ok(1));
    }

    async fn what_all_rows_get_takes_the_place_of_their_cells_and_defaults_do_not(house: TestHouse) {
        let cx = &admin(house).await;
        lead_with(cx, person("Ada", "ada@x.org")).await;
        let sources = words::dictionaries(cx).await.unwrap().sources;
        let (first, second) = (sources[0].id, sources[1].id);
        let file = format!("name,email,source,city\nAda,ada@x.org,{},\nBob,bob@x.org,,\n", sources[1].name);
        let choose = |options: Options| Options {
            duplicates: Duplicates::Overwrite,
            constants: [("source_id".to_owned(), first.to_string()), ("tags".to_owned(), "Fair 2026".to_owned())].into(),
            defaults: [("city".to_owned(), "Rome".to_owned())].into(),
            ..options
        };
        let id = upload(cx, &file, choose).await;
        let dry = store::dry_run(cx, id).await.unwrap();
        store::start(cx, id).await.unwrap();
        work(house).await;
        assert_eq!(store::find(cx, id).await.unwrap().tally, dry.tally);
        let (ada, bob) = (named(cx, "Ada").await, named(cx, "Bob").await);
        assert_eq!((ada.profile.source_id, ada.profile.city), (Some(first), None), "a default is for new leads");
        assert_eq!((bob.profile.source_id, bob.profile.city.as_deref()), (Some(first), Some("Rome")));
        assert_eq!((ada.tags.len(), bob.tags.len()), (1, 1));
        assert_ne!(first, second);
    }

    async fn a_letter_of_two_parts_is_the_letter_of_one(house: TestHouse) {
        let cx = &admin(house).await;
        let zoe = lead_with(cx, person("Zoe\u{301}", "zoe\u{301}@x.org")).await.profile;
        assert_eq!((zoe.name.as_str(), zoe.email.as_deref()), ("Zo\u{e9}", Some("zo\u{e9}@x.org")), "kept composed");
        lead_with(cx, person("No\u{eb}l", "no\u{eb}l@x.org")).await;
        let file = "name,email,city,tags\nZo\u{e9},ZO\u{c9}@x.org,Rome,\u{e9}t\u{e9}\n\
            Noe\u{308}l,noe\u{308}l\u{200b}@x.org,Orle\u{301}ans,e\u{301}te\u{301}\n\
            E\u{301}va,e\u{301}va@x.org,,\n\u{c9}va,\u{e9}\u{2060}va@x.org,,\n";
        let (_, done) = change(house, cx, Duplicates::Overwrite, file).await;
        assert_eq!((done.tally.created, done.tally.updated, done.tally.skipped), (1, 2, 1));
        assert_eq!(named(cx, "No\u{eb}l").await.profile.city.as_deref(), Some("Orl\u{e9}ans"));
        assert_eq!(named(cx, "\u{c9}va").await.profile.email.as_deref(), Some("\u{e9}va@x.org"));
        assert_eq!(leads::store::search(cx, "noe\u{308}l", 5).await.unwrap().len(), 1);
        assert_eq!(words::dictionaries(cx).await.unwrap().tags.len(), 1);
        assert_eq!(drift(house).await, 0);
    }

    async fn whoever_owns_leads_that_an_import_makes_is_told_once(house: TestHouse) {
        let (cx, yusuf) = (&admin(house).await, &seller(house, "Yusuf").await);
        for n in 0..3 {
            lead_with(cx, person(&format!("N{n}"), &format!("n{n}@x.org"))).await;
        }
        let rows: String = (0..700).map(|n| format!("N{n},n{n}@x.org,{}\n", ["Yusuf", "Marta", ""][n % 3])).collect();
        let (_, done) = change(house, cx, Duplicates::Overwrite, &format!("name,email,owner\n{rows}")).await;
        assert_eq!((done.tally.created, done.tally.updated, done.tally.skipped), (697, 2, 1));
        let told: Vec<(i64, i64)> =
            kernel::db::Q::new("select staff_id, count from notification where notice <> 'import' order by id").all(cx.db()).await.unwrap();
        assert_eq!(told, [(yusuf.staff_id().unwrap().0, 234)], "once, of what is new and what is changed; nobody of their own doing");
    }
}
