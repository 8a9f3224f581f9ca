use super::error::{HubError, HubTrouble};
use super::link::HubLink;
use super::migration::MIGRATIONS;
use super::values::{column, number, text};

/// The oldest PostgreSQL that has all that is used, as `server_version_num` tells it.
const OLDEST: i32 = 130_000;

/// What the migrations begin with: their own list.
const BEGINNING: &str = "CREATE SCHEMA IF NOT EXISTS adjacent;
    CREATE TABLE IF NOT EXISTS adjacent.migration (
        version bigint PRIMARY KEY, name text NOT NULL, applied timestamptz NOT NULL DEFAULT now())";

/// Only one program at a time migrates a database.
const LOCK: &str = "SELECT pg_advisory_xact_lock(7239041102657)";

/// Takes every step that the database has not taken; returns how many that were.
pub(super) fn migrate(link: &HubLink) -> Result<usize, HubError> {
    check_server(link)?;
    link.batch("BEGIN")?;
    match steps(link).and_then(|taken| link.batch("COMMIT").map(|()| taken)) {
        // A commit is answered with "done" even when it rolled back, so the outcome is looked at.
        Ok(taken) => check_version(link).map(|()| taken),
        Err(error) => {
            let _ = link.batch("ROLLBACK");
            Err(error)
        }
    }
}

fn steps(link: &HubLink) -> Result<usize, HubError> {
    link.batch(LOCK)?;
    if version(link)? == 0 {
        link.batch(BEGINNING)?;
    }
    let taken = version(link)?;
    let mut count = 0;
    for (place, migration) in MIGRATIONS.iter().enumerate().skip(taken) {
        link.batch(migration.sql)?;
        let number_of_step = i64::try_from(place + 1).unwrap_or(i64::MAX);
        link.run(
            "INSERT INTO adjacent.migration (version, name) VALUES ($1, $2)",
            &[number(&number_of_step), text(&migration.name)],
        )?;
        count += 1;
    }
    Ok(count)
}

/// Returns an error unless the database holds a hub of the version that this program knows.
pub(super) fn check_version(link: &HubLink) -> Result<(), HubError> {
    let wrong =
        |says: &str, hint: &str| Err(HubError::new(HubTrouble::NotSetUp, format!("{}: {says}", link.place()), hint));
    match version(link)? {
        0 => wrong("no hub is set up there", "adjacent hub init URL sets it up"),
        older if older < MIGRATIONS.len() => {
            wrong("the hub is older than this program", "whoever set it up runs adjacent hub init URL once more")
        }
        newer if newer > MIGRATIONS.len() => {
            wrong("the hub was set up by a newer version of adjacent", "install that version here")
        }
        _ => Ok(()),
    }
}

/// The number of steps that the database has taken.
fn version(link: &HubLink) -> Result<usize, HubError> {
    // Who was not let in sees in the catalogue that there is a hub, and is refused when reading it.
    let there = "SELECT count(*) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                 WHERE n.nspname = 'adjacent' AND c.relname = 'migration'";
    let count: i64 = link.row(there, &[])?.map_or(Ok(0), |row| column(&row, 0))?;
    if count == 0 {
        return Ok(0);
    }
    let taken = link.row("SELECT count(*) FROM adjacent.migration", &[])?;
    let taken: i64 = taken.map_or(Ok(0), |row| column(&row, 0))?;
    Ok(usize::try_from(taken).unwrap_or_default())
}

fn check_server(link: &HubLink) -> Result<(), HubError> {
    let row = link.row("SELECT current_setting('server_version_num')::int, current_setting('server_version')", &[])?;
    let Some(row) = row else { return Err(HubError::strange("the database does not tell its version")) };
    let (number, told): (i32, String) = (column(&row, 0)?, column(&row, 1)?);
    if number >= OLDEST {
        return Ok(());
    }
    let says = format!("{} is PostgreSQL {told}", link.place());
    Err(HubError::new(HubTrouble::NotSetUp, says, "a hub needs version 13 or newer"))
}
