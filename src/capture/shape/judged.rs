//! Words that say that something gets better or worse, which is not more or less of it.

use crate::capture::lexicon::{Sense, Words};
use crate::record::{Kind, Sign};

use super::known::KnownNames;
use super::name_word::is_plural;

/// Returns whether there is more or less of something that gets better (plus) or worse (minus): only of what people want
/// more or less of, as the room said, or of what everybody wants more of: quality, trust. Of the rest nobody knows.
pub(crate) fn judged(direction: Sign, label: &str, words: &Words, known: &dyn KnownNames) -> Option<Sign> {
    if let Some(wanted) = known.wanted(label) {
        return Some(direction.then(wanted));
    }
    let label = label.to_lowercase();
    let head = words.head_of(&label)?;
    words.is_noun(head, Sense::Prized).then_some(direction)
}

/// Whether the head of a label names a quantity, so that *better* is about that quantity and not about its quality.
pub(crate) fn is_measured(label: &str, words: &Words) -> bool {
    is_headed(label, words, &[Sense::Duration, Sense::Quantity, Sense::Wait])
}

/// Whether a label names a quantity, or something else that there is more or less of: calls, errors.
pub(crate) fn is_factor(label: &str, words: &Words) -> bool {
    is_measured(label, words) || is_headed(label, words, &[Sense::KindNoun(Kind::Factor)])
}

/// Whether a label names something that can be counted, so that more of it is another matter than better.
pub(crate) fn is_counted(label: &str, words: &Words) -> bool {
    let label = label.to_lowercase();
    is_factor(&label, words) || words.head_of(&label).is_some_and(is_plural)
}

fn is_headed(label: &str, words: &Words, senses: &[Sense]) -> bool {
    let label = label.to_lowercase();
    words.head_of(&label).is_some_and(|head| senses.iter().any(|sense| words.is_noun(head, *sense)))
}
