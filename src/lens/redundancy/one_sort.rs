//! Finds changes of lists that are things of one sort, such as chatbots, each in a unit of its own.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Key, Thing};
use crate::lens::thresholds::{GAPS_LISTED, ONE_SORT, ONE_SORT_UNITS};
use crate::lens::{Field, FindingDraft, Pattern};
use crate::record::english::{counted_in_words, in_words};
use crate::record::spoken::{capitalised, listed};
use crate::record::{Kind, Relation};

/// Sorts of things that people use, for one and for many. A topic, such as "forecasting", is no sort of thing: very much is
/// about it, and that says nothing of the work behind it.
const SORTS: [(&str, &str); 17] = [
    ("calculator", "calculators"),
    ("chatbot", "chatbots"),
    ("classifier", "classifiers"),
    ("copilot", "copilots"),
    ("dashboard", "dashboards"),
    ("detector", "detectors"),
    ("drafter", "drafters"),
    ("matcher", "matchers"),
    ("planner", "planners"),
    ("portal", "portals"),
    ("recommender", "recommenders"),
    ("scanner", "scanners"),
    ("scheduler", "schedulers"),
    ("summarizer", "summarizers"),
    ("translator", "translators"),
    ("tracker", "trackers"),
    // A "chatbot assistant" is a chatbot.
    ("assistant", "assistants"),
];

/// Returns a finding for each sort of which several units have a change.
pub(super) fn findings(field: &Field<'_>) -> Vec<FindingDraft> {
    let mut of_sort: BTreeMap<&str, Vec<&Thing>> = BTreeMap::new();
    for (_, change) in field.of_kind(Kind::Initiative).filter(|(_, change)| change.imported) {
        let words: BTreeSet<&str> = change.key.as_str().split(' ').collect();
        let is_of = |(one, many): &&(&str, &'static str)| words.contains(one) || words.contains(many);
        if let Some((_, many)) = SORTS.iter().find(is_of) {
            of_sort.entry(many).or_default().push(change);
        }
    }
    of_sort.into_iter().filter_map(|(many, changes)| finding(field, many, &changes)).collect()
}

fn finding(field: &Field<'_>, many: &str, changes: &[&Thing]) -> Option<FindingDraft> {
    let units: BTreeSet<&Key> = changes.iter().filter_map(|change| change.unit.as_ref()).collect();
    if units.len() < ONE_SORT_UNITS {
        return None;
    }
    let mut whose: Vec<&str> = units.iter().take(GAPS_LISTED).map(|unit| field.label(unit)).collect();
    let further = units.len().saturating_sub(GAPS_LISTED);
    let further = (further > 0).then(|| counted_in_words(further, "other unit", "other units"));
    whose.extend(further.as_deref());
    let says = format!("{} are listed for {}.", capitalised(many), listed(&whose, "and"));
    let ask = format!(
        "What has one of these {} units learned with its {many} that the others pay for again?",
        in_words(units.len())
    );
    let keys: BTreeSet<&Key> = changes.iter().map(|change| &change.key).collect();
    let owned = field.links(Relation::Owns).filter(|link| keys.contains(&link.to.key));
    let mut told = BTreeSet::new();
    let one_each = owned.filter(|link| told.insert(link.from.unit.as_ref().unwrap_or(&link.from.key)));
    let one_each: Vec<_> = one_each.collect();
    Some(FindingDraft::new(units, ONE_SORT, says, ask).with(Pattern::OneSort).on(one_each))
}
