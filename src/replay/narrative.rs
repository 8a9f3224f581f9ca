//! A session told as a story: chapter by chapter and line by line, with the findings that each line led to.

use std::collections::{BTreeMap, BTreeSet};

use jiff::SignedDuration;

use super::told::EventTeller;
use super::{Marker, MarkerKind, Scan, Timeline};
use crate::exercise::Catalogue;
use crate::graph::{Evidence, Ledger, Owner};
use crate::lens::{Finding, Narration};
use crate::record::spoken::{TAKEN_BACK, counted, listed};
use crate::record::{Event, Matter, Session, SessionTime, Spent, whole_millis};

/// The minimum time for which a finding must show to be told. Before that, the room may be about to say what is missing.
const LASTING: SignedDuration = SignedDuration::from_mins(3);

/// The minimum time between the two statements of a finding for the remark that nobody in the room put them together.
const APART: SignedDuration = SignedDuration::from_mins(5);

/// The maximum number of remarks after one line.
const REMARKS: usize = 2;

/// The remark from which on the map is no longer read after every line, because the session is too long.
const RARELY: &str =
    "From here on the map is looked at after every so many lines; what shows only in between is not told.";

/// One exercise of the story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chapter {
    /// The title of the exercise; empty for lines before the first exercise.
    pub title: String,
    /// The moment at which it began.
    pub at: SessionTime,
    /// The minutes planned and the minutes taken, in this order; `None` if the exercise was not walked.
    pub time: Option<[u64; 2]>,
    /// The lines of the story in this exercise.
    pub lines: Vec<StoryLine>,
}

/// One line of the story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryLine {
    /// The moment at which it was said.
    pub at: SessionTime,
    /// The sentence; empty if the line has only remarks.
    pub says: String,
    /// The remarks about findings that this line led to.
    pub remarks: Vec<String>,
}

/// Tells a session as a story. It reads the map once for every line, so callers run it in the background, never before
/// a key is drawn.
///
/// `carried` holds the promises, questions and parked items that earlier sessions left open.
pub fn narrative(timeline: &mut Timeline, catalogue: &Catalogue, carried: &[Matter]) -> Vec<Chapter> {
    let markers = timeline.markers(catalogue);
    let turns = markers.iter().filter(|marker| marker.kind == MarkerKind::Turn);
    let turns: BTreeSet<usize> = turns.map(|marker| marker.position.heard).collect();
    let mut remarks = remarks(timeline, &turns);
    let ledger = timeline.ledger(timeline.events().len());
    let session = timeline.session();
    let teller = EventTeller::new(session, &ledger, carried);
    let spent = session.spent();
    let mut chapters = vec![Chapter::default()];
    let mut markers = markers.iter().peekable();
    for (place, event) in session.events().iter().enumerate() {
        let mut here: Vec<&Marker> = Vec::new();
        while let Some(marker) = markers.next_if(|marker| marker.position.heard <= place + 1) {
            here.push(marker);
        }
        if let Some(entered) = here.iter().find(|marker| marker.kind == MarkerKind::Exercise) {
            let time = time(&spent, event);
            chapters.push(Chapter { title: entered.says.clone(), at: event.at, time, lines: Vec::new() });
        }
        let turned = turns.contains(&(place + 1));
        let undone = here.iter().find(|marker| marker.kind == MarkerKind::Undo);
        // The unit may have only one person, so a sentence about a changed view does not name the unit.
        let unnamed = Event { speaker: event.speaker.clone().filter(|_| !turned), ..event.clone() };
        let says = undone.map(|undone| undone.says.clone()).or_else(|| teller.sentence(&unnamed)).unwrap_or_default();
        let gone = undone.is_none() && !says.is_empty() && !session.stands(event.seq);
        let says = if gone { format!("{TAKEN_BACK}{says}") } else { says };
        let mut remarks = remarks.get_mut(place).map(std::mem::take).unwrap_or_default();
        if turned {
            remarks.insert(0, "A view changed.".to_owned());
        }
        if let Some(chapter) = chapters.last_mut().filter(|_| !says.is_empty() || !remarks.is_empty()) {
            chapter.lines.push(StoryLine { at: event.at, says, remarks });
        }
    }
    chapters.retain(|chapter| !chapter.lines.is_empty() || chapter.time.is_some());
    chapters
}

/// Returns the minutes planned for the exercise that an event enters, and the minutes taken by it.
fn time(spent: &[Spent], event: &Event) -> Option<[u64; 2]> {
    let exercise = event.step.as_ref().map(|step| step.exercise.as_str()).or_else(|| super::marker::entered(event))?;
    let of: Vec<_> = spent.iter().filter(|spent| spent.step.exercise == exercise).collect();
    let planned = of.iter().map(|spent| spent.planned.max(SignedDuration::ZERO)).sum();
    let taken = of.iter().map(|spent| spent.taken).sum();
    let minutes = |duration: SignedDuration| (whole_millis(duration) + 30_000) / 60_000;
    (!of.is_empty()).then_some([planned, taken].map(minutes))
}

/// A finding with the moment at which it stopped showing; `None` if it still shows at the end.
type SeenFinding = (Finding, Option<SessionTime>);

/// Writes the remarks after each event, about findings that last. For events in `turns` no remark says whose view
/// changed.
fn remarks(timeline: &mut Timeline, turns: &BTreeSet<usize>) -> Vec<Vec<String>> {
    let (seen, rarely) = seen(timeline);
    let lasts = |place: usize, (finding, until): &SeenFinding| match until {
        None => true,
        Some(_) if matches!(finding.treatment().narration, Narration::AtTheEnd(_)) => false,
        Some(until) => until.since(timeline.after(place + 1).at) >= LASTING,
    };
    let remark = |place: usize, finding: &Finding| {
        let event = timeline.events().get(place).filter(|_| !turns.contains(&(place + 1)));
        let apart = event.and_then(|event| apart(timeline.session(), event, finding));
        format!("{}{}", finding.says, apart.map(|apart| format!(" {apart}")).unwrap_or_default())
    };
    let of_event = |(place, found): (usize, &Vec<SeenFinding>)| {
        let lasting = found.iter().filter(|seen| lasts(place, seen));
        lasting.map(|(finding, _)| remark(place, finding)).take(REMARKS).collect()
    };
    let mut remarks: Vec<Vec<String>> = seen.iter().enumerate().map(of_event).collect();
    if let Some(remarks) = rarely.and_then(|place| remarks.get_mut(place)) {
        remarks.push(RARELY.to_owned());
    }
    remarks
}

/// Returns the findings of the story by the event they came with, and the first event after which the map was not read.
fn seen(timeline: &mut Timeline) -> (Vec<Vec<SeenFinding>>, Option<usize>) {
    let mut scan = Scan::new();
    let mut seen: Vec<Vec<SeenFinding>> = Vec::new();
    // For each finding that shows now: its indices in `seen`.
    let mut showing: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    let mut rarely = None;
    while let Some(sighting) = scan.step(timeline) {
        let now = timeline.after(scan.heard()).at;
        for (place, at) in sighting.gone.iter().flat_map(|gone| showing.remove(&gone.key()).unwrap_or_default()) {
            if let Some((_, until)) = seen.get_mut(place).and_then(|found| found.get_mut(at)) {
                *until = Some(now);
            }
        }
        let place = seen.len();
        if sighting.passed > 0 && rarely.is_none() {
            rarely = Some(place - sighting.passed);
        }
        seen.push(Vec::new());
        for finding in sighting.grown.into_iter().chain(sighting.new).filter(is_told) {
            let place = came_with(&finding, timeline, place - sighting.passed, place);
            let Some(found) = seen.get_mut(place) else { continue };
            showing.entry(finding.key()).or_default().push((place, found.len()));
            found.push((finding, None));
        }
    }
    (seen, rarely)
}

/// Returns the event that a finding came with, if the map was not read after every event: the last event that the
/// finding rests on.
fn came_with(finding: &Finding, timeline: &Timeline, first: usize, last: usize) -> usize {
    let Some(passed) = timeline.events().get(first..=last).filter(|_| first < last) else { return last };
    let here = &timeline.session().header().id;
    let rests_on = |event: &Event| finding.evidence.iter().any(|said| *said.session == **here && said.seq == event.seq);
    passed.iter().rposition(rests_on).map_or(last, |place| first + place)
}

/// Whether a finding is told in the story; the others are only listed.
fn is_told(finding: &Finding) -> bool {
    match finding.treatment().narration {
        Narration::Never => false,
        Narration::From(least) | Narration::AtTheEnd(least) => finding.band() >= least,
    }
}

/// Writes the remark that the two statements of a finding were said long apart, by different people.
fn apart(session: &Session, event: &Event, finding: &Finding) -> Option<String> {
    // A statement that was made without a name has no speaker.
    let speaker = session.masked(event).speaker;
    // The same tag may belong to another person in another session.
    let said_here = || finding.evidence.iter().filter(|said| *said.session == *session.header().id);
    let of_others =
        |evidence: &&Evidence| evidence.seq < event.seq && evidence.speaker.as_deref() != speaker.as_deref();
    let here = said_here().any(|evidence| evidence.seq == event.seq);
    let earlier = said_here().filter(of_others).max_by_key(|evidence| evidence.seq).filter(|_| here)?;
    let between = event.at.since(earlier.at);
    if between < APART {
        return None;
    }
    // The speaker has a seat in this session, so the map is not needed to name the unit.
    let no_map = Ledger::new();
    let unit = |tag: Option<&str>| tag.and_then(|tag| Owner::of(session, &no_map, tag).called());
    let whose = [unit(earlier.speaker.as_deref()), unit(speaker.as_deref())];
    let whose: Vec<String> = whose.into_iter().flatten().collect();
    let by = match whose.as_slice() {
        [one, other] if one != other => format!(" by {}", listed(&whose, "and")),
        _ => String::new(),
    };
    Some({
        let minutes = usize::try_from(between.as_mins()).unwrap_or_default();
        format!("Said {} apart{by}; the map put it together.", counted(minutes, "minute", "minutes"))
    })
}
