use crate::record::Relation;
use crate::record::lexicon::Verb;

use super::shelter::Sheltered;
use super::verb;

/// The maximum number of verbs of a line that are tried; a line with more verbs holds more than one thought.
const VERBS_LIMIT: usize = 24;

/// Whether a label holds a verb with words before and after it, and so may hold two thoughts.
pub(crate) fn holds_a_verb(label: &str) -> bool {
    joining_verbs(label).iter().any(|verb| verb.relation != Relation::In)
}

/// Returns every verb with text before and after it, from left to right.
fn joining_verbs(text: &str) -> Vec<&'static Verb> {
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
        cuts.push(verb);
        if cuts.len() == VERBS_LIMIT {
            break;
        }
    }
    cuts
}
