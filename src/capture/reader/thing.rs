use crate::capture::Form;
use crate::capture::grammar::{Scrap, Sheltered, TypedName, after_keyword, arrow, attribute, want as wanted, words};
use crate::capture::shape::spoken_names;
use crate::record::lexicon::{Keyword, direction};
use crate::record::{Attribute, Direction, Fact, Kind, Slot};

use super::draft::LineDraft;
use super::kind::EndRole;

/// Reads `want X down`: the wanted direction of a factor.
pub(crate) fn want(draft: &mut LineDraft<'_>) -> Result<Option<Form>, Scrap> {
    let Some(rest) = after_keyword(draft.typed.core, Keyword::Want) else { return Ok(None) };
    let Some(last) = words(rest).last().copied().filter(|last| last.start > 0) else { return Ok(None) };
    let name = rest.get(..last.start).unwrap_or_default();
    let Some(want) = wanted(last.text).filter(|_| !arrow::any(name)) else { return Ok(None) };
    set(name, Attribute::Want(want), EndRole::Is(Kind::Factor), draft)?;
    Ok(Some(Form::Want))
}

/// Reads `X is live`: an attribute.
pub(crate) fn is(draft: &mut LineDraft<'_>) -> Result<Option<Form>, Scrap> {
    let Some((name, what)) = draft.typed.core.rsplit_once(" is ") else { return Ok(None) };
    let open = Sheltered::new(draft.typed.core).is_open(name.len());
    let Some(attribute) = attribute(what.trim_end_matches('.')).filter(|_| open) else { return Ok(None) };
    // "Nobody knows if the bot is live" names nothing.
    let marked = name.starts_with(|c: char| Kind::from_sigil(c).is_some() || c == '[');
    if !marked && spoken_names(name, draft.context.lexicon, draft.context.ledger).is_none() {
        return Ok(None);
    }
    set(name, attribute, EndRole::Any, draft)?;
    Ok(Some(Form::Is))
}

/// Sets an attribute of each of these names.
pub(crate) fn set(names: &str, attribute: Attribute, role: EndRole, draft: &mut LineDraft<'_>) -> Result<(), Scrap> {
    let words = draft.typed.remark();
    for name in TypedName::list(names)? {
        let place = draft.add_full(&name, role)?;
        let label = draft.label(place).to_owned();
        draft.fact(Fact::Set { label, attribute, words: words.clone() });
    }
    Ok(())
}

/// Reads `saw X down 6pts since spring`: an observation.
pub(crate) fn saw(draft: &mut LineDraft<'_>) -> Result<Option<Form>, Scrap> {
    let Some(rest) = after_keyword(draft.typed.core, Keyword::Saw) else { return Ok(None) };
    let found = Sheltered::new(rest).words().into_iter().skip(1).find_map(|word| Some((word, direction(word.text)?)));
    let Some((word, direction)) = found else { return measured(rest, draft) };
    let (name, after) = (rest.get(..word.start).unwrap_or_default(), rest.get(word.end..).unwrap_or_default());
    observed(name, direction, after.trim(), draft)
}

/// Reads `saw X 62` or `saw X at 62 this week`: where a factor stands. A number that belongs to the name of a known thing
/// is not that of the observation.
fn measured(rest: &str, draft: &mut LineDraft<'_>) -> Result<Option<Form>, Scrap> {
    let begins_number = |word: &str| {
        let bare = word.trim_start_matches(['€', '$', '£', '<', '>', '~']);
        bare.starts_with(|c: char| c.is_ascii_digit())
    };
    let words = Sheltered::new(rest).words();
    let numbers: Vec<usize> = words.iter().filter(|word| begins_number(word.text)).map(|word| word.start).collect();
    let known = |start: &&usize| {
        let name = stripped(rest.get(..**start).unwrap_or_default());
        TypedName::read(name).is_ok_and(|name| draft.context.ledger.thing(name.full()).is_some())
    };
    let Some(start) = numbers.iter().rev().find(known).or(numbers.first()) else { return Ok(None) };
    let name = stripped(rest.get(..*start).unwrap_or_default());
    if name.is_empty() || arrow::any(rest) {
        return Ok(None);
    }
    let words = rest.get(name.len()..).unwrap_or_default().trim_start_matches([' ', ':', '=']);
    let words = ["is at ", "is ", "are at ", "was at ", "at "]
        .iter()
        .find_map(|lead| words.strip_prefix(lead))
        .unwrap_or(words);
    let place = draft.add_full(&TypedName::read(name)?, EndRole::Is(Kind::Factor))?;
    let words: Vec<String> = [words.trim().to_owned()].into_iter().chain(draft.typed.remark()).collect();
    draft.fact(Fact::Measured { label: draft.label(place).to_owned(), words: words.join("; ") });
    Ok(Some(Form::Saw))
}

/// Returns a name without the words that lead to a number.
fn stripped(name: &str) -> &str {
    let mut name = name.trim_end_matches([' ', ':', '=']);
    while let Some(before) = LEADS.iter().find_map(|lead| name.strip_suffix(lead)).filter(|name| name.ends_with(' ')) {
        name = before.trim_end();
    }
    name
}

/// The words between a factor and its number.
const LEADS: [&str; 12] = ["at", "is", "are", "was", "were", "now", "from", "to", "reached", "hit", "about", "only"];

/// Records an observation of a factor; `None` if `name` holds an arrow.
pub(crate) fn observed(
    name: &str,
    direction: Direction,
    behind: &str,
    draft: &mut LineDraft<'_>,
) -> Result<Option<Form>, Scrap> {
    if arrow::any(name) {
        return Ok(None);
    }
    observed_name(&TypedName::read(name)?, direction, behind, draft).map(Some)
}

/// Records an observation of this factor.
pub(crate) fn observed_name(
    name: &TypedName,
    direction: Direction,
    behind: &str,
    draft: &mut LineDraft<'_>,
) -> Result<Form, Scrap> {
    let place = draft.add_full(name, EndRole::Is(Kind::Factor))?;
    let behind = (!behind.is_empty()).then(|| behind.to_owned());
    let parts: Vec<String> = behind.into_iter().chain(draft.typed.remark()).collect();
    let words = (!parts.is_empty()).then(|| parts.join("; "));
    draft.fact(Fact::Observed { label: draft.label(place).to_owned(), direction, words });
    Ok(Form::Saw)
}

/// Reads `rule X never: text`: a rule of a charter. Its text is everything after the colon, with quotes and notes.
pub(crate) fn rule(draft: &mut LineDraft<'_>) -> Result<Option<Form>, Scrap> {
    let Some(rest) = after_keyword(draft.typed.line, Keyword::Rule) else { return Ok(None) };
    let found = Sheltered::new(rest).finds(":").find_map(|at| {
        let (before, text) = (rest.get(..at)?.trim_end(), rest.get(at + 1..)?.trim());
        let (name, word) = before.rsplit_once(' ')?;
        Some((name, slot(word)?, text))
    });
    let Some((name, slot, text)) = found else { return Ok(None) };
    ruled(TypedName::read(name), slot, text, draft).map(Some)
}

/// Records a rule of a charter.
pub(crate) fn ruled(
    about: Result<TypedName, Scrap>,
    slot: Slot,
    text: &str,
    draft: &mut LineDraft<'_>,
) -> Result<Form, Scrap> {
    if text.is_empty() {
        return Err(Scrap::TextMissing);
    }
    let place = draft.add_full(&about?, EndRole::Is(Kind::Initiative))?;
    draft.fact(Fact::Ruled { label: draft.label(place).to_owned(), slot, text: text.to_owned() });
    Ok(Form::Rule)
}

fn slot(word: &str) -> Option<Slot> {
    Slot::ALL.into_iter().find(|slot| slot.name() == word)
}

/// Reads `!Claims triage`: the name of a thing.
pub(crate) fn name(draft: &mut LineDraft<'_>) -> Result<Option<Form>, Scrap> {
    let core = draft.typed.core;
    let Some(sigil) = core.chars().next() else { return Ok(None) };
    let Some(kind) = Kind::from_sigil(sigil) else { return Ok(None) };
    // What is only offered as a sentence is no name.
    if core.chars().nth(1).is_none_or(char::is_whitespace) || !draft.offered.is_empty() {
        return Ok(None);
    }
    named(kind, core, draft).map(Some)
}

/// Records things of one kind. Purposes and voices are sentences, so their commas do not separate names.
pub(crate) fn named(kind: Kind, names: &str, draft: &mut LineDraft<'_>) -> Result<Form, Scrap> {
    let one = matches!(kind, Kind::Purpose | Kind::Voice);
    let names = if one { vec![TypedName::read(names)?] } else { TypedName::list(names)? };
    for mut name in names {
        name.sigil = name.sigil.or(Some(kind));
        draft.add_full(&name, EndRole::Any)?;
    }
    draft.name_all();
    Ok(Form::Thing)
}
