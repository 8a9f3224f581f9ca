//! Saves events of the open session, and the files beside it.

use super::EffectRunner;
use crate::app::phones::PhonesBoard;
use crate::app::{Msg, Settings};
use crate::record::{Event, Fact, Hidden, Names, OwnNote};
use crate::shell::board;
use crate::shell::random::shuffle;

impl EffectRunner {
    pub(super) fn append(&mut self, mut event: Event) -> Vec<Msg> {
        self.recognise(&mut event.facts);
        let Some(file) = &mut self.file else {
            return vec![Msg::NotSaved("no session is open to be written to".to_owned())];
        };
        match file.append(&event) {
            Ok(()) => {
                let failure = self.workspace.appended(&event).err().map(|error| Msg::Failed(error.to_string()));
                std::iter::once(Msg::Appended(event)).chain(failure).collect()
            }
            Err(error) => vec![Msg::NotSaved(error.to_string())],
        }
    }

    /// Adds the pseudonyms of the people to whom these facts give a seat.
    fn recognise(&self, facts: &mut Vec<Fact>) {
        let seats = facts.iter().any(|fact| matches!(fact, Fact::Joined(person) if person.key.is_none()));
        if let (true, Some(id)) = (seats, &self.open) {
            self.workspace.recognise(facts, &self.workspace.names(id));
        }
    }

    pub(super) fn keep_names(&self, names: Names) -> Msg {
        let Some(id) = &self.open else { return Msg::Failed("no session is open".to_owned()) };
        match self.workspace.keep_names(id, &names) {
            Ok(()) => Msg::NamesSaved(names),
            Err(error) => Msg::Failed(error.to_string()),
        }
    }

    /// Saves hidden answers in a random order, so that the file does not tell who wrote which, or when.
    pub(super) fn keep_hidden(&self, mut hidden: Hidden) -> Msg {
        let Some(id) = &self.open else { return Msg::HiddenNotSaved("no session is open".to_owned()) };
        if let Err(error) = shuffle(&mut hidden.entries) {
            return Msg::HiddenNotSaved(error.to_string());
        }
        match self.workspace.keep_hidden(id, &hidden) {
            Ok(()) => Msg::HiddenSaved(hidden),
            Err(error) => Msg::HiddenNotSaved(error.to_string()),
        }
    }

    pub(super) fn keep_own_note(&self, note: OwnNote) -> Msg {
        let Some(id) = &self.open else { return Msg::OwnNoteNotSaved("no session is open".to_owned()) };
        match self.workspace.keep_own_notes(id, &[note]) {
            Ok(notes) => Msg::OwnNoteSaved(notes),
            Err(error) => Msg::OwnNoteNotSaved(error.to_string()),
        }
    }

    /// Tells the room's own window what it shows about phones, by a private file beside the session.
    pub(super) fn tell_room(&self, about: Option<&PhonesBoard>) -> Vec<Msg> {
        let Some(id) = &self.open else { return Vec::new() };
        board::tell(&self.workspace, id, about).err().map(|error| Msg::Failed(error.to_string())).into_iter().collect()
    }

    pub(super) fn drop_hidden(&self) -> Vec<Msg> {
        let Some(id) = &self.open else { return Vec::new() };
        self.workspace.drop_hidden(id).err().map(|error| Msg::Failed(error.to_string())).into_iter().collect()
    }

    pub(super) fn strike(&mut self) -> Msg {
        let Some(file) = &mut self.file else { return Msg::Failed("no session is open to be written to".to_owned()) };
        match self.workspace.strike(file) {
            Ok(removed) => {
                let minutes = if removed.minutes {
                    " So are the minutes written before; /minutes or F9 writes them anew."
                } else {
                    ""
                };
                Msg::Told(format!("Its text is gone from the record, for good.{minutes}"))
            }
            Err(error) => Msg::Failed(error.to_string()),
        }
    }

    pub(super) fn keep_minutes(&self, page: &str) -> Msg {
        let Some(id) = &self.open else { return Msg::Failed("no session is open".to_owned()) };
        match self.workspace.keep_minutes(id, page) {
            Ok(path) => {
                let whole = std::path::absolute(&path).unwrap_or(path);
                let says = format!("Minutes: /read-minutes shows, /open-report opens them; {}", whole.display());
                Msg::Wrote { path: whole, says }
            }
            Err(error) => Msg::Failed(error.to_string()),
        }
    }

    pub(super) fn keep_settings(&self, settings: Settings) -> Msg {
        let hub = self.workspace.settings().hub;
        match self.workspace.keep_settings(&self.at_start.to_store(&settings, hub)) {
            Ok(()) => Msg::SettingsSaved(settings),
            Err(error) => Msg::SettingsNotSaved(error.to_string()),
        }
    }
}
