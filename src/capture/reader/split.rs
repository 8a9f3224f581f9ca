use crate::capture::grammar::{Sentence, TypedName, english};
use crate::capture::{Doubt, Offer};

use super::doubt::{leads_on, without_and};
use super::draft::LineDraft;

/// Offers two lines to replace a line with a name that may hold two thoughts.
pub(crate) fn offer(sentence: &Sentence, draft: &mut LineDraft<'_>) {
    let core = draft.typed.core;
    let Some(amber) = draft.amber.iter_mut().find(|amber| amber.doubt == Doubt::SplitThis) else { return };
    let [sources, targets] = sentence.groups.as_slice() else { return };
    let ([source], Some(target)) = (sources.as_slice(), targets.last()) else { return };
    let lines = lines(core, source, target.full(), targets.len() > 1);
    amber.offer = lines.map(|lines| Offer { ask: "Split this?".to_owned(), lines, replaces: true });
}

fn lines(core: &str, source: &TypedName, target: &str, listed: bool) -> Option<Vec<String>> {
    let at = core.rfind(target)?;
    let (before, after) = (core.get(..at)?, core.get(at + target.len()..)?);
    if listed && leads_on(without_and(target)) {
        let (before, _) = before.rsplit_once(',')?;
        return Some(vec![format!("{before}{after}"), format!("{} {}", source.full(), without_and(target))]);
    }
    let (first, second) = halves(target)?;
    let second = if english::holds_a_verb(second) { second.to_owned() } else { format!("{} {second}", source.full()) };
    Some(vec![format!("{before}{first}{after}"), second])
}

/// Splits a name into its two thoughts, without the word between them.
fn halves(label: &str) -> Option<(&str, &str)> {
    let cut = [" but ", " and "].into_iter().find_map(|joint| {
        let (first, second) = label.split_once(joint)?;
        let second_thought = joint == " but " || leads_on(second) || english::holds_a_verb(second);
        second_thought.then_some((first.trim_end_matches(','), second))
    });
    cut.filter(|(first, second)| !first.is_empty() && !second.is_empty())
}
