//! Corrects any line of the session: its words, or who said it.

use super::Recording;
use crate::app::open_session::OpenSession;
use crate::capture::Reading;
use crate::exercise::Catalogue;
use crate::record::{Event, Fact, SeatTag, Session, SessionTime};

impl Recording {
    /// Returns the recording as it stood where a line was said: what was said before it and still holds, and everybody
    /// who is known by now. `None` if there is no such line.
    pub fn before_line(&self, line: u64, catalogue: &Catalogue) -> Option<Self> {
        self.session.event(line)?;
        let joins = |event: &Event| {
            let facts: Vec<Fact> = event.facts.iter().filter(|fact| matches!(fact, Fact::Joined(_))).cloned().collect();
            (!facts.is_empty()).then(|| Event { seq: event.seq, at: event.at, facts, ..Event::default() })
        };
        let holds = self.session.live().filter_map(|event| match event.seq {
            seq if seq < line => Some(event.clone()),
            _ => joins(event),
        });
        let session = Session::fold(self.session.header().clone(), holds);
        let open = OpenSession {
            base: self.base.clone(),
            names: self.names.clone(),
            carried: self.carried.clone(),
            own_words: self.own_words.clone(),
            elsewhere: self.elsewhere.clone(),
            conventions: self.conventions,
            ..OpenSession::alone(session)
        };
        let mut there = Self::new(open, catalogue);
        // A name that was listed later is a name in this line too.
        there.persons.clone_from(&self.persons);
        there.as_typed.clone_from(&self.as_typed);
        Some(there)
    }

    /// Returns the event that puts a reading in the place of a line; `None` if there is no such line.
    pub fn corrected(&self, line: u64, reading: &Reading, at: SessionTime) -> Option<Event> {
        let event = self.session.event(line)?;
        let said = Some(reading.said.clone());
        Some(self.in_place_of(event, reading.speaker.clone(), said, reading.facts.clone(), at))
    }

    /// Returns the event that says a line was said by another seat, or by nobody in particular; `None` if there is no
    /// such line.
    ///
    /// What the line says depends on who said it, so it is read again, unless it holds a reading that was chosen for it.
    pub fn said_by(&self, line: u64, seat: Option<&SeatTag>, at: SessionTime, catalogue: &Catalogue) -> Option<Event> {
        let event = self.session.event(line)?;
        let said = event.said.clone()?;
        let context = self.context_of(line, catalogue)?;
        let read = |seat: Option<&SeatTag>| context.read(&said, seat.map(AsRef::as_ref), catalogue).facts;
        let is_as_read = same(&read(event.speaker.as_ref()), &event.facts);
        let facts = if is_as_read { read(seat) } else { promised_by(event, seat) };
        Some(self.in_place_of(event, seat.cloned(), Some(said), facts, at))
    }

    /// Returns the event that states these facts in the place of a line: it takes back the version that stands there.
    /// An arrow of the line keeps its number.
    pub(super) fn in_place_of(
        &self,
        line: &Event,
        speaker: Option<SeatTag>,
        said: Option<String>,
        facts: Vec<Fact>,
        at: SessionTime,
    ) -> Event {
        let taken_back = Fact::Retracted { seq: self.session.version(line.seq) };
        let facts = [taken_back].into_iter().chain(self.numbered_as(line, facts)).collect();
        Event { speaker, said, step: line.step.clone(), exposure: line.exposure, ..self.event(facts, at) }
    }

    /// Gives each claim the number of the claim that it replaces; further claims get new numbers.
    fn numbered_as(&self, line: &Event, facts: Vec<Fact>) -> Vec<Fact> {
        let before =
            line.facts.iter().filter_map(|fact| if let Fact::Claimed(claim) = fact { Some(claim.claim) } else { None });
        let mut numbers = before.chain(self.session.next_claim()..);
        let mut facts = facts;
        for fact in &mut facts {
            if let Fact::Claimed(claim) = fact {
                claim.claim = numbers.next().unwrap_or(claim.claim);
            }
        }
        facts
    }
}

/// Returns the facts of a line that holds a chosen reading, as said by another seat: the speaker's own promises become
/// those of that seat.
fn promised_by(line: &Event, seat: Option<&SeatTag>) -> Vec<Fact> {
    let own = |who: &Option<String>| who.is_some() && who.as_deref() == line.speaker.as_deref();
    let facts = line.facts.iter().cloned().map(|fact| match fact {
        Fact::Committed { text, who, due, about, about_to } if own(&who) => {
            Fact::Committed { text, who: seat.map(ToString::to_string), due, about, about_to }
        }
        fact => fact,
    });
    facts.collect()
}

/// Whether two readings state the same, apart from the numbers of their claims.
fn same(one: &[Fact], other: &[Fact]) -> bool {
    let unnumbered = |fact: &Fact| match fact.clone() {
        Fact::Claimed(mut claim) => {
            claim.claim = 0;
            Fact::Claimed(claim)
        }
        fact => fact,
    };
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| unnumbered(one) == unnumbered(other))
}
