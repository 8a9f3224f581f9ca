//! Reads `vote: A, B, C`: options that are put to the room at once, and `vote: A 3, B 5` as the count of an open poll.

use crate::capture::Form;
use crate::capture::grammar::{Scrap, Sheltered, arrow};
use crate::record::lexicon::Keyword;
use crate::record::{Fact, POLL_OPTIONS, Poll, PollBy, numbers_alone};

use super::count::{plain, with_number};
use super::draft::LineDraft;

/// Reads `vote: A, B`, `vote dots 3: A, B`, `vote 1-5: A, B`, `vote order: A, B`, each with a question before the colon
/// where somebody typed one: `vote dots 3 Which first?: A, B`.
pub(crate) fn poll(draft: &mut LineDraft<'_>) -> Result<Option<Form>, Scrap> {
    if let Some(numbers) = numbers_alone(draft.typed.core) {
        return Ok(counted_in_order(&numbers, draft).then_some(Form::Vote));
    }
    let Some((before, parts)) = parts(draft.typed.core) else { return Ok(None) };
    if before.is_empty() && counted(&parts, draft) {
        return Ok(Some(Form::Vote));
    }
    let mut options: Vec<String> = Vec::new();
    for part in &parts {
        let typed = plain(part);
        let known = draft.context.ledger.thing(&typed).map_or(typed.as_str(), |known| known.label).to_owned();
        if !known.is_empty() && !options.contains(&known) {
            options.push(known);
        }
    }
    if options.len() < 2 {
        return Ok(None);
    }
    if options.len() > POLL_OPTIONS {
        return Err(Scrap::TooMuch(POLL_OPTIONS));
    }
    let (by, question) = asked(before);
    draft.fact(Fact::Polled(Poll { question, by, options }));
    Ok(Some(Form::Poll))
}

/// Splits a line into the words before the colon and the parts behind it; `None` if it is no vote.
fn parts(core: &str) -> Option<(&str, Vec<&str>)> {
    let word = Keyword::Vote.as_ref();
    let (first, rest) = (core.get(..word.len())?, core.get(word.len()..)?);
    let at_once = first.eq_ignore_ascii_case(word) && rest.starts_with(':');
    let with_words = first == word && rest.starts_with(' ');
    if !(at_once || with_words) || arrow::any(rest) {
        return None;
    }
    let sheltered = Sheltered::new(rest);
    let at = sheltered.finds(":").next()?;
    let behind = rest.get(at + 1..)?;
    Some((rest.get(..at)?.trim(), Sheltered::new(behind).split(',')))
}

/// Splits the words before the colon into the way to answer and the question.
fn asked(before: &str) -> (PollBy, String) {
    let words: Vec<&str> = before.split_whitespace().collect();
    (0..=words.len().min(3))
        .rev()
        .find_map(|many| {
            let (how, question) = words.split_at_checked(many)?;
            Some((PollBy::of(&how.join(" "))?, question.join(" ")))
        })
        .unwrap_or_else(|| (PollBy::Hands, before.to_owned()))
}

/// Records the count of the open poll, if there is one number for each of its options.
fn counted_in_order(numbers: &[String], draft: &mut LineDraft<'_>) -> bool {
    let open = draft.context.session.poll().filter(|poll| poll.options.len() == numbers.len());
    open.cloned().is_some_and(|poll| tallied(&poll, numbers, draft))
}

/// Records the count of the open poll, if every part is one of its options with a number.
fn counted(parts: &[&str], draft: &mut LineDraft<'_>) -> bool {
    let Some(poll) = draft.context.session.poll().cloned() else { return false };
    let mut typed = vec![String::new(); poll.options.len()];
    for part in parts {
        let Some((option, count)) = with_number(part) else { return false };
        let place = poll.options.iter().position(|known| known.to_lowercase() == option.to_lowercase());
        let Some(cell) = place.and_then(|place| typed.get_mut(place)) else { return false };
        *cell = count.to_string();
    }
    tallied(&poll, &typed, draft)
}

fn tallied(poll: &Poll, typed: &[String], draft: &mut LineDraft<'_>) -> bool {
    let present = draft.context.session.people().len();
    let Ok(tally) = poll.tally(typed, present) else { return false };
    tally.facts.into_iter().for_each(|fact| draft.fact(fact));
    true
}
