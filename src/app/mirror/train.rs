use super::view::Whose;
use crate::app::effect::Effect;
use crate::app::home::alone;
use crate::app::model::Model;
use crate::app::screen::{Screen, Tone};
use crate::app::setup::Setup;
use crate::exercise::Agenda;
use crate::record::Mode;

/// Begins the exercise that trains the selected gap: for one person at once, for a group by its setup. The session
/// receives nothing of the assessment.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    if model.assess.whose == Whose::Sample {
        model.tell(Tone::Plain, "This is the sample leader; in your own mirror Enter begins the exercise.");
        return Vec::new();
    }
    let Some(trains) = model.assess.gap().and_then(|gap| gap.practice.trains.into_iter().next()) else {
        return Vec::new();
    };
    let agenda = match Agenda::parse(&trains.exercise, &model.catalogue, trains.mode) {
        Ok(agenda) => agenda,
        Err(error) => {
            model.tell(Tone::Alarm, error.to_string());
            return Vec::new();
        }
    };
    let title = model.catalogue.find(&trains.exercise).map_or_else(String::new, |found| found.title.clone());
    if trains.mode == Mode::Solo {
        return vec![alone(&title, agenda, &model.languages)];
    }
    let languages = model.languages.clone();
    let mut setup = Setup { creating: true, agenda, languages, ..Setup::default() };
    setup.entry.set(&title);
    model.screen = Screen::Home;
    model.show(setup);
    vec![Effect::List]
}
