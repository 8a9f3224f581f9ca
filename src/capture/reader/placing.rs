use crate::capture::grammar::{Hop, NAMES_LIMIT, Scrap, Sentence, TypedName};
use crate::record::{Kind, Relation, Sign, Strength};

use super::draft::LineDraft;
use super::kind::{EndRole, roles};

/// A name of a sentence: its index in the cast, and the sign that a word of it says.
#[derive(Clone, Copy)]
pub(crate) struct PlacedName {
    pub(crate) place: usize,
    pub(crate) turn: Option<Sign>,
    /// How clearly a word says it.
    pub(crate) strength: Option<Strength>,
}

/// The placed names of a sentence, group by group.
pub(crate) struct Placing(Vec<Vec<PlacedName>>);

impl Placing {
    /// Places every name in order of mention; the first arrow of a name says its role.
    pub(crate) fn of(sentence: &Sentence, hops: &[Hop], draft: &mut LineDraft<'_>) -> Result<Self, Scrap> {
        if sentence.groups.iter().map(Vec::len).sum::<usize>() > NAMES_LIMIT {
            return Err(Scrap::TooMuch(NAMES_LIMIT));
        }
        let (start, end) = roles(sentence.relation);
        let mut groups = Vec::new();
        for (group, names) in sentence.groups.iter().enumerate() {
            let first = hops.iter().find(|hop| hop.from == group || hop.to == group);
            let target = first.is_some_and(|hop| hop.to == group);
            let role = if target { end } else { start };
            groups.push(placed(names, sentence.relation, role, target, draft)?);
        }
        Ok(Self(groups))
    }

    /// Returns each pair of things that an arrow joins, each pair once.
    pub(crate) fn pairs(&self, hop: &Hop, draft: &LineDraft<'_>) -> Result<Vec<(PlacedName, PlacedName)>, Scrap> {
        let group = |place: usize| self.0.get(place).map(Vec::as_slice).unwrap_or_default();
        let mut pairs: Vec<(PlacedName, PlacedName)> = Vec::new();
        for from in group(hop.from) {
            for to in group(hop.to) {
                if draft.is_same(from.place, to.place) {
                    return Err(Scrap::ActsOnItself);
                }
                let told = |(a, b): &(PlacedName, PlacedName)| {
                    draft.is_same(a.place, from.place) && draft.is_same(b.place, to.place)
                };
                if !pairs.iter().any(told) {
                    pairs.push((*from, *to));
                }
            }
            if pairs.len() > NAMES_LIMIT {
                return Err(Scrap::TooMuch(NAMES_LIMIT));
            }
        }
        Ok(pairs)
    }
}

/// Places the names of one group: each gets its label, its kind and its sign.
fn placed(
    names: &[TypedName],
    relation: Relation,
    role: EndRole,
    target: bool,
    draft: &mut LineDraft<'_>,
) -> Result<Vec<PlacedName>, Scrap> {
    let mut places = Vec::new();
    for name in names {
        let (label, turn) = settle(name, relation, target, draft);
        // What there is more or less of goes up or down, whatever its last word says.
        let moves = target && relation.carries_sign() && turn.is_some();
        let place = draft.add(name, label, if moves { EndRole::Is(Kind::Factor) } else { role })?;
        places.push(PlacedName { place, turn, strength: name.strength });
    }
    Ok(places)
}

/// Returns the word of a name that may say a sign: the first or the last.
fn sign_word(name: &TypedName) -> &str {
    let mut words = name.full().split(' ');
    let leads = name.full().ends_with(&name.label);
    if leads { words.next() } else { words.next_back() }.unwrap_or_default()
}

/// Tells a word that says a sign from one that is part of the name. It is part of the name only if a known thing was
/// first typed with it as a separate word: "more calls" says a sign even where a thing is named `more_calls`.
pub(crate) fn settle<'n>(
    name: &'n TypedName,
    relation: Relation,
    target: bool,
    draft: &LineDraft<'_>,
) -> (&'n str, Option<Sign>) {
    let full = name.full();
    if name.whole.is_some() && draft.context.ledger.is_spelled_with(full, sign_word(name)) {
        return (full, None);
    }
    if relation.carries_sign() {
        return (&name.label, name.turn);
    }
    // "Needs more data" means that data is needed; "needs less data" cannot be said by this relation, so the word stays
    // in the name.
    let dropped = relation == Relation::Needs && target && name.turn == Some(Sign::Plus);
    (if dropped { &name.label } else { full }, None)
}
