use crate::app::entry::Entry;
use crate::graph::{Graph, Key, Thing};

/// The maximum number of names listed.
const LISTED: usize = 9;

/// The search for a thing by its name.
#[derive(Clone, Debug, Default)]
pub struct Find {
    /// The typed part of the name.
    pub entry: Entry,
    /// The index of the row under the cursor.
    pub selected: usize,
}

/// Returns the things that have a name containing the typed text: first those with a name that begins with the text,
/// then in key order.
pub fn found<'g>(graph: &'g Graph, typed: &str) -> Vec<&'g Thing> {
    let wanted = Key::of(typed).map_or_else(|| typed.trim().to_lowercase(), |key| key.as_str().to_owned());
    let rank = |thing: &Thing| {
        let names = std::iter::once(thing.key.clone()).chain(thing.aliases.iter().filter_map(|alias| Key::of(alias)));
        let ranks = names.filter_map(|name| {
            let at = name.as_str().find(&wanted)?;
            let begins_word = at == 0 || name.as_str().as_bytes().get(at - 1) == Some(&b' ');
            Some((at != 0, !begins_word))
        });
        ranks.min()
    };
    let mut ranked: Vec<_> = graph.things().filter_map(|thing| Some((rank(thing)?, thing))).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().take(LISTED).map(|(_, thing)| thing).collect()
}
