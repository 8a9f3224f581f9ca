use super::last::last_of_each;
use super::notes::Notes;
use crate::export::markdown::{foreign, list};
use crate::graph::Key;
use crate::record::Fact;

/// The watched things: for each, the level at which somebody acts, who sees it first, and who acts. For each thing the
/// latest statement counts.
pub(super) fn watched(notes: &Notes<'_>) -> String {
    let watches = notes.facts().filter_map(|(_, fact)| match fact {
        Fact::Watched { label, level, first, acts } => {
            Some((Key::of(label), (label, [level, first, acts].map(Option::as_deref))))
        }
        _ => None,
    });
    list(last_of_each(watches).into_iter().map(|(label, said)| told(notes, label, said)))
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
