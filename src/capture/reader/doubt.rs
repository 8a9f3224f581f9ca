use crate::capture::grammar::{Name, Typed, english, in_brackets};
use crate::capture::{Amber, Context, Doubt, Offer};
use crate::record::{Kind, Relation};

use super::cast::{Clash, Guess, Part};
use super::kind;

/// A name of more words than this is not a short form of another.
const SHORT: usize = 3;

/// Words that stand for a thing without naming it.
const STAND_INS: [&str; 18] = [
    "it",
    "this",
    "that",
    "these",
    "those",
    "they",
    "them",
    "we",
    "he",
    "she",
    "there",
    "everybody",
    "everyone",
    "everything",
    "nobody",
    "no one",
    "nothing",
    "somebody",
];

/// Words that turn a sentence round and would vanish inside a name.
const NEGATIONS: [&str; 9] = ["no", "not", "never", "hardly", "cannot", "don't", "doesn't", "won't", "can't"];

/// Words that say a direction, but not surely enough to be read as a sign.
const DIRECTIONS: [(&str, &str); 4] =
    [("increasing", "more"), ("better", "more"), ("reducing", "less"), ("worse", "less")];

/// What is doubtful about a name that nobody has mentioned before.
pub(crate) fn about(part: &Part, name: &Name, typed: &Typed<'_>, context: &Context<'_>) -> Vec<Amber> {
    if name.bracketed || part.kind == Kind::Voice {
        return Vec::new();
    }
    let doubts =
        [two_thoughts(&part.label), no_name(part), direction(part, typed), cut(&part.label), same_thing(part, context)];
    doubts.into_iter().flatten().collect()
}

fn amber(doubt: Doubt, why: String, offer: Option<Offer>) -> Option<Amber> {
    Some(Amber { doubt, why, offer })
}

fn two_thoughts(label: &str) -> Option<Amber> {
    let joined = label.contains(" but ") || label.split_once(" and ").is_some_and(|(_, second)| leads_on(second));
    if !joined && !leads_on(label) && !english::holds_a_verb(label) {
        return None;
    }
    amber(Doubt::SplitThis, format!("“{label}” may hold two thoughts"), None)
}

/// Whether these words go on about something that was named before them: "raises repeat calls".
pub(crate) fn leads_on(thought: &str) -> bool {
    english::holds_a_verb(&format!("it {thought}")) && !english::holds_a_verb(thought)
}

fn no_name(part: &Part) -> Option<Amber> {
    if STAND_INS.contains(&part.own.as_str()) {
        return amber(Doubt::NoName, format!("what does “{}” stand for?", part.label), None);
    }
    let mut words = part.label.split(' ');
    let ends = [words.next(), words.next_back()].into_iter().flatten();
    let negation = ends.into_iter().find(|word| NEGATIONS.iter().any(|no| word.eq_ignore_ascii_case(no)))?;
    amber(Doubt::NoName, format!("“{negation}” was read as part of a name"), None)
}

fn direction(part: &Part, typed: &Typed<'_>) -> Option<Amber> {
    let (first, _) = part.label.split_once(' ')?;
    let (_, better) = DIRECTIONS.into_iter().find(|(word, _)| first.eq_ignore_ascii_case(word))?;
    let line = typed.line.replacen(first, better, 1);
    let offer =
        Offer { ask: format!("Say “{better}” instead of “{first}”?"), lines: vec![line], replaces: true };
    amber(Doubt::Sign, format!("“{first}” says a direction; a name should not"), Some(offer))
}

fn cut(label: &str) -> Option<Amber> {
    if label.matches('(').count() == label.matches(')').count() {
        return None;
    }
    amber(Doubt::Cut, format!("a comma cut “{label}”; [ ] around a name keeps its commas"), None)
}

/// A short new name that is part of exactly one known name may be the same thing.
fn same_thing(part: &Part, context: &Context<'_>) -> Option<Amber> {
    let known = without_article(part, context).or_else(|| the_longer_name(part, context))?;
    let ask = format!("Is {} the same thing as {known}?", part.label);
    let line = format!("same {} = {}", in_brackets(&known), in_brackets(&part.label));
    let offer = Offer { ask: ask.clone(), lines: vec![line], replaces: false };
    amber(Doubt::SameThing, ask, Some(offer))
}

fn without_article(part: &Part, context: &Context<'_>) -> Option<String> {
    let (article, rest) = part.own.as_str().split_once(' ')?;
    let known = ["the", "a", "an", "our"].contains(&article).then(|| context.ledger.thing(rest))??;
    Some(known.label.to_owned())
}

fn the_longer_name(part: &Part, context: &Context<'_>) -> Option<String> {
    let short = part.own.as_str();
    if short.split(' ').count() > SHORT {
        return None;
    }
    let mut longer = context.ledger.keys().filter(|key| holds_words(key.as_str(), short));
    let longer = longer.by_ref().filter_map(|key| context.ledger.thing(key.as_str()));
    let mut longer = longer.filter(|known| known.kind != Kind::Voice);
    let (only, more) = (longer.next()?, longer.next());
    let alike = part.guess == Guess::Place || only.kind == Kind::Unknown || only.kind == part.kind;
    (more.is_none() && alike).then(|| only.label.to_owned())
}

/// Whether a longer name contains these words, in this order and whole.
fn holds_words(name: &str, words: &str) -> bool {
    name.len() > words.len()
        && name.match_indices(words).any(|(at, found)| {
            let before = name.get(..at).is_some_and(|text| text.is_empty() || text.ends_with(' '));
            let after = name.get(at + found.len()..).is_some_and(|text| text.is_empty() || text.starts_with(' '));
            before && after
        })
}

/// The tag belongs to nobody on the list; said only when there is a list.
pub(crate) fn who_is(tag: &str, context: &Context<'_>) -> Option<Amber> {
    let listed = context.session.people();
    if listed.is_empty() || context.session.person(tag).is_some() {
        return None;
    }
    amber(Doubt::WhoIs, format!("who is {tag}?"), None)
}

/// The kind that was typed is not the kind it is known by.
pub(crate) fn clash(clash: &Clash) -> Amber {
    let Clash { label, typed, kept } = clash;
    let why = format!("{label} stays {}, not {}", kind::in_words(*kept), kind::in_words(*typed));
    Amber { doubt: Doubt::Kind, why, offer: None }
}

/// The verb does not go with what stands at its ends.
pub(crate) fn ends(relation: Relation, from: Option<&Part>, to: Option<&Part>) -> Amber {
    let (from, to) = (from.map_or("", |part| &part.shown), to.map_or("", |part| &part.shown));
    let why = format!("“{}” is unusual between {from} and {to}", relation.name());
    Amber { doubt: Doubt::Ends, why, offer: None }
}
