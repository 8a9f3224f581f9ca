use strum::IntoStaticStr;

use super::told::EventTeller;
use super::{Playhead, Timeline};
use crate::exercise::Catalogue;
use crate::graph::{Key, Ledger, Positions};
use crate::record::{Event, Exposure, Fact, Judgement};

/// What happened at a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum MarkerKind {
    /// Another exercise begins.
    Exercise,
    /// A person changes an earlier position.
    #[strum(serialize = "view-changed")]
    Turn,
    /// The room judges a finding.
    Judged,
    /// A decision is made.
    Decision,
    /// A person makes a promise.
    Promise,
    /// A line is taken back, or brought back.
    Undo,
    /// Answers that were collected without names are shown together.
    Reveal,
    /// A loop closes.
    Loop,
    /// People see one arrow in opposite ways.
    Dispute,
    /// A finding that is neither a loop nor a dispute shows for the first time.
    Appears,
    /// A finding no longer shows.
    Gone,
}

impl MarkerKind {
    /// Returns the name of the kind, as typed and as written in JSON.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// A moment of a session that is worth stopping at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker {
    /// The position right after the event.
    pub position: Playhead,
    /// What happened.
    pub kind: MarkerKind,
    /// A sentence about it that everybody may read.
    pub says: String,
}

impl Marker {
    /// Returns the first marker of these kinds after a position.
    pub fn next<'m>(markers: &'m [Marker], from: Playhead, kinds: &[MarkerKind]) -> Option<&'m Marker> {
        markers.iter().find(|marker| marker.position.heard > from.heard && kinds.contains(&marker.kind))
    }

    /// Returns the last marker of these kinds before a position.
    pub fn previous<'m>(markers: &'m [Marker], from: Playhead, kinds: &[MarkerKind]) -> Option<&'m Marker> {
        markers.iter().rfind(|marker| marker.position.heard < from.heard && kinds.contains(&marker.kind))
    }
}

/// What a reader jumps to, other than markers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A line said by a person of this unit, or naming the unit.
    Unit(String),
    /// A line that contains this text, in capitals or not.
    Word(String),
    /// The first event of a step.
    Step,
}

impl Timeline {
    /// Returns the markers that are found without reading the map, in order. [`super::Scan`] finds the others.
    pub fn markers(&self, catalogue: &Catalogue) -> Vec<Marker> {
        let mut ledger = Ledger::new();
        ledger.add_session(self.session(), &crate::record::Names::default());
        let teller = EventTeller::new(self.session(), &ledger, &[]);
        let (mut positions, mut exercise, mut markers) = (Positions::default(), None, Vec::new());
        for (place, event) in self.events().iter().enumerate() {
            let position = self.after(place + 1);
            let mut mark = |kind, says| markers.push(Marker { position, kind, says });
            let entered = entered(event).filter(|entered| exercise != Some(*entered));
            if let Some(entered) = entered {
                exercise = Some(entered);
                let title = catalogue.find(entered).map_or(entered, |found| found.title.as_str());
                mark(MarkerKind::Exercise, title.to_owned());
            }
            if event.exposure == Exposure::Private {
                continue;
            }
            if positions.turns(event, &ledger, self.session()) {
                // The unit may have only one person, so the sentence does not say whose view changed.
                let unnamed = Event { speaker: None, ..event.clone() };
                mark(MarkerKind::Turn, teller.sentence(&unnamed).unwrap_or_default());
            }
            for fact in event.stated() {
                if let Some((kind, says)) = of_fact(fact) {
                    mark(kind, says.map_or_else(|| teller.sentence(event).unwrap_or_default(), str::to_owned));
                }
            }
        }
        markers
    }

    /// Returns the position right after the next event that fits `wanted`.
    pub fn next(&self, from: Playhead, wanted: &Wanted) -> Option<Playhead> {
        let place = (from.heard..self.events().len()).find(|place| self.is_at(*place, wanted))?;
        Some(self.after(place + 1))
    }

    /// Returns the position right after the last earlier event that fits `wanted`.
    pub fn previous(&self, from: Playhead, wanted: &Wanted) -> Option<Playhead> {
        let place = (0..from.heard.saturating_sub(1)).rev().find(|place| self.is_at(*place, wanted))?;
        Some(self.after(place + 1))
    }

    fn is_at(&self, place: usize, wanted: &Wanted) -> bool {
        let Some(event) = self.events().get(place).filter(|event| event.exposure != Exposure::Private) else {
            return false;
        };
        match wanted {
            Wanted::Unit(unit) => self.is_of_unit(event, unit),
            Wanted::Word(word) => {
                event.said.as_deref().is_some_and(|said| said.to_lowercase().contains(&word.to_lowercase()))
            }
            Wanted::Step => {
                let before = place.checked_sub(1).and_then(|before| self.events().get(before));
                event.step.is_some() && before.is_none_or(|before| before.step != event.step)
            }
        }
    }

    /// Whether the event was said by a person of the unit, or names the unit.
    pub(super) fn is_of_unit(&self, event: &Event, unit: &str) -> bool {
        let wanted = Key::of(unit);
        let same = |text: &str| wanted.is_some() && Key::of(text) == wanted;
        let named = |fact: &Fact| match fact {
            Fact::Named { label, .. } => same(label),
            Fact::Claimed(claim) => same(&claim.from) || same(&claim.to),
            Fact::Stanced(stance) => same(&stance.from) || same(&stance.to),
            _ => false,
        };
        let speaks = event.exposure == Exposure::Room
            && event.speaker.as_deref().is_some_and(|tag| {
                let seats = self.session().everybody();
                seats.iter().any(|person| person.tag == tag && person.party.as_deref().is_some_and(same))
            });
        speaks || event.facts.iter().any(named)
    }
}

/// Returns the exercise that an event enters, else the exercise in which it was said.
pub(super) fn entered(event: &Event) -> Option<&str> {
    let enters = event.facts.iter().find_map(|fact| match fact {
        Fact::StepEntered { step, .. } => Some(step.exercise.as_str()),
        _ => None,
    });
    enters.or_else(|| event.step.as_ref().map(|step| step.exercise.as_str()))
}

/// Returns the kind of marker a fact makes, with the text of the marker; `None` for the text means the sentence of the
/// line.
const fn of_fact(fact: &Fact) -> Option<(MarkerKind, Option<&'static str>)> {
    Some(match fact {
        Fact::Judged { judgement: Judgement::True, .. } => (MarkerKind::Judged, Some("The room said that it is so.")),
        Fact::Judged { judgement: Judgement::NotTrue, .. } => {
            (MarkerKind::Judged, Some("The room said that it is not so."))
        }
        Fact::Judged { judgement: Judgement::Later, .. } => (MarkerKind::Judged, Some("The room left it open.")),
        Fact::Decided { .. } => (MarkerKind::Decision, None),
        Fact::Committed { .. } => (MarkerKind::Promise, None),
        Fact::Retracted { .. } => (MarkerKind::Undo, Some("A line was taken back.")),
        Fact::Restored { .. } => (MarkerKind::Undo, Some("A line was brought back.")),
        Fact::Revealed { .. } => (MarkerKind::Reveal, Some("Unnamed answers were shown together.")),
        _ => return None,
    })
}
