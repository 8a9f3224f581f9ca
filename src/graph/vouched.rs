use crate::record::{Event, Fact, Kind, Relation};

use super::Key;

/// Whether a line says by itself that this is a party: its kind was typed (`@ED nurses`), a step asked for parties and
/// the line names it alone, or it answers for something. Without a text the kind was chosen, and counts.
///
/// A name at the end of another arrow was read as a party from its last word. That is a guess, and nobody who is only
/// guessed is asked anything.
pub(super) fn is_party(event: &Event, label: &str) -> bool {
    let Some(said) = event.said.as_deref() else { return true };
    let Some(key) = Key::of(label) else { return false };
    let is = |other: &str| Key::of(other).is_some_and(|other| other == key);
    let mut among_arrows = false;
    for fact in event.stated() {
        match fact {
            Fact::Claimed(claim) if claim.kind == Relation::Owns && is(&claim.from) => return true,
            Fact::Claimed(claim) => among_arrows |= is(&claim.from) || is(&claim.to),
            Fact::Observed { label, .. } | Fact::Set { label, .. } => among_arrows |= is(label),
            _ => {}
        }
    }
    !among_arrows || is_typed(said, label)
}

/// Whether the label stands in a line with the sigil of a party before it.
fn is_typed(said: &str, label: &str) -> bool {
    let sigil = Kind::Party.sigil().unwrap_or_default();
    let label = label.to_lowercase();
    said.split(sigil)
        .skip(1)
        .any(|behind| behind.trim_start_matches(['[', '"', '“']).to_lowercase().starts_with(&label))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Claim;

    fn line(said: &str, from: &str, kind: Relation, to: &str) -> Event {
        let claim = Claim { from: from.to_owned(), to: to.to_owned(), kind, ..Claim::default() };
        let facts = vec![Fact::Claimed(claim)];
        Event { said: Some(said.to_owned()), facts, ..Event::default() }
    }

    #[test]
    fn a_party_is_typed_or_answers_for_something() {
        for (said, from, kind, to, label, party) in [
            ("scheduler -> ED nurses", "scheduler", Relation::Affects, "ED nurses", "ED nurses", false),
            ("scheduler -> @ED nurses", "scheduler", Relation::Affects, "ED nurses", "ED nurses", true),
            ("scheduler -> @[ed nurses]", "scheduler", Relation::Affects, "ED nurses", "ED nurses", true),
            ("ED nurses answer for triage", "ED nurses", Relation::Owns, "triage", "ED nurses", true),
            ("@Legal owns ED nurses", "Legal", Relation::Owns, "ED nurses", "ED nurses", false),
            ("nurses need beds", "nurses", Relation::Needs, "beds", "nurses", false),
        ] {
            assert_eq!(is_party(&line(said, from, kind, to), label), party, "{said}");
        }
    }

    #[test]
    fn a_name_alone_was_asked_for() {
        let facts = vec![Fact::Named { label: "ED nurses".to_owned(), kind: Kind::Party }];
        let event = Event { said: Some("ED nurses".to_owned()), facts, ..Event::default() };
        assert!(is_party(&event, "ED nurses"));
    }
}
