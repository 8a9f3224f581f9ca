use crate::capture::grammar::{Hop, NAMES_LIMIT, Name, Scrap, Sentence, arrow, english};
use crate::capture::{Doubt, Form};
use crate::graph::Key;
use crate::record::Sign;

use super::draft::{Draft, Manner};
use super::kind::of_last_word;
use super::seating::{Seat, Seating};
use super::{sign, split};

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

/// Seats every name and draws every arrow between them.
fn draw(sentence: &Sentence, draft: &mut Draft<'_>) -> Result<Option<Form>, Scrap> {
    let hops = sentence.hops()?;
    let seating = Seating::of(sentence, &hops, draft)?;
    let note = draft.note(sentence.tail.unread.as_deref());
    let mut drawn = 0;
    for hop in &hops {
        for (from, to) in seating.pairs(hop, draft)? {
            drawn += 1;
            if drawn > NAMES_LIMIT {
                return Err(Scrap::TooMuch(NAMES_LIMIT));
            }
            let manner = manner(sentence, hop, from, to, draft);
            draft.claim(from.place, to.place, manner, note.clone());
        }
    }
    remark(sentence, draft);
    Ok(Some(Form::Arrow))
}

/// What the words around one arrow say about it.
fn manner(sentence: &Sentence, hop: &Hop, from: Seat, to: Seat, draft: &mut Draft<'_>) -> Manner {
    let typed = hop.mark.map(|(sign, _)| sign);
    let sign = if sentence.relation.carries_sign() {
        sign::weigh(typed, sentence.verb_sign, from.turn, to.turn, draft)
    } else {
        typed.filter(|sign| *sign == Sign::NoEffect).unwrap_or_default()
    };
    Manner {
        relation: sentence.relation,
        sign,
        strength: hop.mark.map(|(_, strength)| strength).unwrap_or_default(),
        delay: sentence.tail.delay,
        basis: sentence.tail.basis,
    }
}

fn remark(sentence: &Sentence, draft: &mut Draft<'_>) {
    if let Some(unread) = &sentence.tail.unread {
        draft.doubt(Doubt::Unread, format!("kept as a note: {unread}"));
    }
    if sentence.goes_both_ways() {
        draft.doubt(Doubt::BothDirections, "ask each direction separately");
    }
    split::offer(sentence, draft);
}
