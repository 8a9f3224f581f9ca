use std::fmt::Write as _;

use clap::Args;
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::call::Call;
use super::command::CliCommand;
use super::failure::CommandResult;
use super::map::chosen_until;
use super::until::Until;
use crate::ask::{Question, QuestionContext, heard, questions, varied};
use crate::graph::Graph;
use crate::lens;
use crate::record::{Session, SessionKind, SessionTime, StepId, Zone, matters};
use crate::shell::open_sessions;

/// The maximum number of questions that are printed.
const OFFERED: usize = 3;

/// Say what could be asked next, and why: the three best questions.
#[derive(Debug, Args)]
pub(super) struct AskArgs {
    /// Sessions: ids, beginnings of ids, parts of titles, or files. The latest is the one that is asked.
    sessions: Vec<String>,
    /// As JSON.
    #[arg(long)]
    json: bool,
    /// As it was then: mm:ss or a line number in one session, a date like 2026-11-20 in several.
    #[arg(long, value_name = "WHEN")]
    until: Option<String>,
}

impl CliCommand for AskArgs {
    const NAME: &'static str = "ask";
    const EXAMPLES: &[&str] = &["ask", "ask \"Spring review\" --json"];

    fn run(self, call: &Call) -> CommandResult {
        let until = Until::option(self.until.as_deref())?;
        let mut sessions = chosen_until(call, &self.sessions, until)?;
        sessions.sort_by(|(one, _), (other, _)| order(one).cmp(&order(other)));
        let catalogue = call.catalogue()?;
        let graph = open_sessions::add_up(&sessions).graph(None);
        let Some((session, _)) = sessions.last() else { return say(call, &graph, &[], self.json) };
        let readings = lens::read(&graph);
        let matters = matters(&[], sessions.iter().map(|(session, _)| session));
        let at = session.events().last().map_or(SessionTime::OPENING, |event| event.at);
        let found = questions(&QuestionContext {
            graph: &graph,
            readings: &readings,
            session,
            catalogue: &catalogue,
            matters: &matters,
            step: step(session),
            at,
            today: Some(today(session, at, until, call.workspace()?.zone())),
            minutes_left: None,
            heard: &heard(session, &graph),
        });
        say(call, &graph, &varied(&found, OFFERED), self.json)
    }
}

/// The order in which the last session is the one that is asked: an import asks nobody, unless there is nothing else.
fn order(session: &Session) -> (bool, Timestamp, &str) {
    let import = session.header().kind == SessionKind::Import;
    (!import, session.header().opened, &session.header().id)
}

/// The current step of the agenda; in a session made from notes, the step of its last line.
fn step(session: &Session) -> Option<&StepId> {
    let entered = session.place().map(|place| &place.step);
    entered.or_else(|| session.live().filter_map(|event| event.step.as_ref()).next_back())
}

/// The day that counts as today in questions about dates: the day of `--until`, or the present day.
fn today(session: &Session, at: SessionTime, until: Option<Until>, here: &Zone) -> Date {
    match until {
        Some(Until::Day(day)) => day,
        Some(_) => session.day_at(at),
        None => here.day(Timestamp::now()),
    }
}

fn say(call: &Call, graph: &Graph, questions: &[&Question], json: bool) -> CommandResult {
    if json {
        let list: Vec<Value> = questions.iter().map(|question| as_json(graph, question)).collect();
        return call.answer_value(&Value::Array(list));
    }
    let mut text = String::new();
    if questions.is_empty() {
        text.push_str("Nothing to ask about yet. Begin with `adjacent new TITLE`.\n");
    }
    for question in questions {
        let _ = writeln!(text, "{}\n  because: {}", question.ask, question.because);
    }
    call.answer(&text)
}

fn as_json(graph: &Graph, question: &Question) -> Value {
    let about: Vec<&str> = question.about.iter().map(|key| graph.label(key)).collect();
    json!({
        "template": question.template,
        "about": about,
        "ask": question.ask,
        "because": question.because,
        "score": question.score.value(),
    })
}
