use crate::record::lexicon::{Verb, amount};
use crate::record::{Kind, Relation};

use super::name::TypedName;
use super::scrap::Scrap;
use super::sentence::Sentence;
use super::shelter::Sheltered;
use super::tail::{self, ArrowTail};
use super::verb;

/// The maximum number of verbs of a line that are tried; a line with more verbs holds more than one thought.
const VERBS_LIMIT: usize = 24;

/// The maximum length in bytes of the text before a verb that is looked up as a list of known names.
const LEFT_LIMIT: usize = 2_000;

/// Answers what the reader of plain English asks about a name.
pub(crate) trait Acquaintance {
    /// Whether a thing of this name is known.
    fn knows(&self, name: &TypedName) -> bool;

    /// Whether the last word of the name says its kind.
    fn can_tell(&self, name: &TypedName) -> bool;
}

/// A verb with the text before and after it.
#[derive(Clone, Copy)]
struct Cut<'a> {
    left: &'a str,
    right: &'a str,
    verb: &'static Verb,
}

/// Reads `names verb names`; `None` if no verb joins names.
pub(crate) fn sentence(core: &str, known: &dyn Acquaintance) -> Result<Option<Sentence>, Scrap> {
    for (head, tail) in readings(core) {
        if let Some(cut) = cut(head, known) {
            return cut.sentence(tail.unwrap_or_default()).map(Some);
        }
    }
    Ok(None)
}

/// Whether a label holds a verb with words before and after it, and so may hold two thoughts.
pub(crate) fn holds_a_verb(label: &str) -> bool {
    cuts(label).iter().any(|cut| cut.verb.relation != Relation::In)
}

/// Returns the ways of telling the sentence from its tail, the likeliest first.
fn readings(core: &str) -> Vec<(&str, Option<ArrowTail>)> {
    let sheltered = Sheltered::new(core);
    let spaced = sheltered.finds(" : ").take(VERBS_LIMIT).filter_map(|at| {
        let (head, tail) = (core.get(..at)?, core.get(at + 3..)?);
        Some((head.trim(), Some(ArrowTail::read(tail))))
    });
    let mut readings: Vec<_> = spaced.collect();
    if readings.is_empty() {
        readings.push(tail::split(core));
    }
    readings.push((core, None));
    readings
}

/// Returns the verb to split at: the first one after a known name, else the first one.
fn cut<'a>(head: &'a str, known: &dyn Acquaintance) -> Option<Cut<'a>> {
    let fit: Vec<_> = cuts(head).into_iter().filter(|cut| cut.may_stand(known)).collect();
    let after_known = fit.iter().find(|cut| cut.names_before(|name| known.knows(name)));
    after_known.or_else(|| fit.first()).copied()
}

/// Returns every verb with text before and after it, from left to right.
fn cuts(text: &str) -> Vec<Cut<'_>> {
    let words = Sheltered::new(text).words();
    let mut cuts = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let Some((verb, length)) = words.get(place..).and_then(verb::leading) else { continue };
        let Some(last) = words.get(place + length - 1) else { continue };
        // Names in brackets are not in `words`, but they count as text before or after the verb.
        let (Some(left), Some(right)) = (text.get(..word.start), text.get(last.end..)) else { continue };
        let (left, right) = (left.trim_end(), right.trim_start());
        if left.is_empty() || right.is_empty() {
            continue;
        }
        cuts.push(Cut { left, right, verb });
        if cuts.len() == VERBS_LIMIT {
            break;
        }
    }
    cuts
}

impl Cut<'_> {
    /// Whether the verb may join the names. An everyday verb may do so only after names that are known or have a clear
    /// kind. After a purpose or a voice, which are sentences, only a verb for [`Relation::Covers`] may do so.
    fn may_stand(&self, known: &dyn Acquaintance) -> bool {
        let sentence_like = [Kind::Purpose, Kind::Voice].into_iter().filter_map(Kind::sigil);
        if sentence_like.into_iter().any(|sigil| self.left.starts_with(sigil)) {
            return self.verb.relation == Relation::Covers;
        }
        if self.verb.relation == Relation::In && amount(self.left).is_some() {
            // "More visits in winter" is an amount; it does not say that visits are part of a winter.
            return false;
        }
        !self.verb.weak || self.names_before(|name| name.sigil.is_some() || known.knows(name) || known.can_tell(name))
    }

    fn names_before(&self, holds: impl Fn(&TypedName) -> bool) -> bool {
        self.left.len() <= LEFT_LIMIT && TypedName::list(self.left).is_ok_and(|names| names.iter().all(holds))
    }

    fn sentence(&self, tail: ArrowTail) -> Result<Sentence, Scrap> {
        let left = self.left.strip_suffix(" is").or_else(|| self.left.strip_suffix(" are"));
        let left = left.filter(|_| self.verb.relation == Relation::In).unwrap_or(self.left);
        Ok(Sentence::by_verb(vec![TypedName::list(left)?, TypedName::list(self.right)?], self.verb, tail))
    }
}
