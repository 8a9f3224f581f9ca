use super::state::Setup;
use crate::app::agenda::AgendaChore;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::surveys::SurveysChore;
use crate::record::Mode;

/// Asks for title, people and plan of a new session in a room; `about` holds the labels of the changes on the map that it
/// is about.
pub(in crate::app) fn begin(model: &mut Model, title: &str, about: Vec<String>) -> Vec<Effect> {
    let agenda = model.first_agendas.of(Mode::Live, &model.catalogue);
    let languages = model.languages.clone();
    let mut setup = Setup { creating: true, agenda, languages, about, ..Setup::default() };
    setup.entry.set(title);
    model.show(setup);
    vec![Effect::Agenda(AgendaChore::Shelve), Effect::Surveys(SurveysChore::Look)]
}
