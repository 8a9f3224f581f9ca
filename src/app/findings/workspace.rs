//! The findings of the whole workspace, for home and the map while no session is open.

use super::Snapshot;
use crate::app::effect::Effect;
use crate::app::model::Model;

/// Asks for the sessions of the workspace, which are read as soon as they are there.
pub(in crate::app) fn order(model: &mut Model) -> Vec<Effect> {
    model.workspace_reading.since.get_or_insert(model.now);
    vec![Effect::Survey]
}

/// Reads the sessions of the workspace once they are there, if the findings were asked for.
pub(in crate::app) fn surveyed(model: &mut Model) -> Vec<Effect> {
    if model.run.is_some() || model.workspace_reading.since.is_none() {
        return Vec::new();
    }
    vec![Effect::Analyse(Snapshot::of_workspace(model.map.ledger.clone()))]
}
