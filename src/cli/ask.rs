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
use crate::ask::{GapModel, GapSide, Question, QuestionContext, Target, heard, open_ends, questions, targets, varied};
use crate::graph::Graph;
use crate::lens;
use crate::record::{Session, SessionKind, SessionTime, StepId, Zone, matters};
use crate::shell::open_sessions;

/// The number of questions that are printed unless another is asked for.
const OFFERED: usize = 3;

/// The maximum number of suggestions for what a thing may change.
const SUGGESTED: usize = 5;

/// Say what could be asked next, and why: the three best questions.
#[derive(Debug, Args)]
pub(super) struct AskArgs {
    /// Sessions: ids, beginnings of ids, parts of titles, or files. The latest is the one that is asked.
    sessions: Vec<String>,
    /// As JSON; a question about what a thing changes comes with what it may change, as `perhaps`.
    #[arg(long)]
    json: bool,
    /// At most so many questions.
    #[arg(long, value_name = "COUNT", default_value_t = OFFERED)]
    most: usize,
    /// Only what else a thing changes and what else changes it, those first from which most is to be expected.
    #[arg(long)]
    open: bool,
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
        let gaps = GapModel::of(&graph);
        let map = AskedMap { graph: &graph, gaps: &gaps };
        let Some((session, _)) = sessions.last() else { return say(call, map, &[], self.json) };
        let readings = lens::read(&graph);
        let matters = matters(&[], sessions.iter().map(|(session, _)| session));
        let at = session.events().last().map_or(SessionTime::OPENING, |event| event.at);
        let found = questions(&QuestionContext {
            graph: &graph,
            gaps: &gaps,
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
        let chosen =
            if self.open { open_ends(&found).into_iter().take(self.most).collect() } else { varied(&found, self.most) };
        say(call, map, &chosen, self.json)
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

/// The map that is asked about.
#[derive(Clone, Copy)]
struct AskedMap<'a> {
    graph: &'a Graph,
    gaps: &'a GapModel,
}

fn say(call: &Call, map: AskedMap<'_>, questions: &[&Question], json: bool) -> CommandResult {
    if json {
        let list: Vec<Value> = questions.iter().map(|question| as_json(map, question)).collect();
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

fn as_json(map: AskedMap<'_>, question: &Question) -> Value {
    let about: Vec<&str> = question.about.iter().map(|key| map.graph.label(key)).collect();
    let mut json = json!({
        "template": question.template,
        "about": about,
        "ask": question.ask,
        "because": question.because,
        "score": question.score.value(),
    });
    if let (Some(open), Some(thing), Some(fields)) = (question.open, question.about.first(), json.as_object_mut()) {
        fields.insert("thing".to_owned(), thing.as_str().into());
        fields.insert("direction".to_owned(), open.side.name().into());
        if open.side == GapSide::Out {
            let perhaps = targets(map.graph, map.gaps, thing, SUGGESTED);
            fields.insert("perhaps".to_owned(), perhaps.iter().map(suggested).collect());
        }
    }
    json
}

fn suggested(target: &Target) -> Value {
    json!({ "thing": target.label, "because": target.because })
}
