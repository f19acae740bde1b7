//! All that the database holds, as one text: two are equal if nothing was changed.

use kernel::db::{Db, Q};

/// What is noted about every request, whoever makes it.
const NOT_COUNTED: [&str; 3] = ["attempt", "idempotency", "job"];

fn leaked(sql: String) -> Q {
    Q::new(Box::leak(sql.into_boxed_str()))
}

/// The statement that reads everything.
pub async fn statement(db: &Db) -> &'static str {
    let tables = Q::default().dialect(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and sql not like 'create virtual%' order by name",
        "select cast(table_name as text) from information_schema.tables where table_schema = current_schema() order by 1",
    );
    let tables: Vec<(String,)> = tables.all(db).await.unwrap();
    let mut parts = Vec::new();
    for (table,) in tables
        .into_iter()
        .filter(|(table,)| !NOT_COUNTED.contains(&table.as_str()) && !table.starts_with('_'))
    {
        parts.push(of_table(db, &table).await);
    }
    assert!(parts.len() > 20, "{parts:?}");
    Box::leak(format!("select * from ({}) everything order by 1", parts.join(" union all ")).into_boxed_str())
}

async fn of_table(db: &Db, table: &str) -> String {
    if !db.is_sqlite() {
        let row = "cast(to_jsonb(t) - 'last_seen_at' - 'last_used_at' as text)";
        return format!(
            "select '{table}' as name, coalesce(string_agg({row}, ';' order by {row}), '') as rows from \"{table}\" t"
        );
    }
    let columns: Vec<(String,)> =
        leaked(format!("select name from pragma_table_info('{table}')")).all(db).await.unwrap();
    let columns =
        columns.into_iter().filter(|(name,)| !matches!(name.as_str(), "last_seen_at" | "last_used_at"));
    let row: Vec<String> = columns.map(|(name,)| format!("quote(\"{name}\")")).collect();
    let row = row.join("||','||");
    format!(
        "select '{table}' as name, coalesce((select group_concat(r, ';') from (select {row} as r from \"{table}\" order by 1)), '') as rows"
    )
}

/// Everything, by table.
pub async fn take(db: &Db, statement: &'static str) -> Vec<(String, String)> {
    Q::new(statement).all(db).await.unwrap()
}

/// The tables in which two snapshots differ.
pub fn difference(before: &[(String, String)], after: &[(String, String)]) -> Vec<String> {
    before.iter().zip(after).filter(|(a, b)| a != b).map(|(a, _)| a.0.clone()).collect()
}
