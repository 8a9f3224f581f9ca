//! Fields that people add to the things and arrows of other tools' maps: `Owner`, `Status`, `Delay`.

use jiff::civil::Date;

use crate::import::drafting::draft::MapDraft;
use crate::import::place::SourcePlace;
use crate::import::words::own_words::delay_of;
use crate::import::words::owner_headings::name_owners;
use crate::import::words::person::is_address;
use crate::record::{Delay, Strength};

/// Takes over a field of a thing. The things that a field names must have been added before. A field that says nothing
/// known here is text about the thing, `Cost: 4`; an e-mail address is a person, and stands on no map.
pub(in crate::import) fn take_field(
    draft: &mut MapDraft<'_>,
    thing: usize,
    (name, value): (&str, &str),
    place: &SourcePlace,
) {
    let word = name.trim().to_lowercase().replace(['_', '-'], " ");
    let value = value.trim();
    match word.as_str() {
        _ if value.is_empty() => {}
        "owners" | "author" | "team" | "unit" | "department" => draft.owner_field(thing, (&word, value), place),
        owner if name_owners(owner) => draft.owner_field(thing, (owner, value), place),
        "stage" | "status" | "state" | "phase" | "lifecycle" => take_status(draft, thing, value, place),
        "start" | "started" | "starts" | "start date" | "from" | "since" | "begins" => {
            match value.get(..10).unwrap_or(value).parse::<Date>() {
                Ok(day) => draft.edit(thing, |thing| thing.started = Some(day)),
                Err(_) => draft.about(thing, &format!("{name}: {value}")),
            }
        }
        "tag" | "tags" | "keywords" => each_tag(value).for_each(|tag| take_tag(draft, thing, tag)),
        "alias" | "aliases" | "other names" | "also known as" => {
            value.split(['|', ';', ',']).for_each(|name| draft.other_name(thing, name));
        }
        "description" | "documentation" | "note" | "notes" | "details" | "summary" => draft.about(thing, value),
        _ if is_address(value) => draft.person(value, None),
        _ => draft.about(thing, &format!("{}: {value}", name.trim())),
    }
}

/// Marks a thing with a tag; `scarce` and `outside` are what our own exports write as tags.
pub(in crate::import) fn take_tag(draft: &mut MapDraft<'_>, thing: usize, tag: &str) {
    match tag.trim() {
        "scarce" => draft.edit(thing, |thing| thing.scarce = true),
        "outside" => draft.edit(thing, |thing| thing.outside = true),
        tag => draft.tag(thing, tag),
    }
}

/// Returns the tags of a field of tags.
pub(in crate::import) fn each_tag(value: &str) -> impl Iterator<Item = &str> {
    value.split(['|', ',', ';', '\n']).map(str::trim).filter(|tag| !tag.is_empty())
}

fn take_status(draft: &mut MapDraft<'_>, thing: usize, value: &str, place: &SourcePlace) {
    if !draft.status(thing, value, place) {
        draft.about(thing, &format!("status: {value}"));
    }
}

/// Takes over a field of an arrow; a field that says nothing known here is a note on it.
pub(in crate::import) fn take_arrow_field(draft: &mut MapDraft<'_>, arrow: Option<usize>, (name, value): (&str, &str)) {
    let word = name.trim().to_lowercase();
    let value = value.trim();
    let (delay, strength) = (delay_of(value), strength_of(value));
    match word.as_str() {
        _ if value.is_empty() => {}
        "delay days" if value.parse::<u32>().is_ok() => {
            draft.edit_arrow(arrow, |arrow| arrow.delay = value.parse().ok().map(Delay::Days));
        }
        "delay" if delay.is_some() => draft.edit_arrow(arrow, |arrow| arrow.delay = delay),
        "strength" | "weight" if strength.is_some() => {
            draft.edit_arrow(arrow, |arrow| arrow.strength = strength.unwrap_or_default());
        }
        "description" | "documentation" | "note" | "notes" | "label" | "name" => draft.note(arrow, value),
        _ if is_address(value) => draft.person(value, None),
        _ => draft.note(arrow, &format!("{}: {value}", name.trim())),
    }
}

/// Returns the strength that a number from 1 to 3 or a word states.
pub(in crate::import) fn strength_of(value: &str) -> Option<Strength> {
    match value.trim().to_lowercase().as_str() {
        "1" | "1.0" | "some" | "weak" | "low" => Some(Strength::Some),
        "2" | "2.0" | "clear" | "medium" | "moderate" => Some(Strength::Clear),
        "3" | "3.0" | "dominant" | "strong" | "high" => Some(Strength::Dominant),
        _ => None,
    }
}
