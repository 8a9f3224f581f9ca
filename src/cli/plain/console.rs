//! Reads lines one by one, and prints the answer to each once the line is on disk.

use std::io::{self, BufRead, Write};

use anyhow::{Context as _, Result};
use jiff::Timestamp;

use super::help::HELP;
use super::offers::{PlainOffers, outcome_in_words};
use super::session::PlainSession;
use super::tour::PlainTour;
use super::word::{self, PlainWord};
use crate::app::{Recording, Tour};
use crate::capture::{Form, Offer, Reading};
use crate::cli::failure::{CommandResult, DONE};
use crate::cli::files::NO_INPUT;
use crate::exercise::Catalogue;
use crate::record::{Fact, SeatTag, own_note};
use crate::store::{SessionFile, Workspace};

/// The console without a screen.
pub(in crate::cli) struct PlainConsole<'a, W> {
    session: PlainSession<'a, W>,
    speaker: Option<SeatTag>,
    offer: Option<Offer>,
    /// What the last line, or the line of the review, could be.
    offers: PlainOffers,
    /// Whether the private file still holds unnamed answers of a round that is over.
    stray: bool,
    /// The fact that sets other languages than the session has; it is recorded at once.
    languages: Option<Fact>,
    /// The tour, while it lasts.
    tour: Option<PlainTour>,
}

/// The next step after a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum AfterLine {
    Stay,
    Leave,
}

impl<'a, W: Write> PlainConsole<'a, W> {
    /// A console for this session that prints to `out`.
    ///
    /// Private notes are saved in the workspace, beside the session.
    pub(in crate::cli) fn new(
        recording: Recording,
        file: (SessionFile, Workspace),
        catalogue: &'a Catalogue,
        out: W,
    ) -> Self {
        let session = PlainSession::new(recording, file, catalogue, out);
        Self {
            session,
            speaker: None,
            offer: None,
            offers: PlainOffers::default(),
            stray: false,
            languages: None,
            tour: None,
        }
    }

    /// The same console for a session that was begun earlier. `resumes` is recorded before the first act; `stray` says
    /// whether the private file still holds unnamed answers of a round that is over.
    pub(in crate::cli) fn taken_up_again(mut self, resumes: Vec<Fact>, stray: bool) -> Self {
        self.session.resumes = resumes.into();
        Self { stray, ..self }
    }

    /// The same console, with this fact that sets the languages.
    pub(in crate::cli) fn in_languages(self, languages: Option<Fact>) -> Self {
        Self { languages, ..self }
    }

    /// The same console on a tour, which says what to do next.
    pub(in crate::cli) fn with_tour(self, tour: Tour) -> Self {
        Self { tour: Some(PlainTour::new(tour)), ..self }
    }

    /// Reads the lines of standard input.
    pub(in crate::cli) fn run_on_stdin(self) -> CommandResult {
        if self.run(io::stdin().lock())? { DONE } else { Ok(3) }
    }

    /// Reads lines until the input ends or the user leaves; returns whether every line was saved.
    ///
    /// # Errors
    /// When the input cannot be read or the output cannot be written.
    fn run(mut self, mut lines: impl BufRead) -> Result<bool> {
        self.begin()?;
        self.session.begin_tour(self.tour.as_mut())?;
        let mut bytes = Vec::new();
        loop {
            bytes.clear();
            if lines.read_until(b'\n', &mut bytes).context(NO_INPUT)? == 0 {
                return Ok(!self.session.unsaved);
            }
            let line = String::from_utf8_lossy(&bytes);
            if self.line(line.trim())? == AfterLine::Leave {
                return Ok(!self.session.unsaved);
            }
            if let Some(tour) = &mut self.tour {
                self.session.go_on_tour(tour)?;
            }
        }
    }

    /// Prints the pending notices, and asks the first question.
    fn begin(&mut self) -> Result<()> {
        let title = self.session.recording.session().title().to_owned();
        self.session.say(&format!("{title}\n/next goes on, /help lists what else there is."))?;
        if self.session.recording.session().collecting().is_some() {
            self.session
                .say("Answers are being collected that nobody sees yet; open the console to show or to drop them.")?;
        }
        if self.stray {
            self.session
                .say("Unnamed answers lie in the private file and were never shown; the console asks about them.")?;
        }
        if let Some(languages) = self.languages.take()
            && !self.session.act(vec![languages])?
        {
            return Ok(());
        }
        if self.session.recording.step().is_none()
            && let Some(stop) = self.session.recording.agenda().after(None).cloned()
        {
            return self.session.enter(&stop);
        }
        self.session.prompt()
    }

    fn line(&mut self, line: &str) -> Result<AfterLine> {
        if line.is_empty() {
            if self.offers.is_review() {
                self.session.go_on_in_review(&mut self.offers)?;
            }
            return Ok(AfterLine::Stay);
        }
        let word = word::parse(line);
        if let Some(tour) = &mut self.tour {
            tour.note(word);
        }
        match word {
            Some(word) => self.command(word),
            None => self.capture(line).map(|()| AfterLine::Stay),
        }
    }

    /// Reads a line, saves it, and then prints how it was read.
    fn capture(&mut self, line: &str) -> Result<()> {
        if let Some(note) = own_note(line) {
            return self.session.keep_own(note, line);
        }
        let at = self.session.recording.at(Timestamp::now());
        let asked = self.session.recording.asked(self.session.catalogue);
        if asked.frame.is_open_slip(line) {
            return self
                .session
                .say("That is somebody's slip: it is typed unnamed in the console (F6), and only counted.");
        }
        self.session.recording.seat_newcomer(line);
        if !self.session.keep_names(line)? {
            return Ok(());
        }
        let reading = self.session.recording.read(line, self.speaker.as_deref(), &asked.frame, at);
        if reading.form == Form::Blank {
            return Ok(());
        }
        let event = self.session.recording.spoken(&reading, at);
        let sentence = self.session.sentence(&reading, at);
        if !self.session.save(event, line)? {
            return Ok(());
        }
        let seq = self.session.recording.session().events().last().map_or(0, |event| event.seq);
        self.session.recording.was_left_as_typed(line);
        self.offers.heard(seq, &reading);
        let outcome = if tells_itself(&reading) { "" } else { outcome_in_words(&reading) };
        self.session.say(&format!("{outcome}{sentence}"))?;
        self.session.say_offers(&reading.offers)?;
        for amber in &reading.amber {
            self.session.say(&format!("  look: {}", amber.why))?;
        }
        self.offer = reading.amber.into_iter().find_map(|amber| amber.offer).or(reading.offer);
        if let Some(offer) = &self.offer {
            let ask = format!("  {} (/yes)", offer.ask);
            self.session.say(&ask)?;
        }
        Ok(())
    }

    fn command(&mut self, word: PlainWord<'_>) -> Result<AfterLine> {
        let session = &mut self.session;
        match word {
            PlainWord::Next => session.go_on()?,
            PlainWord::Back => session.go_back()?,
            PlainWord::Go(number) => session.go_to(number)?,
            PlainWord::Steps => session.list_steps()?,
            PlainWord::Prompt => session.prompt()?,
            PlainWord::Undo => session.undo()?,
            PlainWord::Redo => session.redo()?,
            PlainWord::Yes => self.take_offer()?,
            PlainWord::Take(number) => session.take(&mut self.offers, number)?,
            PlainWord::Offers => session.review(&mut self.offers)?,
            PlainWord::Text => session.leave_as_text(&mut self.offers)?,
            PlainWord::Why => session.why(&self.offers)?,
            PlainWord::Languages(codes) => session.languages(codes)?,
            PlainWord::Skip { .. } if self.offers.is_review() => session.go_on_in_review(&mut self.offers)?,
            PlainWord::Elsewhere(name, reach) => session.say(&reach.says(name))?,
            PlainWord::Unknown(name) => session.say(&unknown(name))?,
            PlainWord::Speaker(tag) => self.set_speaker(tag)?,
            PlainWord::Map(label) => session.map(label)?,
            PlainWord::Skip { forward } => session.skip(forward)?,
            PlainWord::Said => session.list_lines("")?,
            PlainWord::Find(words) => session.list_lines(words)?,
            PlainWord::Fix(typed) => session.fix(typed)?,
            PlainWord::Split(typed) => session.split(typed)?,
            PlainWord::TakeBack(typed) => session.switch_line(typed)?,
            PlainWord::Before(typed) => session.versions(typed)?,
            PlainWord::Strike(typed) => session.strike_line(typed)?,
            PlainWord::WhoSaid(typed) => session.who_said(typed)?,
            PlainWord::LineKind(typed) => session.read_as(typed)?,
            PlainWord::SetKind(typed) => session.set_kind(typed)?,
            PlainWord::Title(typed) => session.title(typed)?,
            PlainWord::SaveAgenda(title) => session.save_agenda(title)?,
            PlainWord::Start => session.start()?,
            PlainWord::Time => session.time()?,
            PlainWord::MoreTime => session.more_time()?,
            PlainWord::Ripple(typed) => session.ripple(typed)?,
            PlainWord::Whole(form) => session.whole_map(form)?,
            PlainWord::Findings(typed) => session.findings(typed)?,
            PlainWord::Ask => session.questions()?,
            PlainWord::Show(what, of) => session.show(what, of)?,
            PlainWord::Curtain => session.curtain()?,
            PlainWord::Page => session.page()?,
            PlainWord::Agenda(text) => session.change_agenda(text)?,
            PlainWord::Pause => session.pause()?,
            PlainWord::Minutes => session.minutes()?,
            PlainWord::Plots => session.plots()?,
            PlainWord::Replay => session.replay()?,
            PlainWord::TourOn | PlainWord::TourBack => session.turn_tour(self.tour.as_mut(), word)?,
            PlainWord::Private => session.switch_private()?,
            PlainWord::Help => session.say(HELP)?,
            PlainWord::End => {
                session.end()?;
                return Ok(AfterLine::Leave);
            }
            PlainWord::Quit => return Ok(AfterLine::Leave),
        }
        Ok(AfterLine::Stay)
    }

    /// Records the lines that were offered. If the offer replaces the last line, takes that line back first.
    fn take_offer(&mut self) -> Result<()> {
        let Some(offer) = self.offer.take() else { return self.session.say("Nothing is offered.") };
        if offer.replaces
            && let Some(seq) = self.session.recording.session().undo_target()
            && !self.session.act(vec![Fact::Retracted { seq }])?
        {
            return Ok(());
        }
        offer.lines.iter().try_for_each(|line| {
            self.session.recording.leave_as_typed(line);
            self.capture(line)
        })
    }

    fn set_speaker(&mut self, tag: &str) -> Result<()> {
        let named = !tag.is_empty() && tag != "none";
        self.speaker = named.then(|| self.session.recording.seat_of_speaker(tag));
        if !self.session.keep_names("")? {
            return Ok(());
        }
        let words = if named { "Lines are theirs from now on." } else { "Lines belong to nobody in particular." };
        self.session.say(words)
    }
}

/// Whether the sentence that is read back says what became of the line.
const fn tells_itself(reading: &Reading) -> bool {
    matches!(reading.form, Form::Scrap | Form::Undo | Form::Redo)
}

/// The sentence about a command that there is not, with those whose names come close.
fn unknown(name: &str) -> String {
    let close: Vec<String> = word::close(name).iter().map(|name| format!("/{name}")).collect();
    let close = if close.is_empty() {
        "/help lists what there is".to_owned()
    } else {
        format!("{} comes close", close.join(", "))
    };
    format!("No command is called /{name}, and nothing was recorded; {close}. A process is written /[{name}].")
}
