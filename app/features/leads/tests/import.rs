//! How files of leads come in, on both databases.
#![allow(clippy::unwrap_used, missing_docs)]

mod house;

use fields::{CustomField, FieldOption, FieldType, definitions};
use house::*;
use imports::{CliOptions, Report, run_file};
use kernel::{Context, RecordKind};
use leads::store::{board, list, save};
use leads::{BoardQuery, LeadPatch, ListQuery, Profile};
use serde_json::json;

async fn import(cx: &Context, content: &[u8]) -> kernel::Result<Report> {
    let path = std::env::temp_dir().join(format!("foyer-leads-{}.csv", kernel::entropy::word()));
    std::fs::write(&path, content).unwrap();
    let report = run_file(cx, "leads", &path, CliOptions { create_missing: true }).await;
    std::fs::remove_file(path).unwrap();
    report
}

kernel::contract! {
    with { let mut all = features(); all.push(imports::feature()); all };

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
}
