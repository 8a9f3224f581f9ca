use std::fmt::Write as _;

use jiff::SignedDuration;
use jiff::civil::Date;

use crate::graph::{Evidence, Graph, Key, Link, Met};
use crate::lens::{Finding, State};
use crate::record::text::clean;
use crate::record::{Judgement, Relation};

use super::beside::beside;
use super::wording::said_of;

/// A statement made later than this after the opening of its session was made on another day: the day is shown in place
/// of the minute.
const A_DAY: SignedDuration = SignedDuration::from_hours(12);

/// The findings as text for a reader: for each, the question first, then the sentence of the finding and its evidence.
/// The text names nobody and shows no severity.
pub fn findings_text<'f>(graph: &Graph, findings: impl IntoIterator<Item = &'f Finding>) -> String {
    let mut text = String::new();
    for finding in findings {
        if !text.is_empty() {
            text.push('\n');
        }
        let _ = writeln!(text, "{}", clean(&finding.ask));
        let _ = writeln!(text, "  {}{}", clean(&finding.says), standing(finding.state));
        for row in rests_on(graph, finding) {
            let _ = writeln!(text, "  · {row}");
        }
    }
    text
}

/// The evidence of a finding: one row for each arrow, with the minute and the words of its latest statement.
pub fn rests_on(graph: &Graph, finding: &Finding) -> Vec<String> {
    let mut sessions = finding.evidence.iter().map(|evidence| &evidence.session);
    let first = sessions.next();
    let days = sessions.any(|session| Some(session) != first);
    let rows = finding.arrows.iter().filter_map(|(from, to, relation)| {
        let arrow = graph.arrow(from, to, *relation)?;
        let link = Link { from: graph.thing(from)?, to: graph.thing(to)?, arrow };
        let own = |evidence: &&Evidence| !evidence.imagined && (arrow.is_imported() || !evidence.is_imported());
        let last = arrow.evidence.iter().rev().find(own);
        let source = |said: &Evidence| graph.met(&said.session).filter(|_| said.is_imported()).map(Met::source_name);
        let when = last.map(|last| format!(" · {}", source(last).unwrap_or_else(|| when(last, days))));
        let when = when.unwrap_or_default();
        let words = last.and_then(beside).map(|words| format!(": {words}")).unwrap_or_default();
        Some(format!("{}: {}{when}{words}", clean(&link.from.label), said_of(link)))
    });
    rows.chain(how_sure(graph, finding)).collect()
}

/// The number of guesses among several arrows, and the arrow with the lowest confidence.
fn how_sure(graph: &Graph, finding: &Finding) -> Option<String> {
    let known = |(from, to, relation): &(Key, Key, Relation)| {
        Some((graph.arrow(from, to, *relation)?.confidence, graph.label(from).to_owned(), graph.label(to).to_owned()))
    };
    let arrows: Vec<(f64, String, String)> = finding.arrows.iter().filter_map(known).collect();
    let surer =
        |least: (f64, String, String), other: (f64, String, String)| if other.0 < least.0 { other } else { least };
    let many = arrows.len();
    let (_, from, to) = arrows.into_iter().reduce(surer).filter(|_| many > 1)?;
    let guesses = match finding.guesses {
        0 => "none of these is a guess".to_owned(),
        1 => "one of these is a guess".to_owned(),
        some => format!("{some} of these are guesses"),
    };
    let imported = match finding.imported {
        0 => String::new(),
        1 => ", one is imported".to_owned(),
        some => format!(", {some} are imported"),
    };
    Some(format!("{guesses}{imported}; known least: {} to {}", clean(&from), clean(&to)))
}

/// The time of a statement as a minute of its session; with `days`, the day of the session before it, taken from the
/// beginning of the session id.
pub(super) fn when(said: &Evidence, days: bool) -> String {
    if said.at.elapsed() > A_DAY {
        // The session was continued on another day.
        return said.day.to_string();
    }
    let day = said.session.get(..10).filter(|day| days && day.parse::<Date>().is_ok());
    let day = day.map(|day| format!("{day}, ")).unwrap_or_default();
    format!("{day}minute {}", said.at.as_mins())
}

const fn standing(state: State) -> &'static str {
    match state {
        State::Open | State::Gone => "",
        State::Held => " (somebody has it)",
        State::Judged(Judgement::True) => " (the room says it is so)",
        State::Judged(Judgement::NotTrue) => " (the room says it is not so)",
        State::Judged(Judgement::Later) => " (left open for now)",
    }
}
