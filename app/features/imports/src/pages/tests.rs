use std::sync::Arc;

use kernel::{ImportId, Instant, Language, Text, Texts, Zone, provide_i18n};
use leptos::prelude::*;
use leptos::reactive::owner::Owner;

use super::choices::Choosing;
use super::list::StateBadge;
use super::outcome::Numbers;
use crate::{
    Column, DateQuestion, DictionaryInfo, FieldInfo, FieldKind, Import, ImportState, Inspection, Options,
    Tally, UnknownWord,
};

fn texts(language: Language) -> Arc<Texts> {
    let all = kernel::TEXTS.iter().chain(crate::TEXTS).filter(|(own, _)| *own == language);
    Arc::new(Texts::new(language, all.map(|(_, source)| *source)))
}

fn import() -> Import {
    Import {
        id: ImportId(7),
        kind: "leads".into(),
        file_name: "people.csv".into(),
        size: 10,
        state: ImportState::Draft,
        rows: 2,
        tally: Tally::default(),
        error: None,
        staff_id: None,
        version: 1,
        created_at: Instant(0),
        finished_at: None,
        kept: Vec::new(),
        options: Options::default(),
    }
}

fn inspection() -> Inspection {
    let field = |key: &str, kind, required| FieldInfo {
        key: key.into(),
        label: Text::new("import-file"),
        kind,
        required,
    };
    Inspection {
        import: import(),
        options: Options { mapping: vec![Some("stage".into()), None], ..Options::default() },
        title: Text::new("import-title"),
        home: "/leads".into(),
        deletes: false,
        can_update: true,
        tells: vec![("email".into(), Text::new("import-file"), true)],
        source: crate::Source::Text,
        fields: vec![
            field("name", FieldKind::Text(200), true),
            field("stage", FieldKind::Choice, false),
            field("value", FieldKind::Money, false),
        ],
        columns: vec![
            Column { name: Some("Phase".into()), samples: vec!["Hot".into()] },
            Column { name: None, samples: Vec::new() },
        ],
        sample: vec![vec!["Hot".into(), "<b>x</b>".into()]],
        problem: None,
        dictionaries: vec![DictionaryInfo {
            field: "stage".into(),
            entries: vec![(1, "New".into())],
            may_create: true,
            is_free: false,
        }],
        unknown: vec![UnknownWord { field: "stage".into(), word: "Hot".into(), rows: 1 }],
        dates: Some(DateQuestion { samples: vec!["03/04/2026".into()], shown: None }),
        missing: vec!["name".into()],
        mappings: vec![crate::SavedMapping {
            id: 1,
            name: "Fair".into(),
            is_shared: false,
            is_own: true,
            fits: true,
        }],
    }
}

fn written(language: Language, view: impl FnOnce() -> AnyView) -> String {
    let owner = Owner::new();
    owner.with(|| {
        provide_i18n(texts(language), Zone::utc());
        ui::Announcer::provide();
        view().to_html()
    })
}

#[tokio::test]
async fn the_steps_are_written_in_every_language() {
    for language in Language::ALL {
        let html = written(language, || {
            view! {
                <Choosing inspection=inspection() import=RwSignal::new(import()) />
                <Numbers tally=Signal::stored(Tally::default()) />
                {ImportState::ALL.into_iter().map(|state| view! { <StateBadge state=state /> }).collect_view()}
            }
            .into_any()
        });
        assert!(html.contains("&lt;b&gt;x&lt;/b&gt;"), "cells are text and never markup");
        let words: Vec<_> =
            html.split(['>', '<']).skip(2).step_by(2).filter(|text| text.contains("import-")).collect();
        assert_eq!(words, Vec::<&str>::new(), "a key without a sentence");
        assert!(html.contains("id=\"field-column-0\"") && html.contains("for=\"field-column-0\""));
    }
}
