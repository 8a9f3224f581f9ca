use std::collections::{HashMap, HashSet};

use crate::import::input::limits;

/// The groups of a file whose things name the group that they are in by its id, and what is in which.
#[derive(Debug, Default)]
pub(in crate::import) struct GroupTree {
    labels: HashMap<String, String>,
    parents: HashMap<String, String>,
}

impl GroupTree {
    /// Says how the thing or group with this id is called, and which group it is in.
    pub(in crate::import) fn add(&mut self, id: &str, label: &str, parent: Option<&str>) {
        self.labels.entry(id.to_owned()).or_insert_with(|| label.to_owned());
        if let Some(parent) = parent.filter(|parent| !parent.is_empty()) {
            self.parents.entry(id.to_owned()).or_insert_with(|| parent.to_owned());
        }
    }

    /// Returns the ids of what is a group and nothing else: something is in it, no arrow ends at it, and it is not in
    /// itself.
    pub(in crate::import) fn alone(&self, at_ends: &HashSet<String>) -> HashSet<&str> {
        let groups: HashSet<&str> = self.parents.values().map(String::as_str).collect();
        groups.into_iter().filter(|id| !at_ends.contains(*id) && !self.is_in_itself(id)).collect()
    }

    /// Whether a group is in itself, over others.
    pub(in crate::import) fn is_in_itself(&self, id: &str) -> bool {
        let mut around = std::iter::successors(self.parents.get(id), |at| self.parents.get(*at)).take(limits::DEPTH);
        around.any(|at| at == id)
    }

    /// Returns the labels of the groups that a thing is in, the outermost first; and what is said of them, when a group
    /// is in itself or the file does not hold one.
    pub(in crate::import) fn around(&self, id: &str) -> (Vec<String>, Option<String>) {
        let (mut groups, mut seen, mut at) = (Vec::new(), HashSet::from([id]), id);
        while let Some(parent) = self.parents.get(at) {
            if !seen.insert(parent) || seen.len() > limits::DEPTH {
                return (
                    groups,
                    Some("the groups around this are in each other; the outer ones are left out".to_owned()),
                );
            }
            let Some(label) = self.labels.get(parent) else {
                let says = format!("this is in a group {parent}, which the file does not hold");
                return (groups, Some(says));
            };
            groups.insert(0, label.clone());
            at = parent;
        }
        (groups, None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_in_each_other_and_groups_that_are_not_there_are_said() {
        let mut tree = GroupTree::default();
        tree.add("bot", "Bot", Some("triage"));
        tree.add("triage", "Triage", Some("claims"));
        tree.add("claims", "Claims", None);
        assert_eq!(tree.around("bot"), (vec!["Claims".to_owned(), "Triage".to_owned()], None));
        tree.add("a", "A", Some("b"));
        tree.add("b", "B", Some("a"));
        assert!(tree.around("a").1.is_some_and(|says| says.contains("in each other")));
        tree.add("c", "C", Some("gone"));
        assert!(tree.around("c").1.is_some_and(|says| says.contains("does not hold")));
        let ends = HashSet::from(["triage".to_owned()]);
        let mut alone: Vec<_> = tree.alone(&ends).into_iter().collect();
        alone.sort_unstable();
        assert_eq!(alone, ["claims", "gone"], "an arrow ends at one, and two are in each other");
    }
}
