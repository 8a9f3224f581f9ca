use crate::capture::Doubt;
use crate::record::Sign;

use super::draft::LineDraft;

/// Returns the sign of one arrow: the sign that the words at both ends say, else the typed one, else that of the verb.
///
/// *Less* at the start reverses the sign. A word at the end wins over the typed sign, which then says how clearly; there
/// is a doubt if the two differ, or if no sign was typed and both the verb and the word at the end say one.
pub(crate) fn weigh(
    typed: Option<Sign>,
    verb: Option<Sign>,
    from: Option<Sign>,
    to: Option<Sign>,
    draft: &mut LineDraft<'_>,
) -> Sign {
    let said = said(verb, from, to);
    let Some(typed) = typed else {
        if verb == Some(Sign::Minus) && to.is_some() {
            draft.doubt(Doubt::Sign, "the verb and a word both say which way; is the sign right?");
        }
        return said.unwrap_or_default();
    };
    if let (Some(word), Some(said)) = (to, said) {
        let contradicts = typed == Sign::NoEffect || (typed == Sign::Minus && word == Sign::Plus);
        if contradicts && typed != said {
            draft.doubt(Doubt::Sign, "the words and the typed sign differ; the words were taken");
        }
        return said;
    }
    let differs = said.map_or(from == Some(Sign::Minus), |said| said != typed);
    if differs {
        draft.doubt(Doubt::Sign, "the words and the typed sign differ; the typed sign was taken");
    }
    typed
}

fn said(verb: Option<Sign>, from: Option<Sign>, to: Option<Sign>) -> Option<Sign> {
    let target = match (verb, to) {
        (Some(verb), Some(word)) => Some(verb.then(word)),
        (one, other) => one.or(other),
    };
    target.map(|sign| from.unwrap_or(Sign::Plus).then(sign))
}
