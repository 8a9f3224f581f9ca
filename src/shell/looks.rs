//! How the program looks in a workspace: the themes that can be chosen, the house style, and the colours of the terminal.

use std::env;

use super::terminal::is_terminal;
use crate::store::Workspace;
use crate::theme::{Background, Depth, HouseStyle, StyleSeverity, ThemeLibrary, depth_for};

/// The themes of a workspace, of its user and of the program; and a sentence for each file that cannot be read.
pub fn themes(workspace: &Workspace) -> (ThemeLibrary, Vec<String>) {
    let (sources, unread) = workspace.themes();
    (ThemeLibrary::of(sources), unread.iter().map(ToString::to_string).collect())
}

/// A sentence for each theme file of which something is not used.
pub fn wrong_themes(library: &ThemeLibrary) -> Vec<String> {
    let wrong = library.flaws().iter().filter(|(_, flaw)| flaw.weight >= StyleSeverity::Wrong);
    wrong.map(|(path, flaw)| format!("{path}:{}:{}: {flaw}", flaw.line, flaw.column)).collect()
}

/// The house style of a workspace; and a sentence where there is one that cannot be used, or not as a whole.
pub fn house(workspace: &Workspace) -> (Option<HouseStyle>, Option<String>) {
    let (path, text) = match workspace.house() {
        Ok(None) => return (None, None),
        Ok(Some(found)) => found,
        Err(error) => return (None, Some(error.to_string())),
    };
    let (house, flaw) = match HouseStyle::read(&text) {
        Ok((house, flaws)) => (Some(house), flaws.into_iter().next()),
        Err(flaw) => (None, Some(flaw)),
    };
    (house, flaw.map(|flaw| format!("{}:{}:{}: {flaw}", path.display(), flaw.line, flaw.column)))
}

/// The number of colours of standard output, as the environment tells it.
pub fn depth() -> Depth {
    depth_for(|name| env::var(name).ok(), is_terminal())
}

/// Whether colours are asked for even where standard output is no terminal.
pub fn wants_colours_everywhere() -> bool {
    depth_for(|name| env::var(name).ok(), false) != Depth::Mono
}

/// The background of the terminal, as far as the environment tells it.
pub fn background() -> Option<Background> {
    Background::from_colorfgbg(&env::var("COLORFGBG").ok()?)
}
