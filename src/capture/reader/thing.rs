use crate::capture::grammar::{Name, Scrap, Sheltered, after_word, arrow, attribute, want as wanted, words};
use crate::capture::{Doubt, Form};
use crate::record::{Attribute, Direction, Fact, Kind, Slot};

use super::draft::Draft;
use super::kind::Role;

/// `want X down`: which way is good.
pub(crate) fn want(draft: &mut Draft<'_>) -> Result<Option<Form>, Scrap> {
    let Some(rest) = after_word(draft.typed.core, "want") else { return Ok(None) };
    let Some(way) = words(rest).last().copied().filter(|way| way.start > 0) else { return Ok(None) };
    let name = rest.get(..way.start).unwrap_or_default();
    let Some(want) = wanted(way.text).filter(|_| !arrow::any(name)) else { return Ok(None) };
    set(name, Attribute::Want(want), Role::Is(Kind::Factor), draft)?;
    Ok(Some(Form::Want))
}

/// `X is live`.
pub(crate) fn is(draft: &mut Draft<'_>) -> Result<Option<Form>, Scrap> {
    let Some((name, what)) = draft.typed.core.rsplit_once(" is ") else { return Ok(None) };
    let open = Sheltered::new(draft.typed.core).is_open(name.len());
    let Some(attribute) = attribute(what.trim_end_matches('.')).filter(|_| open) else { return Ok(None) };
    set(name, attribute, Role::Any, draft)?;
    Ok(Some(Form::Is))
}

fn set(names: &str, attribute: Attribute, role: Role, draft: &mut Draft<'_>) -> Result<(), Scrap> {
    let words = draft.typed.remark();
    for name in Name::list(names)? {
        let place = draft.add_full(&name, role)?;
        let label = draft.label(place).to_owned();
        draft.fact(Fact::Set { label, attribute, words: words.clone() });
    }
    Ok(())
}

/// `saw X down 6pts since spring`: an observation.
pub(crate) fn saw(draft: &mut Draft<'_>) -> Result<Option<Form>, Scrap> {
    let Some(rest) = after_word(draft.typed.core, "saw") else { return Ok(None) };
    let found = Sheltered::new(rest).words().into_iter().skip(1).find_map(|word| Some((word, direction(word.text)?)));
    let Some((word, direction)) = found else { return Ok(None) };
    let (name, after) = (rest.get(..word.start).unwrap_or_default(), rest.get(word.end..).unwrap_or_default());
    if arrow::any(name) {
        return Ok(None);
    }
    let place = draft.add_full(&Name::read(name)?, Role::Is(Kind::Factor))?;
    let parts: Vec<_> = [Some(after.trim().to_owned()).filter(|after| !after.is_empty()), draft.typed.remark()]
        .into_iter()
        .flatten()
        .collect();
    let words = (!parts.is_empty()).then(|| parts.join("; "));
    draft.fact(Fact::Observed { label: draft.label(place).to_owned(), direction, words });
    Ok(Some(Form::Saw))
}

fn direction(word: &str) -> Option<Direction> {
    match word.trim_end_matches([',', '.', ';', ':']) {
        "up" => Some(Direction::Up),
        "down" => Some(Direction::Down),
        "flat" => Some(Direction::Flat),
        _ => None,
    }
}

/// `rule X never: text`: one rule of a charter. Its text is everything after the colon, quotes and all.
pub(crate) fn rule(draft: &mut Draft<'_>) -> Result<Option<Form>, Scrap> {
    let Some(rest) = after_word(draft.typed.line, "rule") else { return Ok(None) };
    let found = Sheltered::new(rest).finds(":").find_map(|at| {
        let (before, text) = (rest.get(..at)?.trim_end(), rest.get(at + 1..)?.trim());
        let (name, word) = before.rsplit_once(' ')?;
        Some((name, slot(word)?, text))
    });
    let Some((name, slot, text)) = found else { return Ok(None) };
    if text.is_empty() {
        return Err(Scrap::TextMissing);
    }
    let place = draft.add_full(&Name::read(name)?, Role::Is(Kind::Initiative))?;
    draft.fact(Fact::Ruled { label: draft.label(place).to_owned(), slot, text: text.to_owned() });
    Ok(Some(Form::Rule))
}

fn slot(word: &str) -> Option<Slot> {
    Slot::ALL.into_iter().find(|slot| slot.name() == word)
}

/// `same A = B`: two names for one thing; the first is kept.
pub(crate) fn same(draft: &mut Draft<'_>) -> Result<Option<Form>, Scrap> {
    let Some(rest) = after_word(draft.typed.core, "same") else { return Ok(None) };
    let Some(at) = Sheltered::new(rest).finds("=").next() else { return Ok(None) };
    let (keep, other) = (rest.get(..at).unwrap_or_default(), rest.get(at + 1..).unwrap_or_default());
    if arrow::any(keep) {
        return Ok(None);
    }
    let keep = draft.add_full(&Name::read(keep)?, Role::Any)?;
    let other = draft.add_full(&Name::read(other)?, Role::Any)?;
    if draft.is_same(keep, other) {
        return Err(Scrap::SameThingTwice);
    }
    let (one, two) = (draft.kind(keep), draft.kind(other));
    if one != two && one != Kind::Unknown && two != Kind::Unknown {
        draft.doubt(Doubt::Kind, "they are known as different sorts of things");
    }
    draft.fact(Fact::Merged { keep: draft.label(keep).to_owned(), drop: draft.label(other).to_owned() });
    Ok(Some(Form::Same))
}

/// `!Claims triage`: a thing is named. A purpose and a voice are sentences and keep their commas.
pub(crate) fn node(draft: &mut Draft<'_>) -> Result<Option<Form>, Scrap> {
    let core = draft.typed.core;
    let Some(sigil) = core.chars().next() else { return Ok(None) };
    let Some(kind) = Kind::from_sigil(sigil) else { return Ok(None) };
    if core.chars().nth(1).is_none_or(char::is_whitespace) {
        return Ok(None);
    }
    let one = matches!(kind, Kind::Purpose | Kind::Voice);
    let names = if one { vec![Name::read(core)?] } else { Name::list(core)? };
    for mut name in names {
        name.sigil = name.sigil.or(Some(kind));
        draft.add_full(&name, Role::Any)?;
    }
    draft.name_all();
    Ok(Some(Form::Thing))
}
