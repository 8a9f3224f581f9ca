//! Only one session is opened at a time.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::msg::Msg;
use crate::app::replay::{ReplayChore, ReplayReport};
use crate::app::run::Run;
use crate::app::screen::Tone;
use crate::app::setup::Begun;
use crate::app::tables::TablesChore;
use crate::record::SessionId;

/// The notice about opening a session while another one is being opened, or is still being written.
const BEING_OPENED: &str = "A moment: something is still being opened or saved.";

/// Notes that opening a session has ended, with or without success.
pub(super) fn ends(model: &mut Model, msg: &Msg) {
    let over =
        matches!(msg, Msg::Opened(_) | Msg::NotOpened(_) | Msg::Held { .. } | Msg::Replay(ReplayReport::Opened { .. }));
    model.opening &= !over;
}

/// Notes that a session is being opened. Until that has ended no other session is opened, so that input is written to
/// the session it was meant for.
pub(super) fn begins(model: &mut Model, effects: &mut Vec<Effect>) {
    if !effects.iter().any(opens) {
        return;
    }
    if model.opening || model.run.as_ref().is_some_and(Run::is_saving) {
        effects.retain(|effect| !opens(effect));
        model.tell(Tone::Plain, BEING_OPENED);
    } else {
        model.opening = true;
    }
}

/// Whether an effect opens a session, and so closes the open one.
const fn opens(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Create(_)
            | Effect::Open { .. }
            | Effect::OpenSample(_)
            | Effect::Tables(TablesChore::Begin(_))
            | Effect::Replay(ReplayChore::Open { .. } | ReplayChore::Branch { .. })
    )
}

/// Handles a session that could not be opened; the text that was typed to begin it is retained.
pub(super) fn not_opened(model: &mut Model, reason: &str) {
    model.tell(Tone::Alarm, reason);
    match model.begun.take() {
        Some(Begun::Line(line)) => model.entry.insert_before(&line),
        Some(Begun::Setup(setup)) => model.show(*setup),
        None => {}
    }
}

/// Opens a session read-only, because another program writes it.
pub(super) fn held(model: &mut Model, id: SessionId, by: &str) -> Vec<Effect> {
    model.tell(Tone::Plain, format!("{by} is writing this session; you are reading along."));
    vec![Effect::Open { id, read_only: true }]
}
