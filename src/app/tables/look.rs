use super::chore::TablesChore;
use crate::app::effect::Effect;
use crate::app::model::Model;

/// Returns the effect that looks at the tables, unless a look is on its way. `again` reads them even if no file has
/// changed.
pub(super) fn look(model: &mut Model, again: bool) -> Vec<Effect> {
    if model.tables.looking {
        return Vec::new();
    }
    model.tables.looking = true;
    let session = model.run.as_ref().map(|run| run.recording.session());
    let of = session.and_then(|session| session.gathering()).map(|place| place.id.clone());
    let open = session.map(|session| session.header().id.clone());
    let stamp = if again { 0 } else { model.tables.stamp };
    vec![Effect::Tables(TablesChore::Look { of, open, stamp })]
}
