//! The typed door: `/` and the name of a command is that command, and so are a few words alone on a line.

use super::effect::Effect;
use super::model::{CommandRow, Commands, Model};
use super::screen::{Screen, Tone};
use crate::capture::Candidate;

/// Other names of commands, which people know from elsewhere.
const ALIASES: &[(&str, &str)] = &[
    ("quit", "leave"),
    ("exit", "leave"),
    ("take", "take-offer"),
    ("review", "offers"),
    ("fix-last", "fix"),
    ("last-speaker", "who-said"),
    ("lines", "said"),
    ("commands", "palette"),
    ("timer", "time"),
    ("finish", "end-session"),
    ("end", "end-session"),
    ("merge", "tray"),
    ("poll", "vote"),
    ("plots", "levers"),
    ("settings", "theme"),
    ("replay", "look-back"),
    ("plans", "other-plan"),
    ("plan", "agenda"),
    ("steps", "agenda"),
    ("go", "agenda"),
    ("next", "next-step"),
    ("back", "step-back"),
    ("skip", "next-subject"),
    ("yes", "take-offer"),
    ("pause", "pause-clock"),
];

/// Returns the other names of a command.
pub(super) fn also_called(name: &str) -> impl Iterator<Item = &'static str> {
    ALIASES.iter().filter(move |(_, known)| *known == name).map(|(alias, _)| *alias)
}

/// Returns the character that runs a command when it is alone on a line.
pub(super) fn word_for(name: &str) -> Option<&'static str> {
    WORDS.iter().find(|(word, known)| *known == name && word.len() == 1).map(|(word, _)| *word)
}

/// Words that are a command when they are alone on a line.
const WORDS: [(&str, &str); 3] = [("?", "help"), ("help", "help"), ("quit", "leave")];

/// The maximum number of edits between a typed name and one that comes close.
const CLOSE: usize = 2;

/// The maximum number of names that are named as coming close.
const NAMED: usize = 3;

/// The maximum number of names that are shown while one is typed.
const SHOWN: usize = 5;

/// What a line that may be a command is.
#[derive(Clone, Debug)]
pub(super) enum Door {
    /// A command.
    Command(CommandRow),
    /// A command of other screens.
    Elsewhere(CommandRow),
    /// The name of no command, with the names that come close.
    Unknown(String, Vec<&'static str>),
    /// A command with something behind its name that belongs to no command.
    WithMore(CommandRow),
}

impl Door {
    /// Returns the command that a line names on a screen; `None` if the line is no command.
    pub(super) fn of(line: &str, commands: &Commands, screen: Screen) -> Option<Self> {
        let line = line.trim().to_lowercase();
        let here = |name: &str| commands.on(screen).find(|row| row.name == name).copied();
        if let Some((_, name)) = WORDS.iter().find(|(word, _)| *word == line) {
            return here(name).map(Self::Command);
        }
        let typed = line.strip_prefix('/')?.trim_start();
        let name = typed.split_whitespace().collect::<Vec<_>>().join("-");
        let known = known_as(&name);
        if let Some(row) = here(known) {
            return Some(Self::Command(row));
        }
        if let Some(row) = with_more(typed, commands) {
            return Some(Self::WithMore(row));
        }
        // A process of several words, or one in a line with an arrow, is notation.
        let one_word = !typed.is_empty() && !typed.contains(char::is_whitespace) && !typed.contains("->");
        if let Some(row) = commands.all().iter().find(|row| row.name == known).filter(|_| one_word) {
            return Some(Self::Elsewhere(*row));
        }
        one_word.then(|| Self::Unknown(typed.to_owned(), close(&name, commands, screen)))
    }

    /// Runs the command, and empties the entry line; for another name, says where it works or what comes close.
    pub(super) fn open(self, model: &mut Model) -> Vec<Effect> {
        match self {
            Self::Command(row) => {
                model.entry.clear();
                row.run(model)
            }
            Self::Elsewhere(row) => {
                model.tell(Tone::Plain, elsewhere(row, model.screen));
                Vec::new()
            }
            Self::WithMore(row) => {
                model.tell(Tone::Plain, has_more(row));
                Vec::new()
            }
            Self::Unknown(typed, close) => {
                let close: Vec<String> = close.iter().map(|name| format!("/{name}")).collect();
                let instead = if close.is_empty() {
                    "Ctrl-P lists all".to_owned()
                } else {
                    format!("Close: {}", close.join(", "))
                };
                model.tell(Tone::Plain, format!("No command is called /{typed}: nothing was recorded. {instead}."));
                Vec::new()
            }
        }
    }
}

/// Returns the command that a line names before words that no command takes. A further word with a slash is another
/// command, and no process is called by a name with a hyphen and then words; everything else may be notation.
fn with_more(typed: &str, commands: &Commands) -> Option<CommandRow> {
    let (first, more) = typed.split_once(char::is_whitespace).filter(|_| !typed.contains("->"))?;
    let is_none = first.contains('-') || more.split_whitespace().any(|word| word.starts_with('/'));
    let row = || commands.all().iter().find(|row| row.name == known_as(first)).copied();
    is_none.then(row)?
}

/// Returns the name of the command that another name stands for; every other name is its own.
fn known_as(name: &str) -> &str {
    ALIASES.iter().find(|(alias, _)| *alias == name).map_or(name, |(_, known)| known)
}

/// Returns where a command works that does not work on this screen.
fn elsewhere(row: CommandRow, screen: Screen) -> String {
    if screen == Screen::Map && row.screens.contains(&Screen::Run) {
        // The map of a session is a part of it, so "in a session" would be no answer.
        return format!("/{} does not work on the map: Esc drops it, /map goes back to the talk.", row.name);
    }
    let places: Vec<&str> = row.screens.iter().copied().map(Screen::in_words).collect();
    format!("/{} works {}; Esc drops it here.", row.name, places.join(", "))
}

fn has_more(row: CommandRow) -> String {
    format!("/{} takes nothing behind it, so nothing is recorded: Esc drops the line.", row.name)
}

/// Returns what is said under a line that is a command, or begins one, with the names that Tab types; `None` if the line
/// is neither.
pub(super) fn under(line: &str, commands: &Commands, screen: Screen) -> Option<(Vec<Candidate>, String)> {
    if let Some(names) = begun(line, commands, screen).filter(|names| !names.is_empty()) {
        let says = told(line, &names);
        return Some((candidates(names), says));
    }
    // Without a slash the line may be the beginning of what somebody says.
    let says = match Door::of(line, commands, screen).filter(|_| line.trim_start().starts_with('/'))? {
        Door::Command(row) => told(line.trim_end(), &[row]),
        Door::Elsewhere(row) => elsewhere(row, screen),
        Door::WithMore(row) => has_more(row),
        Door::Unknown(..) => told(line, &[]),
    };
    Some((Vec::new(), says))
}

/// What is said under a slash and the beginning of no name.
const NONE_BEGINS: &str = "No command begins so; with an arrow or a verb behind it, a / names a process.";

/// Returns the commands that a line begins to name, in order; `None` if the line is not the beginning of a command.
fn begun(line: &str, commands: &Commands, screen: Screen) -> Option<Vec<CommandRow>> {
    if let Some((_, name)) = WORDS.iter().find(|(word, _)| *word == line && word.len() == 1) {
        return Some(commands.on(screen).filter(|row| row.name == *name).copied().collect());
    }
    let typed = line.strip_prefix('/')?.to_lowercase();
    if typed.contains(char::is_whitespace) {
        return None;
    }
    let named = |row: &&CommandRow| {
        row.name.starts_with(&typed)
            || ALIASES.iter().any(|(alias, name)| row.name == *name && alias.starts_with(&typed))
    };
    Some(commands.on(screen).filter(named).copied().collect())
}

impl Model {
    /// Returns the names that the entry line begins, which Tab types, and a sentence about them; `None` if the line is not
    /// the beginning of a command.
    pub fn names_begun(&self) -> Option<(Vec<String>, String)> {
        let line = self.entry.text();
        let (names, says) = under(line, &self.commands, self.screen).filter(|_| self.takes_names())?;
        Some((names.into_iter().map(|candidate| candidate.insert).collect(), says))
    }
}

/// Returns what is said under a line that begins the name of a command.
fn told(line: &str, begun: &[CommandRow]) -> String {
    match begun {
        [] => NONE_BEGINS.to_owned(),
        [row] if !line.starts_with('/') => format!("Enter after {line}: {}", row.words),
        [row] => format!("Enter after /{}: {}", row.name, row.words),
        [row, ..] => format!("/{}: {}; {} more", row.name, row.words, begun.len() - 1),
    }
}

/// Returns the names that Tab types.
fn candidates(begun: Vec<CommandRow>) -> Vec<Candidate> {
    let name = |row: CommandRow| Candidate { label: format!("/{}", row.name), insert: format!("/{}", row.name) };
    begun.into_iter().take(SHOWN).map(name).collect()
}

/// Returns the names that come close to a typed one: those that begin so, and those a slip or two away.
fn close(typed: &str, commands: &Commands, screen: Screen) -> Vec<&'static str> {
    let names = commands.on(screen).map(|row| row.name);
    let aliases = ALIASES.iter().filter(|(_, name)| commands.on(screen).any(|row| row.name == *name));
    let mut near: Vec<(usize, &'static str)> = names
        .chain(aliases.map(|(alias, _)| *alias))
        .filter_map(|name| {
            let edits = strsim::damerau_levenshtein(typed, name);
            let begins = name.starts_with(typed) || name.split('-').any(|part| part == typed);
            if begins { Some((0, name)) } else { Some((edits, name)).filter(|_| edits <= CLOSE && edits < name.len()) }
        })
        .collect();
    near.sort_unstable();
    near.into_iter().map(|(_, name)| name).take(NAMED).collect()
}
