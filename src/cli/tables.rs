use std::fmt::Write as _;

use clap::Args;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::call::Call;
use super::command::CliCommand;
use super::failure::{CommandResult, DONE};
use crate::app::tables::{GatheringOverview, TableStage, TableStanding};
use crate::graph::{TableContradiction, TableSide};
use crate::record::Sign;
use crate::record::english::counted_in_words;
use crate::record::spoken::clock;
use crate::record::text::clean;
use crate::shell::open_sessions;

/// Tell how the tables of a gathering stand: where each is in the plan, the map they draw, what they contradict each other on.
#[derive(Debug, Args)]
pub(super) struct TablesArgs {
    /// Any part of the gathering's title, or the id of one of its sessions. Without it, the latest gathering.
    gathering: Option<String>,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

impl CliCommand for TablesArgs {
    const NAME: &'static str = "tables";
    const EXAMPLES: &[&str] = &["tables", "tables \"Four cities\" --json"];

    fn run(self, call: &Call) -> CommandResult {
        let workspace = call.workspace()?;
        call.works("reading the sessions of the tables");
        let of = self.gathering.as_deref();
        let found = open_sessions::gathering(&workspace, of, &call.catalogue()?, Timestamp::now())?;
        match found {
            Some(overview) if self.json => call.answer_value(&as_json(&overview)),
            Some(overview) => call.answer(&as_text(&overview)),
            None if self.json => call.answer_value(&Value::Null),
            None => {
                call.answer("No tables so far. adjacent new TITLE --tables 5 makes a session for each of five.\n")?;
                DONE
            }
        }
    }
}

fn as_text(overview: &GatheringOverview) -> String {
    let mut text = format!("{}\n", overview.title);
    for table in overview.tables.iter().chain([&overview.plenary]) {
        let _ = writeln!(text, "{:<9} {}", table.called(), place_in_words(table));
    }
    let count = |number, one, many| counted_in_words(number, one, many);
    let _ = writeln!(
        text,
        "\nOn one map: {}, {}. Several tables named {}, and drew {} alike.",
        count(overview.things, "thing", "things"),
        count(overview.arrows, "arrow", "arrows"),
        count(overview.shared_things, "thing", "things"),
        count(overview.shared_arrows, "arrow", "arrows"),
    );
    if overview.contradictions.is_empty() {
        text.push_str("No two tables contradict each other so far.\n");
        return text;
    }
    text.push_str("The tables contradict each other on\n");
    for says in overview.contradictions_in_words() {
        let _ = writeln!(text, "  {says}");
    }
    text
}

/// Returns where a table is, and its lines: "at 3 of 6, Next door (4:10 of 4:00), 31 lines".
fn place_in_words(table: &TableStanding) -> String {
    let session = table.session.as_ref().map_or("", |id| id.as_str());
    let lines = counted_in_words(table.lines, "line", "lines");
    match &table.stage {
        TableStage::Absent => "not here yet".to_owned(),
        TableStage::Private => "private".to_owned(),
        TableStage::Waiting => format!("not started: adjacent open {}", clean(session)),
        TableStage::Ended => format!("ended, {lines}"),
        TableStage::At { number, of, title, ran, planned, running } => {
            let number = number.map_or_else(String::new, |number| format!("{number} of {of}, "));
            let paused = if *running { "" } else { ", paused" };
            format!("at {number}{} ({} of {}{paused}), {lines}", clean(title), clock(*ran), clock(*planned))
        }
    }
}

fn as_json(overview: &GatheringOverview) -> Value {
    json!({
        "id": overview.id,
        "title": overview.title,
        "tables": overview.tables.iter().map(table_json).collect::<Vec<_>>(),
        "plenary": table_json(&overview.plenary),
        "things": overview.things,
        "things_of_several": overview.shared_things,
        "arrows": overview.arrows,
        "arrows_of_several": overview.shared_arrows,
        "latest": overview.latest.iter().map(|arrow| json!({ "table": arrow.table, "says": arrow.says })).collect::<Vec<_>>(),
        "contradictions": overview.contradictions.iter().map(|(_, found)| contradiction_json(found)).collect::<Vec<_>>(),
    })
}

fn table_json(table: &TableStanding) -> Value {
    let mut row = json!({
        "table": table.table,
        "session": table.session,
        "stage": table.stage.name(),
        "lines": table.lines,
        "last_line": table.last_line.map(|last| last.to_string()),
        "things": table.things,
    });
    if let (TableStage::At { number, of, title, ran, planned, running }, Some(fields)) =
        (&table.stage, row.as_object_mut())
    {
        let step = json!({
            "number": number,
            "of": of,
            "title": title,
            "seconds": ran.as_secs(),
            "planned_seconds": planned.as_secs(),
            "running": running,
        });
        fields.insert("step".to_owned(), step);
    }
    row
}

fn contradiction_json(found: &TableContradiction) -> Value {
    let side = |side: &TableSide| json!({ "says": found.told(side.sign), "tables": side.tables });
    json!({
        "from": found.from.as_str(),
        "to": found.to.as_str(),
        "relation": found.relation.name(),
        "sides": found.sides.iter().map(side).collect::<Vec<_>>(),
        "torn": found.torn,
        "plenary": (found.plenary != Sign::Unknown).then(|| found.told(found.plenary)),
    })
}
