//! The words with which our own exports say what their format has no field for. They come back as what they were made
//! from.

use jiff::civil::Date;

use crate::import::imported::{ImportedArrow, ImportedThing};
use crate::import::words::status_words::status_of;
use crate::record::spoken::after;
use crate::record::{Delay, Strength, Want};

/// The delays that have a word of their own.
const DELAYS: &[Delay] = &[
    Delay::Days(0),
    Delay::Later,
    Delay::Days(3),
    Delay::Days(7),
    Delay::Days(14),
    Delay::Days(21),
    Delay::Days(30),
    Delay::Days(60),
    Delay::Days(91),
    Delay::Days(182),
    Delay::Days(365),
    Delay::Days(730),
];

/// Takes over what a description says of the state of a thing: `live; more is better; from 2026-11-20`. Returns the rest
/// of it; a description that is not all state is the rest as a whole.
pub(in crate::import) fn take_state(thing: &mut ImportedThing, description: &str) -> String {
    let mut changed = thing.clone();
    let all_state = description.split("; ").all(|part| takes_state(&mut changed, part.trim()));
    if !all_state || description.trim().is_empty() {
        return description.to_owned();
    }
    *thing = changed;
    let seen: Vec<&str> = description.split("; ").filter(|part| part.starts_with("seen ")).collect();
    seen.join("; ")
}

fn takes_state(thing: &mut ImportedThing, part: &str) -> bool {
    match part {
        "scarce" => thing.scarce = true,
        "outside" => thing.outside = true,
        "more is better" => thing.want = Some(Want::Up),
        "less is better" => thing.want = Some(Want::Down),
        "steady is better" => thing.want = Some(Want::Steady),
        _ => match part.strip_prefix("from ").and_then(|day| day.parse::<Date>().ok()) {
            Some(day) => thing.started = Some(day),
            None => match status_of(part) {
                Some(status) => thing.status = Some(status),
                None => return part.starts_with("seen "),
            },
        },
    }
    true
}

/// Takes over what a description says of an arrow to a thing with this label: `less Handle time, clearly, after about a
/// week (seen): because ...`. Returns what was said beside it; a description of any other form as a whole.
pub(in crate::import) fn take_said(arrow: &mut ImportedArrow, description: &str, to: &str) -> String {
    let Some((_, rest)) = description.split_once(to).filter(|_| !to.is_empty()) else { return description.to_owned() };
    let mut rest = rest.strip_prefix(", nobody has said which way").unwrap_or(rest);
    for (words, strength) in [(", clearly", Strength::Clear), (", above all", Strength::Dominant)] {
        if let Some(behind) = rest.strip_prefix(words) {
            (arrow.strength, rest) = (strength, behind);
        }
    }
    let behind = |delay: &Delay| Some((*delay, rest.strip_prefix(", ")?.strip_prefix(&*after(*delay))?));
    if let Some((delay, behind)) = DELAYS.iter().find_map(behind) {
        (arrow.delay, rest) = (Some(delay), behind);
    }
    if let Some(behind) = rest.strip_prefix(" - they disagree: ") {
        rest = behind.find([':', '(']).and_then(|at| behind.get(at..)).unwrap_or_default();
    }
    for basis in [" (imported)", " (a guess)", " (seen)", " - not said again for half a year"] {
        rest = rest.strip_prefix(basis).unwrap_or(rest);
    }
    let beside = rest.strip_prefix(": ").unwrap_or(rest);
    beside.strip_prefix("noted: ").unwrap_or(beside).to_owned()
}

/// Returns the delay that words state: `2w`, `after about a week`, `later`, `14 days`.
pub(in crate::import) fn delay_of(text: &str) -> Option<Delay> {
    let text = text.trim().to_lowercase();
    let said = DELAYS.iter().find(|delay| after(**delay) == text).copied();
    said.or_else(|| crate::record::lexicon::delay(&text)).or_else(|| span(&text))
}

/// Reads a span of time with its unit in full: `2 weeks`.
fn span(text: &str) -> Option<Delay> {
    let (number, unit) = text.split_once(' ')?;
    let days = match unit.trim().trim_end_matches('s') {
        "day" => 1,
        "week" => 7,
        "month" => 30,
        "quarter" => 91,
        "year" => 365,
        _ => return None,
    };
    number.parse::<u32>().ok()?.checked_mul(days).map(Delay::Days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_delay_is_read_from_what_we_and_others_write() {
        for (text, days) in [("2w", 14), ("after about a week", 7), ("2 weeks", 14), ("At once", 0), ("1 year", 365)] {
            assert_eq!(delay_of(text), Some(Delay::Days(days)), "{text}");
        }
        assert_eq!(delay_of("later"), Some(Delay::Later));
        assert_eq!(delay_of("soon"), None);
        assert_eq!(delay_of("99999999999 years"), None);
    }
}
