use crate::capture::grammar::{Typed, TypedName, english, in_brackets};
use crate::capture::{Amber, Context, Doubt, Offer};
use crate::record::lexicon::{Keyword, delay};
use crate::record::{Kind, Relation};

use super::cast::{Cast, Clash, Guess, NamedPart};
use super::kind;

/// The maximum number of words of a name that may be short for a longer one.
const SHORT: usize = 3;

/// The maximum number of words of a name that may have a short form; longer names are sentences.
const LONG: usize = 6;

/// Words that take the place of a name.
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

/// Words that negate a sentence; inside a name they would be overlooked.
const NEGATIONS: [&str; 9] = ["no", "not", "never", "hardly", "cannot", "don't", "doesn't", "won't", "can't"];

/// Words that say a direction, but not clearly enough to be read as a sign; each with the clear word.
const DIRECTIONS: [(&str, &str); 4] =
    [("increasing", "more"), ("better", "more"), ("reducing", "less"), ("worse", "less")];

/// Returns the doubts about a name that nobody has mentioned before.
pub(crate) fn about(part: &NamedPart, name: &TypedName, typed: &Typed<'_>) -> Vec<Amber> {
    // Voices and purposes are sentences.
    if name.bracketed || matches!(part.kind, Kind::Voice | Kind::Purpose) {
        return Vec::new();
    }
    let doubts = [
        two_thoughts(&part.label),
        said_in_a_list(&part.label, typed),
        no_name(part),
        direction(part, typed),
        late(&part.label, typed),
        cut(&part.label),
    ];
    doubts.into_iter().flatten().collect()
}

fn amber(doubt: Doubt, why: String) -> Amber {
    Amber { doubt, why, offer: None }
}

fn two_thoughts(label: &str) -> Option<Amber> {
    let label = without_and(label);
    let joined = label.contains(" but ") || label.split_once(" and ").is_some_and(|(_, second)| leads_on(second));
    if !joined && !leads_on(label) && !english::holds_a_verb(label) {
        return None;
    }
    Some(amber(Doubt::SplitThis, format!("“{label}” may hold two thoughts")))
}

/// Whether these words continue a sentence about a thing named before them: "raises repeat calls".
pub(crate) fn leads_on(thought: &str) -> bool {
    english::holds_a_verb(&format!("it {thought}")) && !english::holds_a_verb(thought)
}

/// Returns a name without the "and" before the last name of a list: "a, b, and c".
pub(crate) fn without_and(label: &str) -> &str {
    label.strip_prefix("and ").unwrap_or(label)
}

fn said_in_a_list(label: &str, typed: &Typed<'_>) -> Option<Amber> {
    let rest = label.strip_prefix("and ").filter(|rest| !leads_on(rest))?;
    let line = typed.line.replacen(label, rest, 1);
    let offer = Offer { ask: format!("Leave out the “and” before {rest}?"), lines: vec![line], replaces: true };
    let why = format!("“{label}” begins with “and”");
    Some(Amber { offer: Some(offer), ..amber(Doubt::Cut, why) })
}

fn no_name(part: &NamedPart) -> Option<Amber> {
    if STAND_INS.contains(&part.own.as_str()) {
        return Some(amber(Doubt::NoName, format!("what does “{}” stand for?", part.label)));
    }
    let mut words = part.label.split(' ');
    let ends = [words.next(), words.next_back()].into_iter().flatten();
    let negation = ends.into_iter().find(|word| NEGATIONS.iter().any(|no| word.eq_ignore_ascii_case(no)))?;
    Some(amber(Doubt::NoName, format!("“{negation}” was read as part of a name")))
}

fn direction(part: &NamedPart, typed: &Typed<'_>) -> Option<Amber> {
    let (first, _) = part.label.split_once(' ')?;
    let (_, better) = DIRECTIONS.into_iter().find(|(word, _)| first.eq_ignore_ascii_case(word))?;
    let line = typed.line.replacen(first, better, 1);
    let offer =
        Offer { ask: format!("Say “{better}” instead of “{first}”?"), lines: vec![line], replaces: true };
    let why = format!("“{first}” says a direction; a name should not");
    Some(Amber { offer: Some(offer), ..amber(Doubt::Sign, why) })
}

/// Doubts a name that ends in a delay, as in "more readmissions 1m": a delay counts only after a colon.
fn late(label: &str, typed: &Typed<'_>) -> Option<Amber> {
    let (name, last) = label.rsplit_once(' ').filter(|(_, last)| delay(last).is_some())?;
    let why = format!("“{last}” was read as part of a name");
    let before = typed.line.trim_end().strip_suffix(last).filter(|before| !before.contains(" : "));
    let offer = before.map(|before| {
        let line = format!("{} : {last}", before.trim_end());
        Offer { ask: format!("Is {last} how long it takes until {name} shows it?"), lines: vec![line], replaces: true }
    });
    Some(Amber { offer, ..amber(Doubt::Unread, why) })
}

fn cut(label: &str) -> Option<Amber> {
    if label.matches('(').count() == label.matches(')').count() {
        return None;
    }
    Some(amber(Doubt::Cut, format!("a comma cut “{label}”; [ ] around a name keeps its commas")))
}

/// Asks whether a short new name means a known thing, if it is part of exactly one known name, and the line does not
/// name both.
pub(crate) fn same_thing(part: &NamedPart, cast: &Cast, context: &Context<'_>) -> Option<Amber> {
    let known = without_article(part, context).or_else(|| the_longer_name(part, context))?;
    if part.kind == Kind::Voice || cast.parts().iter().any(|other| other.shown == known) {
        return None;
    }
    let ask = format!("Is {} the same thing as {known}?", part.label);
    let same = Keyword::Same.as_ref();
    let line = format!("{same} {} = {}", in_brackets(&known), in_brackets(&part.label));
    let offer = Offer { ask: ask.clone(), lines: vec![line], replaces: false };
    Some(Amber { offer: Some(offer), ..amber(Doubt::SameThing, ask) })
}

fn without_article(part: &NamedPart, context: &Context<'_>) -> Option<String> {
    let (article, rest) = part.own.as_str().split_once(' ')?;
    let known = ["the", "a", "an", "our"].contains(&article).then(|| context.ledger.thing(rest))??;
    Some(known.label.to_owned())
}

fn the_longer_name(part: &NamedPart, context: &Context<'_>) -> Option<String> {
    if part.own.as_str().split(' ').count() > SHORT {
        return None;
    }
    let mut longer = context.ledger.longer_names(&part.own).filter(|known| known.kind != Kind::Voice);
    let (only, more) = (longer.next()?, longer.next());
    let alike = part.guess == Guess::Place || only.kind == Kind::Unknown || only.kind == part.kind;
    // "Quality" in small letters is a factor, and no short name of the unit "Quality Lab".
    let apart = only.kind == Kind::Party && part.kind == Kind::Factor && part.label.starts_with(char::is_lowercase);
    let comparable = !apart && only.label.split(' ').count() <= LONG;
    (more.is_none() && alike && comparable).then(|| only.label.to_owned())
}

/// Doubts a tag that belongs to no person of the session; `None` if no people are listed.
pub(crate) fn who_is(tag: &str, context: &Context<'_>) -> Option<Amber> {
    let listed = context.session.people();
    if listed.is_empty() || context.session.person(tag).is_some() {
        return None;
    }
    Some(amber(Doubt::WhoIs, format!("who is {tag}?")))
}

/// Tells that the typed kind differs from the known kind.
pub(crate) fn clash(clash: &Clash) -> Amber {
    let Clash { label, typed, known } = clash;
    let why = format!("{label} stays {}, not {}", kind::in_words(*known), kind::in_words(*typed));
    amber(Doubt::Kind, why)
}

/// Tells that the verb is unusual between these things.
pub(crate) fn ends(relation: Relation, from: Option<&NamedPart>, to: Option<&NamedPart>) -> Amber {
    let (from, to) = (from.map_or("", |part| &part.shown), to.map_or("", |part| &part.shown));
    let why = format!("“{}” is unusual between {from} and {to}", relation.name());
    amber(Doubt::Ends, why)
}
