use crate::import::drafting::equation::{EquationPart, canonical};
use crate::record::{Delay, Sign};

/// Functions whose first argument acts later; spaces and underscores in their names do not count.
const DELAYING: &[&str] = &[
    "delay",
    "delay1",
    "delay1i",
    "delay3",
    "delay3i",
    "delayn",
    "delayfixed",
    "delaymaterial",
    "delayconveyor",
    "delayinformation",
    "delayp",
    "smth1",
    "smth3",
    "smthn",
    "smooth",
    "smoothi",
    "smooth3",
    "smooth3i",
    "smoothn",
    "lag",
    "previous",
];

/// How many parts of an equation are looked at to find the time of a delay.
const LOOKED_AT: usize = 1000;

/// A name in an equation that is not one of a function.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::import) struct EquationReference {
    /// The name as it is compared.
    pub(in crate::import) name: String,
    /// The delay with which it acts; `None` when the equation states none.
    pub(in crate::import) delay: Option<StatedDelay>,
}

/// A delay that an equation states.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::import) enum StatedDelay {
    /// So many units of the time of the model.
    Units(f64),
    /// A time that another variable holds.
    Later,
}

impl StatedDelay {
    /// Returns the delay in days, where the unit of time is known.
    pub(in crate::import) fn in_days(self, unit: Option<f64>) -> Delay {
        match (self, unit) {
            (Self::Units(units), Some(unit)) => {
                let days = (units * unit).round();
                // More than a hundred years is no time that anybody means, and less than none is none.
                let days = if (0.0..=36_500.0).contains(&days) { format!("{days:.0}").parse().ok() } else { None };
                days.map_or(Delay::Later, Delay::Days)
            }
            _ => Delay::Later,
        }
    }
}

/// Returns how many days a unit of time has, by its name in English.
pub(in crate::import) fn days_of(unit: &str) -> Option<f64> {
    let word = unit.trim().to_lowercase();
    let word = word.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    Some(match word.strip_suffix('s').unwrap_or(word) {
        "second" | "sec" => 1.0 / 24.0 / 60.0 / 60.0,
        "minute" | "min" => 1.0 / 24.0 / 60.0,
        "hour" | "hr" => 1.0 / 24.0,
        "day" => 1.0,
        "week" | "wk" => 7.0,
        "month" | "mon" => 30.0,
        "quarter" | "qtr" => 91.0,
        "year" | "yr" => 365.0,
        _ => return None,
    })
}

/// Returns the names in an equation. A name before a parenthesis is that of a function, unless it is known as a variable.
pub(in crate::import) fn references(parts: &[EquationPart], is_known: impl Fn(&str) -> bool) -> Vec<EquationReference> {
    let mut found = Vec::new();
    // The parentheses that are open: the delay that is in force in them, and the one in force after the first argument.
    let mut open: Vec<(Option<StatedDelay>, Option<StatedDelay>)> = Vec::new();
    let mut function: Option<StatedDelay> = None;
    for (at, part) in parts.iter().enumerate() {
        let around = open.last().and_then(|(delay, _)| *delay);
        match part {
            EquationPart::Name(name) => {
                let name = canonical(name);
                let is_called = parts.get(at + 1) == Some(&EquationPart::Mark('('));
                if is_called && !is_known(&name) {
                    let is_delay = DELAYING.contains(&name.replace(' ', "").as_str());
                    function = is_delay.then(|| time_of(parts, at + 1));
                } else {
                    found.push(EquationReference { name, delay: around });
                }
            }
            EquationPart::Mark('(') => open.push((function.take().or(around), around)),
            EquationPart::Mark(')') => {
                open.pop();
            }
            EquationPart::Mark(',' | ';') => {
                if let Some((delay, after)) = open.last_mut() {
                    *delay = *after;
                }
            }
            _ => {}
        }
    }
    found
}

/// Returns the time that the second argument of a function states; its parenthesis opens at this part.
fn time_of(parts: &[EquationPart], opens: usize) -> StatedDelay {
    let end = opens.saturating_add(LOOKED_AT).min(parts.len());
    let arguments = arguments(parts.get(..end).unwrap_or_default(), opens);
    match arguments.get(1).copied() {
        Some([EquationPart::Number(number)]) => StatedDelay::Units(*number),
        _ => StatedDelay::Later,
    }
}

/// Returns the arguments of a function whose parenthesis opens at this part.
pub(in crate::import) fn arguments(parts: &[EquationPart], opens: usize) -> Vec<&[EquationPart]> {
    let (mut found, mut depth, mut from) = (Vec::new(), 0_usize, opens + 1);
    for (at, part) in parts.iter().enumerate().skip(opens) {
        match part {
            EquationPart::Mark('(' | '[') => depth += 1,
            EquationPart::Mark(')' | ']') => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    found.push(parts.get(from..at).unwrap_or_default());
                    return found;
                }
            }
            EquationPart::Mark(',') if depth == 1 => {
                found.push(parts.get(from..at).unwrap_or_default());
                from = at + 1;
            }
            _ => {}
        }
    }
    found.push(parts.get(from..).unwrap_or_default());
    found
}

/// Returns the names that a sum adds or takes away, and all other names in it with an open sign: `a - (b + c) + d * e`
/// adds a, takes away b and c, and has d and e in it.
pub(in crate::import) fn summed(parts: &[EquationPart]) -> Vec<(String, Sign)> {
    let mut found = Vec::new();
    // The parentheses that are open: whether what is in them is added, and whether it is a sum at all.
    let mut open: Vec<(bool, bool)> = vec![(true, true)];
    let mut adds = true;
    let mark = |at: Option<usize>| match at.and_then(|at| parts.get(at)) {
        None => None,
        Some(EquationPart::Mark(mark)) => Some(*mark),
        Some(_) => Some('x'),
    };
    let closes = closes(parts);
    let closes = |at: usize| closes.get(at).copied().unwrap_or(parts.len());
    let ends = |at: usize| matches!(mark(Some(at)), None | Some('+' | '-' | ')'));
    let mut at = 0;
    while let Some(part) = parts.get(at) {
        let (outer_adds, is_sum) = open.last().copied().unwrap_or((true, false));
        let begins = matches!(mark(at.checked_sub(1)), None | Some('+' | '-' | '('));
        match part {
            EquationPart::Mark('+') => adds = true,
            EquationPart::Mark('-') => adds = false,
            EquationPart::Mark('(') => {
                open.push((adds == outer_adds, is_sum && begins && ends(closes(at) + 1)));
                adds = true;
            }
            EquationPart::Mark(')') => {
                open.pop();
            }
            EquationPart::Name(name) => {
                let after = if mark(Some(at + 1)) == Some('[') { closes(at + 1) + 1 } else { at + 1 };
                let is_term = is_sum && begins && ends(after);
                let sign = match () {
                    () if !is_term => Sign::Unknown,
                    () if adds == outer_adds => Sign::Plus,
                    () => Sign::Minus,
                };
                if mark(Some(after)) != Some('(') {
                    found.push((canonical(name), sign));
                }
                if is_term {
                    at = after - 1;
                }
            }
            EquationPart::Number(_) | EquationPart::Mark(_) => {}
        }
        at += 1;
    }
    found
}

/// Returns for each part where the parenthesis closes that opens at it; past the end if it does not.
fn closes(parts: &[EquationPart]) -> Vec<usize> {
    let mut found = vec![parts.len(); parts.len()];
    let mut open = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        match part {
            EquationPart::Mark('(' | '[') => open.push(at),
            EquationPart::Mark(')' | ']') => {
                if let Some(closed) = open.pop().and_then(|opens| found.get_mut(opens)) {
                    *closed = at;
                }
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::drafting::equation::{EquationStyle, parts};

    fn of(text: &str) -> Vec<(String, Option<StatedDelay>)> {
        let found = references(&parts(text, EquationStyle::Spaced), |name| name == "table");
        found.into_iter().map(|found| (found.name, found.delay)).collect()
    }

    fn name(name: &str, delay: Option<StatedDelay>) -> (String, Option<StatedDelay>) {
        (name.to_owned(), delay)
    }

    #[test]
    fn functions_are_no_names_and_delays_reach_their_first_argument() {
        assert_eq!(of("MAX(a, table(b))"), [name("a", None), name("table", None), name("b", None)]);
        assert_eq!(
            of("DELAY3(calls * (1 + bot), 2) + SMOOTH(x, time to see) + 3"),
            [
                name("calls", Some(StatedDelay::Units(2.0))),
                name("bot", Some(StatedDelay::Units(2.0))),
                name("x", Some(StatedDelay::Later)),
                name("time to see", None)
            ]
        );
        assert_eq!(of("DELAY FIXED(a, 1.5, b)"), [name("a", Some(StatedDelay::Units(1.5))), name("b", None)]);
        assert_eq!(of("((("), []);
    }

    #[test]
    fn what_a_sum_adds_and_takes_away_has_a_sign() {
        let of = |text| summed(&parts(text, EquationStyle::Spaced));
        let name = |name: &str, sign| (name.to_owned(), sign);
        assert_eq!(of("new calls - Handled"), [name("new calls", Sign::Plus), name("handled", Sign::Minus)]);
        assert_eq!(
            of("a[r] - (b - c) + d * e - f / 2 - (g + h) * i + MAX(j, k)"),
            [
                name("a", Sign::Plus),
                name("b", Sign::Minus),
                name("c", Sign::Plus),
                name("d", Sign::Unknown),
                name("e", Sign::Unknown),
                name("f", Sign::Unknown),
                name("g", Sign::Unknown),
                name("h", Sign::Unknown),
                name("i", Sign::Unknown),
                name("j", Sign::Unknown),
                name("k", Sign::Unknown),
            ]
        );
        assert_eq!(of("-a"), [name("a", Sign::Minus)]);
        assert_eq!(of("-(-a)"), [name("a", Sign::Plus)]);
        assert_eq!(of(")(a-"), [name("a", Sign::Unknown)]);
    }

    #[test]
    fn units_of_time_have_days() {
        assert_eq!(StatedDelay::Units(2.0).in_days(days_of("Months")), Delay::Days(60));
        assert_eq!(StatedDelay::Units(2.0).in_days(days_of("Week [0,?]")), Delay::Days(14));
        assert_eq!(StatedDelay::Units(2.0).in_days(days_of("ticks")), Delay::Later);
        assert_eq!(StatedDelay::Units(1e300).in_days(days_of("year")), Delay::Later);
        assert_eq!(StatedDelay::Later.in_days(Some(1.0)), Delay::Later);
    }
}
