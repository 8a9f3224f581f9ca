//! What can be done with a line of the list: a key for each, and a box that lists them.

use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{Model, Popup, Then};
use crate::app::sheet::Sheet;

/// One action about the chosen line: a command that has another key in the list.
#[derive(Clone, Copy, Debug)]
pub struct LineAction {
    /// The name of the command.
    pub command: &'static str,
    /// The words in the box.
    pub words: &'static str,
    /// One or two words for the footer.
    pub short: &'static str,
    /// The key in the list; `None` for an action that only the box and the typed door have.
    pub key: Option<KeyPress>,
}

const fn action(command: &'static str, words: &'static str, short: &'static str, key: Option<char>) -> LineAction {
    let key = match key {
        Some(letter) => Some(KeyPress::ctrl(letter)),
        None => None,
    };
    LineAction { command, words, short, key }
}

/// Every action, in the order of the box and of the footer.
pub const LINE_ACTIONS: &[LineAction] = &[
    action("fix", "fix it: other words, Enter records them", "fix", Some('f')),
    action("take-back", "take it back, or bring it back", "take back", Some('d')),
    action("who-said", "somebody else said it", "who", Some('r')),
    action("line-kind", "it is something else: parked, a question, a promise, a note", "kind", Some('k')),
    action("take-offer", "take what it could be", "offer", Some('o')),
    action("split", "split it in two", "split", Some('x')),
    action("show", "show it to the room", "show", Some('5')),
    action("before", "what stood there before", "before", Some('t')),
    action("strike", "remove its text for good", "", None),
];

/// Returns the action that a key runs in the list.
pub(super) fn for_key(key: KeyPress) -> Option<&'static LineAction> {
    LINE_ACTIONS.iter().find(|action| action.key == Some(key))
}

/// Runs the command of an action.
pub(super) fn run(model: &mut Model, action: &LineAction) -> Vec<Effect> {
    let row = model.commands.all().iter().find(|row| row.name == action.command).copied();
    row.map(|row| row.run(model)).unwrap_or_default()
}

/// The box that lists the actions.
#[derive(Debug, Default)]
pub(super) struct ActionsView {
    /// The index of the selected action.
    selected: usize,
}

impl Popup for ActionsView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "What can be done with the chosen line. Whatever is put in its place stands where",
            "the line stood, in map, minutes and replay; the record keeps both, and Ctrl-Z",
            "brings the old one back.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        let by_row = key.chosen_row(self.selected).and_then(|row| LINE_ACTIONS.get(row));
        if let Some(action) = by_row.or_else(|| for_key(key)) {
            return Then::Close(run(model, action));
        }
        if key.typed().is_some() || matches!(key.code, Code::Backspace | Code::Delete) {
            // Whatever else is typed belongs to the entry line.
            return Then::PassKey;
        }
        self.selected = key.moved(self.selected, LINE_ACTIONS.len()).unwrap_or(self.selected);
        Then::stay()
    }

    fn sheet(&self, _model: &Model) -> Option<Sheet> {
        let row = |action: &LineAction| {
            let key = action.key.map(|key| format!("  {key}")).unwrap_or_default();
            format!("{}{key}", action.words)
        };
        let hint = "a number or Enter does it, Esc goes back to the list";
        Some(Sheet::numbered("this line", LINE_ACTIONS.iter().map(row), self.selected, hint))
    }
}
