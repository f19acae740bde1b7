//! A PostgreSQL database as text: one file a table, one row a line. No other program is needed, and any version of
//! PostgreSQL can read it.

use std::path::Path;

use futures::TryStreamExt;
use kernel::db::{Db, schema_version};
use sqlx::{AssertSqlSafe, PgConnection, PgPool};
use tokio::fs::File;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, BufWriter};

use crate::{Outcome, house};

/// Rows that are written with one statement.
const BATCH: usize = 500;

/// Writes every table as it is at one moment.
pub async fn take(pool: &PgPool, folder: &Path) -> Outcome<()> {
    let mut tx = pool.begin().await?;
    sqlx::query("set transaction isolation level repeatable read, read only").execute(&mut *tx).await?;
    for table in tables(&mut tx).await? {
        let mut file = BufWriter::new(File::create(folder.join(format!("{table}.ndjson"))).await?);
        // The name comes from the database's own catalogue and is quoted by it.
        let text = AssertSqlSafe(format!("select to_jsonb(t)::text from {} t", quoted(&table)));
        let mut rows = sqlx::query_scalar::<_, String>(text).fetch(&mut *tx);
        while let Some(row) = rows.try_next().await? {
            file.write_all(row.as_bytes()).await?;
            file.write_all(b"\n").await?;
        }
        file.flush().await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Fills an empty database. All of it or nothing.
pub async fn put(db: &Db, folder: &Path) -> Outcome<()> {
    let Db::Postgres { pool, .. } = db else { return Err("this is no PostgreSQL database".into()) };
    let said = |error| house::said("the database", &error);
    if schema_version(db).await.map_err(said)? != 0 {
        return Err(
            "there is a company in this database already; a backup is restored only into an empty one".into(),
        );
    }
    db.migrate().await.map_err(said)?;
    let mut tx = pool.begin().await?;
    let tables = tables(&mut tx).await?;
    // What the migrations wrote themselves is in the backup, too.
    for table in tables.iter().rev() {
        sqlx::query(AssertSqlSafe(format!("delete from {}", quoted(table)))).execute(&mut *tx).await?;
    }
    for table in &tables {
        fill(&mut tx, table, &folder.join(format!("{table}.ndjson"))).await?;
    }
    // Transaction numbers of another server mean nothing here; these events come before all that follow. A webhook goes on
    // before the first of them that it has not been told: one that it knows already makes no second delivery.
    sqlx::query(
        "update webhook w set cursor = '0.' || coalesce( \
             (select min(e.id) - 1 from event e where (e.xid, e.id) > \
                 (split_part(w.cursor, '.', 1)::bigint, split_part(w.cursor, '.', 2)::bigint)), \
             (select max(id) from event), 0)",
    )
    .execute(&mut *tx)
    .await?;
    sqlx::query("update event set xid = 0").execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(())
}

/// The tables, each after those that it refers to: that is the order in which the migrations make them.
async fn tables(connection: &mut PgConnection) -> Outcome<Vec<String>> {
    let names = sqlx::query_scalar(
        "select relname::text from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace \
         and relname <> '_sqlx_migrations' order by oid",
    );
    Ok(names.fetch_all(connection).await?)
}

async fn fill(connection: &mut PgConnection, table: &str, file: &Path) -> Outcome<()> {
    let Ok(file) = File::open(file).await else { return Ok(()) };
    let columns = columns(connection, table).await?;
    let table_name = quoted(table);
    let list = columns.iter().map(|column| quoted(column)).collect::<Vec<_>>().join(", ");
    let insert = format!(
        "insert into {table_name} ({list}) overriding system value \
         select {list} from jsonb_populate_recordset(null::{table_name}, $1::jsonb)"
    );
    let mut lines = BufReader::new(file).lines();
    let mut batch = Vec::with_capacity(BATCH);
    loop {
        let line = lines.next_line().await?;
        let is_end = line.is_none();
        batch.extend(line);
        if batch.len() == BATCH || (is_end && !batch.is_empty()) {
            let rows = format!("[{}]", batch.join(","));
            sqlx::query(AssertSqlSafe(insert.clone())).bind(rows).execute(&mut *connection).await?;
            batch.clear();
        }
        if is_end {
            break;
        }
    }
    go_on_counting(connection, table, &columns).await
}

/// The columns that can be written: not those that the database computes.
async fn columns(connection: &mut PgConnection, table: &str) -> Outcome<Vec<String>> {
    let names = sqlx::query_scalar(
        "select attname::text from pg_attribute where attrelid = (quote_ident(current_schema()) || '.' || quote_ident($1))::regclass \
         and attnum > 0 and not attisdropped and attgenerated = '' order by attnum",
    );
    Ok(names.bind(table).fetch_all(connection).await?)
}

/// New rows take numbers behind those that were restored.
async fn go_on_counting(connection: &mut PgConnection, table: &str, columns: &[String]) -> Outcome<()> {
    if !columns.iter().any(|column| column == "id") {
        return Ok(());
    }
    let name = quoted(table);
    // Some rows are called by a word of their own: nobody counts them.
    let counter = sqlx::query_scalar::<_, Option<String>>("select pg_get_serial_sequence($1, 'id')");
    let Some(counter) = counter.bind(&name).fetch_one(&mut *connection).await? else { return Ok(()) };
    let text = format!(
        "select setval(cast($1 as regclass), greatest((select coalesce(max(id), 0) from {name}), 1))"
    );
    sqlx::query(AssertSqlSafe(text)).bind(&counter).execute(connection).await?;
    Ok(())
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
