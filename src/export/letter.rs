//! A letter to people who were not there: what we met for, what we saw, what it means for them, what we promised, what
//! we ask them, and how to answer.
//!
//! It holds what the minutes hold and nothing else, in fewer words. Without a party it is for everybody.

mod asks;
mod parts;
mod reaches;

use std::fmt::Write as _;

use jiff::ToSpan;

use super::changes::{said_alone, said_changes};
use super::format::{ExportFormat, TO_READ};
use super::markdown::foreign;
use super::material::Material;
use super::minutes::{COMMITMENTS, DECISIONS, LEARNED, LEARNED_ALONE, REFUSALS, REFUSALS_ALONE};
use super::report::SessionChapter;
use crate::graph::{Graph, Thing};
use crate::record::Kind;
use crate::record::spoken::{listed, weekday_in_words};
use parts::{TOLD, parts};

/// The entry of the letter in the list of formats.
pub(super) const FORMAT: ExportFormat = ExportFormat {
    tells_sessions: true,
    ..ExportFormat::map("letter", "A letter to those who were not there", TO_READ, "md", |material| {
        letter(material, None)
    })
};

/// The time that a reader has for an answer, in weeks.
const WEEKS_TO_ANSWER: i64 = 2;

/// What stands in the place of a letter about imports alone.
const NO_LETTER: &str = "There is no letter from an import: a file was read, and nobody met or said anything in it; the \
                         minutes say what the file states.";

/// Who writes the letter: one person, or several.
struct LetterVoice {
    alone: bool,
}

impl LetterVoice {
    const fn we(&self) -> &'static str {
        if self.alone { "I" } else { "we" }
    }

    const fn us(&self) -> &'static str {
        if self.alone { "me" } else { "us" }
    }
}

/// The letter as Markdown, to everybody who was not there or to the people of the party `to`. Of imports it tells
/// nothing, because nobody met.
pub fn letter(material: &Material<'_>, to: Option<&Thing>) -> String {
    if !material.chapters.is_empty() && material.chapters.iter().all(|chapter| chapter.letter.imported) {
        return format!("# {}\n\n{NO_LETTER}\n", foreign(material.title));
    }
    let told: Vec<SessionChapter> =
        material.chapters.iter().filter(|chapter| !chapter.letter.imported).cloned().collect();
    let material = &Material { chapters: &told, ..*material };
    let alone = !material.chapters.is_empty() && material.chapters.iter().all(|chapter| chapter.letter.alone);
    let voice = LetterVoice { alone };
    let mut text =
        format!("# {}\n\n{}\n\n{}\n", foreign(material.title), greeting(to), beginning(material, &voice, to));
    let we = voice.we();
    let mut section = |heading: String, body: String| {
        if !body.is_empty() {
            let _ = write!(text, "\n## {heading}\n\n{body}");
        }
    };
    section(format!("What {we} saw"), saw(material));
    if let Some(party) = to {
        section("What it means for you".to_owned(), reaches::reaches(material, party));
    }
    section("What was decided".to_owned(), bodies(material, &[DECISIONS]));
    section(format!("What {we} will not do"), bodies(material, &[REFUSALS, REFUSALS_ALONE]));
    section(format!("What {we} promised"), bodies(material, &[COMMITMENTS]));
    section(format!("What {we} would like to ask you"), asks::asks(material, to));
    section("How to answer".to_owned(), answer(material, &voice));
    text
}

fn greeting(to: Option<&Thing>) -> String {
    match to {
        Some(party) => format!("Dear colleagues in {},", foreign(&party.label)),
        None => "Dear colleagues,".to_owned(),
    }
}

/// What the meeting was for, and what kind of truth is in the letter.
fn beginning(material: &Material<'_>, voice: &LetterVoice, to: Option<&Thing>) -> String {
    let mut sentences: Vec<String> = Vec::new();
    sentences.extend(parts(material).map(|letter| letter.met.clone()).filter(|met| !met.is_empty()));
    let changes: Vec<String> = changes(material.graph).map(|thing| foreign(&thing.label)).collect();
    sentences.extend(match changes.as_slice() {
        [] => None,
        [only] => Some(format!("The question was what one change does to the work next door: {only}.")),
        all if all.len() <= TOLD => {
            Some(format!("The question was what these changes do to the work next door: {}.", listed(all, "and")))
        }
        all => Some(format!("The question was what {} changes do to the work next door.", all.len())),
    });
    let here = to.is_some_and(|party| party.unit.as_ref().is_some_and(|unit| material.graph.is_present(unit)));
    let (why, whose) = match (voice.alone, here) {
        (true, _) => ("You know your side better than I do", "I saw, heard or guessed"),
        (false, true) => ("Not all of you were there", "somebody said"),
        (false, false) => ("You were not there", "somebody said"),
    };
    let we = voice.we();
    sentences.push(format!("{why}, so here is what {we} saw and what {we} would like to know from you."));
    sentences.push(format!("Everything below is what {whose}, not a measurement."));
    sentences.join(" ")
}

/// What was learned; where nothing was, what the changes lead to.
fn saw(material: &Material<'_>) -> String {
    let learned = bodies(material, &[LEARNED, LEARNED_ALONE]);
    if learned.is_empty() { said_changes(&said_alone(material.graph)) } else { learned }
}

/// The bodies of these sections in all sessions, one after the other.
fn bodies(material: &Material<'_>, headings: &[&str]) -> String {
    let sections = material.chapters.iter().flat_map(|chapter: &SessionChapter| {
        headings.iter().filter_map(|heading| chapter.section(heading)).collect::<Vec<_>>()
    });
    sections.collect()
}

/// How to answer, and by when: two weeks after the latest session.
fn answer(material: &Material<'_>, voice: &LetterVoice) -> String {
    let mut sentences = vec![
        format!(
            "Reply to whoever sent you this. One line is enough: which sentence you mean, and whether it is so where you work."
        ),
        "What you have seen counts most, with a number or an example if you have one.".to_owned(),
        format!("It helps {} to hear that something is wrong, and to hear what is missing.", voice.us()),
    ];
    let latest = parts(material).filter_map(|letter| letter.day).max();
    let by = latest.and_then(|day| day.checked_add(WEEKS_TO_ANSWER.weeks()).ok());
    sentences.extend(by.map(|day| format!("Please answer by {}.", weekday_in_words(day))));
    sentences.push("Your answer goes on the map under the name of your team, and without your own.".to_owned());
    format!("{}\n", sentences.join(" "))
}

fn changes(graph: &Graph) -> impl Iterator<Item = &Thing> {
    graph.things().filter(|thing| thing.kind == Kind::Initiative && !thing.imported)
}
