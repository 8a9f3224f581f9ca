use std::cmp::Reverse;
use std::fmt;

use strum::VariantArray as _;

use super::attempt::{Attempt, Became};
use super::missed::Aspect;

/// The results of a drill so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Summary {
    /// The number of sentences for which a line was typed.
    pub(crate) typed: usize,
    /// The number of sentences that were skipped.
    pub(crate) skipped: usize,
    /// The number of lines that were recorded, and of those for which a reading is offered; the others stay text.
    pub(crate) recorded: usize,
    pub(crate) offered: usize,
    /// The number of sentences of which nothing was missing.
    pub(crate) whole: usize,
    /// The number of further sentences of which only details were missing: strength, delay or basis.
    pub(crate) but_for_detail: usize,
    /// The median time of a line, in milliseconds.
    pub(crate) median: u64,
    /// The number of the slowest line, counted from 1, and its time in milliseconds; `None` when no line was typed.
    pub(crate) slowest: Option<(usize, u64)>,
    /// The number of times each aspect was missed, the most frequent aspect first.
    pub(crate) missed: Vec<(Aspect, usize)>,
}

impl Summary {
    pub(super) fn of(attempts: &[Attempt]) -> Self {
        let typed = || (1..).zip(attempts).filter(|(_, attempt)| !attempt.is_skipped());
        let mut times: Vec<u64> = typed().map(|(_, attempt)| attempt.took).collect();
        times.sort_unstable();
        let slowest = typed()
            .map(|(number, attempt)| (number, attempt.took))
            .max_by_key(|(number, took)| (*took, Reverse(*number)));
        let whole = attempts.iter().filter(|attempt| attempt.is_whole()).count();
        Self {
            typed: times.len(),
            skipped: attempts.len() - times.len(),
            recorded: typed().filter(|(_, attempt)| attempt.became == Became::Recorded).count(),
            offered: typed().filter(|(_, attempt)| attempt.became == Became::Offered).count(),
            whole,
            but_for_detail: attempts.iter().filter(|attempt| attempt.is_caught()).count() - whole,
            median: median(&times),
            slowest,
            missed: tally(attempts),
        }
    }

    /// A tip for the next time.
    pub(crate) fn tip(&self) -> &'static str {
        match self.missed.first() {
            Some((aspect, _)) => aspect.tip(),
            None if self.typed == 0 => "Type whatever you catch; a line that is half right is mended later.",
            None if self.median > 15_000 => {
                "Nothing missed. Names of things are completed while you type: it is quicker."
            }
            None => "Nothing missed: you can hold the keyboard in any room.",
        }
    }
}

fn median(sorted: &[u64]) -> u64 {
    let middle = sorted.len() / 2;
    let upper = sorted.get(middle).copied().unwrap_or_default();
    let lower = if sorted.len().is_multiple_of(2) { sorted.get(middle.wrapping_sub(1)).copied() } else { None };
    lower.map_or(upper, |lower| lower.midpoint(upper))
}

fn tally(attempts: &[Attempt]) -> Vec<(Aspect, usize)> {
    let missed = || attempts.iter().flat_map(|attempt| &attempt.missed);
    let count = |aspect: Aspect| (aspect, missed().filter(|missed| missed.aspect == aspect).count());
    let mut tally: Vec<(Aspect, usize)> =
        Aspect::VARIANTS.iter().copied().map(count).filter(|(_, count)| *count > 0).collect();
    tally.sort_by_key(|(_, count)| Reverse(*count));
    tally
}

/// Formats milliseconds as seconds with one decimal.
pub(super) fn seconds(milliseconds: u64) -> String {
    format!("{}.{} s", milliseconds / 1000, milliseconds % 1000 / 100)
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = if self.typed == 1 { "sentence" } else { "sentences" };
        write!(f, "{} {of} typed: {} caught whole", self.typed, self.whole)?;
        if self.but_for_detail > 0 {
            write!(f, ", {} more but for a detail", self.but_for_detail)?;
        }
        if self.skipped > 0 {
            write!(f, "; {} skipped", self.skipped)?;
        }
        writeln!(f, ".")?;
        if self.typed > 0 {
            let text = self.typed - self.recorded - self.offered;
            writeln!(f, "{} recorded, {} offered, {text} text.", self.recorded, self.offered)?;
        }
        if let Some((number, took)) = self.slowest {
            writeln!(
                f,
                "Half of them within {}; the slowest, number {number}, in {}.",
                seconds(self.median),
                seconds(took)
            )?;
        }
        if !self.missed.is_empty() {
            let most: Vec<String> =
                self.missed.iter().take(3).map(|(aspect, count)| format!("{} ({count})", aspect.name())).collect();
            writeln!(f, "Missed most: {}.", most.join(", "))?;
        }
        write!(f, "{}", self.tip())
    }
}

#[cfg(test)]
mod tests {
    use super::super::missed::Missed;
    use super::*;

    fn attempt(took: u64, missed: &[Missed]) -> Attempt {
        Attempt { read_back: "Read.".into(), became: Became::Recorded, missed: missed.to_vec(), took }
    }

    fn skipped() -> Attempt {
        Attempt { read_back: String::new(), ..attempt(90_000, &[]) }
    }

    #[test]
    fn what_came_of_it_is_counted_and_timed() {
        let thing = Missed::thing("bot");
        let detail = Missed::basis(crate::record::Basis::Seen);
        let attempts =
            [attempt(4_000, &[]), attempt(9_000, &[thing.clone(), thing]), skipped(), attempt(6_500, &[detail])];
        let summary = Summary::of(&attempts);
        assert_eq!(summary.missed, [(Aspect::Thing, 2), (Aspect::Basis, 1)]);
        assert_eq!(
            summary.to_string(),
            "3 sentences typed: 1 caught whole, 1 more but for a detail; 1 skipped.\n\
             3 recorded, 0 offered, 0 text.\n\
             Half of them within 6.5 s; the slowest, number 2, in 9.0 s.\n\
             Missed most: things (2), how they know (1).\n\
             Take over the words of whoever speaks; the read-back shows whether they recognise them."
        );
        assert_eq!(Summary::of(&attempts[..2]).median, 6_500);
    }

    #[test]
    fn whoever_typed_nothing_is_encouraged() {
        let none = Summary::of(&[skipped()]).to_string();
        assert_eq!(
            none,
            "0 sentences typed: 0 caught whole; 1 skipped.\n\
             Type whatever you catch; a line that is half right is mended later."
        );
    }

    #[test]
    fn there_is_a_tip_for_everything_that_can_be_missed() {
        let tips: std::collections::BTreeSet<&str> = Aspect::VARIANTS.iter().copied().map(Aspect::tip).collect();
        assert_eq!(tips.len(), Aspect::VARIANTS.len());
    }
}
