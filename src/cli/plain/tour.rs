//! The tour line by line.

use std::io::Write;

use anyhow::Result;

use super::session::PlainSession;
use super::word::PlainWord;
use crate::app::{Tour, TourSight};

/// The tour, and what the last line has shown.
pub(super) struct PlainTour {
    tour: Tour,
    shown: Option<TourSight>,
}

impl PlainTour {
    pub(super) const fn new(tour: Tour) -> Self {
        Self { tour, shown: None }
    }

    /// Notes what a line is about to show.
    pub(super) const fn note(&mut self, word: Option<PlainWord<'_>>) {
        self.shown = match word {
            Some(PlainWord::Map(_)) => Some(TourSight::Map),
            Some(PlainWord::Findings(_)) => Some(TourSight::Findings),
            Some(PlainWord::Minutes) => Some(TourSight::Minutes),
            Some(PlainWord::Replay) => Some(TourSight::Replay),
            _ => None,
        };
    }
}

impl<W: Write> PlainSession<'_, W> {
    /// Says what to do next on the tour.
    pub(super) fn tell_tour(&mut self, tour: Option<&PlainTour>) -> Result<()> {
        let Some(tour) = tour.map(|tour| &tour.tour) else { return Ok(()) };
        let Some(step) = tour.step() else { return Ok(()) };
        let (at, of) = tour.place();
        if let Some(done) = tour.done() {
            self.say(&format!("Tour: {}", done.told))?;
        }
        let turns = if at == 1 { " (/tour-on skips a step, /tour-back goes back, /quit leaves)" } else { "" };
        self.say(&format!("Tour, {at} of {of}: {}{turns}", step.asks_plain.unwrap_or(step.asks)))
    }

    /// Begins the tour where the session stands, and says what to do first.
    pub(super) fn begin_tour(&mut self, tour: Option<&mut PlainTour>) -> Result<()> {
        let Some(tour) = tour else { return Ok(()) };
        tour.tour.look(Some(self.recording.session()), None);
        self.tell_tour(Some(tour))
    }

    /// Goes on with the tour if the last line did what it waits for.
    pub(super) fn go_on_tour(&mut self, tour: &mut PlainTour) -> Result<()> {
        if tour.tour.look(Some(self.recording.session()), tour.shown.take()) {
            return self.tell_tour(Some(tour));
        }
        Ok(())
    }

    /// Goes to the next step of the tour, or to the one before.
    pub(super) fn turn_tour(&mut self, tour: Option<&mut PlainTour>, word: PlainWord<'_>) -> Result<()> {
        let Some(tour) = tour else { return self.say("There is no tour here: adjacent tour --plain begins one.") };
        let session = Some(self.recording.session());
        let turned = match word {
            PlainWord::TourBack => tour.tour.back(session, None),
            _ => tour.tour.skip(session),
        };
        if turned { self.tell_tour(Some(tour)) } else { self.say("There is no further step of the tour.") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::TOUR;
    use crate::cli::plain::word;

    #[test]
    fn every_command_that_a_step_names_is_one() {
        for asks in TOUR.iter().filter_map(|step| step.asks_plain) {
            for word in asks.split_whitespace().filter(|word| word.starts_with('/')) {
                let word = word.trim_end_matches(['.', ',', ';', ':']);
                assert!(!matches!(word::parse(word), None | Some(PlainWord::Unknown(_))), "{word}");
            }
        }
    }
}
