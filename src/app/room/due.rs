//! What the shell works out for the room's view on the one screen for everybody.

use super::order::WorkedScene;
use super::window::RoomMsg;
use crate::app::effect::Effect;
use crate::app::model::Model;

/// Orders what the room's view on this screen needs; nothing where the room has a window of its own.
pub(in crate::app) fn due(model: &mut Model) -> Option<Effect> {
    let window = model.run.as_mut()?.room.audience.as_mut()?;
    window.order().map(|order| Effect::WorkOut(Box::new(order)))
}

/// Takes in what was worked out.
pub(in crate::app) fn worked(model: &mut Model, worked: Box<WorkedScene>) {
    let now = model.now;
    if let Some(window) = model.run.as_mut().and_then(|run| run.room.audience.as_mut()) {
        window.update(RoomMsg::Worked(worked), now);
    }
}
