use std::collections::BTreeMap;

use super::notes::Notes;
use crate::export::markdown::{bold, foreign, list};
use crate::record::Fact;
use crate::record::spoken::options_in_words;

/// Votes, rankings and ratings with their numbers, without names.
pub(super) fn counts(notes: &Notes<'_>) -> String {
    let again = notes.session.recounted();
    let hold = notes.facts().filter(|(event, _)| !again.contains(&event.seq));
    let mut counted: Vec<String> = hold.filter_map(|(_, fact)| counted(fact)).collect();
    counted.extend(ratings(notes));
    list(counted)
}

fn counted(fact: &Fact) -> Option<String> {
    match fact {
        Fact::Voted { ballot, hands } => {
            let hands: Vec<_> =
                hands.iter().map(|hands| format!("{} {}", foreign(&hands.option), hands.count)).collect();
            Some(format!("{}: {}", asked(ballot), options_in_words(&hands)))
        }
        Fact::Ranked { ballot, order } => {
            let places: Vec<_> = (1..).zip(order).map(|(place, what)| format!("{place}. {}", foreign(what))).collect();
            Some(format!("{}: {}", asked(ballot), places.join(", ")))
        }
        _ => None,
    }
}

fn asked(ballot: &str) -> String {
    let asked = bold(ballot.trim().trim_end_matches(':'));
    if asked.is_empty() { "A vote".to_owned() } else { asked }
}

/// One item for each rated thing. The values are sorted, so that their order does not tell who gave which.
fn ratings(notes: &Notes<'_>) -> Vec<String> {
    type Scales<'a> = BTreeMap<Option<&'a str>, Vec<u8>>;
    let mut rated: Vec<(&str, Scales<'_>)> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, fact) in notes.facts() {
        if let Fact::Rated { item, scale, value } = fact {
            let place = *places.entry(item).or_insert(rated.len());
            if place == rated.len() {
                rated.push((item, Scales::new()));
            }
            if let Some((_, scales)) = rated.get_mut(place) {
                scales.entry(scale.as_deref()).or_default().push(*value);
            }
        }
    }
    rated.into_iter().map(|(item, scales)| format!("{}: {}, of 5", asked(item), in_words(scales))).collect()
}

fn in_words(scales: BTreeMap<Option<&str>, Vec<u8>>) -> String {
    let scales = scales.into_iter().map(|(scale, mut values)| {
        values.sort_unstable();
        let values = values.iter().map(u8::to_string).collect::<Vec<_>>().join(" ");
        scale.map_or_else(|| values.clone(), |scale| format!("{} {values}", foreign(scale)))
    });
    scales.collect::<Vec<_>>().join(", ")
}
