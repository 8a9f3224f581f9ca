//! What can lie over a screen. Layers take keys first; Esc puts any of them away.

use super::command::{CommandRow, commands_on};
use super::entry::Entry;
use super::model::Screen;
use super::replaying::{Changes, Search};
use super::tray::Tray;
use crate::record::{CollectBy, Judgement, Kind, PlannedExercise};

/// What lies over the screen.
#[derive(Clone, Debug)]
pub enum Layer {
    /// What this screen can do.
    Help {
        /// The first line shown.
        scroll: u16,
    },
    /// Every command, found by its name.
    Palette(Palette),
    /// The plan with every step: to go to one, and to change it while it runs.
    Agenda(AgendaView),
    /// The clocks: more time, a pause, and what can make up for lost time.
    Time {
        /// The row under the cursor.
        selected: usize,
    },
    /// How answers are to be collected that nobody sees yet.
    Collect {
        /// How.
        way: CollectBy,
        /// How many are awaited, as typed.
        awaited: String,
    },
    /// What was collected, before the room sees it.
    Held(Queue),
    /// What the room can look at.
    RoomViews {
        /// The row under the cursor.
        selected: usize,
    },
    /// What could be asked now.
    Questions {
        /// The row under the cursor.
        selected: usize,
    },
    /// What shows on the map, one at a time.
    Findings(FindingsView),
    /// Names that look alike, and names that were merged.
    Tray(Tray),
    /// The lines, to remove the text of one for good.
    Strike {
        /// The row under the cursor, from the last line up.
        selected: usize,
        /// Enter was pressed once.
        sure: bool,
    },
    /// Everybody here, to say who speaks.
    Speakers {
        /// For the last line instead of the coming ones.
        last_line: bool,
        /// The row under the cursor; row 0 is nobody.
        selected: usize,
    },
    /// The kinds, to say what sort of thing something is.
    Kinds {
        /// The things named by the last line.
        things: Vec<(String, Kind)>,
        /// Which of them.
        selected: usize,
    },
    /// Several pasted lines wait to be read.
    Pasted(Vec<PastedLine>),
    /// Title, people and agenda, asked one after the other.
    Setup(Setup),
    /// Where something was said.
    Search(Box<Search>),
    /// What changed between two moments.
    Changes(Changes),
    /// Answers lie in the private file and belong to no round: shown, collected on, or dropped?
    Stray {
        /// Dropping them was asked for once.
        sure: bool,
    },
    /// Everything is being saved; then this is done.
    Saving(After),
    /// "End?"
    End,
    /// "Leave?"
    Leave,
}

/// What is done once everything is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// The session is ended.
    End,
    /// Its end is on disk: back to the first screen.
    Ended,
    /// Back to the first screen.
    Home,
    /// The program is left.
    Leave,
}

/// The palette: a line to type in, and the commands it finds.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    /// What is typed.
    pub entry: Entry,
    /// The row under the cursor.
    pub selected: usize,
}

impl Palette {
    /// The commands whose words hold everything typed; where words begin with it first, then in table order.
    pub fn found(&self, screen: Screen) -> Vec<&'static CommandRow> {
        let wanted = self.entry.text().to_lowercase();
        let holds = |row: &&CommandRow| wanted.split_whitespace().all(|part| row.words.contains(part));
        let begins = |row: &CommandRow| {
            wanted.split_whitespace().all(|part| row.words.split(' ').any(|word| word.starts_with(part)))
        };
        let mut found: Vec<_> = commands_on(screen).filter(holds).collect();
        found.sort_by_key(|row| !begins(row));
        found
    }
}

/// The plan as it is looked at and changed.
#[derive(Clone, Debug, Default)]
pub struct AgendaView {
    /// The row under the cursor.
    pub selected: usize,
    /// What is being typed to be added.
    pub adding: Option<Entry>,
    /// Taking time from `close` was asked for once.
    pub sure: bool,
    /// What was wrong with what was typed.
    pub wrong: Option<String>,
}

/// The finding that is looked at.
#[derive(Clone, Debug, Default)]
pub struct FindingsView {
    /// Which of those that are offered.
    pub at: usize,
    /// What it rests on is shown.
    pub why: bool,
    /// What the pattern is called is shown.
    pub called: bool,
    /// What the room says of it, while the reason is typed.
    pub judging: Option<(Judgement, Entry)>,
}

impl FindingsView {
    /// The first look at one of them.
    pub fn at(at: usize) -> Self {
        Self { at, ..Self::default() }
    }
}

/// What a round has collected, as it is looked through.
#[derive(Clone, Debug, Default)]
pub struct Queue {
    /// The row under the cursor.
    pub selected: usize,
    /// The row as it is being edited.
    pub editing: Option<Entry>,
    /// Dropping them all was asked for once.
    pub sure: bool,
    /// What was dropped here, the last one last.
    pub dropped: Vec<String>,
}

/// Which question of the setup is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SetupStage {
    /// What is it called?
    #[default]
    Title,
    /// Who is here?
    People,
    /// What is planned?
    Agenda,
}

/// The setup: three questions, each answered in one line or passed with Enter.
#[derive(Clone, Debug, Default)]
pub struct Setup {
    /// Which question is asked.
    pub stage: SetupStage,
    /// The answer being typed.
    pub entry: Entry,
    /// The title so far; for a session that does not exist yet.
    pub title: String,
    /// People listed so far, with their names as typed.
    pub people: Vec<super::people::Listed>,
    /// The plan so far.
    pub agenda: Vec<PlannedExercise>,
    /// A new workshop is being set up, rather than the open session changed.
    pub creating: bool,
    /// It is a dry run, which leaves no trace in the shared map.
    pub rehearsal: bool,
    /// It is private: it adds to no shared map and is shown on no shared screen.
    pub private: bool,
    /// What was wrong with the last answer.
    pub wrong: Option<String>,
}

/// A line in the box of those that wait to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastedLine {
    /// What it says.
    pub text: String,
    /// The event that is taken back before it is read, because the line is a version of it.
    pub replaces: Option<u64>,
}

impl PastedLine {
    /// A line that replaces nothing.
    pub const fn new(text: String) -> Self {
        Self { text, replaces: None }
    }
}
