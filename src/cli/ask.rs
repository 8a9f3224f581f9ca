use std::fmt::Write as _;

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::Call;
use super::failure::{Failure, Outcome};
use super::map::chosen_until;
use super::until::Until;
use crate::ask::{Question, Scene, heard, questions, varied};
use crate::graph::Graph;
use crate::lens;
use crate::record::{Session, StepId, Zone, matters};
use crate::shell::open_sessions;

/// So many questions are offered.
const OFFERED: usize = 3;

/// Says what could be asked next, in the latest of the sessions, and why.
pub(super) fn run(call: &Call, named: &[String], json: bool, until: Option<&str>) -> Outcome {
    let until = until.map(Until::parse).transpose().map_err(Failure::usage)?;
    let mut sessions = chosen_until(call, named, until)?;
    sessions.sort_by(|(one, _), (other, _)| order(one).cmp(&order(other)));
    let catalogue = call.catalogue()?;
    let graph = open_sessions::add_up(&sessions).graph(None);
    let Some((session, _)) = sessions.last() else { return say(call, &graph, &[], json) };
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
        today: Some(today(session, at, until, call.workspace()?.zone())),
        minutes_left: None,
        heard: &heard(session, &graph),
    });
    say(call, &graph, &varied(&found, OFFERED), json)
}

fn order(session: &Session) -> (Timestamp, &str) {
    (session.header().opened, &session.header().id)
}

/// Where the session is in its agenda; a transcript only says it of its lines.
fn step(session: &Session) -> Option<&StepId> {
    let entered = session.place().map(|place| &place.step);
    entered.or_else(|| session.live().filter_map(|event| event.step.as_ref()).next_back())
}

/// The day to be asked about: that of the cut, or today.
fn today(session: &Session, at: u64, until: Option<Until>, here: &Zone) -> Date {
    match until {
        Some(Until::Day(day)) => day,
        Some(_) => session.day_at(at),
        None => here.day(Timestamp::now()),
    }
}

fn say(call: &Call, graph: &Graph, questions: &[&Question], json: bool) -> Outcome {
    if json {
        let list: Vec<Value> = questions.iter().map(|question| as_json(graph, question)).collect();
        return call.answer_json(&format!("{:#}\n", Value::Array(list)));
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
