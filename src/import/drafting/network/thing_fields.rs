use jiff::civil::Date;

use super::fields::NetworkFields;
use crate::graph::Key;
use crate::import::drafting::draft::{MapDraft, one_line};
use crate::import::place::SourcePlace;
use crate::import::words::person::owner_parts;
use crate::record::Want;

const LABEL: &[&str] = &["label", "name", "title", "sharedname", "displayname", "caption", "text"];
const SORT: &[&str] = &["kind", "type", "category", "elementtype", "nodetype", "sort", "class"];
const STATUS: &[&str] = &["status", "stage", "lifecycle", "developmentstage", "stageofdevelopment"];
const WANT: &[&str] = &["want"];
const SCARCE: &[&str] = &["scarce"];
const OUTSIDE: &[&str] = &["outside", "external"];
const STARTED: &[&str] = &["started", "startdate", "since", "golive"];
const OWNER: &[&str] = &["owner", "owners", "unit", "team", "department", "bureau", "responsible"];
const PERSON: &[&str] = &["contact", "email", "owneremail", "ownername"];
const TAGS: &[&str] = &["tags", "tag", "keywords"];
const ABOUT: &[&str] =
    &["description", "about", "note", "notes", "comment", "documentation", "doc", "summary", "tooltip"];
const OTHER_NAMES: &[&str] = &["aliases", "alias", "othernames", "also"];
const GROUP: &[&str] = &["group", "cluster", "module"];

/// All names of attributes that are read; none of them is said to be left out.
pub(super) const READ: &[&[&str]] =
    &[LABEL, SORT, STATUS, WANT, SCARCE, OUTSIDE, STARTED, OWNER, PERSON, TAGS, ABOUT, OTHER_NAMES, GROUP];

/// Returns the label that the attributes of a thing state.
pub(super) fn label_of(fields: &NetworkFields) -> Option<&str> {
    fields.first(LABEL)
}

/// Returns what the attributes of a thing say about who owns it: units or people, each with the name of the attribute.
pub(super) fn owners_of(fields: &NetworkFields) -> Vec<(&str, &str)> {
    fields.of(OWNER).map(|field| (field.name.as_str(), field.value.as_str())).collect()
}

/// Returns the people whom the attributes of a thing name.
pub(super) fn people_of(fields: &NetworkFields) -> impl Iterator<Item = &str> {
    fields.of(PERSON).flat_map(|field| owner_parts(&field.value))
}

/// Returns the groups that the attributes of a thing name; the number of a group names nothing.
pub(super) fn groups_of(fields: &NetworkFields) -> Vec<String> {
    let groups = fields.of(GROUP).map(|field| field.value.clone());
    groups.filter(|group| group.parse::<f64>().is_err() && Key::of(group).is_some()).collect()
}

/// Sets what the attributes of a thing state beside its name, owners and groups.
pub(super) fn apply(draft: &mut MapDraft<'_>, thing: usize, fields: &NetworkFields, place: &SourcePlace) {
    if let Some(word) = fields.first(SORT) {
        draft.sort(thing, word, None);
    }
    fields.of(ABOUT).for_each(|field| draft.about(thing, &field.value));
    let tags = fields.listed(TAGS);
    let marked = |word: &str| tags.iter().any(|tag| tag == word);
    let is_so =
        |names| fields.first(names).is_some_and(|value| matches!(value.to_lowercase().as_str(), "true" | "yes"));
    let (scarce, outside) = (marked("scarce") || is_so(SCARCE), marked("outside") || is_so(OUTSIDE));
    let started: Option<Date> = fields.first(STARTED).and_then(|day| day.get(..10).unwrap_or(day).parse().ok());
    let own = Key::of(&draft.label_of(thing));
    let other_names = fields.of(OTHER_NAMES).map(|field| one_line(&field.value, usize::MAX));
    let other_names: Vec<String> =
        other_names.filter(|name| Key::of(name).is_some_and(|key| Some(&key) != own.as_ref())).collect();
    draft.edit(thing, |thing| {
        thing.want = thing.want.or_else(|| fields.first(WANT).and_then(want_of));
        thing.scarce |= scarce;
        thing.outside |= outside;
        thing.started = thing.started.or(started);
        thing.other_names.extend(other_names);
    });
    for tag in tags.iter().filter(|tag| !matches!(tag.as_str(), "scarce" | "outside")) {
        draft.tag(thing, tag);
    }
    if let Some(status) = fields.first(STATUS)
        && draft.at(thing).is_some_and(|thing| thing.status.is_none())
    {
        draft.status(thing, status, place);
    }
}

fn want_of(word: &str) -> Option<Want> {
    let known = [Want::Up, Want::Down, Want::Steady];
    known.into_iter().find(|want| word.eq_ignore_ascii_case(want.name()))
}
