//! What several pipelines promise, and the rules of stages on every path, on both databases.
#![allow(clippy::unwrap_used, missing_docs)]

mod house;

use std::collections::BTreeMap;

use fields::store::definitions;
use fields::{Asked, CustomField, FieldType};
use house::*;
use imports::{CliOptions, run_file};
use kernel::{Context, Error, PipelineId, RecordKind, Result, StageId};
use leads::store::{bin, board, convert, list, moves, save, words};
use leads::{
    BoardQuery, Conversion, Dictionaries, Lead, LeadMove, LeadPatch, ListQuery, Move, Outcome, Pipeline,
    Profile, Stage,
};
use records::TimelineFilter;
use records::store::{timeline, undo};
use serde_json::json;

async fn pipeline(cx: &Context, name: &str) -> Pipeline {
    stages(cx).await;
    let new = Pipeline { id: PipelineId(0), name: name.into(), is_default: false, version: 0 };
    words::save_pipeline(cx, &new, None).await.unwrap()
}

async fn stages_of(cx: &Context, pipeline: &Pipeline) -> Vec<Stage> {
    let all = words::dictionaries(cx).await.unwrap().stages;
    all.into_iter().filter(|stage| stage.pipeline_id == pipeline.id.0).collect()
}

async fn sales(cx: &Context) -> Pipeline {
    words::dictionaries(cx).await.unwrap().pipelines.into_iter().find(|own| own.is_default).unwrap()
}

/// The second stage of the usual pipeline, with these rules.
async fn ruled(cx: &Context, rule: impl Fn(&mut Stage)) -> Stage {
    let mut stage = stages_of(cx, &sales(cx).await).await[1].clone();
    rule(&mut stage);
    words::save_stage(cx, &stage).await.unwrap()
}

fn is_full<T>(answer: &Result<T>) -> bool {
    matches!(answer, Err(Error::Forbidden(text)) if text.key == "lead-stage-full")
}

async fn on_board(cx: &Context, pipeline: &Pipeline) -> Vec<(String, i64)> {
    let query = BoardQuery { pipeline: Some(pipeline.id), ..BoardQuery::default() };
    let board = board::find(cx, &query).await.unwrap();
    board
        .stages
        .into_iter()
        .filter(|column| column.totals.count > 0)
        .map(|c| (c.stage.name, c.totals.count))
        .collect()
}

kernel::contract! {
    with { let mut all = features(); all.push(imports::feature()); all };

    async fn a_list_is_narrowed_to_a_pipeline(house: TestHouse) {
        let cx = &admin(house).await;
        let asked = |words: &Dictionaries| words.catalogue.field("pipeline_id").is_some();
        assert!(!asked(&words::dictionaries(cx).await.unwrap()), "one pipeline is not asked for");
        let (sales, renewals) = (sales(cx).await, pipeline(cx, "Renewals").await);
        assert!(asked(&words::dictionaries(cx).await.unwrap()));
        for (name, pipeline) in [("Ada", &sales), ("Bea", &renewals)] {
            lead(cx, name, stages_of(cx, pipeline).await[0].id()).await;
        }
        let names = async |f: String| {
            let query = ListQuery { filter: Asked { f: vec![f], ..Asked::default() }, ..ListQuery::default() };
            let found = list::find(cx, &query).await.unwrap().items;
            found.into_iter().map(|lead| lead.profile.name).collect::<Vec<_>>()
        };
        assert_eq!(names(format!("pipeline_id.any.{}", renewals.id)).await, ["Bea"]);
        assert_eq!(names(format!("pipeline_id.none.{}", renewals.id)).await, ["Ada"]);
        assert_eq!(names("pipeline_id.filled".into()).await.len(), 2);
    }

    async fn a_pipeline_has_a_board_of_its_own(house: TestHouse) {
        let cx = &admin(house).await;
        let (sales, renewals) = (sales(cx).await, pipeline(cx, "Renewals").await);
        let (here, there) = (stages_of(cx, &sales).await, stages_of(cx, &renewals).await);
        assert_eq!(there.iter().filter(|stage| stage.is_conversion).count(), 1);
        assert_eq!(there.iter().filter(|stage| stage.is_default).count(), 1);
        lead(cx, "Ada", here[0].id()).await;
        let zoe = lead(cx, "Zoe", there[1].id()).await;
        assert_eq!(on_board(cx, &sales).await, [(here[0].name.clone(), 1)]);
        assert_eq!(on_board(cx, &renewals).await, [(there[1].name.clone(), 1)]);

        let zoe = move_to(cx, &zoe, here[2].id(), None).await.unwrap();
        assert_eq!(on_board(cx, &renewals).await, []);
        back(cx, &zoe).await.unwrap();
        assert_eq!(on_board(cx, &renewals).await, [(there[1].name.clone(), 1)]);
        assert_eq!(drift(house).await, 0);
    }

    async fn a_pipeline_like_another_has_its_stages_with_all_rules(house: TestHouse) {
        let cx = &admin(house).await;
        ruled(cx, |stage| (stage.wip_limit, stage.wip_blocks, stage.required_fields) = (Some(3), true, vec!["phone".into()])).await;
        let sales = sales(cx).await;
        let new = Pipeline { id: PipelineId(0), name: "  Partner  deals ".into(), ..sales.clone() };
        let partners = words::save_pipeline(cx, &Pipeline { is_default: false, ..new }, Some(sales.id)).await.unwrap();
        assert_eq!((partners.name.as_str(), partners.is_default), ("Partner deals", false));
        let without_ids = |stages: Vec<Stage>| -> Vec<Stage> {
            stages.into_iter().map(|stage| Stage { id: 0, pipeline_id: 0, version: 0, ..stage }).collect()
        };
        assert_eq!(without_ids(stages_of(cx, &partners).await), without_ids(stages_of(cx, &sales).await));
    }

    async fn exactly_one_pipeline_opens_by_itself(house: TestHouse) {
        let cx = &admin(house).await;
        let renewals = pipeline(cx, "Renewals").await;
        let now = words::save_pipeline(cx, &Pipeline { is_default: true, ..renewals.clone() }, None).await.unwrap();
        assert!(now.is_default);
        let all = words::dictionaries(cx).await.unwrap().pipelines;
        assert_eq!(all.iter().filter(|own| own.is_default).map(|own| own.id).collect::<Vec<_>>(), [renewals.id]);
        let ada = save::create(cx, &Profile { name: "Ada".into(), ..Profile::default() }, &[]).await.unwrap();
        let first = stages_of(cx, &renewals).await.into_iter().find(|stage| stage.is_default).unwrap();
        assert_eq!(ada.stage_id(), first.id(), "new leads come into it");
        let stale = words::save_pipeline(cx, &renewals, None).await;
        assert!(matches!(stale, Err(Error::Conflict(_))), "{stale:?}");
        words::order_pipelines(cx, &[renewals.id, all[0].id]).await.unwrap();
        assert_eq!(words::dictionaries(cx).await.unwrap().pipelines[0].id, renewals.id);
    }

    async fn the_board_remembers_which_pipeline_a_person_looked_at(house: TestHouse) {
        let cx = &admin(house).await;
        let renewals = pipeline(cx, "Renewals").await;
        let opened = || async {
            let query = BoardQuery { shown_last: true, ..BoardQuery::default() };
            board::find(cx, &query).await.unwrap().pipeline.name
        };
        let usual = opened().await;
        staff::store::mine::set_preference(cx, "leads.pipeline", json!(renewals.id)).await.unwrap();
        assert_eq!(opened().await, "Renewals");
        assert_eq!(board_of(cx).await.pipeline.name, usual, "who asks for none without looking back gets the usual one");
        words::delete_pipeline(cx, renewals.id, &BTreeMap::new()).await.unwrap();
        assert_eq!(opened().await, usual);
    }

    async fn a_deleted_pipeline_loses_no_lead(house: TestHouse) {
        let cx = &admin(house).await;
        let (sales, renewals) = (sales(cx).await, pipeline(cx, "Renewals").await);
        let (here, there) = (stages_of(cx, &sales).await, stages_of(cx, &renewals).await);
        let active = lead(cx, "Active", there[0].id()).await;
        let lost = lead(cx, "Lost", there[0].id()).await;
        save::update(cx, lost.id, lost.version, &LeadPatch::one("outcome", Outcome::Lost)).await.unwrap();
        let binned = lead(cx, "Binned", there[1].id()).await;
        bin::delete(cx, binned.id, binned.version).await.unwrap();
        let converted = lead(cx, "Converted", there[1].id()).await;
        let (converted, _) = convert::run(cx, converted.id, &Conversion { version: converted.version, ..Conversion::default() }).await.unwrap();
        let customers = |stages: &[Stage]| stages.iter().find(|stage| stage.is_conversion).unwrap().id();
        assert_eq!(converted.stage_id(), customers(&there), "its own pipeline's stage for converted leads");
        let held: BTreeMap<StageId, i64> = words::held(cx).await.unwrap().into_iter().collect();
        assert_eq!((held[&there[0].id()], held[&there[1].id()]), (2, 1));

        let mut goes_to = BTreeMap::from([(there[0].id(), here[2].id()), (there[1].id(), here[0].id())]);
        let refused = words::delete_pipeline(cx, renewals.id, &goes_to).await;
        assert!(matches!(&refused, Err(Error::Invalid(fields)) if fields[0].field == "goes_to"), "{refused:?}");
        goes_to.insert(customers(&there), here[0].id());
        assert!(words::delete_pipeline(cx, renewals.id, &goes_to).await.is_err(), "converted leads only go to converted ones");
        assert_eq!(on_board(cx, &renewals).await.len(), 2, "nothing was moved yet");

        goes_to.insert(customers(&there), customers(&here));
        words::delete_pipeline(cx, renewals.id, &goes_to).await.unwrap();
        let stage_of = |id| async move { leads::store::find_any(cx, cx.db(), id).await.unwrap().stage_id() };
        assert_eq!(stage_of(active.id).await, here[2].id());
        assert_eq!(stage_of(lost.id).await, here[2].id());
        assert_eq!(stage_of(binned.id).await, here[0].id());
        assert_eq!(stage_of(converted.id).await, customers(&here));
        assert_eq!(bin::restore(cx, binned.id).await.unwrap().stage_id(), here[0].id());
        assert_eq!(words::delete_pipeline(cx, renewals.id, &goes_to).await, Err(Error::NotFound));
        let usual = words::delete_pipeline(cx, sales.id, &goes_to).await;
        assert!(matches!(usual, Err(Error::Forbidden(text)) if text.key == "lead-pipeline-is-default"));
        assert_eq!(drift(house).await, 0);
    }

    async fn only_who_may_edit_settings_changes_pipelines(house: TestHouse) {
        let (cx, yusuf) = (&admin(house).await, &seller(house, "Yusuf").await);
        let renewals = pipeline(cx, "Renewals").await;
        let refused = [
            words::save_pipeline(yusuf, &renewals, None).await.map(drop),
            words::order_pipelines(yusuf, &[renewals.id]).await,
            words::delete_pipeline(yusuf, renewals.id, &BTreeMap::new()).await,
            words::held(yusuf).await.map(drop),
        ];
        assert!(refused.iter().all(|answer| matches!(answer, Err(Error::Forbidden(_)))), "{refused:?}");
    }

    async fn new_leads_begin_where_the_stage_says(house: TestHouse) {
        let cx = &admin(house).await;
        let stage = ruled(cx, |stage| stage.is_default = true).await;
        assert!(stage.is_default);
        let defaults = stages_of(cx, &sales(cx).await).await.into_iter().filter(|stage| stage.is_default);
        assert_eq!(defaults.map(|stage| stage.id).collect::<Vec<_>>(), [stage.id]);
        let mut customers = stages_of(cx, &sales(cx).await).await.into_iter().find(|stage| stage.is_conversion).unwrap();
        customers.is_default = true;
        assert!(words::save_stage(cx, &customers).await.is_err(), "nobody begins as a customer");
    }

    async fn twenty_at_once_do_not_fill_a_stage_beyond_its_limit(house: TestHouse) {
        let cx = admin(house).await;
        let full = ruled(&cx, |stage| (stage.wip_limit, stage.wip_blocks) = (Some(5), true)).await;
        let first = stages(&cx).await[0];
        let mut cards = Vec::new();
        for number in 0..20 {
            cards.push(lead(&cx, &format!("L{number:02}"), first).await);
        }
        let tasks: Vec<_> = cards.into_iter().map(|card| {
            let (cx, stage) = (cx.clone(), full.id());
            tokio::spawn(async move { move_to(&cx, &card, stage, None).await })
        }).collect();
        let mut answers = Vec::new();
        for task in tasks {
            answers.push(task.await.unwrap());
        }
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 5);
        assert_eq!(answers.iter().filter(|answer| is_full(answer)).count(), 15);
        assert_eq!(column(&cx, full.id()).await.totals.count, 5);
        assert_eq!(drift(house).await, 0);
    }

    async fn a_full_stage_refuses_on_every_path(house: TestHouse) {
        let cx = &admin(house).await;
        let full = ruled(cx, |stage| (stage.wip_limit, stage.wip_blocks) = (Some(1), true)).await;
        let first = stages(cx).await[0];
        let binned = lead(cx, "Binned", full.id()).await;
        let binned = bin::delete(cx, binned.id, binned.version).await.unwrap();
        let lost = lead(cx, "Lost", full.id()).await;
        let lost = save::update(cx, lost.id, lost.version, &LeadPatch::one("outcome", Outcome::Lost)).await.unwrap();
        let gone = lead(cx, "Gone", full.id()).await;
        let gone = move_to(cx, &gone, first, None).await.unwrap();
        lead(cx, "There", full.id()).await;
        let other = lead(cx, "Other", first).await;

        assert!(is_full(&move_to(cx, &other, full.id(), None).await), "a drag, the keyboard, the menu, the API");
        assert!(is_full(&save::update(cx, other.id, other.version, &LeadPatch::one("stage_id", full.id)).await), "a form");
        let new = Profile { name: "New".into(), stage_id: Some(full.id()), ..Profile::default() };
        assert!(is_full(&save::create(cx, &new, &[]).await), "a new lead");
        assert!(is_full(&bin::restore(cx, binned.id).await), "out of the bin");
        assert!(is_full(&save::update(cx, lost.id, lost.version, &LeadPatch::one("outcome", Outcome::Active)).await), "in play again");
        assert!(is_full(&back(cx, &gone).await), "an undo");
        let together: Vec<LeadMove> = [&other, &gone].map(|lead| LeadMove { id: lead.id, to: to(full.id(), None, lead) }).into();
        let answers = moves::run_all(cx, &together, &LeadPatch::default()).await.unwrap();
        assert!(answers.iter().all(is_full), "several at once");
        let file = format!("Name;Stage\nImported;{}\n", full.name);
        assert_eq!(import(cx, &file).await, (0, 1), "an import");
        assert_eq!(column(cx, full.id()).await.totals.count, 1);
        assert_eq!(drift(house).await, 0);
    }

    async fn a_limit_that_warns_lets_pass_and_says_so(house: TestHouse) {
        let cx = &admin(house).await;
        let tight = ruled(cx, |stage| (stage.wip_limit, stage.wip_blocks) = (Some(1), false)).await;
        let first = stages(cx).await[0];
        let (a, b) = (lead(cx, "A", first).await, lead(cx, "B", first).await);
        move_to(cx, &a, tight.id(), None).await.unwrap();
        assert_eq!(words::is_over(cx, tight.id()).await, Ok(false));
        move_to(cx, &b, tight.id(), None).await.unwrap();
        assert_eq!(words::is_over(cx, tight.id()).await, Ok(true));
        assert_eq!(words::is_over(&seller(house, "Yusuf").await, tight.id()).await, Ok(true), "whoever asks");
    }

    async fn an_added_field_is_required_on_every_path(house: TestHouse) {
        let cx = &admin(house).await;
        stages(cx).await;
        let roof = definitions::save(cx, &CustomField::new(RecordKind::Lead, "Roof", FieldType::Number)).await.unwrap();
        let key = roof.key().to_string();
        let stage = ruled(cx, |stage| stage.required_fields = vec![key.clone()]).await;
        assert_eq!(stage.required_fields, [key.clone()]);
        let first = stages(cx).await[0];
        let ada = lead(cx, "Ada", first).await;
        let asks = |answer: Result<Lead>| matches!(answer, Err(Error::Invalid(fields)) if fields[0].field == key);
        assert!(asks(move_to(cx, &ada, stage.id(), None).await));
        assert!(asks(save::update(cx, ada.id, ada.version, &LeadPatch::one("stage_id", stage.id)).await));
        let new = Profile { name: "New".into(), stage_id: Some(stage.id()), ..Profile::default() };
        assert!(asks(save::create(cx, &new, &[]).await));
        assert_eq!(import(cx, &format!("Name;Stage\nImported;{}\n", stage.name)).await, (0, 1));
        assert_eq!(import(cx, &format!("Name;Stage;Roof\nImported;{};12\n", stage.name)).await, (1, 0));

        let unfit = Move { fields: LeadPatch::one(&key, "wide"), ..to(stage.id(), None, &ada) };
        assert!(asks(moves::run(cx, ada.id, &unfit).await), "an answer has to fit its field");
        let unknown = Move { fields: LeadPatch::one("c99", "x"), ..to(stage.id(), None, &ada) };
        assert!(matches!(moves::run(cx, ada.id, &unknown).await, Err(Error::Invalid(fields)) if fields[0].field == "c99"));
        let zoe = lead(cx, "Zoe", first).await;
        let together: Vec<LeadMove> = [&ada, &zoe].map(|lead| LeadMove { id: lead.id, to: to(stage.id(), None, lead) }).into();
        let answers = moves::run_all(cx, &together, &LeadPatch::one(&key, "7.50")).await.unwrap();
        assert!(answers.iter().flatten().all(|lead| lead.profile.custom.get(&roof.key()) == Some(&json!("7.5"))), "{answers:?}");
        assert_eq!(answers.iter().flatten().count(), 2);

        definitions::delete(cx, roof.id).await.unwrap();
        let bob = lead(cx, "Bob", first).await;
        assert!(move_to(cx, &bob, stage.id(), None).await.is_ok(), "a field that was taken away keeps nobody out");
        let known = words::dictionaries(cx).await.unwrap().stages.into_iter().find(|own| own.id == stage.id).unwrap();
        assert_eq!(known.required_fields, Vec::<String>::new());
        let mut odd = known;
        odd.required_fields = vec!["rank".into()];
        assert!(words::save_stage(cx, &odd).await.is_err(), "only what people fill in can be required");
    }

    async fn a_file_reaches_the_stages_of_all_pipelines(house: TestHouse) {
        let cx = &admin(house).await;
        let (sales, renewals) = (sales(cx).await, pipeline(cx, "Renewals").await);
        let (here, there) = (stages_of(cx, &sales).await, stages_of(cx, &renewals).await);
        let only_there = Stage { pipeline_id: renewals.id.0, name: "Cancelled".into(), hue: 1, ..Stage::default() };
        words::save_stage(cx, &only_there).await.unwrap();
        let file = format!("Name;Stage\nA;{0}\nB;Renewals: {0}\nC;Cancelled\n", here[0].name);
        assert_eq!(import(cx, &file).await, (3, 0));
        assert_eq!(on_board(cx, &sales).await, [(here[0].name.clone(), 1)], "a name that both have means the usual one");
        assert_eq!(on_board(cx, &renewals).await, [(there[0].name.clone(), 1), ("Cancelled".into(), 1)]);
    }
}

/// Takes back the last thing that happened to a lead.
async fn back(cx: &Context, lead: &Lead) -> Result<()> {
    let history = timeline::list(cx, lead.record(), TimelineFilter::All, None, None).await.unwrap();
    undo::run(cx, lead.record(), history.items[0].id, &[]).await
}

/// Brings a file in; how many rows were made and refused.
async fn import(cx: &Context, content: &str) -> (i64, i64) {
    let path = std::env::temp_dir().join(format!("foyer-pipelines-{}.csv", kernel::entropy::word()));
    std::fs::write(&path, content).unwrap();
    let report = run_file(cx, "leads", &path, CliOptions { create_missing: true }).await.unwrap();
    std::fs::remove_file(path).unwrap();
    (report.tally.created, report.tally.refused)
}
