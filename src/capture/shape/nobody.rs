use crate::capture::lexicon::{Sense, VerbMeaning};
use crate::record::Status;

use super::adjunct::Adjuncts;
use super::clause::verb_groups;
use super::input::{Proposals, Shape, ShapeInput};
use super::name::name;
use super::names::names;
use super::proposal::{Part, Proposal};

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
        let object = super::clause::without_negation(line, group.span.end..end).0;
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
        let status = Status::ALL.into_iter().find(|status| line.word(at) == status.name())?;
        let before = span.start..at;
        let helping = line.ending(&before, Sense::Auxiliary)?;
        let subject = name(line, before.start..before.end - helping, input.known).ok()?;
        let known = input.known.knows(&subject.name.label) || subject.name.sigil.is_some();
        let behind = line.slice(at + 1..span.end).to_owned();
        let doubt = Some("more is said than the status");
        (known && !behind.is_empty()).then(|| Proposal {
            parts: vec![Part::Is { name: subject.name, status, behind }],
            doubt,
            because: Vec::new(),
        })
    });
    Ok(found.into_iter().collect())
}
