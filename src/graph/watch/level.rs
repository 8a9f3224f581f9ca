//! Levels at which somebody acts, and what was seen, as far as both can be compared.

use crate::record::{Direction, Want};

use super::amount::{Amount, FoundAmount, Unit, amounts};

/// A level in a form that can be compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct WatchLevel {
    bound: Bound,
    amount: Amount,
}

/// From which side a level is crossed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bound {
    Below,
    AtMost,
    Above,
    AtLeast,
    FallsBy,
    RisesBy,
}

/// The words before a number that say the bound, the longer ones first.
const BOUNDS: [(&str, Bound); 26] = [
    ("no more than", Bound::AtMost),
    ("not more than", Bound::AtMost),
    ("no less than", Bound::AtLeast),
    ("not less than", Bound::AtLeast),
    ("less than", Bound::Below),
    ("fewer than", Bound::Below),
    ("lower than", Bound::Below),
    ("more than", Bound::Above),
    ("greater than", Bound::Above),
    ("higher than", Bound::Above),
    ("at most", Bound::AtMost),
    ("at least", Bound::AtLeast),
    ("falls by", Bound::FallsBy),
    ("drops by", Bound::FallsBy),
    ("goes down by", Bound::FallsBy),
    ("down by", Bound::FallsBy),
    ("rises by", Bound::RisesBy),
    ("grows by", Bound::RisesBy),
    ("goes up by", Bound::RisesBy),
    ("up by", Bound::RisesBy),
    ("below", Bound::Below),
    ("under", Bound::Below),
    ("above", Bound::Above),
    ("over", Bound::Above),
    ("<", Bound::Below),
    (">", Bound::Above),
];

/// The words before a number that say that the thing stands at it now.
const AT: [&str; 13] = ["to", "at", "now", "is", "are", "now at", "=", "->", "→", "reached", "hit", "only", "about"];

/// The words before a number that belongs to an earlier moment, a date or a change.
const NOT_AT: [&str; 14] =
    ["from", "was", "were", "since", "in", "by", "week", "after", "before", "day", "on", "of", "than", "q"];

impl WatchLevel {
    /// Reads a level; `None` where nothing can be compared with it. A bare number is reached from the side that is not
    /// wanted.
    pub(super) fn read(typed: &str, want: Option<Want>) -> Option<Self> {
        let found = amounts(typed).into_iter().next()?;
        let said = BOUNDS.iter().find(|(words, _)| ends_with(&found.before, words));
        let wanted = || match want {
            Some(Want::Up) => Some(Bound::AtMost),
            Some(Want::Down) => Some(Bound::AtLeast),
            Some(Want::Steady) | None => None,
        };
        let bare = || if found.before.is_empty() || ends_with(&found.before, "at") { wanted() } else { None };
        let bound = said.map(|(_, bound)| *bound).or_else(bare)?;
        Some(Self { bound, amount: found.amount })
    }

    /// Whether what was seen is beyond the level; `None` where the two cannot be compared. `base` is where the thing stood
    /// when it began to be watched.
    pub(super) fn is_crossed_by(self, seen: &Seen, base: Option<Amount>) -> Option<bool> {
        let level = self.amount.value;
        match self.bound {
            Bound::FallsBy => self.changed(seen, base).map(|change| -change >= level),
            Bound::RisesBy => self.changed(seen, base).map(|change| change >= level),
            bound => {
                let value = seen.value().filter(|value| value.fits(self.amount))?.value;
                Some(match bound {
                    Bound::Below => value < level,
                    Bound::AtMost => value <= level,
                    Bound::Above => value > level,
                    _ => value >= level,
                })
            }
        }
    }

    /// Returns by how much the thing moved: in percent of where it stood for a level in percent, else in its own unit.
    fn changed(self, seen: &Seen, base: Option<Amount>) -> Option<f64> {
        let relative = self.amount.unit == Unit::Percent;
        let from = seen.from.or(base);
        if let (Some(now), Some(from)) =
            (seen.value(), from.filter(|from| seen.value().is_some_and(|now| now.fits(*from))))
        {
            let change = now.value - from.value;
            if !relative {
                return now.fits(self.amount).then_some(change);
            }
            return (from.value.abs() > f64::EPSILON).then(|| change / from.value.abs() * 100.0);
        }
        let by = seen.by?;
        let comparable = if relative { by.unit == Unit::Percent } else { by.fits(self.amount) };
        comparable.then_some(if seen.down { -by.value } else { by.value })
    }
}

/// What was seen of a thing, as far as it holds numbers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Seen {
    /// Where it stands.
    at: Option<Amount>,
    /// Where it stood before, as the same words say.
    from: Option<Amount>,
    /// By how much it moved, as the words say.
    by: Option<Amount>,
    /// Whether it moved down.
    down: bool,
    /// The number that counts, with its unit, as said.
    pub(super) says: String,
}

impl Seen {
    /// Reads what was measured: "62", "at 62 this week", "from 75 to 62".
    pub(super) fn measured(words: &str) -> Self {
        let found = amounts(words);
        let at = standing(&found).or_else(|| found.first().filter(|found| !is_not_at(&found.before)));
        Self::of(&found, at, None, false)
    }

    /// Reads how far something moved: "to 62", "6pts since spring", "by 12 %", "from 75 to 62".
    pub(super) fn moved(direction: Direction, words: &str) -> Self {
        let found = amounts(words);
        let by = found.iter().find(|found| found.before.is_empty() || ends_with(&found.before, "by"));
        let at = standing(&found).or_else(|| {
            // "stayed flat at 62", and "flat 62".
            found.first().filter(|found| direction == Direction::Flat && found.before.is_empty())
        });
        Self::of(&found, at, by, direction == Direction::Down)
    }

    fn of(found: &[FoundAmount<'_>], at: Option<&FoundAmount<'_>>, by: Option<&FoundAmount<'_>>, down: bool) -> Self {
        let from = found.iter().find(|found| ["from", "was", "were"].iter().any(|word| ends_with(&found.before, word)));
        let says = at.or(by).map(|found| found.says.to_owned()).unwrap_or_default();
        let amount = |found: &FoundAmount<'_>| found.amount;
        Self { at: at.map(amount), from: from.map(amount), by: by.map(amount), down, says }
    }

    /// Returns where it stands; `None` where the words do not say.
    pub(super) const fn value(&self) -> Option<Amount> {
        self.at
    }
}

/// Returns the last number that words such as "to" or "now" put at the present.
fn standing<'f, 'a>(found: &'f [FoundAmount<'a>]) -> Option<&'f FoundAmount<'a>> {
    found.iter().rev().find(|found| AT.iter().any(|word| ends_with(&found.before, word)))
}

fn is_not_at(before: &str) -> bool {
    NOT_AT.iter().any(|word| ends_with(before, word))
}

/// Whether a text ends with these words.
fn ends_with(text: &str, words: &str) -> bool {
    let whole = |before: &str| before.is_empty() || before.ends_with(|c: char| !c.is_alphanumeric());
    text.trim_end().strip_suffix(words).is_some_and(|before| whole(before) || !words.starts_with(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crossed(level: &str, seen: &Seen, base: Option<&str>) -> Option<bool> {
        let base = base.and_then(|base| Seen::measured(base).value());
        WatchLevel::read(level, None).unwrap().is_crossed_by(seen, base)
    }

    #[test]
    fn every_word_for_a_bound_is_compared() {
        for (level, inside, beyond) in [
            ("below 70", "70", "69"),
            ("under 70 %", "71 %", "62 %"),
            ("less than 1,000", "1,200", "999"),
            ("fewer than 5 people", "5", "4"),
            ("at most 70", "71", "70"),
            ("above 6 hours", "6 hours", "6.5 hours"),
            ("over 6 hours", "300 min", "400 min"),
            ("more than 2k", "2,000", "2,001"),
            ("at least 10", "9", "10"),
            ("if it is < 70", "70", "69"),
        ] {
            assert_eq!(crossed(level, &Seen::measured(inside), None), Some(false), "{level} {inside}");
            assert_eq!(crossed(level, &Seen::measured(beyond), None), Some(true), "{level} {beyond}");
        }
    }

    #[test]
    fn what_was_seen_is_where_it_stands_and_not_how_far_it_moved() {
        let moved = |direction, words| crossed("below 70", &Seen::moved(direction, words), None);
        assert_eq!(moved(Direction::Down, "to 62"), Some(true));
        assert_eq!(moved(Direction::Down, "from 75 to 72 since May 2026"), Some(false));
        assert_eq!(moved(Direction::Flat, "at 62"), Some(true));
        assert_eq!(moved(Direction::Down, "6pts since spring"), None);
        assert_eq!(moved(Direction::Down, "by 12"), None);
        assert_eq!(moved(Direction::Down, "since 2024"), None);
        assert_eq!(crossed("below 70", &Seen::measured("at 62 in week 3"), None), Some(true));
        assert_eq!(crossed("below 70", &Seen::measured("was 75, now 62"), None), Some(true));
    }

    #[test]
    fn a_change_counts_only_where_it_can_be_computed() {
        let by = |seen: &Seen, base| crossed("falls by 10 %", seen, base);
        assert_eq!(by(&Seen::measured("62"), Some("75")), Some(true));
        assert_eq!(by(&Seen::measured("70"), Some("75")), Some(false));
        assert_eq!(by(&Seen::measured("62"), None), None);
        assert_eq!(by(&Seen::moved(Direction::Down, "by 12 %"), None), Some(true));
        assert_eq!(by(&Seen::moved(Direction::Up, "by 12 %"), None), Some(false));
        assert_eq!(by(&Seen::moved(Direction::Down, "by 12 points"), None), None);
        assert_eq!(by(&Seen::moved(Direction::Down, "from 75 to 62"), None), Some(true));
        assert_eq!(crossed("rises by 5", &Seen::measured("81"), Some("75")), Some(true));
    }

    #[test]
    fn hours_are_not_compared_with_percent_and_a_bare_number_needs_a_wanted_direction() {
        assert_eq!(crossed("above 6 hours", &Seen::measured("8 %"), None), None);
        assert_eq!(WatchLevel::read("60", None), None);
        let wanted = WatchLevel::read("60", Some(Want::Up)).unwrap();
        assert_eq!(wanted.is_crossed_by(&Seen::measured("60"), None), Some(true));
        assert_eq!(WatchLevel::read("when people complain", None), None);
    }
}
