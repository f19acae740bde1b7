//! What the history of a lead takes back, on both databases.
#![allow(clippy::unwrap_used, missing_docs)]

mod house;

use house::*;
use kernel::{Context, Error, RecordRef};
use leads::store::{bin, convert, find, save};
use leads::{LeadPatch, Profile};
use records::store::{notes, tags, timeline, undo};
use records::{NoteDraft, TimelineEntry, TimelineFilter};

async fn history(cx: &Context, record: RecordRef) -> Vec<TimelineEntry> {
    timeline::list(cx, record, TimelineFilter::All, None, None).await.unwrap().items
}

/// Takes back the last thing that happened.
async fn back(cx: &Context, record: RecordRef) -> kernel::Result<()> {
    let last = history(cx, record).await[0].id;
    undo::run(cx, record, last, &[]).await
}

kernel::contract! {
    with features();

    async fn a_move_goes_back_to_its_very_place(house: TestHouse) {
        let cx = &admin(house).await;
        let (one, two) = (stages(cx).await[0], stages(cx).await[1]);
        let c = lead(cx, "C", one).await;
        let b = lead(cx, "B", one).await;
        lead(cx, "A", one).await;
        let moved = move_to(cx, &b, two, None).await.unwrap();
        assert_eq!(names(cx, one).await, ["A", "C"]);
        back(cx, moved.record()).await.unwrap();
        assert_eq!(names(cx, one).await, ["A", "B", "C"]);
        assert_eq!(names(cx, two).await, Vec::<String>::new());
        assert_eq!(find(cx, c.id).await.unwrap().version, c.version);
        assert_eq!(drift(house).await, 0);
    }

    async fn fields_of_every_kind_go_back(house: TestHouse) {
        let cx = &admin(house).await;
        let dictionaries = leads::store::words::dictionaries(cx).await.unwrap();
        let before = lead(cx, "Ada", dictionaries.stages[0].id()).await;
        let profile = Profile {
            name: "Ada L.".into(),
            value: euros(7),
            owner_id: cx.staff_id(),
            source_id: Some(dictionaries.sources[1].id),
            language: Some(kernel::Language::Ar),
            last_contact_at: Some(kernel::Instant(5)),
            is_public: true,
            outcome: leads::Outcome::Junk,
            description: Some("two\nlines".into()),
            ..before.profile.clone()
        };
        let patch = LeadPatch::between(&before.profile, &profile);
        let after = save::update(cx, before.id, before.version, &patch).await.unwrap();
        assert_eq!(after.profile, profile);
        back(cx, before.record()).await.unwrap();
        assert_eq!(find(cx, before.id).await.unwrap().profile, before.profile);
        assert_eq!(drift(house).await, 0);
    }

    async fn a_stage_may_refuse_who_comes_back(house: TestHouse) {
        let cx = &admin(house).await;
        let mut stage = leads::store::words::dictionaries(cx).await.unwrap().stages[0].clone();
        let two = stages(cx).await[1];
        let ada = lead(cx, "Ada", stage.id()).await;
        move_to(cx, &ada, two, None).await.unwrap();
        stage.required_fields = vec!["phone".into()];
        leads::store::words::save_stage(cx, &stage).await.unwrap();
        let refused = back(cx, ada.record()).await;
        assert!(matches!(&refused, Err(Error::Invalid(fields)) if fields[0].field == "phone"), "{refused:?}");
        assert_eq!(names(cx, two).await, ["Ada"]);
    }

    async fn what_hangs_on_a_lead_goes_back(house: TestHouse) {
        let cx = &admin(house).await;
        let ada = lead(cx, "Ada", stages(cx).await[0]).await;
        let record = ada.record();
        let tag = tags::add(cx, record, "hot").await.unwrap().remove(0);
        back(cx, record).await.unwrap();
        assert!(find(cx, ada.id).await.unwrap().tags.is_empty());
        tags::add(cx, record, "hot").await.unwrap();
        tags::remove(cx, record, tag.id).await.unwrap();
        back(cx, record).await.unwrap();
        assert_eq!(find(cx, ada.id).await.unwrap().tags, [tag]);

        let draft = |body: &str| NoteDraft { body: body.into(), contacted_at: None };
        let long = "what was said ".repeat(100);
        let note = notes::add(cx, record, &draft(&long)).await.unwrap();
        notes::update(cx, record, note.id, note.version, &draft("shorter")).await.unwrap();
        back(cx, record).await.unwrap();
        let body = || async { notes::list(cx, record, None, 9).await.unwrap().into_iter().next().map(|note| note.body) };
        assert_eq!(body().await.as_deref(), Some(long.trim()), "the whole text comes back");
        notes::delete(cx, record, note.id).await.unwrap();
        back(cx, record).await.unwrap();
        assert_eq!(body().await.as_deref(), Some(long.trim()));
    }

    async fn a_note_that_was_written_again_is_not_trampled(house: TestHouse) {
        let cx = &admin(house).await;
        let record = lead(cx, "Ada", stages(cx).await[0]).await.record();
        let draft = |body: &str| NoteDraft { body: body.into(), contacted_at: None };
        let note = notes::add(cx, record, &draft("one")).await.unwrap();
        let note = notes::update(cx, record, note.id, note.version, &draft("two")).await.unwrap();
        let event = history(cx, record).await[0].id;
        notes::update(cx, record, note.id, note.version, &draft("three")).await.unwrap();
        let refused = undo::run(cx, record, event, &[]).await;
        assert!(matches!(refused, Err(Error::Conflict(_))), "{refused:?}");
    }

    async fn a_conversion_has_its_own_way_back(house: TestHouse) {
        let cx = &admin(house).await;
        let ada = lead(cx, "Ada", stages(cx).await[0]).await;
        let conversion = leads::Conversion { version: ada.version, ..leads::Conversion::default() };
        convert::run(cx, ada.id, &conversion).await.unwrap();
        assert!(!history(cx, ada.record()).await[0].can_undo);
        // A lead that is a customer by now cannot be deleted, so its making cannot be taken back.
        let made = history(cx, ada.record()).await.into_iter().find(|entry| entry.kind == "lead.created").unwrap();
        let refused = undo::run(cx, ada.record(), made.id, &[]).await;
        assert!(matches!(refused, Err(Error::Forbidden(_))), "{refused:?}");
    }

    async fn a_lead_in_the_bin_comes_back_to_its_place(house: TestHouse) {
        let cx = &admin(house).await;
        let one = stages(cx).await[0];
        lead(cx, "C", one).await;
        let b = lead(cx, "B", one).await;
        lead(cx, "A", one).await;
        bin::delete(cx, b.id, b.version).await.unwrap();
        let entries = records::store::bin::list(cx, kernel::RecordKind::Lead, "", None).await.unwrap().items;
        assert_eq!((entries[0].title.as_str(), entries[0].who.as_deref()), ("B", Some("Marta")));
        records::store::bin::restore(cx, kernel::RecordKind::Lead, &[b.id.0]).await.unwrap()[0].clone().unwrap();
        assert_eq!(names(cx, one).await, ["A", "B", "C"]);
        assert_eq!(drift(house).await, 0);
    }
}
