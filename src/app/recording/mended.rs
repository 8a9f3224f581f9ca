//! New words, or a new reading, for an earlier line: read where that line stands, recorded in its place.

use super::Recording;
use crate::app::open_session::OpenSession;
use crate::capture::{Form, Reading};
use crate::exercise::{AnswerFrame, Catalogue};
use crate::record::parts::{is_split, joined_parts, parts_of};
use crate::record::{Event, Fact, SeatTag, Session, SessionTime};

/// What was known and asked where an earlier line stands: the lines before it as they stand now, its step, and the
/// subject that the talk was at.
#[derive(Clone, Debug)]
pub struct LineContext {
    /// The line as it stands now.
    pub line: Event,
    there: Recording,
    frame: AnswerFrame,
}

impl Recording {
    /// Returns the line with this number as it stands now: with its newest words and reading, under its first number.
    pub fn line(&self, seq: u64) -> Option<Event> {
        self.session.event(seq).filter(|event| event.is_line()).cloned()
    }

    /// Returns the context of an earlier line, by its number; `None` if there is no such line.
    ///
    /// It takes as long as reading the session up to that line.
    pub fn context_of(&self, seq: u64, catalogue: &Catalogue) -> Option<LineContext> {
        let line = self.line(seq)?;
        let there = self.before(&line, catalogue);
        let frame = there.asked(catalogue).frame;
        Some(LineContext { line, there, frame })
    }

    /// Returns the session before a line, with everybody who is listed by now.
    fn before(&self, line: &Event, catalogue: &Catalogue) -> Self {
        let orders = |fact: &Fact| fact.is_undo_or_redo() || matches!(fact, Fact::StrikeOrdered { .. });
        let earlier = self.session.live().filter(|event| event.seq < line.seq);
        let earlier = earlier.filter(|event| !event.stated().iter().any(orders));
        let as_read = |event: &Event| Event { facts: event.stated().to_vec(), ..event.clone() };
        let mut session = Session::fold(self.session.header().clone(), earlier.map(as_read));
        // A seat that was given later may be the one that speaks.
        let known: Vec<SeatTag> = session.everybody().iter().map(|person| person.tag.clone()).collect();
        let newcomers = self.session.everybody().iter().filter(|person| !known.contains(&person.tag));
        let joined: Vec<Fact> = newcomers.cloned().map(Fact::Joined).collect();
        if !joined.is_empty() {
            session.push(Event { seq: line.seq, at: line.at, facts: joined, ..Event::default() });
        }
        let open = OpenSession {
            base: self.base.clone(),
            names: self.names.clone(),
            elsewhere: self.elsewhere.clone(),
            carried: self.carried.clone(),
            own_words: self.own_words.clone(),
            ..OpenSession::alone(session)
        };
        let mut there = Self::new(open, catalogue);
        there.spoken.clone_from(&self.spoken);
        there.as_typed.clone_from(&self.as_typed);
        there
    }

    /// Returns the event that puts a reading in the place of a line. Arrows keep the numbers of the arrows that the line
    /// drew before, in order.
    pub fn mended(&self, line: &Event, reading: &Reading, at: SessionTime) -> Event {
        let before = line.facts.iter().filter_map(|fact| match fact {
            Fact::Claimed(claim) => Some(claim.claim),
            _ => None,
        });
        let mut numbers = before.chain(self.session.next_claim()..);
        let mut numbered = |fact: Fact| match fact {
            Fact::Claimed(mut claim) => {
                claim.claim = numbers.next().unwrap_or(claim.claim);
                Fact::Claimed(claim)
            }
            fact => fact,
        };
        let read = reading.facts.iter().cloned().map(&mut numbered);
        let facts = [Fact::Retracted { seq: line.seq }].into_iter().chain(read).collect();
        Event {
            speaker: reading.speaker.clone(),
            said: Some(reading.said.clone()),
            exposure: line.exposure,
            source: line.source.clone(),
            ..self.event(facts, at)
        }
    }

    /// Returns the event that records an offered reading in place of a line: one event with the words of the line, so
    /// that undo brings the line back as text.
    pub fn reread(&self, line: &Event, offered: &Reading, at: SessionTime) -> Event {
        let speaker = offered.speaker.clone().or_else(|| line.speaker.clone());
        let said = line.said.clone().unwrap_or_else(|| offered.said.clone());
        self.mended(line, &Reading { speaker, said, ..offered.clone() }, at)
    }
}

impl LineContext {
    /// Returns how a line without grammar of its own is read there.
    pub const fn frame(&self) -> &AnswerFrame {
        &self.frame
    }

    /// Reads words in place of the line's, as said by this seat unless they begin with a tag. Words that are split are
    /// read part by part, each knowing the parts before it. Offered readings are of the whole line.
    pub fn read(&self, words: &str, seat: Option<&str>, catalogue: &Catalogue) -> Reading {
        if !is_split(words) {
            return as_statement(self.there.read(words, seat, &self.frame, self.line.at));
        }
        let mut read = self.clone();
        let mut parts: Vec<Reading> = Vec::new();
        for part in parts_of(words) {
            let speaker = parts.first().map_or(seat, |first| first.speaker.as_deref());
            let reading = as_statement(read.there.read(part, speaker, &read.frame, self.line.at));
            let event = read.there.spoken(&reading, self.line.at);
            read.there.apply(event, catalogue);
            read.frame = read.there.asked(catalogue).frame;
            parts.push(reading);
        }
        let offered = parts.iter().any(|part| !part.offers.is_empty()).then(|| {
            let taken = parts.iter().map(|part| part.offers.first().unwrap_or(part).clone());
            joined(taken.collect())
        });
        let whole = joined(parts).unwrap_or_else(|| read.there.read("", seat, &read.frame, self.line.at));
        Reading { offers: offered.flatten().into_iter().collect(), ..whole }
    }

    /// Returns the reading of the line's own words as said by another seat; nobody for `None`.
    ///
    /// A reading that is not what the words say alone, such as an offer that was taken, stays: only what it says about
    /// its speaker is changed.
    pub fn said_by(&self, seat: Option<&SeatTag>, catalogue: &Catalogue) -> Reading {
        let said = self.line.said.clone().unwrap_or_default();
        let before = self.line.speaker.as_ref();
        let own = self.read(&said, before.map(|tag| tag.as_str()), catalogue);
        if same_statements(&own.facts, &self.line.facts) {
            let read = self.read(&said, seat.map(|tag| tag.as_str()), catalogue);
            return Reading { speaker: seat.cloned(), said, ..read };
        }
        let owned = |fact: &Fact| match fact.clone() {
            Fact::Committed { text, who, due, about, about_to } => {
                let his_own = who.is_some() && who.as_deref() == before.map(|tag| tag.as_str());
                let who = if his_own { seat.map(ToString::to_string) } else { who };
                Fact::Committed { text, who, due, about, about_to }
            }
            fact => fact,
        };
        let facts = self.line.facts.iter().map(owned).collect();
        Reading { speaker: seat.cloned(), said, facts, offers: Vec::new(), ..own }
    }

    /// Returns the line as a plain note: its words and nothing else.
    pub fn as_note(&self) -> Reading {
        let said = self.line.said.clone().unwrap_or_default();
        let facts = vec![Fact::Answered { text: said.clone() }];
        let plain = self.there.read("", None, &self.frame, self.line.at);
        Reading { speaker: self.line.speaker.clone(), said, form: Form::Text, facts, ..plain }
    }
}

/// Returns a reading that states something: words that would take back or bring back a line are text in this place.
fn as_statement(reading: Reading) -> Reading {
    if !reading.facts.iter().any(Fact::is_undo_or_redo) {
        return reading;
    }
    let facts = vec![Fact::Answered { text: reading.said.clone() }];
    Reading { form: Form::Text, facts, ..reading }
}

/// Joins the readings of the parts of a split line; `None` if there is none.
fn joined(parts: Vec<Reading>) -> Option<Reading> {
    let said = joined_parts(parts.iter().map(|part| part.said.as_str()));
    let whole = parts.into_iter().reduce(|mut whole, part| {
        whole.facts.extend(part.facts);
        whole.mentions.extend(part.mentions);
        whole.amber.extend(part.amber);
        whole.because.extend(part.because);
        whole.why = whole.why.or(part.why);
        if whole.form == Form::Text {
            whole.form = part.form;
        }
        whole
    })?;
    Some(Reading { said, offer: None, ..whole })
}

/// Whether two lists of facts state the same, whatever the numbers of their arrows.
fn same_statements(one: &[Fact], other: &[Fact]) -> bool {
    let plain = |fact: &Fact| match fact.clone() {
        Fact::Claimed(mut claim) => {
            claim.claim = 0;
            Fact::Claimed(claim)
        }
        fact => fact,
    };
    one.iter().map(plain).eq(other.iter().map(plain))
}
