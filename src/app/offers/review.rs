//! The review: one line after the other that could be something else, each with its readings.

mod keys;
mod shows;

use super::look;
use super::take::COVERED;
use crate::app::effect::Effect;
use crate::app::key::KeyPress;
use crate::app::model::{CommandRow, Model};
use crate::app::offers::state::ReviewPlace;
use crate::app::run::Run;
use crate::app::screen::{Screen, Tone};
use crate::capture::Reading;
use crate::exercise::Catalogue;

/// The command that shows the review.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(242, "offers", "lines that could be arrows: look at them one by one", &[Screen::Run], show)
        .key(KeyPress::ctrl('v'))];

/// The state of the review.
#[derive(Debug, Default)]
pub(super) struct ReviewView {
    /// The current line; `None` once no line waits.
    at: Option<ReviewPlace>,
    /// The readings of the current line.
    readings: Vec<Reading>,
    /// The lines that were taken or left as text in this review, in order.
    done: Vec<ReviewedLine>,
    /// Whether every line is shown in a list, rather than one line with its readings.
    listed: bool,
}

/// A line that was taken, or left as text, in a review.
#[derive(Debug)]
struct ReviewedLine {
    /// The line.
    at: ReviewPlace,
    /// The readings that were offered for it.
    readings: Vec<Reading>,
    /// Whether one of them was taken.
    taken: bool,
}

fn show(model: &mut Model) -> Vec<Effect> {
    if model.is_shared() {
        model.tell(Tone::Plain, COVERED);
        return Vec::new();
    }
    if let Some(run) = model.run.as_mut().filter(|run| !run.writable) {
        run.offered.points_out = false;
        model.tell(Tone::Plain, "You are reading along: offers are taken where the session is written.");
        return Vec::new();
    }
    if let Some(run) = &mut model.run {
        // Names that were said since a line was typed may let it be read better.
        run.offered.looked = 0;
        run.offered.in_steps.clear();
        run.offered.points_out = false;
    }
    look(model);
    let mut view = ReviewView::default();
    let Some(run) = &mut model.run else { return Vec::new() };
    let from = run.offered.place.unwrap_or(ReviewPlace::FIRST);
    let _ = view.go(run, &model.catalogue, from, true) || view.go(run, &model.catalogue, ReviewPlace::FIRST, true);
    if view.at.is_some() {
        model.show(view);
    } else if run.offered.is_behind(run.recording.session()) {
        model.tell(Tone::Plain, "The lines are still being read; a moment.");
    } else {
        model.tell(Tone::Plain, "No line waits: nothing is offered for any text.");
    }
    Vec::new()
}

impl ReviewView {
    /// Returns every line that waits and was not done in this review, in the order in which the review shows them.
    fn waiting(&self, run: &Run) -> Vec<ReviewPlace> {
        let waiting = run.offered.waiting(run.recording.session());
        let waiting = waiting.map(|(seq, form)| ReviewPlace::of(seq, form));
        let done = |at: &ReviewPlace| self.done.iter().any(|line| line.at.seq == at.seq);
        let mut waiting: Vec<ReviewPlace> = waiting.filter(|at| !done(at)).collect();
        waiting.sort_unstable();
        waiting
    }

    /// Goes to the nearest line that waits, from this place on: later if `later`, else earlier. Lines for which nothing
    /// is offered any more are passed over. Returns whether there was a line; if not, nothing changes.
    fn go(&mut self, run: &mut Run, catalogue: &Catalogue, from: ReviewPlace, later: bool) -> bool {
        while let Some(at) = self.nearest(run, from, later) {
            let readings = run.offers_for(at.seq, catalogue);
            if !readings.is_empty() {
                run.offered.place = Some(at);
                (self.at, self.readings) = (Some(at), readings);
                return true;
            }
            run.offered.found.remove(&at.seq);
        }
        false
    }

    fn nearest(&self, run: &Run, from: ReviewPlace, later: bool) -> Option<ReviewPlace> {
        let mut waiting = self.waiting(run).into_iter();
        if later { waiting.find(|at| *at >= from) } else { waiting.rev().find(|at| *at <= from) }
    }
}
