//! Queries about input that is being saved or waits to be saved.

use super::state::Run;
use super::todo::{Todo, Unsaved};
use crate::record::{Collecting, Fact, RoomView};

impl Run {
    /// Whether any input is not written yet.
    pub fn is_saving(&self) -> bool {
        self.saving.pending.is_some()
            || !self.saving.todo.is_empty()
            || self.answers.keeping.is_some()
            || !self.own_notes.waiting.is_empty()
    }

    /// Returns how many lines and answers are not written yet.
    pub fn lines_left(&self) -> usize {
        let queued = self.saving.todo.iter().filter(|todo| todo.line().is_some()).count();
        let pending = self.saving.pending.as_ref().is_some_and(|(todo, _)| todo.line().is_some());
        queued + usize::from(pending) + self.answers.keeping.unwrap_or_default() + self.own_notes.waiting.len()
    }

    /// Returns the line that is being written.
    pub fn line_being_saved(&self) -> Option<&str> {
        self.saving.pending.as_ref()?.0.line()
    }

    /// Returns how many lines and answers could not be saved.
    pub fn lines_unsaved(&self) -> usize {
        let answers = if self.answers.keeping.is_some() { 0 } else { self.answers.slips.len() };
        self.saving.unsaved.as_ref().map_or(0, Unsaved::lines) + answers
    }

    /// Returns the queue, beginning with the entry that is being written.
    fn being_saved(&self) -> impl DoubleEndedIterator<Item = &Todo> {
        self.saving.pending.iter().map(|(todo, _)| todo).chain(&self.saving.todo)
    }

    /// Returns the view that the room will have once everything is on disk.
    pub(in crate::app) fn view_to_be(&self) -> &RoomView {
        let shown = self.being_saved().rev().flat_map(|todo| todo.facts().iter().rev());
        let view = shown.into_iter().find_map(|fact| if let Fact::Shown { view } = fact { Some(view) } else { None });
        view.unwrap_or_else(|| self.recording.session().view())
    }

    /// Whether the queue changes the room's view.
    pub(in crate::app) fn turns_view(&self) -> bool {
        self.being_saved().any(Todo::is_view)
    }

    /// Whether the queue lowers the curtain.
    pub(in crate::app) fn lets_curtain_fall(&self) -> bool {
        self.being_saved().any(Todo::is_curtain)
    }

    /// Returns the round that the queue begins.
    fn opening(&self) -> Option<Collecting> {
        let facts = self.being_saved().flat_map(Todo::facts);
        facts.rev().find_map(|fact| if let Fact::Collecting(collecting) = fact { Some(*collecting) } else { None })
    }

    /// Whether the queue shows or drops the collected answers.
    pub(in crate::app) fn is_closing(&self) -> bool {
        let ends = |fact: &Fact| matches!(fact, Fact::Revealed { .. } | Fact::Discarded);
        self.being_saved().flat_map(Todo::facts).any(ends)
    }

    /// Returns how answers are collected, from the key that begins a round to the key that ends it; `None` outside a
    /// round.
    pub fn collects(&self) -> Option<Collecting> {
        let on = self.answers.round.as_ref().map(|round| round.collecting);
        self.opening().or(on).filter(|_| !self.is_closing())
    }
}
