//! Carries out the commands that change a session or print it: steps, the agenda, the clocks, the map.

use std::io::Write;

use anyhow::Result;

use super::session::PlainSession;
use crate::app::Confidence;
use crate::cli::{languages, replay};
use crate::exercise::{Agenda, AgendaStop, AnswerFrame, in_words};
use crate::export::{around_text, map_text, plot_tables, tables_text};
use crate::graph::Ledger;
use crate::lens::{Plots, SessionPlots, read};
use crate::record::{Fact, Names, SessionTime};
use crate::replay::Timeline;
use crate::replay::narrative::narrative;

impl<W: Write> PlainSession<'_, W> {
    /// Enters the next step of the agenda.
    pub(super) fn go_on(&mut self) -> Result<()> {
        self.go(self.recording.agenda().after(self.recording.stop()).cloned())
    }

    /// Enters the step before this one.
    pub(super) fn go_back(&mut self) -> Result<()> {
        self.go(self.recording.agenda().before(self.recording.stop()).cloned())
    }

    /// Enters a step by its number, from 1.
    pub(super) fn go_to(&mut self, number: &str) -> Result<()> {
        let place = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        self.go(place.and_then(|place| self.recording.agenda().stops().get(place)).cloned())
    }

    fn go(&mut self, stop: Option<AgendaStop>) -> Result<()> {
        match stop {
            Some(stop) => self.enter(&stop),
            None => self.say("There is no such step."),
        }
    }

    /// Enters a step.
    pub(super) fn enter(&mut self, stop: &AgendaStop) -> Result<()> {
        let facts = self.recording.going_to(stop);
        if self.act(facts)? { self.prompt() } else { Ok(()) }
    }

    /// Records a fact; once it is on disk, prints the present question.
    fn act_and_ask(&mut self, fact: Fact) -> Result<()> {
        if self.act(vec![fact])? { self.prompt() } else { Ok(()) }
    }

    /// Records a fact; once it is on disk, prints a sentence.
    fn act_and_say(&mut self, fact: Fact, says: &str) -> Result<()> {
        if self.act(vec![fact])? { self.say(says) } else { Ok(()) }
    }

    /// Prints the present question, with the number of its step in the agenda.
    pub(super) fn prompt(&mut self) -> Result<()> {
        let asked = self.recording.asked(self.catalogue);
        let number = self.recording.stop().map_or(0, |at| at + 1);
        self.say(&format!("{number}/{} {}", self.recording.agenda().stops().len(), asked.prompt))?;
        self.choices(&asked.frame)?;
        asked.message.map_or(Ok(()), |message| self.say_lines(&message))
    }

    /// Prints the choices that are answered with numbers, or the subjects that the step asks about one by one.
    fn choices(&mut self, frame: &AnswerFrame) -> Result<()> {
        let walked = frame.subjects.iter().map(|subject| subject.says.clone());
        let rows: Vec<String> = if frame.subjects.is_empty() { frame.options() } else { walked.collect() };
        let marks = frame.asks_one_by_one() && !frame.subjects.is_empty();
        for (at, row) in rows.iter().enumerate() {
            let mark = if marks && at == frame.at { "> " } else { "  " };
            self.say(&format!("{mark}{} {row}", at + 1))?;
        }
        Ok(())
    }

    /// Moves to the next of the subjects that the step asks about one by one, or to the one before.
    pub(super) fn skip(&mut self, forward: bool) -> Result<()> {
        let frame = self.recording.asked(self.catalogue).frame;
        match frame.next(forward).map(|subject| subject.says.clone()) {
            Some(to) => self.act_and_ask(Fact::Turned { to }),
            None => self.say("There is no other one left to talk about here."),
        }
    }

    /// Changes the agenda to the typed one, in the same notation as in the setup; for an empty text, prints the agenda.
    pub(super) fn change_agenda(&mut self, text: &str) -> Result<()> {
        if text.is_empty() {
            return self.say(&in_words(self.recording.agenda().exercises()));
        }
        match Agenda::parse(text, self.catalogue, self.recording.session().mode()) {
            Ok(agenda) => self.act_and_ask(Fact::AgendaChanged { agenda }),
            Err(error) => self.say(&error.to_string()),
        }
    }

    /// Changes the languages that are spoken beside English; for an empty text, prints them.
    pub(super) fn languages(&mut self, codes: &str) -> Result<()> {
        if codes.is_empty() {
            let languages = self.recording.session().languages();
            let beside: Vec<&str> = languages.iter().map(String::as_str).filter(|code| *code != "en").collect();
            let spoken =
                if beside.is_empty() { "English alone.".to_owned() } else { format!("{}, and en.", beside.join(", ")) };
            return self.say(&spoken);
        }
        match languages::parse(codes, self.recording.own_words()) {
            Ok(languages) => {
                self.act_and_say(Fact::LanguagesSet { languages }, "Lines are read in these languages from now on.")
            }
            Err(says) => self.say(&says),
        }
    }

    /// Stops the clocks, or starts them again.
    pub(super) fn pause(&mut self) -> Result<()> {
        let running = self.recording.session().clock(SessionTime::OPENING).running;
        let (fact, says) =
            if running { (Fact::ClockPaused, "The clocks stand.") } else { (Fact::ClockRan, "The clocks run.") };
        self.act_and_say(fact, says)
    }

    /// Makes the session private, or shares it again.
    pub(super) fn switch_private(&mut self) -> Result<()> {
        match Confidence::switched(self.recording.session()) {
            Some(next) => self.act_and_say(next.fact(), next.says()),
            None => self.say(Confidence::FROM_THE_BEGINNING),
        }
    }

    /// Lists the steps of the agenda with their numbers.
    pub(super) fn list_steps(&mut self) -> Result<()> {
        let stops = self.recording.agenda().stops().to_vec();
        for (number, stop) in (1..).zip(&stops) {
            let title = self
                .catalogue
                .step(&stop.step, self.recording.session().mode())
                .map_or("", |(_, step)| step.title.as_str());
            self.say(&format!("{number} {title}"))?;
        }
        Ok(())
    }

    /// Takes back the last line or change that was not taken back yet.
    pub(super) fn undo(&mut self) -> Result<()> {
        self.take_back(self.recording.session().undo_target(), false)
    }

    /// Restores the line or change that was taken back last.
    pub(super) fn redo(&mut self) -> Result<()> {
        self.take_back(self.recording.session().redo_target(), true)
    }

    fn take_back(&mut self, target: Option<u64>, again: bool) -> Result<()> {
        let Some(seq) = target else { return self.say("There is nothing left.") };
        let said = self.recording.session().recorded_event(seq);
        let said = said.and_then(|event| event.said.clone()).unwrap_or_else(|| "the last change".to_owned());
        let session = self.recording.session();
        let (facts, words) = if again {
            (session.bringing_back(seq), "It stands again")
        } else {
            (session.taking_back(seq), "Taken back")
        };
        if self.act(facts)? { self.say(&format!("{words}: {said}")) } else { Ok(()) }
    }

    /// Ends the session.
    pub(super) fn end(&mut self) -> Result<()> {
        self.act_and_say(Fact::Closed, "The session is ended.")
    }

    /// Prints the minutes of the session so far.
    pub(super) fn minutes(&mut self) -> Result<()> {
        let minutes = self.recording.minutes(self.catalogue);
        self.say_lines(&minutes)
    }

    /// Prints what one person alone takes away.
    pub(super) fn page(&mut self) -> Result<()> {
        let page = self.recording.page_of_one(self.catalogue);
        self.say_lines(&page)
    }

    /// Prints the session from its beginning, with times. People stand in it as in the minutes.
    pub(super) fn replay(&mut self) -> Result<()> {
        let session = self.recording.session();
        let mut timeline = Timeline::new(session.clone(), &Names::default(), Ledger::new());
        let chapters = narrative(&mut timeline, self.catalogue, &[]);
        let text = replay::told(session, &chapters);
        self.say_lines(text.trim_end())
    }

    /// Prints what the plots show, in words.
    pub(super) fn plots(&mut self) -> Result<()> {
        let graph = self.recording.ledger().graph(None);
        let plots = SessionPlots::of(self.recording.session(), &graph);
        let tables = plot_tables(&Plots::of(&graph, &read(&graph).findings, [("", &plots)]));
        let text = tables_text(&tables);
        self.say(if text.is_empty() { "Nothing was said so far that could be placed." } else { text.trim_end() })
    }

    /// Prints the map; for a label, the things next to this thing on the map.
    pub(super) fn map(&mut self, label: &str) -> Result<()> {
        let text = if label.is_empty() {
            map_text(&self.recording.ledger().graph(None))
        } else {
            around_text(self.recording.ledger(), label)
        };
        self.say(text.trim_end())
    }
}
