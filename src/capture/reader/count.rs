//! Lines with numbers: hands, orders, ratings. They are read only in their full form, so that nothing else is lost.

use crate::capture::Form;
use crate::capture::grammar::{Scrap, Sheltered, after_word};
use crate::record::{Fact, Hands};

use super::draft::Draft;

/// `vote BALLOT: proceed 3, guard 5`: hands, dots or ballots, counted.
pub(crate) fn vote(draft: &mut Draft<'_>) -> Result<Option<Form>, Scrap> {
    let Some((ballot, parts)) = listed(draft.typed.core, "vote") else { return Ok(None) };
    let hands = parts.iter().map(|part| with_number(part)).map(|found| {
        let (option, count) = found?;
        (!option.is_empty()).then_some(Hands { option, count })
    });
    let Some(hands) = hands.collect::<Option<Vec<_>>>() else { return Ok(None) };
    draft.fact(Fact::Voted { ballot, hands });
    Ok(Some(Form::Vote))
}

/// `rank BALLOT: A, B, C`: the first place first.
pub(crate) fn rank(draft: &mut Draft<'_>) -> Result<Option<Form>, Scrap> {
    let Some((ballot, parts)) = listed(draft.typed.core, "rank") else { return Ok(None) };
    let order: Vec<String> = parts.iter().map(|part| plain(part)).collect();
    if order.len() < 2 || order.iter().any(String::is_empty) {
        return Ok(None);
    }
    draft.fact(Fact::Ranked { ballot, order });
    Ok(Some(Form::Rank))
}

/// `rate ITEM: ease 3, worth 5`: one to five, on one scale or several.
pub(crate) fn rate(draft: &mut Draft<'_>) -> Result<Option<Form>, Scrap> {
    let Some((item, parts)) = listed(draft.typed.core, "rate") else { return Ok(None) };
    let rated = parts.iter().map(|part| {
        let (scale, value) = with_number(part)?;
        let value = u8::try_from(value).ok().filter(|value| (1..=5).contains(value))?;
        Some(Fact::Rated { item: item.clone(), scale: Some(scale).filter(|scale| !scale.is_empty()), value })
    });
    let Some(rated) = rated.collect::<Option<Vec<_>>>() else { return Ok(None) };
    rated.into_iter().for_each(|fact| draft.fact(fact));
    Ok(Some(Form::Rate))
}

/// What stands before the colon, and what stands behind it between commas.
fn listed<'a>(core: &'a str, word: &str) -> Option<(String, Vec<&'a str>)> {
    let rest = after_word(core, word).filter(|_| core.starts_with(char::is_lowercase))?;
    let sheltered = Sheltered::new(rest);
    let at = sheltered.finds(":").next()?;
    let (before, behind) = (rest.get(..at)?, rest.get(at + 1..)?);
    let before = plain(before);
    (!before.is_empty()).then(|| (before, Sheltered::new(behind).split(',')))
}

/// "proceed 3" as a word and its number; a number alone has no word.
fn with_number(part: &str) -> Option<(String, u16)> {
    let part = part.trim();
    let (option, number) = part.rsplit_once(char::is_whitespace).unwrap_or(("", part));
    Some((plain(option), number.parse().ok()?))
}

/// A name without the brackets that sheltered it.
fn plain(text: &str) -> String {
    let text = text.trim();
    Sheltered::new(text).whole().unwrap_or(text).trim().to_owned()
}
