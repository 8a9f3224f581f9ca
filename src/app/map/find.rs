use crate::app::entry::Entry;
use crate::graph::{Graph, Key, Thing};

/// The maximum number of names listed.
const LISTED: usize = 9;

/// A thing that is being looked for by its name.
#[derive(Clone, Debug, Default)]
pub struct Find {
    /// What is typed of it.
    pub entry: Entry,
    /// The row under the cursor.
    pub selected: usize,
}

/// The things one of whose names holds what is typed: those that begin with it first, then in key order.
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
