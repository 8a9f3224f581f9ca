//! Lines with numbers: hands, orders, ratings. They are read only in their full form, so that nothing else is lost.

use crate::capture::Form;
use crate::capture::grammar::{Sheltered, after_word, arrow};
use crate::record::{Fact, Hands};

use super::draft::Draft;

/// `vote BALLOT: proceed 3, guard 5`: hands, dots or ballots, counted.
pub(crate) fn vote(draft: &mut Draft<'_>) -> Option<Form> {
    let (ballot, parts) = listed(draft.typed.core, "vote")?;
    let hands = parts.iter().map(|part| with_number(part)).map(|found| {
        let (option, count) = found?;
        (!option.is_empty()).then_some(Hands { option, count })
    });
    let hands = hands.collect::<Option<Vec<_>>>()?;
    draft.fact(Fact::Voted { ballot, hands });
    Some(Form::Vote)
}

/// `rank BALLOT: A, B, C`: the first place first.
pub(crate) fn rank(draft: &mut Draft<'_>) -> Option<Form> {
    let (ballot, parts) = listed(draft.typed.core, "rank")?;
    let order: Vec<String> = parts.iter().map(|part| plain(part)).collect();
    if order.len() < 2 || order.iter().any(String::is_empty) {
        return None;
    }
    draft.fact(Fact::Ranked { ballot, order });
    Some(Form::Rank)
}

/// `rate ITEM: ease 3, worth 5`: one to five, on one scale or several.
pub(crate) fn rate(draft: &mut Draft<'_>) -> Option<Form> {
    let (item, parts) = listed(draft.typed.core, "rate")?;
    let rated = parts.iter().map(|part| {
        let (scale, value) = with_number(part)?;
        let value = u8::try_from(value).ok().filter(|value| (1..=5).contains(value))?;
        Some(Fact::Rated { item: item.clone(), scale: Some(scale).filter(|scale| !scale.is_empty()), value })
    });
    for fact in rated.collect::<Option<Vec<_>>>()? {
        draft.fact(fact);
    }
    Some(Form::Rate)
}

/// What stands before the colon, and what stands behind it between commas.
fn listed<'a>(core: &'a str, word: &str) -> Option<(String, Vec<&'a str>)> {
    let rest = after_word(core, word).filter(|_| core.starts_with(char::is_lowercase))?;
    let sheltered = Sheltered::new(rest);
    let at = sheltered.finds(":").next()?;
    let (before, behind) = (rest.get(..at)?, rest.get(at + 1..)?);
    let before = plain(before);
    (!before.is_empty() && !arrow::any(rest)).then(|| (before, Sheltered::new(behind).split(',')))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_a_name_a_colon_and_parts() {
        assert_eq!(listed("vote [A, B]: yes 3, [no, never] 2", "vote").unwrap().0, "A, B");
        for line in ["Vote A: yes 3", "vote on it", "vote : yes 3", "voted A: yes 3"] {
            assert_eq!(listed(line, "vote"), None, "{line}");
        }
    }

    #[test]
    fn a_part_ends_in_its_number() {
        assert_eq!(with_number("proceed 3"), Some(("proceed".to_owned(), 3)));
        assert_eq!(with_number("[no, never] 2"), Some(("no, never".to_owned(), 2)));
        assert_eq!(with_number("4"), Some((String::new(), 4)));
        assert_eq!(with_number("proceed -1"), None);
        assert_eq!(with_number("proceed"), None);
    }
}
