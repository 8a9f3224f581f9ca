use crate::capture::grammar::stage_of;
use crate::capture::lexicon::{Sense, VerbMeaning};
use crate::record::Status;

use super::adjunct::Adjuncts;
use super::clause::verb_groups;
use super::input::{Proposals, Shape, ShapeInput};
use super::name::name;
use super::names::names;
use super::proposal::{Part, Proposal};
use super::tagged::{Span, TaggedLine};

/// `Nobody owns X`: a question for the list.
pub(crate) const NOBODY: Shape = Shape {
    name: "a gap",
    read,
    closes: |input| input.line.has(input.start, Sense::Nobody),
    examples: &[
        ("Nobody answers for the tariff table.", "offered: ? who answers for the tariff table"),
        ("nobody put a hand up", "text"),
    ],
};

fn read(input: &ShapeInput<'_, '_>) -> Proposals {
    let line = input.line;
    let Some(length) = line.length_of(input.start, Sense::Nobody) else { return Ok(Vec::new()) };
    let start = input.start + length;
    let end = line.trimmed(input.span()).end;
    let asks = verb_groups(line, &(start..end)).into_iter().any(|group| {
        let owns = matches!(group.means(), VerbMeaning::Owns | VerbMeaning::Needs | VerbMeaning::Feeds);
        let mut adjuncts = Adjuncts::default();
        let object = super::clause::without_negation(line, group.span.end..end, false).0;
        owns && group.span.start <= start + 1 && names(line, object, input.known, &mut adjuncts).is_ok()
    });
    let who = line.words.file.questions.first().filter(|_| asks);
    let Some(who) = who else { return Ok(Vec::new()) };
    // "Ne" and "pas" deny with the word for nobody; in the question nothing is denied.
    let from = start + line.length_of(start, Sense::Negation).unwrap_or_default();
    let text = format!("{who} {}", line.slice(from..end));
    Ok(vec![Proposal {
        parts: vec![Part::Asked { text }],
        doubt: Some("it says that nobody does"),
        because: Vec::new(),
    }])
}

/// `Meter Chat is live in two regions`: a status with more words.
pub(crate) const STATUS: Shape = Shape {
    name: "a status",
    read: read_status,
    closes: |_| false,
    examples: &[(
        "Meter Chat is live in two regions since May.",
        "offered: Meter Chat is live \"in two regions since May\"",
    )],
};

fn read_status(input: &ShapeInput<'_, '_>) -> Proposals {
    let line = input.line;
    let span = line.trimmed(input.span());
    let found = (span.start + 1..span.end).find_map(|at| {
        let own = Status::ALL.into_iter().find(|status| line.word(at) == status.name());
        let inside = line.word(at - 1) == "in";
        let status = own.or_else(|| stage_of(line.word(at)).filter(|_| inside))?;
        // "Has stopped using B" is no status.
        if line.has(at, Sense::Ceasing) && line.word(at + 1).ends_with("ing") {
            return None;
        }
        let behind = line.slice(at + 1..span.end).trim_start_matches([',', ' ']).to_owned();
        let before = span.start..at - usize::from(inside);
        let (subject, held) = match line.ending(&before, Sense::Auxiliary) {
            Some(helping) => (before.start..before.end - helping, false),
            // "We have the pump scheduler in test".
            None => (before.start + had(line, &before).filter(|_| inside)?..before.end, true),
        };
        let subject = name(line, subject, input.known).ok()?;
        let known = held || input.known.knows(&subject.name.label) || subject.name.sigil.is_some();
        let doubt = Some("more is said than the status");
        (known && (held || inside || !behind.is_empty())).then(|| Proposal {
            parts: vec![Part::Is { name: subject.name, status, behind }],
            doubt,
            because: Vec::new(),
        })
    });
    Ok(found.into_iter().collect())
}

/// Returns the number of words of "we have", with which a span begins.
fn had(line: &TaggedLine<'_>, span: &Span) -> Option<usize> {
    let who = line.length_of(span.start, Sense::Pronoun)?;
    ["have", "has", "got", "run"].contains(&line.word(span.start + who)).then_some(who + 1)
}
