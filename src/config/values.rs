use crate::app::KeyBinding;
use crate::record::Conventions;

/// The values of all settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConfigValues {
    /// The name of the theme; `None` for the theme of the program.
    pub theme: Option<String>,
    /// The codes of the languages of lines, beside English; `None` for the language of the machine.
    pub languages: Option<Vec<String>>,
    /// The order of dates, and what is stored of names.
    pub conventions: Conventions,
    /// The plan of a new session with a room, as it is typed; `None` for one exercise.
    pub agenda: Option<String>,
    /// The plan of a new session of one person, as it is typed; `None` for one exercise.
    pub solo_agenda: Option<String>,
    /// Whether the console uses the mouse.
    pub mouse: bool,
    /// The keys of commands that have others than their own.
    pub keys: Vec<KeyBinding>,
}
