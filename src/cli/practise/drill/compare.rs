use std::collections::BTreeSet;

use super::Missed;
use crate::graph::Key;
use crate::record::{Basis, Claim, Direction, Fact, Position, Sign, Strength};

/// The share of words that two texts must have in common to count as the same, in tenths.
const ENOUGH_WORDS: usize = 5;

/// Returns the parts of the wanted facts that are missing in the typed ones. Typed facts beyond the wanted ones do not
/// count. `also` holds groups of names that are accepted for each other.
pub(super) fn missed(wanted: &[Fact], typed: &[Fact], also: &[Vec<String>]) -> Vec<Missed> {
    let line = PracticeLine { typed, also };
    let mut missed: Vec<Missed> = Vec::new();
    for found in wanted.iter().flat_map(|fact| line.lacks(fact)) {
        if !missed.contains(&found) {
            missed.push(found);
        }
    }
    missed
}

/// The facts of a typed line, and the groups of names that are accepted for each other.
struct PracticeLine<'a> {
    typed: &'a [Fact],
    also: &'a [Vec<String>],
}

impl PracticeLine<'_> {
    fn lacks(&self, wanted: &Fact) -> Vec<Missed> {
        match wanted {
            Fact::Claimed(claim) => self.lacks_of_claim(claim),
            Fact::Stanced(wanted) => {
                let stance = |fact: &Fact| {
                    matches!(fact, Fact::Stanced(found) if found.position == wanted.position
                    && self.same(&found.from, &wanted.from) && self.same(&found.to, &wanted.to))
                };
                self.unless(
                    stance,
                    match wanted.position {
                        Position::Yes => "the answer: yes",
                        Position::No => "the answer: no",
                        Position::Unsure => "the answer: unsure",
                    },
                )
            }
            Fact::Observed { label, direction, .. } => {
                let found = self.typed.iter().find_map(|fact| match fact {
                    Fact::Observed { label: found, direction, .. } if self.same(found, label) => Some(direction),
                    _ => None,
                });
                match found {
                    Some(found) if found == direction => Vec::new(),
                    Some(_) => vec![Missed::sign(up_or_down(*direction), label)],
                    None => self.or_things([label], Missed::form("that somebody saw it: saw")),
                }
            }
            Fact::Asked { text } => {
                let asked = |fact: &Fact| matches!(fact, Fact::Asked { text: found } if says(found, text));
                self.unless(asked, "the question")
            }
            Fact::Committed { text, who, due, .. } => {
                let found = self.typed.iter().find_map(|fact| match fact {
                    Fact::Committed { text: found, who, due, .. } if says(found, text) => Some((who, due)),
                    _ => None,
                });
                let Some((found_who, found_due)) = found else { return vec![Missed::form("the promise: do")] };
                let same_person = who.as_deref().map(str::to_lowercase) == found_who.as_deref().map(str::to_lowercase);
                let person = who.as_deref().filter(|_| !same_person).map(Missed::person);
                let date = (due != found_due).then(Missed::date);
                person.into_iter().chain(date).collect()
            }
            _ => Vec::new(),
        }
    }

    fn lacks_of_claim(&self, wanted: &Claim) -> Vec<Missed> {
        let ends = |claim: &&Claim| self.same(&claim.from, &wanted.from) && self.same(&claim.to, &wanted.to);
        let alike = self.claims().find(|claim| ends(claim) && claim.kind == wanted.kind);
        if let Some(found) = alike.or_else(|| self.claims().find(ends)) {
            return lacks_of(wanted, found);
        }
        let turned = |claim: &Claim| self.same(&claim.from, &wanted.to) && self.same(&claim.to, &wanted.from);
        if self.claims().any(turned) {
            return vec![Missed::direction(wanted)];
        }
        self.or_things([&wanted.from, &wanted.to], Missed::arrow(wanted))
    }

    fn claims(&self) -> impl Iterator<Item = &Claim> {
        self.typed.iter().filter_map(|fact| match fact {
            Fact::Claimed(claim) => Some(claim),
            _ => None,
        })
    }

    fn unless(&self, says_it: impl Fn(&Fact) -> bool, what: &str) -> Vec<Missed> {
        if self.typed.iter().any(says_it) { Vec::new() } else { vec![Missed::form(what)] }
    }

    /// The things of `labels` that are missing on the line; if none of them is missing, `else_missed`.
    fn or_things<const N: usize>(&self, labels: [&String; N], else_missed: Missed) -> Vec<Missed> {
        let absent: Vec<Missed> =
            labels.into_iter().filter(|label| !self.mentions(label)).map(|label| Missed::thing(label)).collect();
        if absent.is_empty() { vec![else_missed] } else { absent }
    }

    fn mentions(&self, label: &str) -> bool {
        self.typed.iter().any(|fact| match fact {
            Fact::Claimed(claim) => self.same(&claim.from, label) || self.same(&claim.to, label),
            Fact::Named { label: found, .. } | Fact::Set { label: found, .. } | Fact::Observed { label: found, .. } => {
                self.same(found, label)
            }
            _ => false,
        })
    }

    /// Whether two names stand for the same thing.
    fn same(&self, one: &str, other: &str) -> bool {
        let (one, other) = (Key::of(one), Key::of(other));
        let in_group = |key: &Option<Key>, group: &[String]| group.iter().any(|name| Key::of(name) == *key);
        one == other || self.also.iter().any(|group| in_group(&one, group) && in_group(&other, group))
    }
}

/// The aspects that are missing in a claim between the right things.
fn lacks_of(wanted: &Claim, found: &Claim) -> Vec<Missed> {
    if found.kind != wanted.kind {
        return vec![Missed::relation(wanted)];
    }
    let sign = wanted.kind.carries_sign() && found.sign != wanted.sign;
    let strength = wanted.strength != Strength::Some && found.strength != wanted.strength;
    let delay = wanted.delay.filter(|delay| found.delay != Some(*delay));
    let basis = wanted.basis != Basis::default() && found.basis != wanted.basis;
    let sign = sign.then(|| Missed::sign(wanted.sign, &wanted.to));
    let strength = strength.then(|| Missed::strength(wanted.strength));
    let basis = basis.then(|| Missed::basis(wanted.basis));
    sign.into_iter().chain(strength).chain(delay.map(Missed::delay)).chain(basis).collect()
}

const fn up_or_down(direction: Direction) -> Sign {
    match direction {
        Direction::Up => Sign::Plus,
        Direction::Down => Sign::Minus,
        Direction::Flat => Sign::NoEffect,
    }
}

/// Whether a text has at least half of the words of another; more is not required, because people shorten what they
/// take down.
fn says(found: &str, wanted: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        text.to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.len() > 3)
            .map(str::to_owned)
            .collect()
    };
    let (found, wanted) = (words(found), words(wanted));
    wanted.intersection(&found).count() * 10 >= wanted.len() * ENOUGH_WORDS
}

#[cfg(test)]
mod tests {
    use super::super::Drill;
    use super::super::missed::Aspect;
    use crate::exercise::{PracticeSet, Spoken};

    /// The aspects that are missing when `typed` is the line for a sentence that should become `line`, after these
    /// lines.
    fn missed_after(before: &[&str], line: &str, typed: &str) -> Vec<Aspect> {
        let spoken = |line: &str| Spoken {
            who: "ana".into(),
            says: String::new(),
            line: line.into(),
            sentence: None,
            also: vec![vec!["handle time".into(), "time per call".into()]],
        };
        let sentences = before.iter().copied().chain([line]).map(spoken).collect();
        let practice = PracticeSet { people: Vec::new(), sentences };
        let mut drill = Drill::new(practice, "2026-11-20T09:00:00Z".parse().unwrap());
        for _ in before {
            drill.take("", 0).unwrap();
        }
        drill.take(typed, 0).unwrap().missed.iter().map(|missed| missed.aspect).collect()
    }

    #[test]
    fn lines_are_compared_by_what_they_mean() {
        use Aspect::{Arrow, Basis, Date, Delay, Direction, Form, Person, Relation, Sign, Strength, Thing};

        let cases: &[(&str, &str, &[Aspect])] = &[
            ("Bot -> less handle time", "bot -> less Handle Time", &[]),
            ("Bot -> less handle time", "Bot -> handle time : -", &[]),
            ("Bot -> less handle time", "Bot lowers handle time", &[]),
            ("Bot -> less handle time", "Bot -> less time per call", &[]),
            ("Bot -> less handle time", "Bot -> less handle time : -- 1w seen", &[]),
            ("Bot -> less handle time", "Bot -> handle time", &[Sign]),
            ("Bot -> less handle time", "Bot -> more handle time", &[Sign]),
            ("Bot -> less handle time", "handle time -> less Bot", &[Direction]),
            ("Bot -> less handle time", "Bot -> less calls", &[Thing]),
            ("Bot -> less handle time", "Assistant -> less calls", &[Thing, Thing]),
            ("Bot -> less handle time", "they are happy", &[Thing, Thing]),
            ("Bot -> less handle time", "Bot needs handle time", &[Relation]),
            ("Bot needs feed", "Bot -> feed", &[Relation]),
            ("Bot needs feed", "feed needs Bot", &[Direction]),
            ("Bot -> less calls, more trust", "Bot -> less calls", &[Thing]),
            ("Bot -> less calls, more trust", "Bot -> less calls, trust", &[Sign]),
            ("Bot -> less calls, more trust", "calls -> more trust", &[Thing]),
            ("A -> more B : ++ 1w seen", "A -> more B", &[Strength, Delay, Basis]),
            ("A -> more B : ++ 1w seen", "A -> more B : ++ 1m guess", &[Delay, Basis]),
            ("saw calls up since March", "saw calls up", &[]),
            ("saw calls up since March", "saw calls down", &[Sign]),
            ("saw calls up since March", "Bot -> more calls", &[Form]),
            ("saw calls up since March", "saw cost up", &[Thing]),
            ("who tells the drivers?", "? who tells drivers", &[]),
            ("who tells the drivers?", "park drivers", &[Form]),
            ("do ask the drivers : ana due fri", "do ask drivers : Ana due fri", &[]),
            ("do ask the drivers : ana due fri", "do ask the drivers", &[Person, Date]),
            ("do ask the drivers : ana due fri", "do ask the drivers : bo due 2w", &[Person, Date]),
            ("do ask the drivers : ana due fri", "ask the drivers", &[Form]),
            ("A -> more B", "A -> more C, more B", &[]),
        ];
        for (line, typed, expected) in cases {
            assert_eq!(missed_after(&[], line, typed), *expected, "{typed:?} for {line:?}");
        }
        assert_eq!(missed_after(&["A -> more B"], "no", "no"), []);
        assert_eq!(missed_after(&["A -> more B"], "no", "no A -> B"), []);
        assert_eq!(missed_after(&["A -> more B"], "no", "yes"), [Form]);
        let known = &["A -> more B", "B -> more C"];
        assert_eq!(missed_after(known, "A -> more C", "A -> more B -> more C"), [Arrow]);
    }
}
