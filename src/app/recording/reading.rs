//! How a line is read, and the sentence that is read back to the room.

use super::Recording;
use crate::capture::{self, Amber, Context, Doubt, Form, KnownPerson, Reading, StepAsks};
use crate::exercise::{ASKING_VERBS, AnswerFrame, Attendee, as_task};
use crate::graph::Owner;
use crate::record::long_form::{LongForm, SpokenPromise};
use crate::record::{
    Claim, Event, Exposure, Fact, Mode, ONESELF, Position, Session, SessionTime, Verdict, numbers_alone,
};

/// The frame of a step, as the grammar requires it.
struct InStep<'a> {
    frame: &'a AnswerFrame,
    session: &'a Session,
    /// The people present, where the frame lists nobody.
    present: Vec<Attendee>,
}

impl InStep<'_> {
    fn unit(&self, speaker: Option<&str>) -> Option<&str> {
        let seat = speaker.and_then(|speaker| self.session.person(speaker));
        seat.and_then(|seat| seat.party.as_deref()).or(self.frame.whose.as_deref())
    }
}

impl capture::StepGrammar for InStep<'_> {
    fn answer(&self, said: &str, speaker: Option<&str>) -> Option<LongForm> {
        self.frame.answered(said, self.unit(speaker))
    }

    fn complete(&self, said: &str, speaker: Option<&str>) -> Option<LongForm> {
        self.frame.completed(said, self.unit(speaker))
    }

    fn asks(&self) -> StepAsks {
        let frame = self.frame;
        StepAsks {
            promises: frame.asks_for_promises(),
            leads: frame.leads_promises(),
            approaches: &ASKING_VERBS,
            outcomes: frame.asks_for_outcomes(),
            decisions: frame.asks_for_decisions(),
            decides_on: frame.decides_on().map(str::to_owned),
            positions: frame.takes_positions(),
            sentences: frame.takes_sentences(),
            names: frame.lists_names(),
            relation: frame.relates_by(),
            people: frame.people.iter().chain(&self.present).map(known_person).collect(),
        }
    }

    fn promised(&self, promise: SpokenPromise) -> Option<LongForm> {
        self.frame.promised(promise)
    }

    fn moved(&self, day: &str) -> Option<LongForm> {
        self.frame.moved(day)
    }

    fn decided(&self, verdict: Verdict, rest: &str, by: Option<&str>) -> Option<LongForm> {
        self.frame.decided(verdict, rest, by)
    }

    fn voted(&self, counts: &[(Verdict, u16)]) -> Option<LongForm> {
        self.frame.voted_for(counts)
    }

    fn positioned(&self, position: Position, words: &str) -> Option<LongForm> {
        self.frame.positioned(position, words)
    }

    fn complete_about(&self, about: &str, said: &str, speaker: Option<&str>) -> Option<LongForm> {
        self.frame.completed_about(about, said, self.unit(speaker))
    }

    fn refuses(&self, said: &str) -> bool {
        self.frame.refuses(said)
    }

    fn keep(&self, said: &str) -> Option<String> {
        self.frame.text_of(said)
    }
}

/// Returns a person present as lines name them.
pub(super) fn known_person(seat: &Attendee) -> KnownPerson {
    KnownPerson { tag: seat.tag.clone(), name: seat.name.clone() }
}

impl Recording {
    /// Reads a line as said by this seat, unless the line begins with a tag. `frame` tells how a line without grammar
    /// of its own is read.
    pub fn read(&self, line: &str, seat: Option<&str>, frame: &AnswerFrame, at: SessionTime) -> Reading {
        let mut reading = self.read_unnamed(line, seat, frame, at);
        if self.session.mode() == Mode::Solo {
            take_own_promise(&mut reading);
        }
        let recorded = |facts: &mut Vec<Fact>| {
            *facts = std::mem::take(facts).into_iter().map(|fact| self.as_recorded(fact, frame.imagined)).collect();
        };
        recorded(&mut reading.facts);
        self.give_noted_tag(&mut reading);
        reading.offers.iter_mut().for_each(|offer| recorded(&mut offer.facts));
        let doubt = if reading.is_of_a_poll() { self.doubts_count(&reading.said) } else { miscounted(&reading, frame) };
        reading.amber.extend(doubt);
        reading
    }

    /// A note that is no more than the tag of somebody says who said it: the tag becomes the speaker where none is known,
    /// and is no part of what was said. The tag of somebody else stays, as that of the seat, which every page replaces.
    fn give_noted_tag(&self, reading: &mut Reading) {
        for fact in &mut reading.facts {
            let Fact::Claimed(claim) = fact else { continue };
            let seat = claim.note.as_deref().and_then(|note| self.tag_of_seat(note.trim()));
            if let Some(seat) = seat {
                let other = reading.speaker.as_ref().is_some_and(|speaker| *speaker != seat);
                claim.note = other.then(|| seat.to_string());
                reading.speaker.get_or_insert(seat);
            }
        }
    }

    /// Reads a line without names in the current step.
    pub(super) fn read_in_step(&self, line: &str, seat: Option<&str>, frame: &AnswerFrame, at: SessionTime) -> Reading {
        let present = if frame.people.is_empty() { self.seats() } else { Vec::new() };
        let step = InStep { frame, session: &self.session, present };
        let reading = capture::read_in_step(line, &step, &self.context(at).spoken_by(seat));
        if frame.only_offers { capture::only_offered(reading) } else { reading }
    }

    /// Returns the doubt about numbers that are the count of the open poll.
    fn doubts_count(&self, said: &str) -> Option<Amber> {
        let tally = self.session.poll()?.tally(&numbers_alone(said)?, self.session.people().len());
        Some(Amber { doubt: Doubt::Count, why: tally.ok()?.says?, offer: None })
    }

    /// Returns the sentence that is read back for a reading.
    pub fn read_back(&self, reading: &Reading, at: SessionTime) -> String {
        capture::read_back(reading, &self.context(at), &|tag| Some(self.called(tag).to_owned()))
    }

    /// Returns the sentence that was read back for an event; `None` for events that are not said in the room.
    pub fn retell(&self, event: &Event) -> Option<String> {
        capture::retell(event, &self.context(event.at), &|tag| Some(self.called(tag).to_owned()))
    }

    /// Returns the sentence for a reading on a screen that the room sees.
    pub fn read_back_in_public(&self, reading: &Reading, at: SessionTime) -> String {
        capture::read_back(reading, &self.context(at), &|who| self.in_public(who))
    }

    /// Returns the sentence for an event as the room may read it; `None` for private events and for those that are not
    /// said.
    pub fn retell_in_public(&self, event: &Event) -> Option<String> {
        if event.exposure == Exposure::Private {
            return None;
        }
        capture::retell(event, &self.context(event.at), &|who| self.in_public(who))
    }

    /// Returns the public name of a seat or a unit: the first part of the name if its owner asked for that, else the
    /// unit; `None` for anybody else.
    pub(in crate::app) fn in_public(&self, who: &str) -> Option<String> {
        Owner::of(&self.session, &self.ledger, who).called()
    }

    pub(super) fn context(&self, at: SessionTime) -> Context<'_> {
        let context = Context::new(&self.ledger, &self.session, &self.heard).in_languages(&self.lexicon);
        context.on(self.day(at)).dated(self.conventions.dates).carrying(&self.carried)
    }

    /// Returns a fact as recorded: a claim is marked as imagined where the step asks for other people's views. In a
    /// session of one person a promise with a day and without an owner belongs to that person.
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

/// Takes the dated promise that somebody alone makes in the first person, which a room would only be offered: "I will ask
/// Priya Nair by Friday" can be nobody else's.
fn take_own_promise(reading: &mut Reading) {
    if reading.form != Form::Text || as_task(&reading.said) == reading.said {
        return;
    }
    let is_dated = |offer: &&Reading| matches!(offer.facts.as_slice(), [Fact::Committed { due: Some(_), .. }]);
    let Some(offer) = reading.offers.iter().find(is_dated) else { return };
    let (form, mut facts) = (offer.form, offer.facts.clone());
    if let [Fact::Committed { text, who, .. }] = facts.as_mut_slice() {
        *text = as_task(text).to_owned();
        *who = None;
    }
    (reading.form, reading.facts) = (form, facts);
    reading.offers.clear();
}

/// Returns the doubt about more hands than people, or about numbers that answer nothing and become text.
fn miscounted(reading: &Reading, frame: &AnswerFrame) -> Option<Amber> {
    let why = match reading.facts.as_slice() {
        [Fact::Voted { hands, .. }] => frame.does_not_add_up(hands)?,
        _ => frame.objection(&reading.said).filter(|_| reading.form == Form::Text)?,
    };
    Some(Amber { doubt: Doubt::Count, why, offer: None })
}
