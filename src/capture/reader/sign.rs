use crate::capture::Doubt;
use crate::record::Sign;

use super::draft::LineDraft;

/// Returns the sign of one arrow: the typed one, else the sign that the verb and the words at both ends say.
///
/// *Less* at the start reverses the sign. There is a doubt if a typed sign and the words differ, or if no sign was typed
/// and both the verb and the word at the end say one.
pub(crate) fn weigh(
    typed: Option<Sign>,
    verb: Option<Sign>,
    from: Option<Sign>,
    to: Option<Sign>,
    draft: &mut LineDraft<'_>,
) -> Sign {
    let said = said(verb, from, to);
    let Some(typed) = typed else {
        if verb.is_some() && to.is_some() {
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

fn said(verb: Option<Sign>, from: Option<Sign>, to: Option<Sign>) -> Option<Sign> {
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
