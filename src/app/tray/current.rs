//! The last comparison of names, beside the names as they are now.

use super::comparison::NamesMoment;
use crate::app::model::Model;
use crate::graph::Alike;

/// Returns what tells the names as they are now from any others.
pub(super) fn moment(model: &Model) -> NamesMoment {
    match &model.run {
        Some(run) => {
            let session = run.recording.session();
            NamesMoment { session: Some(session.header().id.clone()), change: session.next_seq() }
        }
        None => NamesMoment { session: None, change: model.names_alike.surveys },
    }
}

/// Returns the pairs of the last comparison in this session, or on this map; `None` before the first one.
pub(super) fn known_pairs(model: &Model) -> Option<&[Alike]> {
    let session = model.run.as_ref().map(|run| &run.recording.session().header().id);
    let last = model.names_alike.last.as_ref().filter(|last| last.of.session.as_ref() == session);
    last.map(|last| last.pairs.as_slice())
}

/// Whether the names as they are now have been compared.
pub(super) fn is_current(model: &Model) -> bool {
    model.names_alike.last.as_ref().is_some_and(|last| last.of == moment(model))
}
