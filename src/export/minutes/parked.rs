use super::matter::{Settled, outcome};
use super::notes::Notes;
use crate::export::markdown::{foreign, list};
use crate::record::Fact;

/// The parked items: the open ones first, then the others with their outcomes.
pub(super) fn parked(notes: &Notes<'_>) -> String {
    let mut items: Vec<(bool, String)> = notes
        .facts()
        .filter_map(|(event, fact)| {
            let Fact::Parked { text } = fact else { return None };
            let over = Settled::find(notes, event.seq).is_some_and(Settled::is_over);
            Some((over, format!("{}{}", foreign(text), outcome(notes, event.seq))))
        })
        .collect();
    items.sort_by_key(|(over, _)| *over);
    list(items.into_iter().map(|(_, item)| item))
}
