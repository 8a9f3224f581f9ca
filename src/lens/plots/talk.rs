use std::collections::{BTreeMap, BTreeSet};

use jiff::SignedDuration;

use crate::graph::{Graph, Key, SpeakerUnits};
use crate::record::{Event, Exposure, Mode, Session};

use crate::lens::thresholds::FEWEST_PEOPLE;

/// The maximum number of stretches into which a session is divided.
const SLOTS: usize = 12;

/// The lengths of a stretch, in minutes; the shortest one is taken that gives few enough.
const MINUTES: [u32; 8] = [1, 2, 5, 10, 15, 20, 30, 60];

/// How many lines of each unit were written down in each stretch of a session. People are never told apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TalkPlot {
    /// The units of the people who were listed, in the order of their names.
    pub units: Vec<UnitTalk>,
    /// The number of people in units of so few that they are told together; 0 if none are.
    pub together: usize,
    /// The lines of people in such units; empty if none are told together.
    pub together_lines: Vec<usize>,
    /// The number of people in such units that are not told at all, because they would still be too few.
    pub left_out: usize,
    /// The lines that name no speaker, or one who is listed without a unit.
    pub unnamed: Vec<usize>,
    /// The length of a stretch, in minutes.
    pub minutes: u32,
}

/// The lines of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitTalk {
    /// The name of the unit.
    pub unit: String,
    /// The number of its people who were listed.
    pub people: usize,
    /// The number of lines in each stretch.
    pub lines: Vec<usize>,
}

impl UnitTalk {
    /// Returns the number of its lines.
    pub fn total(&self) -> usize {
        self.lines.iter().sum()
    }
}

impl TalkPlot {
    /// Counts the lines of a session of several people; empty for a session of one person, and for one that lists
    /// nobody with a unit.
    pub fn of(session: &Session, graph: &Graph) -> Self {
        let units = SpeakerUnits::of(graph);
        let people = units_of_people(session, &units);
        if session.mode() == Mode::Solo || people.is_empty() {
            return Self::default();
        }
        let said: Vec<(SignedDuration, Option<Key>)> = session
            .live()
            .filter(|event| counts(event))
            .map(|event| (session.time_within(event.at), units.of_speaker(session, event)))
            .collect();
        let (minutes, slots) = stretches(said.iter().map(|(at, _)| *at).max().unwrap_or_default());
        let slot = |at: SignedDuration| usize::try_from(at.as_mins()).unwrap_or(0) / minutes as usize;
        let mut lines: BTreeMap<Option<&Key>, Vec<usize>> = BTreeMap::new();
        for (at, unit) in &said {
            let unit = unit.as_ref().filter(|unit| people.contains_key(*unit));
            if let Some(count) = lines.entry(unit).or_insert_with(|| vec![0; slots]).get_mut(slot(*at)) {
                *count += 1;
            }
        }
        let counted = |unit: Option<&Key>| lines.get(&unit).cloned().unwrap_or_else(|| vec![0; slots]);
        let mut told: Vec<UnitTalk> = people
            .iter()
            .map(|(unit, people)| UnitTalk {
                unit: graph.label(unit).to_owned(),
                people: people.len(),
                lines: counted(Some(unit)),
            })
            .collect();
        told.sort_by_cached_key(|talk| (talk.unit.to_lowercase(), talk.unit.clone()));
        Self { units: told, unnamed: counted(None), minutes, ..Self::default() }
    }

    /// Returns the plot as others may read it: units of fewer than [`FEWEST_PEOPLE`] people are told together, or not at
    /// all if they would be too few even so.
    #[must_use]
    pub fn for_others(mut self) -> Self {
        let (units, small): (Vec<_>, Vec<_>) = self.units.into_iter().partition(|talk| talk.people >= FEWEST_PEOPLE);
        self.units = units;
        let people: usize = small.iter().map(|talk| talk.people).sum();
        if people < FEWEST_PEOPLE {
            return Self { left_out: people, ..self };
        }
        let mut lines = vec![0; self.unnamed.len()];
        for talk in &small {
            for (sum, count) in lines.iter_mut().zip(&talk.lines) {
                *sum += count;
            }
        }
        Self { together: people, together_lines: lines, ..self }
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.units.is_empty() && self.together == 0
    }

    /// Returns the largest number of lines in one stretch: the height of the tallest bar.
    pub fn most(&self) -> usize {
        let rows = self.units.iter().map(|talk| &talk.lines).chain([&self.together_lines, &self.unnamed]);
        rows.flatten().copied().max().unwrap_or_default()
    }
}

/// Whether an event is a line that everybody may know of.
fn counts(event: &Event) -> bool {
    event.is_line() && event.exposure != Exposure::Private
}

/// Returns the people of each unit, by their tags.
fn units_of_people<'s>(session: &'s Session, units: &SpeakerUnits<'_>) -> BTreeMap<Key, BTreeSet<&'s str>> {
    let mut people: BTreeMap<Key, BTreeSet<&str>> = BTreeMap::new();
    for person in session.everybody() {
        if let Some(unit) = person.party.as_deref().and_then(|party| units.of_party(party)) {
            people.entry(unit).or_default().insert(person.tag.as_str());
        }
    }
    people
}

/// Returns the length of a stretch in minutes, and how many there are up to this moment.
fn stretches(last: SignedDuration) -> (u32, usize) {
    let whole = usize::try_from(last.as_mins()).unwrap_or(0);
    let count = |minutes: u32| whole / minutes as usize + 1;
    let fitting = MINUTES.into_iter().find(|minutes| count(*minutes) <= SLOTS);
    let minutes = fitting.unwrap_or_else(|| u32::try_from(whole / SLOTS + 1).unwrap_or(u32::MAX));
    (minutes, count(minutes))
}
