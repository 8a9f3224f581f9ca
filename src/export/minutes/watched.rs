use super::notes::Notes;
use crate::export::markdown::{foreign, list};
use crate::graph::Key;
use crate::record::Fact;

/// What is watched: from which level on somebody acts, who sees it first, who acts. The last word on each.
pub(super) fn watched(notes: &Notes<'_>) -> String {
    let mut watches: Vec<(Option<Key>, String)> = Vec::new();
    for (_, fact) in notes.facts() {
        if let Fact::Watched { label, level, first, acts } = fact {
            let key = Key::of(label);
            watches.retain(|(known, _)| *known != key);
            watches.push((key, told(notes, label, [level, first, acts].map(Option::as_deref))));
        }
    }
    list(watches.into_iter().map(|(_, told)| told))
}

fn told(notes: &Notes<'_>, label: &str, [level, first, acts]: [Option<&str>; 3]) -> String {
    let called = |who: &str| notes.called(who).unwrap_or_else(|| "somebody".to_owned());
    let mut parts = Vec::new();
    parts.extend(level.map(|level| format!("we act at {}", foreign(level))));
    parts.extend(first.map(|who| format!("seen first by {}", called(who))));
    parts.extend(acts.map(|who| format!("acted on by {}", called(who))));
    let label = foreign(notes.ledger().thing(label).map_or(label, |known| known.label));
    if parts.is_empty() { label } else { format!("**{label}**: {}", parts.join("; ")) }
}
