use super::key::{Code, Key};
use super::model::Screen;

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
    /// Where it works.
    pub screens: &'static [Screen],
}

const EVERYWHERE: &[Screen] = &[Screen::Home, Screen::Run, Screen::Map];
const RUN: &[Screen] = &[Screen::Run];
const RUN_AND_MAP: &[Screen] = &[Screen::Run, Screen::Map];

const fn row(
    command: Command,
    key: Option<Key>,
    short: &'static str,
    words: &'static str,
    screens: &'static [Screen],
) -> CommandRow {
    CommandRow { command, words, short, key, screens }
}

/// Every command. Footer, help, palette and keys all read this list, so they cannot disagree.
pub const COMMANDS: &[CommandRow] = &[
    row(Command::Help, Some(Key::plain(Code::F(1))), "help", "help for this screen", EVERYWHERE),
    row(Command::Palette, Some(Key::ctrl('p')), "commands", "find any command by its name", EVERYWHERE),
    row(Command::NextStep, Some(Key::plain(Code::PageDown)), "next step", "go on to the next step", RUN),
    row(Command::Undo, Some(Key::ctrl('z')), "take back", "take back the last line", RUN),
    row(Command::FixLast, Some(Key::ctrl('f')), "fix", "fix the last line", RUN),
    row(Command::Speaker, Some(Key::ctrl('s')), "speaker", "choose who speaks from now on", RUN),
    row(Command::Map, Some(Key::plain(Code::F(3))), "map", "look at the map, and back", EVERYWHERE),
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
    row(Command::CopyMessage, Some(Key::ctrl('x')), "", "copy the message that this step has made", RUN),
    row(Command::Redo, Some(Key::ctrl('y')), "", "bring back the line just taken back", RUN),
    row(Command::LastSpeaker, Some(Key::ctrl('r')), "", "say who really said the last line", RUN),
    row(Command::SetKind, Some(Key::ctrl('k')), "", "say what sort of thing was just named", RUN),
    row(Command::TakeOffer, Some(Key::ctrl('o')), "", "accept what is offered about the line", RUN),
    row(Command::Park, Some(Key::ctrl('l')), "", "put what is typed aside for later", RUN),
    row(Command::Panel, Some(Key::plain(Code::F(2))), "", "what is adjacent, or what to say", RUN),
    row(Command::Setup, Some(Key::plain(Code::F(4))), "", "title, people, agenda", RUN),
    row(Command::MoreTime, Some(Key::ctrl('t')), "", "a minute more for this step", RUN),
    row(Command::PauseClock, Some(Key::plain(Code::F(12))), "", "stop the clocks, or let them run", RUN),
    row(Command::OneWindow, None, "", "one window for everybody, or two", RUN),
    row(Command::ShownFrom, None, "", "show unnamed answers from 3, 4 or 5 on", RUN),
    row(Command::Strike, None, "", "remove the text of a line for good", RUN),
    row(Command::Card, None, "", "show or put away the card for beginners", RUN),
    row(Command::EndSession, None, "", "end this session", RUN),
    row(Command::Theme, None, "", "another theme: dark, light, projector", EVERYWHERE),
    row(Command::Home, None, "", "back to the first screen", RUN_AND_MAP),
    row(Command::Suspend, None, "", "back to the shell for a while (fg returns)", EVERYWHERE),
    row(Command::Leave, Some(Key::ctrl('q')), "leave", "leave; everything said is on disk", EVERYWHERE),
];

/// The commands that work on a screen.
pub fn commands_on(screen: Screen) -> impl Iterator<Item = &'static CommandRow> {
    COMMANDS.iter().filter(move |row| row.screens.contains(&screen))
}

/// The command a key stands for on a screen.
pub fn command_for(screen: Screen, key: Key) -> Option<Command> {
    commands_on(screen).find(|row| row.key == Some(key)).map(|row| row.command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things_on_one_screen() {
        for screen in EVERYWHERE {
            let mut keys: Vec<_> = commands_on(*screen).filter_map(|row| row.key).collect();
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
