//! Reads lines with numbers: votes, orders, ratings. Only their full form is read; every other line is left to the
//! other readers.

use crate::capture::Form;
use crate::capture::grammar::{Sheltered, after_keyword, arrow};
use crate::record::lexicon::Keyword;
use crate::record::{Fact, Hands};

use super::draft::LineDraft;

/// Reads `vote BALLOT: proceed 3, guard 5`: hands, dots or ballots, counted.
pub(crate) fn vote(draft: &mut LineDraft<'_>) -> Option<Form> {
    let (ballot, parts) = listed(draft.typed.core, Keyword::Vote)?;
    let hands = parts.iter().map(|part| with_number(part).map(|(option, count)| Hands { option, count }));
    voted(ballot, hands.collect::<Option<_>>()?, draft)
}

/// Records votes; `None` if the ballot or an option has no name.
pub(crate) fn voted(ballot: String, hands: Vec<Hands>, draft: &mut LineDraft<'_>) -> Option<Form> {
    let named = !ballot.is_empty() && hands.iter().all(|hands| !hands.option.is_empty());
    named.then(|| {
        draft.fact(Fact::Voted { ballot, hands });
        Form::Vote
    })
}

/// Reads `rank BALLOT: A, B, C`, the first place first.
pub(crate) fn rank(draft: &mut LineDraft<'_>) -> Option<Form> {
    let (ballot, parts) = listed(draft.typed.core, Keyword::Rank)?;
    ranked(ballot, parts.iter().map(|part| plain(part)).collect(), draft)
}

/// Records an order; `None` for fewer than two items, or if the ballot or an item has no name.
pub(crate) fn ranked(ballot: String, order: Vec<String>, draft: &mut LineDraft<'_>) -> Option<Form> {
    if ballot.is_empty() || order.len() < 2 || order.iter().any(String::is_empty) {
        return None;
    }
    draft.fact(Fact::Ranked { ballot, order });
    Some(Form::Rank)
}

/// Reads `rate ITEM: ease 3, worth 5`: ratings from 1 to 5, on one scale or several.
pub(crate) fn rate(draft: &mut LineDraft<'_>) -> Option<Form> {
    let (item, parts) = listed(draft.typed.core, Keyword::Rate)?;
    let values = parts.iter().map(|part| with_number(part));
    rated(&item, &values.collect::<Option<Vec<_>>>()?, draft)
}

/// Records ratings; `None` if the item has no name, or a rating is not from 1 to 5.
pub(crate) fn rated(item: &str, values: &[(String, u16)], draft: &mut LineDraft<'_>) -> Option<Form> {
    let rated = values.iter().map(|(scale, value)| {
        let value = u8::try_from(*value).ok().filter(|value| (1..=5).contains(value))?;
        let scale = (!scale.is_empty()).then(|| scale.clone());
        Some(Fact::Rated { item: item.to_owned(), scale, value })
    });
    let rated = rated.collect::<Option<Vec<_>>>().filter(|_| !item.is_empty())?;
    for fact in rated {
        draft.fact(fact);
    }
    Some(Form::Rate)
}

/// Splits a line into the name before the colon and the parts after it, which commas separate.
fn listed(core: &str, keyword: Keyword) -> Option<(String, Vec<&str>)> {
    let rest = after_keyword(core, keyword).filter(|_| core.starts_with(char::is_lowercase))?;
    let sheltered = Sheltered::new(rest);
    let at = sheltered.finds(":").next()?;
    let (before, behind) = (rest.get(..at)?, rest.get(at + 1..)?);
    let before = plain(before);
    (!before.is_empty() && !arrow::any(rest)).then(|| (before, Sheltered::new(behind).split(',')))
}

/// Splits "proceed 3" into its words and its number; for a number alone, the words are empty.
pub(super) fn with_number(part: &str) -> Option<(String, u16)> {
    let part = part.trim();
    let (option, number) = part.rsplit_once(char::is_whitespace).unwrap_or(("", part));
    Some((plain(option), number.parse().ok()?))
}

/// Returns a name without the brackets around it.
pub(super) fn plain(text: &str) -> String {
    let text = text.trim();
    Sheltered::new(text).whole().unwrap_or(text).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_a_name_a_colon_and_parts() {
        assert_eq!(listed("vote [A, B]: yes 3, [no, never] 2", Keyword::Vote).unwrap().0, "A, B");
        for line in ["Vote A: yes 3", "vote on it", "vote : yes 3", "voted A: yes 3"] {
            assert_eq!(listed(line, Keyword::Vote), None, "{line}");
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
