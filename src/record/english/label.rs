use super::label_words::{
    ADVERBS, BINOMIALS, GERUNDS, MADE, OF_AMOUNT, PARTICIPLES, PREPOSITIONS, PRONOUNS_MANY, PRONOUNS_ONE,
};
use super::noun::{is_group, is_people, is_plural};
use crate::record::Kind;

/// Words before a name that say nothing about its number.
const DETERMINERS: [&str; 11] = ["the", "our", "their", "my", "your", "his", "her", "its", "some", "all", "any"];

/// Words before a name that say that it is one, or many.
const COUNTING: [(&str, bool); 12] = [
    ("a", false),
    ("an", false),
    ("one", false),
    ("each", false),
    ("every", false),
    ("this", false),
    ("that", false),
    ("these", true),
    ("those", true),
    ("many", true),
    ("few", true),
    ("both", true),
];

/// Whether a label takes a plural verb; a question is one. The head of the label decides: "People here" as "people", "number of calls" as
/// "number", "calls per day" as "calls", "Payroll and IT" as two.
pub(super) fn is_many(label: &str, kind: Kind) -> bool {
    if label.contains('?') {
        return false;
    }
    let bare = label.trim().trim_matches(['"', '“', '”', '\'', '‘', '’', '.', ',', '?', '!']);
    let bare = bare.split(['(', '[']).next().map(str::trim).filter(|before| !before.is_empty()).unwrap_or(bare);
    let words: Vec<&str> = bare.split_whitespace().collect();
    of_words(&words, kind)
}

/// Whether a label names people: "ED docs", "Claims handlers", "the nurses at night"; not "AI agents".
pub fn names_people(label: &str) -> bool {
    let words: Vec<&str> = label.split_whitespace().collect();
    let made = words.iter().any(|word| MADE.contains(&word.to_lowercase().trim_matches(|c: char| !c.is_alphabetic())));
    !made && head(&words).last().is_some_and(|last| is_people(last))
}

/// Returns the last word of the head of a label, in lower case: "attention" of "Attention to triage".
pub fn head_word(label: &str) -> Option<String> {
    let words: Vec<&str> = label.split_whitespace().collect();
    let last = head(&words).last().map(|last| last.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    last.filter(|last| !last.is_empty())
}

/// Returns the words of the head of a label, in lower case: "customer" and "trust" of "Customer trust in suppliers".
pub fn head_words(label: &str) -> Vec<String> {
    let words: Vec<&str> = label.split_whitespace().collect();
    let bare = |word: &&str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    head(&words).iter().map(bare).filter(|word| !word.is_empty()).collect()
}

fn of_words(words: &[&str], kind: Kind) -> bool {
    let Some((first, rest)) = words.split_first() else { return false };
    let lower = first.to_lowercase();
    if rest.is_empty() && PRONOUNS_ONE.contains(&lower.as_str()) {
        return false;
    }
    if PRONOUNS_MANY.contains(&lower.as_str()) {
        return true;
    }
    if let Some((_, many)) = COUNTING.iter().find(|(word, _)| *word == lower)
        && !rest.is_empty()
    {
        return amount_of(words, kind).unwrap_or(*many);
    }
    if DETERMINERS.contains(&lower.as_str()) && !rest.is_empty() {
        return of_words(rest, kind);
    }
    if let Some(many) = amount_of(words, kind) {
        return many;
    }
    let head = head(words);
    if kind != Kind::Party && head.len() > 1 && GERUNDS.contains(&lower.as_str()) {
        return false;
    }
    joined(head, kind).unwrap_or_else(|| head.last().is_some_and(|last| is_plural(last, head.len() > 1, kind)))
}

/// Returns the number of what an amount is of: "a lot of calls" are many, "most of the team" is one.
fn amount_of(words: &[&str], kind: Kind) -> Option<bool> {
    let of = words.iter().position(|word| word.eq_ignore_ascii_case("of"))?;
    let amount = words.get(..of)?.join(" ").to_lowercase();
    OF_AMOUNT.contains(&amount.as_str()).then(|| of_words(words.get(of + 1..).unwrap_or_default(), kind))
}

/// Returns the words up to the head of the name: what stands behind it with a preposition, as an adverb or as a
/// participle is cut off.
fn head<'a>(words: &'a [&'a str]) -> &'a [&'a str] {
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let is_in = |list: &[&str], at: usize| lower.get(at).is_some_and(|word| list.contains(&word.as_str()));
    let cut = (1..words.len()).find(|at| is_in(PREPOSITIONS, *at)).unwrap_or(words.len());
    let mut end = cut;
    while end > 1 && is_in(ADVERBS, end - 1) {
        end -= 1;
    }
    // "Calls answered", "hours saved": a participle behind a noun in the plural.
    let before = end.checked_sub(2).and_then(|at| words.get(at));
    let last = end.checked_sub(1).and_then(|at| lower.get(at));
    let participle = last.is_some_and(|last| last.ends_with("ed") || PARTICIPLES.contains(&last.as_str()));
    if participle && before.is_some_and(|before| is_plural(before, end > 2, Kind::Unknown)) {
        end -= 1;
    }
    words.get(..end).unwrap_or(words)
}

/// Returns the number of names joined by "and": "Payroll and IT" are two, "Research and Development" is one unit, and
/// "Time and attendance system" is one system.
fn joined(words: &[&str], kind: Kind) -> Option<bool> {
    let is_and = |word: &str| word.eq_ignore_ascii_case("and") || matches!(word, "&" | "+");
    let last_of = |part: &[&str]| part.last().is_some_and(|last| is_plural(last, part.len() > 1, kind));
    if let Some(at) = words.iter().rposition(|word| word.eq_ignore_ascii_case("or")).filter(|at| *at > 0) {
        return Some(last_of(words.get(at + 1..)?));
    }
    let at = words.iter().rposition(|word| is_and(word)).filter(|at| *at > 0 && *at + 1 < words.len());
    let at = match at {
        Some(at) => at,
        None => words.iter().rposition(|word| word.ends_with(',')).filter(|at| at + 1 < words.len())?,
    };
    let (before, behind) = (words.get(..at)?, words.get(at + 1..)?);
    let bare = |word: &&str| word.trim_end_matches(',').to_lowercase();
    let pair = (before.last().map(bare)?, behind.first().map(bare)?);
    if BINOMIALS.iter().any(|(one, other)| *one == pair.0 && *other == pair.1) {
        let shared = behind.len() > 1;
        return Some(shared && last_of(behind));
    }
    let shared = before.len() == 1 && behind.len() > 1 && (kind != Kind::Party || behind.last().is_some_and(is_group));
    Some(if shared { last_of(behind) } else { true })
}

#[cfg(test)]
mod tests;
