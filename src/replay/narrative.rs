//! A session told as a story: chapter by chapter, line by line, with what the map put together on the way.

use std::collections::{BTreeMap, BTreeSet};

use jiff::SignedDuration;

use super::told::EventTeller;
use super::{Marker, MarkerKind, Scan, Timeline};
use crate::exercise::Catalogue;
use crate::graph::{Evidence, Ledger, Owner};
use crate::lens::{Finding, Narration};
use crate::record::spoken::{TAKEN_BACK, listed};
use crate::record::{Event, Matter, Session, SessionTime, Spent, whole_millis};

/// A finding is told when it shows for at least this long: before that the room may be about to say the
/// missing half.
const LASTING: SignedDuration = SignedDuration::from_mins(3);

/// When two things were said at least this long apart, the map put them together, and nobody in the room did.
const APART: SignedDuration = SignedDuration::from_mins(5);

/// At most this many remarks follow one line.
const REMARKS: usize = 2;

/// The remark where a session becomes too long for the map to be read after every line.
const RARELY: &str =
    "From here on the map is looked at after every so many lines; what shows only in between is not told.";

/// One exercise of the story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chapter {
    /// Its title. Empty before the first exercise.
    pub title: String,
    /// When it began.
    pub at: SessionTime,
    /// Minutes planned and minutes taken, if the exercise was walked.
    pub time: Option<[u64; 2]>,
    /// What was said.
    pub lines: Vec<StoryLine>,
}

/// One line of the story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryLine {
    /// When it was said.
    pub at: SessionTime,
    /// The sentence. Empty if there are only remarks.
    pub says: String,
    /// The remarks about findings that came with it.
    pub remarks: Vec<String>,
}

/// The story of a session. It reads the map once for every line, so it runs beside the screen and not before a key is drawn.
///
/// What earlier sessions left open is `carried`.
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
        // There may be only one person of the unit whose view changed.
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

/// Minutes planned for the exercise that an event enters, and taken by it.
fn time(spent: &[Spent], event: &Event) -> Option<[u64; 2]> {
    let exercise = event.step.as_ref().map(|step| step.exercise.as_str()).or_else(|| super::marker::entered(event))?;
    let of: Vec<_> = spent.iter().filter(|spent| spent.step.exercise == exercise).collect();
    let planned = of.iter().map(|spent| spent.planned.max(SignedDuration::ZERO)).sum();
    let taken = of.iter().map(|spent| spent.taken).sum();
    let minutes = |duration: SignedDuration| (whole_millis(duration) + 30_000) / 60_000;
    (!of.is_empty()).then_some([planned, taken].map(minutes))
}

/// A finding with the moment at which it stopped to show. None if it shows at the end.
type SeenFinding = (Finding, Option<SessionTime>);

/// The remarks after each event, about findings that last. At events in `turns` nothing says whose view changed.
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

/// The findings of the story by the event they came with, and the first event after which the map was not looked at.
fn seen(timeline: &mut Timeline) -> (Vec<Vec<SeenFinding>>, Option<usize>) {
    let mut scan = Scan::new();
    let mut seen: Vec<Vec<SeenFinding>> = Vec::new();
    // For each finding that shows now, the places in `seen` at which it is told.
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

/// The event with which a finding came, where several events lie between two looks: the last one it rests on.
fn came_with(finding: &Finding, timeline: &Timeline, first: usize, last: usize) -> usize {
    let Some(passed) = timeline.events().get(first..=last).filter(|_| first < last) else { return last };
    let here = &timeline.session().header().id;
    let rests_on = |event: &Event| finding.evidence.iter().any(|said| *said.session == **here && said.seq == event.seq);
    passed.iter().rposition(rests_on).map_or(last, |place| first + place)
}

/// Whether a finding is part of the story, rather than of a list.
fn is_told(finding: &Finding) -> bool {
    match finding.treatment().narration {
        Narration::Never => false,
        Narration::From(least) | Narration::AtTheEnd(least) => finding.band() >= least,
    }
}

/// The remark that the two halves of a finding were said long apart, by different people.
fn apart(session: &Session, event: &Event, finding: &Finding) -> Option<String> {
    // What was said without a name belongs to nobody.
    let speaker = session.masked(event).speaker;
    // A tag of another session may be somebody else's.
    let said_here = || finding.evidence.iter().filter(|said| *said.session == *session.header().id);
    let of_others =
        |evidence: &&Evidence| evidence.seq < event.seq && evidence.speaker.as_deref() != speaker.as_deref();
    let here = said_here().any(|evidence| evidence.seq == event.seq);
    let earlier = said_here().filter(of_others).max_by_key(|evidence| evidence.seq).filter(|_| here)?;
    let between = event.at.since(earlier.at);
    if between < APART {
        return None;
    }
    // Whoever speaks has a seat, about which no map says more.
    let no_map = Ledger::new();
    let unit = |tag: Option<&str>| tag.and_then(|tag| Owner::of(session, &no_map, tag).called());
    let whose = [unit(earlier.speaker.as_deref()), unit(speaker.as_deref())];
    let whose: Vec<String> = whose.into_iter().flatten().collect();
    let by = match whose.as_slice() {
        [one, other] if one != other => format!(" by {}", listed(&whose, "and")),
        _ => String::new(),
    };
    Some(format!("Said {} minutes apart{by}; the map put it together.", between.as_mins()))
}
