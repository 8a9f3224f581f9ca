use std::fmt;

use super::fault::{Fault, Trouble};

/// The loss that the faults of a session file cause: lines that cannot be used, that are missing, or that may not be as
/// they were written. Faults of form that lose nothing do not count, such as CR LF, or a damaged mark under a proven
/// text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loss {
    /// The line of the first fault that counts, from 1.
    pub line: usize,
    /// The fault of the header; `None` when the header is sound.
    header: Option<&'static str>,
    /// How many lines cannot be used.
    unusable: u64,
    /// How many lines are missing.
    missing: u64,
    /// How many lines are used although they may not be as they were written.
    doubtful: u64,
    /// How many lines only a newer version can parse.
    newer: u64,
    /// How many lines still contain text that was ordered to be removed for good.
    unstruck: u64,
    /// Whether the file ends without its closing bracket.
    open: bool,
}

impl Loss {
    /// Returns the loss that these faults cause; `None` when every line is used as it was written.
    pub fn of(faults: &[Fault]) -> Option<Self> {
        let mut harm = Self::default();
        for fault in faults {
            if harm.counts(&fault.trouble) && harm.line == 0 {
                harm.line = fault.line;
            }
        }
        (harm.line > 0).then_some(harm)
    }

    /// Adds the loss of one fault; returns whether the fault loses anything.
    fn counts(&mut self, trouble: &Trouble) -> bool {
        match trouble {
            Trouble::NoHeader => self.header = Some("the header is missing"),
            Trouble::LateHeader => self.header = Some("the header is not where it belongs"),
            Trouble::Header { lost } if !lost.is_empty() => self.header = Some("the header is damaged"),
            Trouble::NewerHeader => self.header = Some("a newer version wrote the header"),
            Trouble::Gap { lines, .. } => self.unusable += *lines as u64,
            Trouble::SetAside | Trouble::TornTail { .. } | Trouble::AfterEnd { .. } => self.unusable += 1,
            Trouble::Missing { from, to } => self.missing += to.saturating_sub(*from) + 1,
            Trouble::Changed
            | Trouble::Unsealed
            | Trouble::Unproven
            | Trouble::Repeated { .. }
            | Trouble::OutOfOrder { .. } => self.doubtful += 1,
            Trouble::Zone { .. } => self.header = Some("its time zone is not known here"),
            Trouble::Newer => self.newer += 1,
            Trouble::Unstruck { .. } => self.unstruck += 1,
            Trouble::NotClosed => self.open = true,
            Trouble::Empty
            | Trouble::ByteOrderMark
            | Trouble::LineEnds { .. }
            | Trouble::Banner
            | Trouble::Header { .. }
            | Trouble::Mark
            | Trouble::End
            | Trouble::Glued
            | Trouble::Doubled { .. }
            | Trouble::Blank
            | Trouble::EarlyClosing
            | Trouble::Closing
            | Trouble::NoLineBreak => return false,
        }
        true
    }
}

impl fmt::Display for Loss {
    /// Writes the loss in one clause: "the header is damaged, 2 lines cannot be used".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counted = [
            (self.unusable, "cannot be used", "cannot be used"),
            (self.missing, "is missing", "are missing"),
            (self.doubtful, "may not be as it was written", "may not be as they were written"),
            (self.newer, "is of a newer version", "are of a newer version"),
            (self.unstruck, "that was to be removed still stands", "that were to be removed still stand"),
        ];
        let lines = counted.into_iter().filter(|(count, ..)| *count > 0).map(|(count, one, several)| match count {
            1 => format!("1 line {one}"),
            count => format!("{count} lines {several}"),
        });
        let open = self.open.then(|| "it ends without its closing bracket".to_owned());
        let parts: Vec<String> = self.header.map(str::to_owned).into_iter().chain(lines).chain(open).collect();
        f.write_str(&parts.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(troubles: impl IntoIterator<Item = Trouble>) -> Option<String> {
        let faults: Vec<Fault> = (3..).zip(troubles).map(|(line, trouble)| Fault::at(line, 1, trouble)).collect();
        Loss::of(&faults).map(|harm| format!("{}: {harm}", harm.line))
    }

    #[test]
    fn faults_of_form_cost_nothing() {
        assert_eq!(of([Trouble::Blank, Trouble::Mark, Trouble::LineEnds { lines: 3 }, Trouble::NoLineBreak]), None);
    }

    #[test]
    fn what_is_lost_is_counted_from_its_first_line_on() {
        let gap = || Trouble::Gap { lines: 2, bytes: 80, why: String::new() };
        let missing = Trouble::Missing { from: 4, to: 4 };
        assert_eq!(of([Trouble::Blank, gap(), missing]).unwrap(), "4: 2 lines cannot be used, 1 line is missing");
        assert_eq!(of([Trouble::NoHeader]).unwrap(), "3: the header is missing");
        let seals = [Trouble::Changed, Trouble::Unproven];
        assert_eq!(of(seals).unwrap(), "3: 2 lines may not be as they were written");
    }
}
