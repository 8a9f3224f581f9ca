//! The commands of the tour, which are there while it lasts. They need no key that some terminals withhold.

use super::moment::sight;
use super::state::Tour;
use crate::app::effect::Effect;
use crate::app::model::{CommandRow, Commands, Model};
use crate::app::screen::{Screen, Tone};

/// The commands of the tour. Unlike all others they are not in the list of every command: [`Model::begin_tour`] adds
/// them.
const COMMANDS: &[CommandRow] = &[
    CommandRow::new(12, "tour-on", "tour: go on to the next step", Screen::ALL, on).bare(')').while_collecting(),
    CommandRow::new(13, "tour-back", "tour: back to the step before", Screen::ALL, back).bare('(').while_collecting(),
];

impl Model {
    /// Begins the tour: its panel stands above every screen, and its commands are beside the others.
    pub fn begin_tour(&mut self) {
        self.tour = Some(Tour::on_screen());
        self.commands = Commands::joined([self.commands.all(), COMMANDS]);
    }
}

fn on(model: &mut Model) -> Vec<Effect> {
    turn(model, "That was the last step; Ctrl-Q leaves.", |tour, model| {
        tour.skip(model.run.as_ref().map(|run| run.recording.session()))
    })
}

fn back(model: &mut Model) -> Vec<Effect> {
    turn(model, "This is the first step.", |tour, model| {
        tour.back(model.run.as_ref().map(|run| run.recording.session()), sight(model, &[]))
    })
}

fn turn(model: &mut Model, otherwise: &str, turns: impl FnOnce(&mut Tour, &Model) -> bool) -> Vec<Effect> {
    let Some(mut tour) = model.tour.take() else { return Vec::new() };
    if !turns(&mut tour, model) {
        model.tell(Tone::Plain, otherwise);
    }
    model.tour = Some(tour);
    Vec::new()
}
