use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model};
use crate::app::run::Panel;
use crate::app::screen::{Screen, Tone};

const RUN: &[Screen] = &[Screen::Run];

/// The command that switches the right-hand panel.
pub(in crate::app) const PANEL: CommandRow =
    CommandRow::new(260, "panel", "what is adjacent, or what to say", RUN, switch_panel)
        .key(KeyPress::plain(Code::F(2)))
        .while_collecting();

/// The commands about the panel beside the lines, and about files made of the session.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[
    CommandRow::new(160, "minutes", "write the minutes as they stand now", RUN, minutes)
        .key(KeyPress::plain(Code::F(9)))
        .while_collecting(),
    CommandRow::new(200, "copy-message", "copy the message that this step has made", RUN, copy_message)
        .key(KeyPress::ctrl('x')),
    PANEL,
];

/// Switches the panel between neighbours and script. Where the room sees this screen, shows private content with the
/// script instead, or covers private content again.
pub(in crate::app) fn switch_panel(model: &mut Model) -> Vec<Effect> {
    if model.settings.one_window {
        model.glance = !model.glance;
    }
    if let Some(run) = &mut model.run {
        let script = model.settings.one_window || run.panel == Panel::Adjacent;
        run.panel = if script { Panel::Script } else { Panel::Adjacent };
    }
    Vec::new()
}

fn minutes(model: &mut Model) -> Vec<Effect> {
    let minutes = model.run.as_ref().map(|run| run.recording.minutes(&model.catalogue));
    minutes.map(Effect::KeepMinutes).into_iter().collect()
}

fn copy_message(model: &mut Model) -> Vec<Effect> {
    match model.run.as_ref().and_then(|run| run.asked.message.clone()) {
        Some(message) => vec![Effect::Copy(message)],
        None => {
            model.tell(Tone::Plain, "This step makes no message to copy.");
            Vec::new()
        }
    }
}
