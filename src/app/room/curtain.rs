use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model};
use crate::app::run::{Todo, queue, queue_before_lines};
use crate::app::screen::Screen;
use crate::record::{Fact, RoomView, Session};

/// The command that lowers or lifts the curtain.
pub(in crate::app) const CURTAIN: CommandRow =
    CommandRow::new(150, "curtain", "curtain: only title and clock, and back", &[Screen::Run, Screen::Map], curtain)
        .key(KeyPress::plain(Code::F(8)))
        .while_collecting();

/// The commands of this module: only the curtain.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[CURTAIN];

/// Covers everything but title and clock on every screen of the room, or uncovers it. On this screen the curtain falls
/// at once, whatever popup is open and whether or not anything can be written. In the room's own window it falls once
/// the event is on disk, which is written before the waiting lines; it lifts after these lines.
fn curtain(model: &mut Model) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    model.glance = false;
    if !run.writable {
        run.room.curtain = !run.room.curtain;
        return Vec::new();
    }
    let session = run.recording.session();
    let falls = *run.view_to_be() != RoomView::Curtain;
    if falls && run.room.curtain && !run.turns_view() {
        // The curtain fell on this screen only, and no event records it.
        run.room.curtain = false;
        return Vec::new();
    }
    let view = if falls { RoomView::Curtain } else { behind_the_curtain(session) };
    run.room.curtain = true;
    let shown = Todo::Act(vec![Fact::Shown { view }]);
    if falls { queue_before_lines(model, shown) } else { queue(model, [shown]) }
}

/// Returns the view that the room had before the curtain fell.
fn behind_the_curtain(session: &Session) -> RoomView {
    let shown =
        session.events().iter().rev().flat_map(|event| event.facts.iter().rev()).filter_map(|fact| match fact {
            Fact::Shown { view } => Some(view),
            _ => None,
        });
    shown.into_iter().find(|view| **view != RoomView::Curtain).cloned().unwrap_or_default()
}
