use std::io::{self, Write};
use std::path::Path;

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::DONE;
use super::failure::{Failure, Outcome};
use super::files;
use super::map::chosen_until;
use super::until::Until;
use crate::ask::{Question, Scene, heard, questions, varied};
use crate::graph::Graph;
use crate::lens;
use crate::record::{Session, StepId, Zone, matters};
use crate::shell::workshop;

/// So many questions are offered.
const OFFERED: usize = 3;

/// Says what could be asked next, in the latest of the sessions, and why.
pub(super) fn run(dir: Option<&Path>, named: &[String], json: bool, until: Option<&str>) -> Outcome {
    let until = until.map(Until::parse).transpose().map_err(Failure::usage)?;
    let mut sessions = chosen_until(dir, named, until)?;
    sessions.sort_by(|(one, _), (other, _)| order(one).cmp(&order(other)));
    let catalogue = files::catalogue(dir)?;
    let graph = workshop::add_up(&sessions).graph(None);
    let Some((session, _)) = sessions.last() else { return say(&graph, &[], json) };
    let readings = lens::read(&graph);
    let matters = matters(&[], sessions.iter().map(|(session, _)| session));
    let at = session.events().last().map_or(0, |event| event.at);
    let found = questions(&Scene {
        graph: &graph,
        readings: &readings,
        session,
        catalogue: &catalogue,
        matters: &matters,
        step: step(session),
        at,
        today: Some(today(session, at, until, files::workspace(dir)?.zone())),
        minutes_left: None,
        heard: &heard(session, &graph),
    });
    say(&graph, &varied(&found, OFFERED), json)
}

fn order(session: &Session) -> (Timestamp, &str) {
    (session.header().opened, &session.header().id)
}

/// Where the session is in its agenda; a transcript only says it of its lines.
fn step(session: &Session) -> Option<&StepId> {
    let entered = session.place().map(|place| &place.step);
    entered.or_else(|| session.live().filter_map(|event| event.step.as_ref()).last())
}

/// The day to be asked about: that of the cut, or today.
fn today(session: &Session, at: u64, until: Option<Until>, here: &Zone) -> Date {
    match until {
        Some(Until::Day(day)) => day,
        Some(_) => session.day_at(at),
        None => here.day(Timestamp::now()),
    }
}

fn say(graph: &Graph, questions: &[&Question], json: bool) -> Outcome {
    let mut out = io::stdout().lock();
    if json {
        let list: Vec<Value> = questions.iter().map(|question| as_json(graph, question)).collect();
        writeln!(out, "{:#}", Value::Array(list))?;
        return DONE;
    }
    if questions.is_empty() {
        writeln!(out, "Nothing to ask about yet. Begin with `adjacent new TITLE`.")?;
    }
    for question in questions {
        writeln!(out, "{}\n  because: {}", question.ask, question.because)?;
    }
    DONE
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
