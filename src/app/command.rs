use super::key::{Code, Key};
use super::map::View;
use super::model::Screen;
use super::replaying::Leap;

/// Everything that can be done by a key or from the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Show what this screen can do.
    Help,
    /// Choose a command by typing part of its name.
    Palette,
    /// Go to the next step.
    NextStep,
    /// Go to the step before.
    StepBack,
    /// The plan: go to a step, change it.
    Agenda,
    /// Talk about the next of what the step walks over, or the one before.
    NextSubject,
    /// The one before.
    SubjectBack,
    /// More time, a pause, making up for lost time.
    Time,
    /// Collect answers nobody sees yet; show them.
    Unnamed,
    /// Choose what the room looks at.
    RoomViews,
    /// Blank everything but title and clock, and back.
    Curtain,
    /// One window for everybody: private things show only while asked for.
    OneWindow,
    /// From how many on unnamed answers are shown.
    ShownFrom,
    /// Remove the text of a line for good.
    Strike,
    /// Put one of the next good questions to the room.
    Ask,
    /// Look at what shows on the map, one at a time.
    Findings,
    /// Look at names that may stand for one thing.
    Tray,
    /// Write the minutes as they stand.
    Minutes,
    /// Copy the message this step has made.
    CopyMessage,
    /// Say who speaks from now on.
    Speaker,
    /// Say who really said the last line.
    LastSpeaker,
    /// Take back the last line.
    Undo,
    /// Take back the taking back.
    Redo,
    /// Edit the last line.
    FixLast,
    /// Say what sort of thing the last thing is.
    SetKind,
    /// Accept what is offered about the last line.
    TakeOffer,
    /// Put aside for later what is typed.
    Park,
    /// Title, people, agenda.
    Setup,
    /// Switch the panel between what is adjacent and what to say.
    Panel,
    /// Look at the map.
    Map,
    /// Look at the map in this way.
    View(View),
    /// Look at it in the next way.
    NextView,
    /// Look at it in the way before.
    ViewBack,
    /// Find a thing by its name.
    Find,
    /// Look at a part of the map.
    Filter,
    /// One step further; push it up; closer.
    Wider,
    /// One step less; push it down; farther.
    Narrower,
    /// The other way round.
    Turn,
    /// Draw one box for all things of a team, or of a kind.
    Fold,
    /// Draw all arrows, or effects alone.
    AllArrows,
    /// Names, numbers or shapes.
    Zoom,
    /// Sort by the next column.
    Sort,
    /// Mark the row, to change several together.
    MarkRow,
    /// Change what is marked.
    Change,
    /// Look into the mirror.
    Assess,
    /// Look back at a session.
    LookBack,
    /// Go to another moment: how far, and forward or back.
    Leap(Leap, bool),
    /// Go to the next line of a unit.
    SeekUnit,
    /// Go to where a word is said next.
    SeekWord,
    /// Say which unit.
    AnotherUnit,
    /// Say which word.
    AnotherWord,
    /// Play it, or stop.
    Play,
    /// Play it faster.
    Faster,
    /// Play it slower.
    Slower,
    /// Look at something else beside what was said.
    SwitchSide,
    /// Mark the moment; compare it with another.
    MarkMoment,
    /// Go on from here in another way.
    WhatIf,
    /// Look at the map as it stood.
    MapThen,
    /// Find what was said.
    Search,
    /// Read along on the screen where it is written.
    ReadAlong,
    /// Keep the session out of the shared map and off shared screens, or share it again.
    Private,
    /// Show or put away the card for beginners.
    Card,
    /// Stop or run the clocks.
    PauseClock,
    /// Give the step a minute more.
    MoreTime,
    /// Use the next theme.
    Theme,
    /// End the session.
    EndSession,
    /// Go back to the first screen.
    Home,
    /// Hand the terminal back for a while.
    Suspend,
    /// Leave the program.
    Leave,
}

/// One row of the command table.
#[derive(Clone, Copy, Debug)]
pub struct CommandRow {
    /// Which command.
    pub command: Command,
    /// What it does, as the palette and the help say it.
    pub words: &'static str,
    /// One or two words for the footer; empty when it has no room there.
    pub short: &'static str,
    /// Its key.
    pub key: Option<Key>,
    /// The character that does it too, on a screen where nothing is being typed.
    pub bare: Option<char>,
    /// Where it works.
    pub screens: &'static [Screen],
}

const EVERYWHERE: &[Screen] = &[Screen::Home, Screen::Run, Screen::Map, Screen::Assess, Screen::Replay];
const HOME: &[Screen] = &[Screen::Home];
const HOME_RUN_AND_MAP: &[Screen] = &[Screen::Home, Screen::Run, Screen::Map];
const RUN: &[Screen] = &[Screen::Run];
const AWAY_FROM_HOME: &[Screen] = &[Screen::Run, Screen::Map, Screen::Assess, Screen::Replay];
const RUN_AND_MAP: &[Screen] = &[Screen::Run, Screen::Map];
const MAP: &[Screen] = &[Screen::Map];
const HOME_AND_RUN: &[Screen] = &[Screen::Home, Screen::Run];
const HOME_AND_REPLAY: &[Screen] = &[Screen::Home, Screen::Replay];
const REPLAY: &[Screen] = &[Screen::Replay];

const fn row(
    command: Command,
    key: Option<Key>,
    short: &'static str,
    words: &'static str,
    screens: &'static [Screen],
) -> CommandRow {
    CommandRow { command, words, short, key, bare: None, screens }
}

/// A command of the map, with the character for it where nothing is being typed.
const fn on_map(
    command: Command,
    bare: char,
    key: Option<Key>,
    short: &'static str,
    words: &'static str,
) -> CommandRow {
    CommandRow { command, words, short, key, bare: Some(bare), screens: MAP }
}

/// A command of the replay screen, with the character for it.
const fn on_replay(command: Command, bare: char, short: &'static str, words: &'static str) -> CommandRow {
    CommandRow { command, words, short, key: None, bare: Some(bare), screens: REPLAY }
}

/// A way to another moment, with its key.
const fn leap(leap: Leap, forward: bool, key: Key, words: &'static str) -> CommandRow {
    row(Command::Leap(leap, forward), Some(key), "", words, REPLAY)
}

/// Every command. Footer, help, palette and keys all read this list, so they cannot disagree.
pub const COMMANDS: &[CommandRow] = &[
    row(Command::Help, Some(Key::plain(Code::F(1))), "help", "help for this screen", EVERYWHERE),
    row(Command::Palette, Some(Key::ctrl('p')), "commands", "find any command by its name", EVERYWHERE),
    row(Command::NextStep, Some(Key::plain(Code::PageDown)), "next step", "go on to the next step", RUN),
    row(Command::Undo, Some(Key::ctrl('z')), "take back", "take back the last line, or the last change", RUN_AND_MAP),
    row(Command::FixLast, Some(Key::ctrl('f')), "fix", "fix the last line", RUN),
    row(Command::Speaker, Some(Key::ctrl('s')), "speaker", "choose who speaks from now on", RUN),
    row(Command::Map, Some(Key::plain(Code::F(3))), "map", "look at the map, and back", HOME_RUN_AND_MAP),
    row(Command::StepBack, Some(Key::plain(Code::PageUp)), "", "go back to the step before", RUN),
    row(Command::Agenda, Some(Key::ctrl('g')), "", "the plan: go to any step, shorten, add, reorder", RUN),
    row(Command::NextSubject, Some(Key::alt(Code::Down)), "", "talk about the next on the list", RUN),
    row(Command::SubjectBack, Some(Key::alt(Code::Up)), "", "talk about the one before on the list", RUN),
    row(Command::RoomViews, Some(Key::plain(Code::F(5))), "", "choose what the room looks at", RUN),
    row(Command::Unnamed, Some(Key::plain(Code::F(6))), "", "collect unnamed answers, then show them", RUN),
    row(Command::Time, Some(Key::plain(Code::F(7))), "", "time: make up for it, pause, add", RUN),
    row(Command::Curtain, Some(Key::plain(Code::F(8))), "", "curtain: only title and clock, and back", RUN_AND_MAP),
    row(Command::Minutes, Some(Key::plain(Code::F(9))), "", "write the minutes as they stand now", RUN),
    row(Command::Ask, Some(Key::ctrl('n')), "", "the next good questions: put one to the room", RUN),
    row(
        Command::Findings,
        Some(Key::plain(Code::F(10))),
        "",
        "what shows on the map: one at a time, to be judged",
        RUN,
    ),
    row(Command::Tray, Some(Key::alt(Code::Char('t'))), "", "names that look alike: one thing, or two", RUN_AND_MAP),
    row(Command::CopyMessage, Some(Key::ctrl('x')), "", "copy the message that this step has made", RUN),
    row(Command::Redo, Some(Key::ctrl('y')), "", "bring back the line just taken back", RUN_AND_MAP),
    row(Command::LastSpeaker, Some(Key::ctrl('r')), "", "say who really said the last line", RUN),
    row(Command::SetKind, Some(Key::ctrl('k')), "", "say what sort of thing was just named", RUN),
    row(Command::TakeOffer, Some(Key::ctrl('o')), "", "accept what is offered about the line", RUN),
    row(Command::Park, Some(Key::ctrl('l')), "", "put what is typed aside for later", RUN),
    row(Command::Panel, Some(Key::plain(Code::F(2))), "", "what is adjacent, or what to say", RUN),
    row(Command::Setup, Some(Key::plain(Code::F(4))), "", "title, people, agenda", RUN),
    row(Command::MoreTime, Some(Key::ctrl('t')), "", "a minute more for this step", RUN),
    row(Command::PauseClock, Some(Key::plain(Code::F(12))), "", "stop the clocks, or let them run", RUN),
    CommandRow {
        bare: None,
        ..on_map(Command::NextView, ' ', Some(Key::plain(Code::Tab)), "next view", "look at it in the next way")
    },
    CommandRow {
        bare: None,
        ..on_map(Command::ViewBack, ' ', Some(Key::plain(Code::BackTab)), "", "and in the way before")
    },
    on_map(Command::Find, '/', Some(Key::ctrl('b')), "find", "find a thing by its name"),
    on_map(Command::Filter, 'f', Some(Key::ctrl('v')), "filter", "filter: kind:initiative no:owner is:disputed ..."),
    on_map(Command::Wider, '+', Some(Key::ctrl_with(Code::Up)), "wider", "one step further; in the ripple push it up"),
    on_map(
        Command::Narrower,
        '-',
        Some(Key::ctrl_with(Code::Down)),
        "narrower",
        "one step less; in the ripple push it down",
    ),
    on_map(Command::Turn, 't', Some(Key::ctrl('t')), "turn", "the other way round: causes, ways back, order"),
    on_map(Command::View(View::Neighbours), '1', None, "", "neighbours: what leads in, what it leads to"),
    on_map(Command::View(View::Ripple), '2', None, "", "ripple: push it, and step through what follows"),
    on_map(Command::View(View::Paths), '3', None, "", "paths from it to another thing"),
    on_map(Command::View(View::Trees), '4', None, "", "tree of what it causes, or of what causes it"),
    on_map(Command::View(View::Drawn), '5', None, "", "drawn: boxes and arrows"),
    on_map(Command::View(View::Table), '6', None, "", "table: sort, mark, change several together"),
    on_map(Command::Fold, 'g', Some(Key::ctrl('g')), "", "drawn: one box for a team, or for a kind"),
    on_map(Command::AllArrows, 'a', None, "", "drawn: all arrows, or effects alone"),
    on_map(Command::Zoom, 'z', None, "", "drawn: names, numbers or shapes"),
    on_map(Command::Sort, 's', None, "", "table: sort by the next column"),
    on_map(Command::MarkRow, ' ', None, "", "table: mark the row and go to the next"),
    on_map(Command::Change, 'e', None, "", "table: change all rows that are marked"),
    on_replay(Command::Leap(Leap::Marker, true), 'n', "next", "the next moment worth stopping at"),
    on_replay(Command::Leap(Leap::Marker, false), 'N', "", "the one before"),
    on_replay(Command::Leap(Leap::Finding, true), 'f', "shows", "where something shows next for the first time"),
    on_replay(Command::Leap(Leap::Finding, false), 'F', "", "and the one before"),
    on_replay(Command::Play, ' ', "play", "play it, or stop"),
    CommandRow {
        key: Some(Key::plain(Code::Tab)),
        bare: None,
        ..on_replay(Command::SwitchSide, ' ', "panel", "beside it: the map, what showed, plan against actual")
    },
    leap(Leap::Event, true, Key::plain(Code::Right), "what was said or done next"),
    leap(Leap::Event, false, Key::plain(Code::Left), "and before"),
    leap(Leap::Minute, true, Key::ctrl_with(Code::Right), "a minute on"),
    leap(Leap::Minute, false, Key::ctrl_with(Code::Left), "a minute back"),
    leap(Leap::Step, true, Key::plain(Code::PageDown), "the next step of the plan"),
    leap(Leap::Step, false, Key::plain(Code::PageUp), "the step before"),
    leap(Leap::Edge, false, Key::plain(Code::Home), "the beginning"),
    leap(Leap::Edge, true, Key::plain(Code::End), "the end"),
    on_replay(Command::SeekUnit, 'u', "", "the next line of a team, or about it"),
    on_replay(Command::AnotherUnit, 'U', "", "of another team"),
    on_replay(Command::SeekWord, 'w', "", "where a word is said next"),
    on_replay(Command::AnotherWord, 'W', "", "another word"),
    on_replay(Command::Faster, '+', "", "play it faster"),
    on_replay(Command::Slower, '-', "", "play it slower"),
    on_replay(Command::MarkMoment, 'c', "compare", "mark this moment; once more: what changed between the two"),
    CommandRow {
        bare: Some('/'),
        ..row(Command::Search, Some(Key::alt(Code::Char('s'))), "", "find what was said", HOME_AND_REPLAY)
    },
    on_replay(Command::WhatIf, 'b', "", "what if: go on from this moment in another way"),
    CommandRow {
        key: Some(Key::plain(Code::F(3))),
        ..on_replay(Command::MapThen, 'm', "", "look at the map as it stood")
    },
    on_replay(Command::ReadAlong, 'r', "", "read along where it is written"),
    row(Command::LookBack, Some(Key::alt(Code::Char('l'))), "", "look back at this session: replay it", HOME_AND_RUN),
    row(Command::OneWindow, None, "", "one window for everybody, or two", RUN),
    row(Command::ShownFrom, None, "", "show unnamed answers from 3, 4 or 5 on", RUN),
    row(Command::Strike, None, "", "remove the text of a line for good", RUN),
    row(Command::Private, None, "", "private: keep this session out of the shared map, or share it again", RUN),
    row(Command::Card, None, "", "show or put away the card for beginners", RUN),
    row(Command::Assess, None, "", "look into the mirror: lead self, teams, systems", HOME),
    row(Command::EndSession, None, "", "end this session", RUN),
    row(Command::Theme, None, "", "another theme: dark, light, projector", EVERYWHERE),
    row(Command::Home, None, "", "back to the first screen", AWAY_FROM_HOME),
    row(Command::Suspend, None, "", "back to the shell for a while (fg returns)", EVERYWHERE),
    row(Command::Leave, Some(Key::ctrl('q')), "leave", "leave; what is not on disk is told first", EVERYWHERE),
];

impl CommandRow {
    /// What to press for it: its key, and where nothing is being typed its character; else the palette.
    pub fn pressed(&self, typing: bool) -> String {
        let bare = self.bare.filter(|_| !typing).map(|c| match c {
            ' ' => "space".to_owned(),
            c => c.to_string(),
        });
        match (bare, self.key) {
            (Some(bare), _) => bare,
            (None, Some(key)) => key.to_string(),
            (None, None) => "Ctrl-P".to_owned(),
        }
    }
}

/// The commands that work on a screen.
pub fn commands_on(screen: Screen) -> impl Iterator<Item = &'static CommandRow> {
    COMMANDS.iter().filter(move |row| row.screens.contains(&screen))
}

/// The command a key stands for on a screen.
pub fn command_for(screen: Screen, key: Key) -> Option<Command> {
    commands_on(screen).find(|row| row.key == Some(key)).map(|row| row.command)
}

/// The command a character stands for on a screen where nothing is being typed.
pub(super) fn bare_command_for(screen: Screen, key: Key) -> Option<Command> {
    let typed = key.typed()?;
    commands_on(screen).find(|row| row.bare == Some(typed)).map(|row| row.command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things_on_one_screen() {
        for screen in EVERYWHERE {
            let bare = commands_on(*screen).filter_map(|row| row.bare).map(|c| Key::plain(Code::Char(c)));
            let mut keys: Vec<_> = commands_on(*screen).filter_map(|row| row.key).chain(bare).collect();
            let all = keys.len();
            keys.sort_by_key(ToString::to_string);
            keys.dedup();
            assert_eq!(keys.len(), all, "{screen:?}");
        }
    }

    #[test]
    fn a_key_that_types_text_is_never_a_command() {
        assert!(COMMANDS.iter().filter_map(|row| row.key).all(|key| key.typed().is_none()));
    }

    #[test]
    fn the_keys_of_the_entry_line_are_left_to_it() {
        for letter in ['a', 'e', 'u', 'w', 'h', 'i', 'j', 'm', 'd', 'c'] {
            assert!(COMMANDS.iter().all(|row| row.key != Some(Key::ctrl(letter))), "Ctrl-{letter}");
        }
    }
}
