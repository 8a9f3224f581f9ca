//! Findings that rest on imported files alone: the room does not know them, a file says so.
//!
//! They weigh less than half, so that none is ever one to talk about now; they say whose word they are; and of each
//! pattern only the first few are listed, and of those that ask the same the first, because a register of thousands of rows
//! repeats itself. A finding that rests on a single arrow of which somebody spoke is the room's, and stays as it is.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Graph, Key, Met, Thing};
use crate::record::SessionId;
use crate::record::english::listed;

use super::limit_reason::LimitReason;
use super::thresholds::{LISTED_HUNDREDTHS, LISTED_MOST};
use super::{Field, FindingDraft, Pattern};

/// Turns the findings of a lens that rest on imported files alone into what they are, and leaves out all but the first of
/// each pattern.
pub(super) fn as_listed(field: &Field<'_>, drafts: Vec<FindingDraft>) -> Vec<FindingDraft> {
    let graph = field.graph;
    let (mut only_listed, mut found): (Vec<FindingDraft>, Vec<FindingDraft>) =
        drafts.into_iter().partition(|draft| is_only_listed(graph, draft));
    only_listed
        .sort_by_cached_key(|draft| (Reverse(draft.severity), Reverse(use_of(graph, draft)), draft.about.clone()));
    let all = only_listed.len();
    let mut asked: BTreeSet<String> = BTreeSet::new();
    // One question is enough: of several loops of which the same is asked, the heaviest is told.
    only_listed.retain(|draft| asked.insert(draft.ask.clone()));
    let only_listed = without_variants(only_listed);
    let mut over = all - only_listed.len();
    let mut of_pattern: BTreeMap<Option<Pattern>, Vec<FindingDraft>> = BTreeMap::new();
    for draft in only_listed {
        of_pattern.entry(draft.pattern).or_default().push(draft);
    }
    over += of_pattern.values().map(|drafts| drafts.len().saturating_sub(LISTED_MOST)).sum::<usize>();
    if over > 0 {
        field.leave_out(LimitReason::MoreListed, over);
    }
    let few = of_pattern.into_values().flat_map(first_of_each);
    found.extend(few.map(|draft| attributed(graph, draft)));
    found
}

/// Leaves out every loop without all its signs that goes through the same things as one told before, but for less than half
/// of its own: with one sign known, the others are other ways of telling one loop.
fn without_variants(mut drafts: Vec<FindingDraft>) -> Vec<FindingDraft> {
    let mut told: Vec<BTreeSet<Key>> = Vec::new();
    drafts.retain(|draft| {
        if draft.pattern != Some(Pattern::Open) {
            return true;
        }
        let own: BTreeSet<Key> = draft.about.iter().cloned().collect();
        let is_variant = told.iter().any(|known| 2 * known.intersection(&own).count() >= own.len());
        if !is_variant {
            told.push(own);
        }
        !is_variant
    });
    drafts
}

/// Returns the first findings of one pattern; if there are more than are listed, those about other things than the ones
/// before them come first.
fn first_of_each(drafts: Vec<FindingDraft>) -> Vec<FindingDraft> {
    if drafts.len() <= LISTED_MOST {
        return drafts;
    }
    let mut told: BTreeSet<Key> = BTreeSet::new();
    let (mut first, again): (Vec<FindingDraft>, Vec<FindingDraft>) = drafts.into_iter().partition(|draft| {
        let new = !draft.about.iter().any(|key| told.contains(key));
        told.extend(draft.about.iter().cloned());
        new
    });
    first.extend(again);
    first.truncate(LISTED_MOST);
    first
}

fn is_only_listed(graph: &Graph, draft: &FindingDraft) -> bool {
    if draft.arrows.is_empty() { graph.is_only_imported(&draft.about) } else { draft.imported == draft.arrows.len() }
}

/// Returns the number of arrows at the things that a finding is about.
fn use_of(graph: &Graph, draft: &FindingDraft) -> usize {
    draft.about.iter().map(|key| graph.arrows_at(key)).sum()
}

/// Says whose word the finding is, and makes it weigh less.
fn attributed(graph: &Graph, draft: FindingDraft) -> FindingDraft {
    let missing = draft.arrows.is_empty() || draft.pattern.is_some_and(Pattern::is_gap);
    let sources = sources(graph, &draft);
    let says = if missing {
        format!("From {sources} alone: {}", draft.says)
    } else {
        format!("From {sources}, and said by nobody here: {}", draft.says)
    };
    let severity = u16::from(draft.severity) * LISTED_HUNDREDTHS / 100;
    FindingDraft { says, severity: u8::try_from(severity).unwrap_or_default(), ..draft }
}

/// Returns what the files are called on which a finding rests.
fn sources(graph: &Graph, draft: &FindingDraft) -> String {
    let stated =
        draft.arrows.iter().filter_map(|(from, to, relation)| graph.arrow(from, to, *relation)?.listed.as_ref());
    let listing = draft.about.iter().filter_map(|key| graph.thing(key)).filter(|_| draft.arrows.is_empty());
    let sessions: BTreeSet<&SessionId> =
        stated.flat_map(|listed| &listed.sessions).chain(listing.flat_map(|thing: &Thing| &thing.heard_in)).collect();
    let names: Vec<String> =
        sessions.into_iter().filter_map(|session| graph.met(session)).map(Met::source_name).collect();
    match names.as_slice() {
        [only] => only.clone(),
        [one, other] => listed(&[one.as_str(), other.as_str()], "and"),
        _ => "imported files".to_owned(),
    }
}
