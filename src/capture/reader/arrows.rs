use crate::capture::grammar::{Hop, NAMES_LIMIT, Scrap, Sentence};
use crate::capture::{Doubt, Form};
use crate::record::Sign;

use super::draft::{LineDraft, Manner};
use super::placing::{PlacedName, Placing};
use super::{sign, split};

/// Adds every name to the cast, and draws every arrow between them.
pub(crate) fn draw(sentence: &Sentence, draft: &mut LineDraft<'_>) -> Result<Form, Scrap> {
    let hops = sentence.hops()?;
    let placing = Placing::of(sentence, &hops, draft)?;
    let notes: Vec<&str> = sentence.tail.note.as_deref().into_iter().chain(sentence.tail.unread.as_deref()).collect();
    let note = draft.note((!notes.is_empty()).then(|| notes.join("; ")).as_deref());
    let mut drawn = 0;
    for hop in &hops {
        for (from, to) in placing.pairs(hop, draft)? {
            drawn += 1;
            if drawn > NAMES_LIMIT {
                return Err(Scrap::TooMuch(NAMES_LIMIT));
            }
            let manner = manner(sentence, hop, from, to, draft);
            draft.claim(from.place, to.place, manner, note.clone());
        }
    }
    remark(sentence, draft);
    Ok(Form::Arrow)
}

/// Returns what the words around one arrow say about it.
fn manner(sentence: &Sentence, hop: &Hop, from: PlacedName, to: PlacedName, draft: &mut LineDraft<'_>) -> Manner {
    let typed = hop.mark.map(|(sign, _)| sign);
    let sign = if sentence.relation.carries_sign() {
        sign::weigh(typed, sentence.verb_sign, from.turn, to.turn, draft)
    } else {
        typed.filter(|sign| *sign == Sign::NoEffect).unwrap_or_default()
    };
    Manner {
        relation: sentence.relation,
        sign,
        strength: hop.mark.map(|(_, strength)| strength).or(to.strength).or(sentence.tail.strength).unwrap_or_default(),
        delay: sentence.tail.delay,
        basis: sentence.tail.basis,
    }
}

fn remark(sentence: &Sentence, draft: &mut LineDraft<'_>) {
    if let Some(unread) = &sentence.tail.unread {
        draft.doubt(Doubt::Unread, format!("kept as a note: {unread}"));
    }
    if sentence.is_mutual() {
        draft.doubt(Doubt::BothDirections, "ask each direction separately");
    }
    split::offer(sentence, draft);
}
