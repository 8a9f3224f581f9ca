use crate::graph::{Graph, Key};
use crate::record::english::listed;

/// The maximum number of names in a sentence.
const NAMED: usize = 5;

/// Lists names as they are said; of many, the first few and how many more there are.
pub(super) fn names<'k>(graph: &'k Graph, keys: impl IntoIterator<Item = &'k Key>) -> String {
    let keys: Vec<&Key> = keys.into_iter().collect();
    let mut labels: Vec<String> = keys.iter().map(|key| graph.label(key).to_owned()).collect();
    if labels.len() > NAMED + 1 {
        labels.truncate(NAMED);
        labels.push(format!("{} more", keys.len() - NAMED));
    }
    listed(&labels, "and")
}

/// Returns an arrow in words: "Service bot → Handle time".
pub(super) fn arrow(graph: &Graph, (from, to): &(Key, Key)) -> String {
    format!("{} → {}", graph.label(from), graph.label(to))
}
