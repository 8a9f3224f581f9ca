use crate::capture::grammar::{Hop, NAMES_LIMIT, Scrap, Sentence, TypedName};
use crate::record::{Relation, Sign};

use super::draft::LineDraft;
use super::kind::{EndRole, roles};

/// A name of a sentence: its place in the cast, and the sign that its own words say.
#[derive(Clone, Copy)]
pub(crate) struct PlacedName {
    pub(crate) place: usize,
    pub(crate) turn: Option<Sign>,
}

/// The names of a sentence in their places, group by group.
pub(crate) struct Placing(Vec<Vec<PlacedName>>);

impl Placing {
    /// Places every name in the order of its mention; the first arrow it belongs to says what it may be.
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

    /// Every pair of things that a hop joins, each once.
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

/// Gives every name of a group its label, its kind and the sign its words say.
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
        let place = draft.add(name, label, role)?;
        places.push(PlacedName { place, turn });
    }
    Ok(places)
}

/// The word of a name that may say a sign: its first, or its last.
fn sign_word(name: &TypedName) -> &str {
    let mut words = name.full().split(' ');
    let leads = name.full().ends_with(&name.label);
    if leads { words.next() } else { words.next_back() }.unwrap_or_default()
}

/// Tells a word that says a sign from one that belongs to the name. A known name that was first typed with the word keeps
/// it: "more calls" says a sign even where there is a thing named `more_calls`.
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
    // "Needs more data" needs data; "needs less data" is not something this arrow can say.
    let dropped = relation == Relation::Needs && target && name.turn == Some(Sign::Plus);
    (if dropped { &name.label } else { full }, None)
}
