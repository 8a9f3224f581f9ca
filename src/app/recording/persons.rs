//! Replaces names by seats and units before a line is read, shown or saved.

use std::borrow::Cow;

use super::Recording;
use super::name_places::{NamePlaces, with_units};
use super::reading::known_person;
use crate::capture::{
    Amber, Doubt, Form, KnownPerson, Offer, Reading, SpeakerMark, promise_in, split_speaker, split_tag,
};
use crate::exercise::{Answer, AnswerFrame};
use crate::record::long_form::{LongForm, SpokenPromise};
use crate::record::persons::{
    KeyedActs, Rewriting as _, exactly, is_neutral, neutral_tag, replaced, seat_called, seat_meant,
};
use crate::record::text::clean;
use crate::record::{Event, Fact, Mode, NamedPerson, Names, Persons, SeatTag, SessionTime};

impl Recording {
    /// Returns the people whose names are left out of the record.
    pub const fn persons(&self) -> &Persons {
        &self.persons
    }

    /// Adds names, and the short forms typed for them.
    pub fn know(&mut self, more: Names) {
        self.names.names.extend(more.names);
        self.names.typed.extend(more.typed);
        self.unkept = true;
        self.rebuild();
    }

    /// Returns every tag of a person in the session, and every short form typed for one.
    pub fn tags_in_use(&self) -> Vec<SeatTag> {
        let typed = self.names.typed.iter().flat_map(|(tag, typed)| [tag, typed]);
        self.session.tags().iter().chain(typed).chain(&self.spoken).cloned().collect()
    }

    /// Gives a neutral seat to a speaker of this line who is not listed, before the line is read; see
    /// [`Self::names_to_keep`].
    pub fn seat_newcomer(&mut self, line: &str) {
        let line = clean(line);
        let mark = SpeakerMark::of(&line).filter(|mark| mark.tagged && self.known_seat(mark.name).is_none());
        if let Some(mark) = mark {
            self.give_seat(mark.name);
        }
    }

    /// Returns the seat of the coming lines' speaker, found by tag, name or the beginning of either, in any case; a
    /// person who is not listed gets a neutral seat.
    pub fn seat_of_speaker(&mut self, typed: &str) -> SeatTag {
        let typed = clean(typed);
        let typed = typed.trim();
        let known = self.seat_called(typed).or_else(|| self.known_seat(&typed.to_lowercase()));
        known.unwrap_or_else(|| self.give_seat(typed))
    }

    fn give_seat(&mut self, typed: &str) -> SeatTag {
        let seat = neutral_tag(None, &self.tags_in_use());
        self.names.typed.insert(seat.clone(), typed.into());
        self.unkept = true;
        self.list_persons();
        seat
    }

    /// Returns the names if the private file still lacks some: they have to be saved before what these people say.
    pub fn names_to_keep(&self) -> Option<&Names> {
        self.unkept.then_some(&self.names)
    }

    /// Notes that these names are in the private file.
    pub fn names_saved(&mut self, saved: &Names) {
        self.unkept &= *saved != self.names;
    }

    /// Lets the next reading of this line leave its names as typed, where they may stay; any other line loses its
    /// names.
    pub fn leave_as_typed(&mut self, line: &str) {
        self.as_typed = Some(line.trim().to_owned());
    }

    /// Notes that the line was written; the same line typed again loses its names.
    pub fn was_left_as_typed(&mut self, line: &str) {
        if self.leaves_as_typed(line) {
            self.as_typed = None;
        }
    }

    /// Whether names on this line are left as typed.
    pub fn leaves_as_typed(&self, line: &str) -> bool {
        self.as_typed.as_deref() == Some(line.trim())
    }

    /// Returns a text without names and without the tag of its writer.
    pub fn unnamed(&self, text: &str) -> String {
        let text = text.trim();
        let said = match split_speaker(text, &|name| self.seat_called(name)) {
            (Some(seat), said) if self.known_seat(&seat).is_some() => said,
            _ => text,
        };
        self.persons.without_names(said)
    }

    /// Returns the seat of a typed tag; the tag itself if no seat has it.
    pub fn seat_of_tag(&self, typed: &str) -> SeatTag {
        self.known_seat(typed).unwrap_or_else(|| typed.into())
    }

    /// Returns the seat of whoever is called so before a colon.
    fn seat_called(&self, typed: &str) -> Option<SeatTag> {
        seat_called(typed, &self.session, &self.names)
    }

    /// Returns the seat with exactly this tag or short form.
    pub(super) fn tag_of_seat(&self, typed: &str) -> Option<SeatTag> {
        exactly(typed, &self.session, &self.names)
    }

    fn known_seat(&self, typed: &str) -> Option<SeatTag> {
        let spoken = || (self.spoken.contains(typed) || is_neutral(typed)).then(|| typed.into());
        exactly(typed, &self.session, &self.names)
            .or_else(spoken)
            .or_else(|| seat_meant(typed, &self.session, &self.names))
    }

    /// Returns the fact of a key press without names in its texts.
    pub(super) fn unnamed_act(&self, fact: Fact) -> Fact {
        let acts = KeyedActs { persons: &self.persons, known: &|label| self.ledger.thing(label).is_some() };
        if self.persons.is_empty() { fact } else { acts.fact(fact) }
    }

    /// Notes the speaker of an event.
    pub(super) fn note_people(&mut self, event: &Event) {
        if let Some(tag) = &event.speaker
            && !self.spoken.contains(tag)
        {
            self.spoken.insert(tag.clone());
        }
    }

    /// Reads a line after its names were replaced by seats and units.
    pub(super) fn read_unnamed(&self, line: &str, seat: Option<&str>, frame: &AnswerFrame, at: SessionTime) -> Reading {
        let line = clean(line);
        let line = line.trim();
        let (mut lead, said) = self.with_seats_before(line);
        if matches!(frame.asks(), Some(Answer::Commitment)) && SpeakerMark::of(line).is_some_and(|mark| !mark.tagged) {
            // The person before a colon owns the promise behind it: "Noor: ask the vendor by 3 May".
            lead = lead.replace("> ", ": ");
        }
        // Behind a clock time and a speaker stands what was said aloud, unless somebody drew an arrow.
        let talk = !lead.is_empty() && SpeakerMark::is_talk(line);
        let frame = &*if talk { Cow::Owned(frame.offering()) } else { Cow::Borrowed(frame) };
        let saved = self.leaves_as_typed(line);
        let all = self.persons.named_in(said);
        let (stay, named): (Vec<_>, Vec<_>) = all.into_iter().partition(|named| saved && named.may_stay());
        let with_seats = replaced(said, &named, |named| named.stands_as().to_owned());
        let mut first = self.read_in_step(&format!("{lead}{with_seats}"), seat, frame, at);
        let before_colon = || SpeakerMark::of(line).is_some_and(|mark| !mark.tagged);
        if let Some(owner) = promised_by_speaker(&first).filter(|_| before_colon()) {
            // In any step, a promise with a day behind a name and a colon is theirs.
            lead = format!("{owner} to ");
            first = self.read_in_step(&format!("{lead}{with_seats}"), seat, frame, at);
        }
        let mut places = NamePlaces::of(said, &named);
        for who in people_of(&first) {
            places.hold(&who, |typed| self.known_seat(typed));
        }
        let settled = places.written();
        let mut reading = if settled == with_seats {
            first
        } else {
            let again = self.read_in_step(&format!("{lead}{settled}"), seat, frame, at);
            if again.form == first.form || first.form != Form::Do { again } else { first }
        };
        if before_colon() {
            own_offers(&mut reading);
        }
        let offers = !reading.offers.is_empty();
        let offered = reading.offers.iter_mut().flat_map(|offer| &mut offer.facts);
        for fact in reading.facts.iter_mut().chain(offered) {
            match fact {
                Fact::Committed { text, .. } => *text = with_units(text, &named),
                // The words of the line hold the seat of an offered promise; its text is read by everybody.
                Fact::Answered { text } if offers => *text = with_units(text, &named),
                _ => {}
            }
        }
        self.call_newcomer_as_typed(&mut reading, line);
        let promise = self.sounds_like_a_promise(&reading, &with_seats, &named, at);
        let doubt = told(line, &places.put_aside()).or_else(|| left_as_typed(&stay));
        reading.amber.splice(0..0, promise.into_iter().chain(doubt));
        reading
    }

    /// Returns a doubt, with an offer, if a text says who does what by when although the step asked for no promise, and
    /// no reading of it is offered as one.
    fn sounds_like_a_promise(
        &self,
        reading: &Reading,
        with_seats: &str,
        named: &[NamedPerson],
        at: SessionTime,
    ) -> Option<Amber> {
        let people: Vec<KnownPerson> = self.seats().iter().map(known_person).collect();
        let promised = reading.offers.iter().any(|offer| offer.form == Form::Do);
        let promise = Some(reading.form).filter(|form| *form == Form::Text && !promised);
        let promise = promise.and_then(|_| promise_in(with_seats, &people, &self.context(at)))?;
        let promise = LongForm::Promised(SpokenPromise { text: with_units(&promise.text, named), ..promise });
        let tag = reading.tag.as_ref().map(|tag| format!("{tag}> ")).unwrap_or_default();
        let offer =
            Offer { ask: format!("A promise? {promise}"), lines: vec![format!("{tag}{promise}")], replaces: true };
        Some(Amber { doubt: Doubt::Promise, why: format!("a promise? {promise}"), offer: Some(offer) })
    }

    /// Splits a line into the tags before it, as seats, and the rest.
    fn with_seats_before<'a>(&self, line: &'a str) -> (String, &'a str) {
        if let (Some(tag), said) = split_tag(line) {
            return (format!("{}> ", self.seat_of_tag(tag)), said);
        }
        if let Some(called) = self.called_before(line) {
            return called;
        }
        if let (Some(seat), said) = split_speaker(line, &|name| self.seat_called(name)) {
            return (format!("{}> ", self.seat_of_tag(&seat)), said);
        }
        let task = SpeakerMark::behind_box(line).and_then(|mark| Some((self.seat_called(mark.name)?, mark.said)));
        if let Some((seat, task)) = task {
            // The task of a list is a promise in every step.
            return (format!("{seat} to "), task);
        }
        let several = line.split_once("> ").and_then(|(tags, said)| {
            let tags = tags.split([',', '+', '/', '&']).map(|tag| exactly(tag.trim(), &self.session, &self.names));
            let seats = tags.collect::<Option<Vec<_>>>().filter(|seats| seats.len() > 1)?;
            Some((format!("{}> ", seats.join(", ")), said))
        });
        several.unwrap_or_else(|| (String::new(), line))
    }

    /// Splits a name with a `>` from the line, as in `Mark> ...` or `Kasia Nowak> ...`: a name with capital letters is
    /// neither a tag nor the start of an arrow.
    fn called_before<'a>(&self, line: &'a str) -> Option<(String, &'a str)> {
        let mark = line.find("> ").filter(|mark| !line.get(..*mark).is_some_and(|who| who.ends_with(['-', '='])))?;
        let named = self.persons.named_in(line).into_iter().next().filter(|named| named.at == (0..mark))?;
        Some((format!("{}> ", named.seat?), line.get(mark + 2..)?))
    }

    /// Asks "who is eva?" with the typed tag, not with the neutral seat that she was given.
    fn call_newcomer_as_typed(&self, reading: &mut Reading, line: &str) {
        let Some(typed) = split_tag(line).0 else { return };
        if self.session.mode() == Mode::Live
            && let Some(amber) = reading.amber.iter_mut().find(|amber| amber.doubt == Doubt::WhoIs)
        {
            amber.why = format!("who is {typed}?");
        }
    }
}

/// Returns the speaker of a promise with a day and without an owner.
fn promised_by_speaker(reading: &Reading) -> Option<SeatTag> {
    let owner = |fact: &Fact| matches!(fact, Fact::Committed { who: None, due: Some(_), .. });
    reading.speaker.clone().filter(|_| reading.facts.iter().any(owner))
}

/// Gives the speaker, who was called before a colon, every offered promise with a day and without an owner.
fn own_offers(reading: &mut Reading) {
    let Some(speaker) = reading.speaker.clone() else { return };
    for fact in reading.offers.iter_mut().flat_map(|offer| &mut offer.facts) {
        if let Fact::Committed { who: who @ None, due: Some(_), .. } = fact {
            *who = Some(speaker.to_string());
        }
    }
}

/// Returns the owners of promises, decisions and watches, as typed on the line.
fn people_of(reading: &Reading) -> Vec<String> {
    let offered = reading.offers.iter().flat_map(|offer| &offer.facts);
    let people = reading.facts.iter().chain(offered).flat_map(|fact| match fact {
        Fact::Committed { who, .. } | Fact::Decided { who, .. } => [who.clone(), None],
        Fact::Watched { first, acts, .. } => [first.clone(), acts.clone()],
        _ => [None, None],
    });
    people.flatten().collect()
}

/// Returns the doubt about replaced names; it quotes no name, because the room may read it.
fn told(line: &str, named: &[NamedPerson]) -> Option<Amber> {
    let instead = &named.first()?.instead;
    let unsure = named.iter().all(|named| named.unsure && !named.asked);
    let asked = named.iter().any(|named| named.asked);
    let why = if unsure {
        format!("a word that may be somebody's name becomes “{instead}”")
    } else {
        let more = if named.len() > 1 { ", and so on" } else { "" };
        format!("a name becomes “{instead}”{more}; names stay out of the record")
    };
    let may_stay = unsure || asked;
    let ask = if asked { "Keep the name, as its owner asked?" } else { "Is it the word, and nobody's name?" };
    let offer = Offer { ask: ask.to_owned(), lines: vec![line.to_owned()], replaces: true };
    Some(Amber { doubt: Doubt::Names, why, offer: may_stay.then_some(offer) })
}

/// Returns the doubt about names that are left as typed because a key asked for that.
fn left_as_typed(stay: &[NamedPerson]) -> Option<Amber> {
    stay.first()?;
    Some(Amber { doubt: Doubt::Names, why: "it stays as it is typed".to_owned(), offer: None })
}
