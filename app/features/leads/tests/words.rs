//! The words that leads are described with, on both databases.
#![allow(clippy::unwrap_used, missing_docs)]

mod house;

use house::*;
use kernel::db::Q;
use kernel::{Context, Error};
use leads::store::words;
use leads::{Profile, Source, WordEdit, WordList};

async fn sources(cx: &Context) -> Vec<Source> {
    words::dictionaries(cx).await.unwrap().sources
}

/// The ids of the sources that new leads get; there is one.
async fn usual(cx: &Context) -> Vec<i64> {
    sources(cx).await.iter().filter(|source| source.is_default).map(|source| source.id.0).collect()
}

fn edit(id: i64, name: Option<&str>, is_default: bool) -> WordEdit {
    WordEdit { id, name: name.map(str::to_owned), is_default }
}

async fn new_lead(cx: &Context) -> i64 {
    lead_with(cx, Profile { name: "Ada".into(), ..Profile::default() }).await.profile.source_id.unwrap().0
}

kernel::contract! {
    with features();

    async fn new_leads_take_the_source_that_was_chosen(house: TestHouse) {
        let cx = &admin(house).await;
        let before = sources(cx).await;
        assert_eq!(new_lead(cx).await, before[0].id.0);
        let second = before[1].id.0;
        let chosen = words::save_word(cx, WordList::Source, &edit(second, None, true)).await.unwrap();
        assert_eq!(chosen.name, before[1].name, "its name stays");
        assert_eq!((usual(cx).await, new_lead(cx).await), (vec![second], second));
        let fair = words::save_word(cx, WordList::Source, &edit(0, Some("Fair"), true)).await.unwrap().id;
        assert_eq!((usual(cx).await, new_lead(cx).await), (vec![fair], fair));
        words::save_word(cx, WordList::Source, &edit(fair, Some("Trade fair"), false)).await.unwrap();
        assert_eq!(usual(cx).await, [fair], "a new name changes nothing about that");
        let told = Q::new("select count(*) from event where kind = 'source.saved'").number(cx.db()).await.unwrap();
        assert_eq!(told, 3);
    }

    async fn only_who_keeps_the_settings_chooses_and_only_a_source(house: TestHouse) {
        let (cx, sam) = (&admin(house).await, &seller(house, "Sam").await);
        let second = sources(cx).await[1].id.0;
        let refused = words::save_word(sam, WordList::Source, &edit(second, None, true)).await;
        assert!(matches!(refused, Err(Error::Forbidden(_))), "{refused:?}");
        let reason = words::save_word(cx, WordList::LostReason, &edit(0, Some("Price"), true)).await;
        assert!(reason.unwrap_err().field("is_default").is_some());
        assert_eq!(words::save_word(cx, WordList::Source, &edit(9_999, None, true)).await, Err(Error::NotFound));
        assert!(words::save_word(cx, WordList::Source, &edit(0, None, true)).await.unwrap_err().field("name").is_some());
        assert_ne!(usual(cx).await, [second], "nothing of that was kept");
        assert_eq!(usual(cx).await.len(), 1);
    }

    async fn a_deleted_source_hands_on_that_new_leads_get_it(house: TestHouse) {
        let cx = &admin(house).await;
        let before = sources(cx).await;
        let used = new_lead(cx).await;
        let third = before[2].id.0;
        words::delete_word(cx, WordList::Source, used, Some(third)).await.unwrap();
        assert_eq!((usual(cx).await, new_lead(cx).await), (vec![third], third), "whoever took over");
        let fair = words::save_word(cx, WordList::Source, &edit(0, Some("Fair"), true)).await.unwrap().id;
        words::delete_word(cx, WordList::Source, fair, None).await.unwrap();
        assert_eq!(usual(cx).await, [before[1].id.0], "or else the first one");
    }
}
