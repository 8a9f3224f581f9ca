//! Compares changed notes with the session that was made from them: which lines are new, changed or gone.
//!
//! Two lines are equal when they have the same text, speaker and step; their times are not compared.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::Range;

use crate::record::{Event, Fact, SeatTag, Session, StepId};

/// The parts of a line of notes by which it is identified.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SaidLine {
    /// The tag of the speaker; `None` when nobody was named.
    pub speaker: Option<SeatTag>,
    /// The step in which the line was said; `None` outside of any step.
    pub step: Option<StepId>,
    /// The text of the line.
    pub text: String,
}

/// A line of the session that was made from a line of notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierLine {
    /// The number of its event.
    pub seq: u64,
    /// The line; `None` when its text was removed for good.
    pub said: Option<SaidLine>,
    /// Whether the line still counts, and if not, how it was taken back.
    pub standing: LineStanding,
}

/// Whether a line is live, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineStanding {
    /// The line is live.
    Stands,
    /// An update took the line back, because it was gone from the notes.
    GoneFromNotes,
    /// A person took the line back.
    TakenBack,
}

/// What an update does with a line of the current notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Becomes {
    /// Nothing: the session contains the line already.
    There,
    /// Restores the event with this number, which was taken back when the line was gone from the notes.
    Again(u64),
    /// Replaces the event with this number.
    Instead(u64),
    /// Adds the line as new.
    New,
    /// Leaves the line out, because a line at its place was removed for good.
    LeftOut,
}

/// The changes that bring a session up to date with its notes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revision {
    /// What happens to each line of the current notes, in order.
    pub lines: Vec<Becomes>,
    /// The numbers of the events whose lines are gone from the notes.
    pub gone: Vec<u64>,
}

impl Revision {
    /// Returns the number of lines that are changed, new or gone.
    pub fn changes(&self) -> usize {
        let changed = |becomes: &&Becomes| !matches!(becomes, Becomes::There | Becomes::LeftOut);
        self.lines.iter().filter(changed).count() + self.gone.len()
    }

    /// Returns the number of lines that are unchanged.
    pub fn unchanged(&self) -> usize {
        self.lines.iter().filter(|becomes| **becomes == Becomes::There).count()
    }
}

/// Returns the lines of a session that come from notes, including those removed for good, in file order.
pub fn noted(session: &Session) -> Vec<EarlierLine> {
    // A line that was corrected since is compared by the words of the notes.
    let recorded: Vec<&Event> = session.recorded().collect();
    let events = || recorded.iter().copied();
    let from_notes = |event: &Event| event.source.is_some() && event.said.is_some();
    let Some(last) = recorded.iter().rposition(|event| from_notes(event)) else { return Vec::new() };
    // An event that was removed for good no longer states its source. If it stands among the lines of the notes or
    // directly after them, it is counted as one of them.
    let after = events().skip(last + 1).take_while(|event| event.is_struck()).count();
    // An undo in the notes is itself a line of the notes.
    let is_update = |event: &&Event| event.source.is_some() && event.said.is_none();
    let updates = events().filter(is_update).flat_map(|event| &event.facts);
    let by_update: BTreeSet<u64> =
        updates.filter_map(|fact| if let Fact::Retracted { seq } = fact { Some(*seq) } else { None }).collect();
    let lines = events().take(last + 1 + after).filter(|event| from_notes(event) || event.is_struck());
    lines
        .map(|event| {
            let standing = match event.seq {
                seq if session.stands(seq) => LineStanding::Stands,
                seq if by_update.contains(&seq) => LineStanding::GoneFromNotes,
                _ => LineStanding::TakenBack,
            };
            EarlierLine { seq: event.seq, said: said(event), standing }
        })
        .collect()
}

/// Returns the line of an event; `None` when the event was not typed.
pub fn said(event: &Event) -> Option<SaidLine> {
    let text = event.said.as_deref()?.trim().to_owned();
    Some(SaidLine { speaker: event.speaker.clone(), step: event.step.clone(), text })
}

/// Compares the lines of a session that come from notes with the current notes.
pub fn revision(before: &[EarlierLine], now: &[SaidLine]) -> Revision {
    let places = same_lines(before, now);
    let matched: BTreeSet<usize> = places.iter().flatten().copied().collect();
    let mut replaced = BTreeSet::new();
    let mut revision = Revision::default();
    let mut next = 0;
    for place in places {
        let becomes = match place.and_then(|place| before.get(place)) {
            Some(noted) if noted.standing == LineStanding::GoneFromNotes => Becomes::Again(noted.seq),
            Some(_) => Becomes::There,
            None => {
                let gap_ends = matched.range(next..).next().copied().unwrap_or(before.len());
                in_its_place(before, next..gap_ends, &mut replaced)
            }
        };
        next = place.map_or(next, |place| place + 1);
        revision.lines.push(becomes);
    }
    let is_left = |place: &usize| !matched.contains(place) && !replaced.contains(place);
    let left = before.iter().enumerate().filter(|(place, noted)| is_left(place) && noted.said.is_some());
    revision.gone =
        left.filter(|(_, noted)| noted.standing == LineStanding::Stands).map(|(_, noted)| noted.seq).collect();
    revision
}

/// Returns for each line of the notes the index of an equal line in the session; a live line is preferred.
fn same_lines(before: &[EarlierLine], now: &[SaidLine]) -> Vec<Option<usize>> {
    let mut places: BTreeMap<&SaidLine, VecDeque<usize>> = BTreeMap::new();
    for stands in [true, false] {
        for (place, noted) in
            before.iter().enumerate().filter(|(_, noted)| (noted.standing == LineStanding::Stands) == stands)
        {
            if let Some(said) = &noted.said {
                places.entry(said).or_default().push_back(place);
            }
        }
    }
    now.iter().map(|said| places.get_mut(said)?.pop_front()).collect()
}

/// Returns what happens to a line that is not in the session: it replaces the first line that is gone from the same gap
/// in the notes; without such a line it is new.
fn in_its_place(before: &[EarlierLine], gap: Range<usize>, replaced: &mut BTreeSet<usize>) -> Becomes {
    for place in gap.filter(|place| !replaced.contains(place)).collect::<Vec<_>>() {
        match before.get(place) {
            Some(EarlierLine { said: None, .. }) => {
                replaced.insert(place);
                return Becomes::LeftOut;
            }
            Some(EarlierLine { seq, standing: LineStanding::Stands, .. }) => {
                replaced.insert(place);
                return Becomes::Instead(*seq);
            }
            _ => {}
        }
    }
    Becomes::New
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(text: &str) -> SaidLine {
        SaidLine { speaker: None, step: None, text: text.to_owned() }
    }

    /// `-` before a line: gone from the notes before; `!`: taken back by hand; `*` alone: removed for good.
    fn session(lines: &[&str]) -> Vec<EarlierLine> {
        let noted = |(seq, line): (u64, &&str)| {
            let (standing, text) = match line.split_at(1) {
                ("-", rest) => (LineStanding::GoneFromNotes, rest),
                ("!", rest) => (LineStanding::TakenBack, rest),
                _ => (LineStanding::Stands, *line),
            };
            EarlierLine { seq, said: (text != "*").then(|| says(text)), standing }
        };
        (1..).zip(lines).map(noted).collect()
    }

    fn becomes(before: &[&str], now: &[&str]) -> (Vec<Becomes>, Vec<u64>) {
        let now: Vec<SaidLine> = now.iter().map(|text| says(text)).collect();
        let Revision { lines, gone } = revision(&session(before), &now);
        (lines, gone)
    }

    #[test]
    fn the_same_notes_change_nothing_and_a_line_that_stands_twice_does() {
        use Becomes::{New, There};
        assert_eq!(becomes(&["a", "b"], &["a", "b"]), (vec![There, There], vec![]));
        assert_eq!(becomes(&["a", "b"], &["b", "a"]), (vec![There, There], vec![]));
        assert_eq!(becomes(&["a"], &["a", "a"]), (vec![There, New], vec![]));
        assert_eq!(becomes(&["a", "a"], &["a"]), (vec![There], vec![2]));
    }

    #[test]
    fn a_changed_line_takes_the_place_of_the_one_it_was() {
        use Becomes::{Instead, New, There};
        assert_eq!(becomes(&["a", "b", "c"], &["a", "x", "c"]), (vec![There, Instead(2), There], vec![]));
        assert_eq!(becomes(&["a", "c"], &["a", "x", "c"]), (vec![There, New, There], vec![]));
        assert_eq!(becomes(&["a", "b", "c"], &["a", "c"]), (vec![There, There], vec![2]));
        assert_eq!(becomes(&["a", "b", "c"], &["x", "y"]), (vec![Instead(1), Instead(2)], vec![3]));
    }

    #[test]
    fn what_was_taken_back_by_hand_stays_so_and_what_comes_back_to_the_notes_stands_again() {
        use Becomes::{Again, There};
        assert_eq!(becomes(&["a", "!b"], &["a", "b"]), (vec![There, There], vec![]));
        assert_eq!(becomes(&["a", "-b"], &["a", "b"]), (vec![There, Again(2)], vec![]));
        assert_eq!(becomes(&["a", "-b"], &["a"]), (vec![There], vec![]));
    }

    #[test]
    fn what_was_removed_for_good_stays_out() {
        use Becomes::{Instead, LeftOut, New, There};
        assert_eq!(becomes(&["a", "*", "c"], &["a", "secret", "c"]), (vec![There, LeftOut, There], vec![]));
        assert_eq!(becomes(&["*", "b"], &["secret", "x"]), (vec![LeftOut, Instead(2)], vec![]));
        assert_eq!(becomes(&["*", "b"], &["b", "x"]), (vec![There, New], vec![]));
    }
}
