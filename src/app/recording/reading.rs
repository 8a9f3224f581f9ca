//! How a line is read, and the sentence that is read back for it.

use super::Recording;
use crate::capture::{self, Amber, Context, Doubt, Form, Reading};
use crate::exercise::AnswerFrame;
use crate::graph::Owner;
use crate::record::long_form::LongForm;
use crate::record::{Claim, Event, Exposure, Fact, Mode, ONESELF, Session, SessionTime};

/// A frame as the grammar asks it.
struct InStep<'a> {
    frame: &'a AnswerFrame,
    session: &'a Session,
}

impl InStep<'_> {
    fn unit(&self, speaker: Option<&str>) -> Option<&str> {
        self.session.person(speaker?)?.party.as_deref()
    }
}

impl capture::StepGrammar for InStep<'_> {
    fn answer(&self, said: &str, speaker: Option<&str>) -> Option<LongForm> {
        self.frame.answered(said, self.unit(speaker))
    }

    fn complete(&self, said: &str, speaker: Option<&str>) -> Option<LongForm> {
        self.frame.completed(said, self.unit(speaker))
    }

    fn refuses(&self, said: &str) -> bool {
        self.frame.refuses(said)
    }

    fn keep(&self, said: &str) -> Option<String> {
        self.frame.text_of(said)
    }
}

impl Recording {
    /// How a line would be read now, said by this seat unless it begins with a tag.
    ///
    /// `frame` is what a line without grammar of its own becomes.
    pub fn read(&self, line: &str, seat: Option<&str>, frame: &AnswerFrame, at: SessionTime) -> Reading {
        let mut reading = self.read_unnamed(line, seat, frame, at);
        reading.facts = reading.facts.into_iter().map(|fact| self.as_recorded(fact, frame.imagined)).collect();
        reading.amber.extend(miscounted(&reading, frame));
        reading
    }

    /// A line without names, read in the step.
    pub(super) fn read_in_step(&self, line: &str, seat: Option<&str>, frame: &AnswerFrame, at: SessionTime) -> Reading {
        let step = InStep { frame, session: &self.session };
        capture::read_in_step(line, &step, &self.context(at).spoken_by(seat))
    }

    /// The sentence that is read back for a reading.
    pub fn read_back(&self, reading: &Reading, at: SessionTime) -> String {
        capture::read_back(reading, &self.context(at), &|tag| Some(self.called(tag).to_owned()))
    }

    /// The sentence that was read back for an event; none for what is not said in the room.
    pub fn retell(&self, event: &Event) -> Option<String> {
        capture::retell(event, &self.context(event.at), &|tag| Some(self.called(tag).to_owned()))
    }

    /// The sentence that is read back for a reading on a screen that is the room's.
    pub fn read_back_in_public(&self, reading: &Reading, at: SessionTime) -> String {
        capture::read_back(reading, &self.context(at), &|who| self.in_public(who))
    }

    /// The sentence for an event as the room may read it; none for what is private, and for what is not said.
    pub fn retell_in_public(&self, event: &Event) -> Option<String> {
        if event.exposure == Exposure::Private {
            return None;
        }
        capture::retell(event, &self.context(event.at), &|who| self.in_public(who))
    }

    /// How a seat is called where the room can see it: by the first part of the name its owner asked for, or its unit.
    fn in_public(&self, who: &str) -> Option<String> {
        Owner::of(&self.session, &self.ledger, who).called()
    }

    fn context(&self, at: SessionTime) -> Context<'_> {
        Context::new(&self.ledger, &self.session, &self.heard).on(self.day(at)).carrying(&self.carried)
    }

    /// A fact as it is recorded: marked as imagined where the step asks for somebody else's view. In a session of one
    /// person a promise with a day is theirs.
    fn as_recorded(&self, fact: Fact, imagined: bool) -> Fact {
        match fact {
            Fact::Claimed(claim) => Fact::Claimed(Claim { imagined: claim.imagined || imagined, ..claim }),
            Fact::Committed { text, who, due, about, about_to } => {
                let own = || (self.session.mode() == Mode::Solo && due.is_some()).then(|| ONESELF.to_owned());
                let who = who.or_else(own);
                Fact::Committed { text, who, due, about, about_to }
            }
            fact => fact,
        }
    }
}

/// The doubt about more hands than people, or about numbers that answer nothing and stay text.
fn miscounted(reading: &Reading, frame: &AnswerFrame) -> Option<Amber> {
    let why = match reading.facts.as_slice() {
        [Fact::Voted { hands, .. }] => frame.too_many(hands)?,
        _ => frame.objection(&reading.said).filter(|_| reading.form == Form::Text)?,
    };
    Some(Amber { doubt: Doubt::Count, why, offer: None })
}
