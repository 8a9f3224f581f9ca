use super::number_words::{GROUPS, ICS_MANY, MANY_WITHOUT_S, MEN_AS_ONE, NAMES_IN_S, ONE_IN_S};
use super::people_words::{DEPARTMENTS, GROUPS_IN_S, PEOPLE_AT_WORK, PEOPLE_IN_S, UNITS_IN_PEOPLE};
use crate::record::Kind;

/// Endings of plural words for people.
const PEOPLE: [&str; 7] = ["ers", "ors", "ees", "ents", "ants", "ists", "ians"];

/// Endings of words that are one although they end in s, unless a list says otherwise.
const ONE_ENDINGS: [&str; 3] = ["ss", "us", "is"];

/// Plural words with such an ending.
const MANY_IN_ONE_ENDINGS: [&str; 12] = [
    "menus", "gurus", "bureaus", "plateaus", "taxis", "alibis", "skis", "semis", "kiwis", "emojis", "haikus", "chassis",
];

/// Whether a noun is in the plural. `compound` says that words stand before it; `kind` is that of the thing it names:
/// a unit called Claims is one, claims that are counted are many.
pub(super) fn is_plural(noun: &str, compound: bool, kind: Kind) -> bool {
    let typed = noun.rsplit(['-', '/', '’', '\'']).find(|part| part.len() > 1).unwrap_or(noun);
    let typed = typed.trim_matches(|c: char| !c.is_alphanumeric());
    if let Some(many) = of_capitals(typed) {
        return many;
    }
    let word = typed.to_lowercase();
    if is_many_without_s(&word) {
        return true;
    }
    if word.chars().count() < 3 || !word.ends_with('s') || is_one_in_s(&word) {
        return false;
    }
    match kind {
        Kind::Party => is_party_of_many(&word, typed.starts_with(char::is_uppercase)),
        Kind::Initiative | Kind::Resource | Kind::Unknown => !(compound && NAMES_IN_S.contains(&typed)),
        _ => true,
    }
}

/// Whether a noun names one group: "team", "committee".
pub(super) fn is_group(noun: &&str) -> bool {
    GROUPS.contains(&noun.to_lowercase().as_str())
}

/// Returns the number of a word in capitals: "KPIs" and "GPs" are many, "SLA", `SaaS` and `DevOps` one; `None` for
/// other words, and for long words in capitals, which are words that somebody shouted.
fn of_capitals(word: &str) -> Option<bool> {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    if word.ends_with("Ops") && capitals > 1 {
        return Some(false);
    }
    if letters > 5 || capitals < 2 || letters != word.chars().count() {
        return None;
    }
    Some(word.ends_with('s') && capitals + 1 == letters)
}

fn is_many_without_s(word: &str) -> bool {
    let men = word.ends_with("men") && word.len() > 3 && !MEN_AS_ONE.iter().any(|ending| word.ends_with(ending));
    let grown = ["people", "children", "folk", "women"].iter().any(|ending| word.ends_with(ending));
    men || grown || MANY_WITHOUT_S.contains(&word)
}

fn is_one_in_s(word: &str) -> bool {
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    let as_ending = ends(&ONE_ENDINGS) && !MANY_IN_ONE_ENDINGS.contains(&word);
    let science = word.ends_with("ics") && !ICS_MANY.contains(&word);
    as_ending || science || ONE_IN_S.contains(&word)
}

/// Whether a noun names several people by what they do: "docs", "handlers", "staff".
pub(super) fn is_people(noun: &str) -> bool {
    let word = noun.rsplit('-').next().unwrap_or(noun).to_lowercase();
    PEOPLE_IN_S.contains(&word.as_str()) || PEOPLE_AT_WORK.contains(&word.as_str()) || is_group_of_people(&word)
}

fn is_group_of_people(word: &str) -> bool {
    ["people", "staff", "personnel", "children", "women", "policemen", "salesmen", "workmen"].contains(&word)
}

/// Whether the last word of a party's name means several people or groups: "handlers", "nurses", "branches"; not the
/// name of a unit, such as "Claims", "Human Resources" and "operations".
fn is_party_of_many(word: &str, capital: bool) -> bool {
    let ends = PEOPLE.iter().any(|ending| word.ends_with(ending)) && !word.ends_with("ments");
    let people =
        (ends && !UNITS_IN_PEOPLE.contains(&word)) || PEOPLE_IN_S.contains(&word) || GROUPS_IN_S.contains(&word);
    people || (!capital && !DEPARTMENTS.contains(&word) && !UNITS_IN_PEOPLE.contains(&word))
}
