use std::collections::BTreeSet;
use std::fmt::Write as _;

use jiff::SignedDuration;
use jiff::civil::Date;

use crate::graph::{Evidence, Graph, Key, Link};
use crate::lens::{Finding, LeftOut, State};
use crate::record::text::clean;
use crate::record::{Basis, Judgement, Relation, Sign};

use super::beside::beside;
use super::wording::said_alone;

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

/// The maximum number of statements that stand beside an arrow in the evidence of a finding.
const BESIDE: usize = 2;

/// The evidence of a finding: one row for each arrow, with how it is known, by which unit and since which day, and the
/// words of its latest statement: "Bot: less handle time · seen, Contact Centre, 20 Nov". No person is named.
pub fn rests_on(graph: &Graph, finding: &Finding) -> Vec<String> {
    let years: BTreeSet<i16> = finding.evidence.iter().map(|evidence| evidence.day.year()).collect();
    let rows = finding.arrows.iter().filter_map(|(from, to, relation)| {
        let link = graph.link(from, to, *relation)?;
        let said = said_for(link);
        let mut known: Vec<String> = Vec::new();
        for said in &said {
            let one = known_by(graph, said, years.len() > 1);
            if !known.contains(&one) {
                known.push(one);
            }
        }
        known.truncate(BESIDE);
        let known = if known.is_empty() { String::new() } else { format!(" · {}", known.join("; ")) };
        let words = said.first().and_then(|last| beside(last)).map(|words| format!(": {words}")).unwrap_or_default();
        Some(format!("{}: {}{known}{words}", clean(&link.from.label), said_alone(link)))
    });
    rows.chain(how_sure(graph, finding)).collect()
}

/// Returns what people said about an arrow, the latest first; what files state only if nobody said anything.
fn said_for(link: Link<'_>) -> Vec<&Evidence> {
    let own = |said: &&Evidence| !said.imagined && (link.arrow.is_imported() || !said.is_imported());
    link.arrow.evidence.iter().rev().filter(own).collect()
}

/// Says how something is known, by which unit, and since which day: "seen, Contact Centre, 20 Nov".
fn known_by(graph: &Graph, said: &Evidence, with_year: bool) -> String {
    let day = said.day.strftime(if with_year { "%-d %b %Y" } else { "%-d %b" }).to_string();
    if let Some(met) = graph.met(&said.session).filter(|_| said.is_imported()) {
        return format!("{}, {day}", met.source_name());
    }
    let how = match (said.basis, said.said) {
        (Some(Basis::Seen), _) => "seen",
        (Some(Basis::Guess), _) => "a guess",
        (Some(Basis::Told | Basis::Imported), _) => "told",
        (None, Some(Sign::NoEffect)) => "denied",
        (None, Some(_)) => "agreed",
        (None, None) => "unsure",
    };
    let unit = said.unit.as_ref().map(|unit| format!(", {}", clean(graph.label(unit)))).unwrap_or_default();
    format!("{how}{unit}, {day}")
}

/// What the lenses left out, a sentence each, to be written below the findings.
pub fn left_out_text(left_out: &[LeftOut]) -> String {
    let mut text = String::new();
    for left in left_out {
        let _ = writeln!(text, "{} ({})", left.says(), left.lens.name());
    }
    text
}

/// The number of guesses among several arrows, and the arrow with the lowest confidence, if the others are surer.
fn how_sure(graph: &Graph, finding: &Finding) -> Option<String> {
    let known = |(from, to, relation): &(Key, Key, Relation)| {
        Some((graph.arrow(from, to, *relation)?.confidence, graph.label(from).to_owned(), graph.label(to).to_owned()))
    };
    let arrows: Vec<(f64, String, String)> = finding.arrows.iter().filter_map(known).collect();
    let surer =
        |least: (f64, String, String), other: (f64, String, String)| if other.0 < least.0 { other } else { least };
    let many = arrows.len();
    let surest = arrows.iter().map(|(confidence, ..)| *confidence).fold(0.0, f64::max);
    let (least, from, to) = arrows.into_iter().reduce(surer).filter(|_| many > 1)?;
    // Where all are known equally well, none is known least.
    let known_least =
        if least < surest { format!("; known least: {} to {}", clean(&from), clean(&to)) } else { String::new() };
    let guesses = match finding.guesses {
        0 => "none of these is a guess".to_owned(),
        1 => "one of these is a guess".to_owned(),
        some => format!("{some} of these are guesses"),
    };
    if finding.imported == many {
        return Some(if many == 2 { "both are imported".to_owned() } else { format!("all {many} are imported") });
    }
    let imported = match finding.imported {
        0 => String::new(),
        1 => ", one is imported".to_owned(),
        some => format!(", {some} are imported"),
    };
    Some(format!("{guesses}{imported}{known_least}"))
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
