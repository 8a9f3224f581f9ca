use crate::capture::lexicon::Sense;

use super::adjunct::Adjuncts;
use super::known::KnownNames;
use super::name::name;
use super::name_phrase::{NameDoubt, NotAName};
use super::tagged::{Span, TaggedLine};
use super::token::TokenKind;

/// Takes the remarks off the end of a list of names: a part behind a comma that is a sentence, and words without
/// meaning. A remark becomes the note.
pub(crate) fn without_remark(
    line: &TaggedLine<'_>,
    group: Span,
    known: &dyn KnownNames,
    adjuncts: &mut Adjuncts,
) -> Span {
    let mut group = line.trimmed(group);
    loop {
        let comma = (group.start + 1..group.end).rev().find(|at| line.is(*at, TokenKind::Comma));
        let Some(at) = comma else { return group };
        let part = at + 1..group.end;
        let joint = line
            .length_of(part.start, Sense::But)
            .or_else(|| line.length_of(part.start, Sense::And))
            .unwrap_or_default();
        if adjuncts.take_whole(line, &(part.start + joint..part.end)) {
            group = line.trimmed(group.start..at);
            continue;
        }
        if joint > 0 && line.length_of(part.start, Sense::But).is_none() {
            return group;
        }
        let only_adverbs = line.all_of(&part, Sense::Adverb) || line.all_of(&part, Sense::Talk);
        if !only_adverbs && !is_remark(line, &part, known) {
            return group;
        }
        if !only_adverbs {
            adjuncts.notes.insert(0, line.slice(part).to_owned());
        }
        group = line.trimmed(group.start..at);
    }
}

fn is_remark(line: &TaggedLine<'_>, part: &Span, known: &dyn KnownNames) -> bool {
    let mut own = Adjuncts::default();
    let but = line.length_of(part.start, Sense::But).unwrap_or_default();
    let left = own.peel(line, part.start + but..part.end);
    if left.is_empty() || left.len() == 1 && line.has(left.start, Sense::With) {
        return false;
    }
    match name(line, left, known) {
        Ok(found) => but > 0 || found.doubt == Some(NameDoubt::Sentence),
        Err(NotAName::Sentence | NotAName::Pronoun | NotAName::Talk | NotAName::Negated | NotAName::Torn) => true,
        Err(_) => but > 0,
    }
}
