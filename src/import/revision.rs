//! Notes that were mended after they became a session: which of their lines are new, changed or gone.
//!
//! A line is the same when it says the same, said by the same person in the same step; when it was said is not compared.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::Range;

use crate::record::{Event, Fact, SeatTag, Session, StepId};

/// What makes a line of notes the line it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SaidLine {
    /// Who said it.
    pub speaker: Option<SeatTag>,
    /// In which step.
    pub step: Option<StepId>,
    /// What.
    pub text: String,
}

/// A line that a session has from notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierLine {
    /// Its event.
    pub seq: u64,
    /// What it says; nothing once its text was removed for good.
    pub said: Option<SaidLine>,
    /// Whether it stands, and if not, who took it back.
    pub standing: LineStanding,
}

/// Whether a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineStanding {
    /// It does.
    Stands,
    /// It was gone from the notes when the session was brought up to date.
    GoneFromNotes,
    /// Somebody took it back.
    TakenBack,
}

/// What becomes of a line of the notes as they are now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Becomes {
    /// It is in the session already.
    There,
    /// It was, and is again: this event stands again.
    Again(u64),
    /// It takes the place of this event.
    Instead(u64),
    /// It is new.
    New,
    /// A line was removed for good where it stands, so it stays out.
    LeftOut,
}

/// What brings a session up to date with its notes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revision {
    /// What becomes of each line of the notes, in their order.
    pub lines: Vec<Becomes>,
    /// The events whose lines are gone from the notes.
    pub gone: Vec<u64>,
}

impl Revision {
    /// How many lines are another or not there.
    pub fn changes(&self) -> usize {
        let changed = |becomes: &&Becomes| !matches!(becomes, Becomes::There | Becomes::LeftOut);
        self.lines.iter().filter(changed).count() + self.gone.len()
    }

    /// How many lines are as they were.
    pub fn unchanged(&self) -> usize {
        self.lines.iter().filter(|becomes| **becomes == Becomes::There).count()
    }
}

/// The lines that a session has from notes, and those that were removed for good among them, in file order.
pub fn noted(session: &Session) -> Vec<EarlierLine> {
    let events = session.events();
    let from_notes = |event: &Event| event.source.is_some() && event.said.is_some();
    let Some(last) = events.iter().rposition(from_notes) else { return Vec::new() };
    // What was removed for good no longer tells where it came from: where it stands among the lines of the notes, or
    // directly after them, it was one.
    let after = events.iter().skip(last + 1).take_while(|event| event.is_struck()).count();
    // An undo in the notes is a line of its own.
    let is_update = |event: &&Event| event.source.is_some() && event.said.is_none();
    let updates = events.iter().filter(is_update).flat_map(|event| &event.facts);
    let by_update: BTreeSet<u64> =
        updates.filter_map(|fact| if let Fact::Retracted { seq } = fact { Some(*seq) } else { None }).collect();
    let lines = events.iter().take(last + 1 + after).filter(|event| from_notes(event) || event.is_struck());
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

/// What an event that was typed says.
pub fn said(event: &Event) -> Option<SaidLine> {
    let text = event.said.as_deref()?.trim().to_owned();
    Some(SaidLine { speaker: event.speaker.clone(), step: event.step.clone(), text })
}

/// Compares what a session has from notes with the notes as they are now.
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

/// For each line of the notes the place of the same line in the session: one that stands before one that does not.
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

/// What becomes of a line that is not in the session: it takes the place of the first line that is gone from where it
/// stands in the notes.
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
