//! Every command of the console, and the initial state of the console.

use jiff::Timestamp;

use super::findings::WorkspaceReading;
use super::first_agendas::FirstAgendas;
use super::home::{self, Home};
use super::hub::{self, HubState};
use super::importing::{self, Importing};
use super::keyboard::Keyboard;
use super::map::MapView;
use super::mirror::AssessView;
use super::model::{CommandRow, Commands, Model};
use super::phones::{self, Phones};
use super::screen::Screen;
use super::settings::Settings;
use super::tray::NamesAlike;
use super::{
    agenda, entry::Entry, errands, findings, help, leave, map, mirror, offers, palette, plots, pointer, poll, private,
    questions, replay, room, round, run, said, settings, setup, surveys, tables, time, tray,
};
use crate::exercise::Catalogue;
use crate::record::Zone;

/// The lists of commands, in any order: the `place` of a row decides its position in help, footer and palette.
const LISTS: &[&[CommandRow]] = &[
    agenda::popup::COMMANDS,
    agenda::steps::COMMANDS,
    errands::adopt::COMMANDS,
    errands::alone::COMMANDS,
    errands::brief::COMMANDS,
    errands::minutes::COMMANDS,
    errands::open_written::COMMANDS,
    errands::compare::COMMANDS,
    errands::export::COMMANDS,
    errands::settle::COMMANDS,
    findings::popup::COMMANDS,
    help::COMMANDS,
    home::tidying::COMMANDS,
    hub::popup::COMMANDS,
    hub::stay::COMMANDS,
    importing::COMMANDS,
    leave::commands::COMMANDS,
    map::commands::COMMANDS,
    map::open::COMMANDS,
    map::pane::COMMANDS,
    mirror::keys::COMMANDS,
    offers::take::COMMANDS,
    offers::review::COMMANDS,
    offers::why::COMMANDS,
    palette::COMMANDS,
    phones::link::COMMANDS,
    phones::queue::COMMANDS,
    plots::popup::COMMANDS,
    pointer::COMMANDS,
    poll::COMMANDS,
    private::switch::COMMANDS,
    questions::COMMANDS,
    replay::commands::COMMANDS,
    replay::searching::COMMANDS,
    room::curtain::COMMANDS,
    room::one_window::COMMANDS,
    room::show::COMMANDS,
    room::views::COMMANDS,
    round::collect::COMMANDS,
    run::panel::COMMANDS,
    run::submit::COMMANDS,
    said::before::COMMANDS,
    said::find::COMMANDS,
    said::fix::COMMANDS,
    said::kinds::COMMANDS,
    said::line_kind::COMMANDS,
    said::list::COMMANDS,
    said::speakers::COMMANDS,
    said::split::COMMANDS,
    said::strike::COMMANDS,
    said::take_back::COMMANDS,
    said::undo::COMMANDS,
    settings::COMMANDS,
    setup::COMMANDS,
    setup::about::COMMANDS,
    setup::languages::COMMANDS,
    surveys::command::COMMANDS,
    tables::COMMANDS,
    time::COMMANDS,
    tray::popup::COMMANDS,
];

/// Returns every command. Footer, help, palette and keys all read this list, so they cannot disagree.
pub fn commands() -> Commands {
    Commands::joined(LISTS.iter().copied())
}

impl Model {
    /// Returns the initial state of the console.
    pub fn new(home: Home, settings: Settings, themes: Vec<String>, now: Timestamp) -> Self {
        Self {
            screen: Screen::Home,
            popup: None,
            entry: Entry::default(),
            home,
            begun: None,
            opening: false,
            run: None,
            phones: Phones::default(),
            importing: Importing::default(),
            map: MapView::default(),
            assess: AssessView::default(),
            replay: None,
            row_chosen: None,
            escaped: None,
            notice: None,
            glance: false,
            settings,
            settings_asked: None,
            commands: commands(),
            themes,
            catalogue: Catalogue::embedded(),
            shelf: Vec::new(),
            arrivals: Vec::new(),
            tables: tables::TablesState::default(),
            written: None,
            tour: None,
            plotted: None,
            workspace_reading: WorkspaceReading::default(),
            names_alike: NamesAlike::default(),
            now,
            languages: Vec::new(),
            first_agendas: FirstAgendas::default(),
            zone: Zone::UTC,
            hub: HubState::default(),
            size: (80, 24),
            keyboard: Keyboard::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::key::{Code, KeyPress};

    #[test]
    fn no_key_means_two_things_on_one_screen() {
        let commands = commands();
        for screen in Screen::ALL {
            let bare = commands.on(*screen).filter_map(|row| row.bare).map(|c| KeyPress::plain(Code::Char(c)));
            let mut keys: Vec<_> = commands.on(*screen).filter_map(|row| row.key).chain(bare).collect();
            let all = keys.len();
            keys.sort_by_key(ToString::to_string);
            keys.dedup();
            assert_eq!(keys.len(), all, "{screen:?}");
        }
    }

    #[test]
    fn a_key_that_types_text_is_never_a_command() {
        assert!(commands().all().iter().filter_map(|row| row.key).all(|key| key.typed().is_none()));
    }

    #[test]
    fn the_keys_of_the_entry_line_are_left_to_it() {
        for letter in ['a', 'e', 'u', 'w', 'h', 'i', 'j', 'm', 'd', 'c'] {
            assert!(commands().all().iter().all(|row| row.key != Some(KeyPress::ctrl(letter))), "Ctrl-{letter}");
        }
    }

    #[test]
    fn no_two_commands_have_one_place_or_one_name() {
        let commands = commands();
        let mut names: Vec<_> = commands.all().iter().map(|row| row.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), commands.all().len());
        assert!(commands.all().is_sorted_by(|one, next| one.place < next.place));
    }
}
