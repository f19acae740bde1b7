//! A tiny kind of record for the tests: rows become settings, "name" is what they are known by.

use futures::FutureExt;
use futures::future::BoxFuture;
use imports::{
    Dictionary, Entry, FieldKind, ImportField, Importer, Kept, Match, Place, Purpose, Records, Row, Tells,
    Undone,
};
use kernel::db::{Q, Tx};
use kernel::{Area, Context, Error, Feature, ImportId, Result, Text};
use serde_json::{Value as Json, json};

/// The feature of the tests.
pub fn feature() -> Feature {
    let importer = Importer {
        kind: "settings",
        title: "test-settings",
        home: "/settings",
        area: Area::Settings,
        changes: None,
        parts: None,
        act: imports::Act::Bring,
        arrange: None,
        tells: &[Tells { code: "name", label: "n", is_usual: true }],
        fields: |_| async { Ok(fields()) }.boxed(),
        begin: |cx, purpose| {
            async move { Settings::load(&cx, purpose).await.map(|s| Box::new(s) as Box<dyn Records>) }.boxed()
        },
    };
    Feature { parts: kernel::Parts::default().with(importer), ..Feature::default() }
}

fn fields() -> Vec<ImportField> {
    vec![
        ImportField::new("name", "n", FieldKind::Text(40)).required(),
        ImportField::new("email", "e", FieldKind::Email).synonyms(&["e-mail"]),
        ImportField::new("value", "v", FieldKind::Money).synonyms(&["amount"]),
        ImportField::new("seen", "s", FieldKind::Day),
        ImportField::new("stage", "g", FieldKind::Choice),
    ]
}

struct Settings {
    import: ImportId,
    stages: Vec<Entry>,
}

impl Settings {
    async fn load(cx: &Context, purpose: Purpose) -> Result<Self> {
        let rows: Vec<(i64, String)> = Q::new("select id, name from source order by id").all(cx.db()).await?;
        let stages = rows.into_iter().map(|(id, name)| Entry { id, name, also: Vec::new() }).collect();
        Ok(Self { import: purpose.import, stages })
    }

    fn content(&self, row: &Row) -> Json {
        json!({
            "email": row.text("email"), "value": row.money("value").map(|money| money.minor), "stage": row.id("stage"),
            "import": self.import, "row": row.number,
        })
    }
}

impl Records for Settings {
    fn dictionaries(&self) -> Vec<Dictionary> {
        vec![Dictionary {
            field: "stage".into(),
            entries: self.stages.clone(),
            may_create: true,
            is_free: false,
            longest: 100,
        }]
    }

    fn keys(&self, row: &Row) -> Vec<String> {
        row.text("name").map(|name| format!("name:{}", name.to_lowercase())).into_iter().collect()
    }

    fn find<'a>(&'a self, on: Place<'a>, keys: &'a [String]) -> BoxFuture<'a, Result<Vec<Match>>> {
        async move {
            let rows: Vec<(String, Option<i64>)> =
                Q::new("select key, cast(value->>'row' as bigint) from setting where key like 'name:%'")
                    .all(on)
                    .await?;
            let there = rows.into_iter().filter(|(key, _)| keys.contains(key));
            let reason = Text::new("test-there");
            Ok(there
                .map(|(key, record)| Match { key, record, reason: reason.clone(), is_ours: false })
                .collect())
        }
        .boxed()
    }

    fn check<'a>(
        &'a self,
        _on: Place<'a>,
        rows: &'a [Row],
        _ahead: &'a mut fields::Ahead,
    ) -> BoxFuture<'a, Result<Vec<Result<()>>>> {
        let answer = |row: &Row| match row.text("name") {
            Some("Forbidden") => Err(kernel::forbidden("test-forbidden")),
            _ => Ok(()),
        };
        let answers = rows.iter().map(answer).collect();
        async { Ok(answers) }.boxed()
    }

    fn create_word<'a>(&'a self, tx: &'a Tx, _field: &'a str, word: &'a str) -> BoxFuture<'a, Result<i64>> {
        Q::new("insert into source (name, position) values (?, 0) returning id").bind(word).number(tx).boxed()
    }

    fn create<'a>(&'a self, tx: &'a Tx, rows: &'a [Row]) -> BoxFuture<'a, Result<Vec<i64>>> {
        async move {
            for row in rows {
                if row.text("name") == Some("Power cut") {
                    return Err(Error::Unavailable);
                }
                let key = self.keys(row).remove(0);
                Q::new("insert into setting (key, value) values (?, ?)")
                    .bind(key)
                    .bind(self.content(row))
                    .run(tx)
                    .await?;
            }
            Ok(rows.iter().map(|row| row.number).collect())
        }
        .boxed()
    }

    fn undo<'a>(&'a self, tx: &'a Tx, after: i64, limit: i64) -> BoxFuture<'a, Result<Undone>> {
        async move {
            let rows: Vec<(String, i64, Option<String>)> = Q::new(
                "select key, cast(value->>'row' as bigint), cast(value->>'edited' as text) from setting",
            )
            .push("where cast(value->>'import' as bigint) = ? and cast(value->>'row' as bigint) > ?")
            .push("order by 2 limit ?")
            .bind(self.import)
            .bind(after)
            .bind(limit)
            .all(tx)
            .await?;
            let mut undone = Undone { last: rows.last().map(|row| row.1), ..Undone::default() };
            for (key, record, edited) in rows {
                if edited.is_some() {
                    undone.kept.push(Kept { record, title: key });
                    continue;
                }
                undone.removed += 1;
                Q::new("delete from setting where key = ?").bind(key).run(tx).await?;
            }
            Ok(undone)
        }
        .boxed()
    }
}
