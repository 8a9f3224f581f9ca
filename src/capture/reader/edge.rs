use crate::capture::grammar::{NAMES_LIMIT, Name, Scrap, Sentence, arrow, english};
use crate::capture::{Doubt, Form};
use crate::graph::Key;
use crate::record::{Relation, Sign, Strength};

use super::draft::{Draft, Manner};
use super::kind::{Role, of_last_word, roles};
use super::split;

/// A name that has found its place: where it stands in the cast, and the sign its own words say.
#[derive(Clone, Copy)]
struct Seat {
    place: usize,
    turn: Option<Sign>,
}

/// `A -> B`, in every shape.
pub(crate) fn by_arrow(draft: &mut Draft<'_>) -> Result<Option<Form>, Scrap> {
    let Some(sentence) = arrow::sentence(draft.typed.core)? else { return Ok(None) };
    draw(&sentence, draft)
}

/// `A needs B`, in plain English.
pub(crate) fn by_verb(draft: &mut Draft<'_>) -> Result<Option<Form>, Scrap> {
    let Some(sentence) = english::sentence(draft.typed.core, &Known(draft))? else { return Ok(None) };
    draw(&sentence, draft)
}

struct Known<'a>(&'a Draft<'a>);

impl english::Acquaintance for Known<'_> {
    fn knows(&self, name: &Name) -> bool {
        let ledger = self.0.context.ledger;
        ledger.thing(name.full()).or_else(|| ledger.thing(&name.label)).is_some()
    }

    fn can_tell(&self, name: &Name) -> bool {
        Key::of(&name.label).is_some_and(|key| of_last_word(&key).is_some())
    }
}

fn draw(sentence: &Sentence, draft: &mut Draft<'_>) -> Result<Option<Form>, Scrap> {
    if sentence.groups.iter().map(Vec::len).sum::<usize>() > NAMES_LIMIT {
        return Err(Scrap::TooMuch(NAMES_LIMIT));
    }
    let hops = sentence.hops()?;
    let (from_role, to_role) = roles(sentence.relation);
    let mut seats: Vec<Option<Vec<Seat>>> = vec![None; sentence.groups.len()];
    for hop in &hops {
        let mut ends = [(hop.from, from_role, false), (hop.to, to_role, true)];
        ends.sort_by_key(|(group, ..)| *group);
        for (group, role, target) in ends {
            if let (Some(seated @ None), Some(names)) = (seats.get_mut(group), sentence.groups.get(group)) {
                *seated = Some(seat(names, sentence.relation, role, target, draft)?);
            }
        }
    }
    let seats: Vec<Vec<Seat>> = seats.into_iter().map(Option::unwrap_or_default).collect();
    let note = draft.note(sentence.tail.unread.as_deref());
    let mut drawn = 0;
    for hop in hops {
        let mark = hop.mark;
        for (from, to) in pairs(&seats, hop.from, hop.to, draft)? {
            drawn += 1;
            if drawn > NAMES_LIMIT {
                return Err(Scrap::TooMuch(NAMES_LIMIT));
            }
            let manner = manner(sentence, mark, from, to, draft);
            draft.claim(from.place, to.place, manner, note.clone());
        }
    }
    remark(sentence, draft);
    Ok(Some(Form::Edge))
}

/// Gives every name of a group its label, its kind and the sign its words say.
fn seat(
    names: &[Name],
    relation: Relation,
    role: Role,
    target: bool,
    draft: &mut Draft<'_>,
) -> Result<Vec<Seat>, Scrap> {
    let mut seats = Vec::new();
    for name in names {
        let (label, turn) = settle(name, relation, target, draft);
        let place = draft.add(name, label, role)?;
        seats.push(Seat { place, turn });
    }
    Ok(seats)
}

/// Tells a word that says a sign from one that belongs to the name: a known name keeps its words.
pub(crate) fn settle<'n>(
    name: &'n Name,
    relation: Relation,
    target: bool,
    draft: &Draft<'_>,
) -> (&'n str, Option<Sign>) {
    let full = name.full();
    if name.whole.is_some() && draft.context.ledger.thing(full).is_some() {
        return (full, None);
    }
    if relation.carries_sign() {
        return (&name.label, name.turn);
    }
    // "Needs more data" needs data; "needs less data" is not something this arrow can say.
    let dropped = relation == Relation::Needs && target && name.turn == Some(Sign::Plus);
    (if dropped { &name.label } else { full }, None)
}

/// Every pair of things that a hop joins, each once.
fn pairs(seats: &[Vec<Seat>], from: usize, to: usize, draft: &Draft<'_>) -> Result<Vec<(Seat, Seat)>, Scrap> {
    let group = |place: usize| seats.get(place).map(Vec::as_slice).unwrap_or_default();
    let mut pairs: Vec<(Seat, Seat)> = Vec::new();
    for from in group(from) {
        for to in group(to) {
            if draft.is_same(from.place, to.place) {
                return Err(Scrap::ActsOnItself);
            }
            if !pairs.iter().any(|(a, b)| draft.is_same(a.place, from.place) && draft.is_same(b.place, to.place)) {
                pairs.push((*from, *to));
            }
        }
        if pairs.len() > NAMES_LIMIT {
            return Err(Scrap::TooMuch(NAMES_LIMIT));
        }
    }
    Ok(pairs)
}

fn manner(sentence: &Sentence, mark: Option<(Sign, Strength)>, from: Seat, to: Seat, draft: &mut Draft<'_>) -> Manner {
    let said = said_sign(sentence.verb_sign, from.turn, to.turn);
    let typed = mark.map(|(sign, _)| sign);
    let sign = if sentence.relation.carries_sign() {
        weigh(said, typed, from.turn, sentence.verb_sign.is_some() && to.turn.is_some(), draft)
    } else {
        typed.filter(|sign| *sign == Sign::NoEffect).unwrap_or_default()
    };
    Manner {
        relation: sentence.relation,
        sign,
        strength: mark.map(|(_, strength)| strength).unwrap_or_default(),
        delay: sentence.tail.delay,
        basis: sentence.tail.basis,
    }
}

/// The sign that the words say: of the verb and the target; *less* on the left turns it.
fn said_sign(verb: Option<Sign>, from: Option<Sign>, to: Option<Sign>) -> Option<Sign> {
    let target = match (verb, to) {
        (Some(verb), Some(word)) => Some(times(verb, word)),
        (one, other) => one.or(other),
    };
    target.map(|sign| times(sign, from.unwrap_or(Sign::Plus)))
}

fn times(one: Sign, other: Sign) -> Sign {
    match (one, other) {
        (Sign::Minus, Sign::Minus) => Sign::Plus,
        (Sign::Plus, sign) | (sign, _) => sign,
    }
}

/// A sign typed after the colon wins; when the words say another one, that is worth a look.
fn weigh(said: Option<Sign>, typed: Option<Sign>, from: Option<Sign>, doubled: bool, draft: &mut Draft<'_>) -> Sign {
    let Some(typed) = typed else {
        if doubled {
            draft.doubt(Doubt::Sign, "the verb and a word both say which way; is the sign right?");
        }
        return said.unwrap_or_default();
    };
    let differs = said.map_or(from == Some(Sign::Minus), |said| said != typed);
    if differs {
        draft.doubt(Doubt::Sign, "the words and the typed sign differ; the typed sign was taken");
    }
    typed
}

fn remark(sentence: &Sentence, draft: &mut Draft<'_>) {
    if let Some(unread) = &sentence.tail.unread {
        draft.doubt(Doubt::Unread, format!("kept as a note: {unread}"));
    }
    if sentence.goes_both_ways() {
        draft.doubt(Doubt::BothWays, "ask each direction separately");
    }
    split::offer(sentence, draft);
}
