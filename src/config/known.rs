use crate::app::Commands;
use crate::exercise::{Catalogue, ShelvedAgenda};

/// What settings can name: themes, languages, plans and commands.
#[derive(Clone, Debug)]
pub struct SettableNames {
    /// The names of the themes.
    pub themes: Vec<String>,
    /// The codes of the languages of lines, English among them.
    pub languages: Vec<String>,
    /// The exercises that a plan is made of.
    pub catalogue: Catalogue,
    /// The plans of the workspace.
    pub agendas: Vec<ShelvedAgenda>,
    /// The commands of the console, with their own keys.
    pub commands: Commands,
}
