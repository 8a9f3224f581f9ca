use std::str::FromStr;

use jiff::civil::Date;
use thiserror::Error;

use super::term::Term;
use super::{Filter, TypedTerm};
use crate::record::spoken::listed;
use crate::record::text::clean;
use crate::record::{Basis, Kind, Relation, Sign, Status};

/// The words that may stand before a colon; the error message lists them.
const ASKS: [&str; 11] = ["kind", "team", "status", "said", "after", "before", "sign", "arrow", "is", "in", "path"];

/// The error for a filter that cannot be read: the word, and what may stand in its place.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("\"{word}\" at character {at} is no filter; {hint}")]
pub struct FilterError {
    /// The word that cannot be read.
    pub word: String,
    /// The position where the word begins, in characters from 1.
    pub at: usize,
    /// What may stand in place of the word.
    pub hint: String,
}

impl FromStr for Filter {
    type Err = FilterError;

    fn from_str(text: &str) -> Result<Self, FilterError> {
        let terms = words(text)
            .into_iter()
            .map(|(at, word)| said(&word).map_err(|hint| FilterError { word: clean(&word).into_owned(), at, hint }));
        Ok(Self { terms: terms.collect::<Result<_, _>>()? })
    }
}

/// Splits a filter into words, each with the position where it begins; quotes hold several words together.
fn words(text: &str) -> Vec<(usize, String)> {
    let mut words: Vec<(usize, String)> = Vec::new();
    let (mut within, mut quoted) = (false, false);
    for (c, at) in text.chars().zip(1..) {
        if c.is_whitespace() && !quoted {
            within = false;
            continue;
        }
        if !within {
            words.push((at, String::new()));
            within = true;
        }
        match (c, words.last_mut()) {
            ('"', _) => quoted = !quoted,
            (_, Some((_, word))) => word.push(c),
            _ => {}
        }
    }
    words.retain(|(_, word)| !word.is_empty());
    words
}

fn said(word: &str) -> Result<TypedTerm, String> {
    let (not, asked) = match word.strip_prefix('-') {
        Some(rest) if !rest.is_empty() => (true, rest),
        _ => (false, word),
    };
    let term = match asked.split_once(':') {
        Some((ask, value)) => term(&ask.to_lowercase(), value.trim())?,
        None => Term::Words(asked.to_owned()),
    };
    Ok(TypedTerm { term, not })
}

fn term(ask: &str, value: &str) -> Result<Term, String> {
    let wanted = value.to_lowercase();
    if wanted.is_empty() {
        return Err(format!("say what, directly after the colon: {ask}:..."));
    }
    match ask {
        "kind" => kind(&wanted).map(Term::Kind),
        "team" | "unit" => Ok(Term::Unit(value.to_owned())),
        "status" => {
            let statuses = Status::ALL.map(Status::name);
            one(&Status::ALL, &statuses, &wanted).map(Term::Status)
        }
        "said" | "session" => Ok(Term::Session(wanted)),
        "after" | "since" => day(value).map(Term::After),
        "before" => day(value).map(Term::Before),
        "sign" => sign(&wanted),
        "arrow" if wanted == "effect" || wanted == "effects" => Ok(Term::Effect),
        "arrow" => {
            let names = Relation::ALL.map(Relation::name);
            one(&Relation::ALL, &names, &wanted).map(Term::Relation).map_err(|hint| format!("{hint}, or effects"))
        }
        "is" => is(&wanted),
        "in" if "loops".starts_with(&wanted) => Ok(Term::InLoop),
        "in" => Err("after in: comes loop".to_owned()),
        "path" => between(value),
        "no" if "owner".starts_with(&wanted) || "team".starts_with(&wanted) => Ok(Term::NoOwner),
        "no" => Err("after no: comes owner".to_owned()),
        _ => Err(format!("before a colon can stand {}, or no:owner", listed(&ASKS, "or"))),
    }
}

fn kind(wanted: &str) -> Result<Kind, String> {
    let mut letters = wanted.chars();
    if let (Some(sigil), None) = (letters.next(), letters.next())
        && let Some(kind) = Kind::from_sigil(sigil)
    {
        return Ok(kind);
    }
    // Rooms use everyday words for some kinds.
    let wanted = match wanted {
        "team" | "teams" | "unit" | "parties" => "party",
        "change" | "changes" | "bot" => "initiative",
        "measure" | "number" => "factor",
        other => other,
    };
    let kinds: Vec<Kind> = Kind::SORTED.into_iter().chain([Kind::Unknown]).collect();
    let names: Vec<String> = kinds.iter().map(|kind| kind.name().to_lowercase()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    one(&kinds, &names, wanted.strip_suffix('s').unwrap_or(wanted)).or_else(|_| one(&kinds, &names, wanted))
}

fn sign(wanted: &str) -> Result<Term, String> {
    Ok(Term::Sign(match wanted {
        "+" | "more" | "plus" => Sign::Plus,
        "-" | "less" | "minus" => Sign::Minus,
        "?" | "open" => Sign::Unknown,
        _ => return Err("a sign is more, less or open".to_owned()),
    }))
}

/// Reads the two ends of a path; one of them may be left open.
fn between(value: &str) -> Result<Term, String> {
    let name = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    match value.split_once("..").map(|(from, to)| (name(from.trim_end_matches('.')), name(to.trim_start_matches('.'))))
    {
        None | Some((None, None)) => Err("a path goes from one thing to another: path:bot..trust".to_owned()),
        Some((from, to)) => Ok(Term::Between(from, to)),
    }
}

fn is(wanted: &str) -> Result<Term, String> {
    const WORDS: [&str; 12] = [
        "disputed",
        "stale",
        "confirmed",
        "delayed",
        "scarce",
        "outside",
        "orphan",
        "imported",
        "gone",
        "guess",
        "told",
        "seen",
    ];
    let terms = [
        Term::Disputed,
        Term::Stale,
        Term::BothSides,
        Term::Delayed,
        Term::Scarce,
        Term::Outside,
        Term::Orphan,
        Term::Imported,
        Term::Gone,
        Term::Basis(Basis::Guess),
        Term::Basis(Basis::Told),
        Term::Basis(Basis::Seen),
    ];
    one(&terms, &WORDS, wanted)
}

fn day(value: &str) -> Result<Date, String> {
    value.parse().map_err(|_| "a day is written like 2026-11-20".to_owned())
}

/// Returns the element with this name. The beginning of a name is enough if no other name begins with it.
fn one<T: Clone>(all: &[T], names: &[&str], wanted: &str) -> Result<T, String> {
    let called = || all.iter().zip(names);
    let exact = called().find(|(_, name)| **name == wanted);
    let mut begun = called().filter(|(_, name)| name.starts_with(wanted));
    let found = exact.or_else(|| begun.next().filter(|_| begun.next().is_none()));
    found.map(|(one, _)| one.clone()).ok_or_else(|| format!("there can stand {}", listed(names, "or")))
}
