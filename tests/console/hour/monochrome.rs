//! Nothing is said by colour, strikethrough or blinking alone: every screen of the hour, looked at role by role.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use adjacent::app::Tone;
use adjacent::theme::{Depth, Role, Theme, ThemeLibrary, ThemePlace, ThemeSource};
use adjacent::ui::Paint;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::drawn::{cells, rows};
use crate::hour::cast::Cast;
use crate::hour::frames::Window;
use crate::hour::script::play;
use crate::hour::stage::{Stage, Watcher};

/// Roles that say the opposite of each other. What is drawn in one of them has to read differently from what is drawn in
/// the other.
const OPPOSITES: [(Role, Role); 3] = [(Role::More, Role::Less), (Role::Good, Role::Alarm), (Role::Good, Role::Amber)];

/// A theme in which each role has a colour of its own, so that a screen tells which role a cell was drawn in.
fn told_apart() -> Theme {
    let roles = Role::ALL.iter().map(|role| format!("{role:?}: (fg: \"{}\"),", colour(*role)));
    let text = format!("(ground: \"#000000\", text: \"#ffffff\", roles: {{ {} }})", roles.collect::<String>());
    let (path, stem) = ("roles.ron".to_owned(), "roles".to_owned());
    let library = ThemeLibrary::of(vec![ThemeSource { place: ThemePlace::Workspace, path, stem, text }]);
    library.into_themes().into_iter().find(|theme| theme.name == "roles").unwrap()
}

fn colour(role: Role) -> String {
    format!("#ff00{:02x}", role as u8)
}

fn role_of(cell: &Cell) -> Option<Role> {
    match cell.fg {
        Color::Rgb(0xff, 0, index) => Role::ALL.into_iter().find(|role| *role as u8 == index),
        _ => None,
    }
}

/// The texts of a screen, each with the role it was drawn in.
fn texts(buffer: &Buffer) -> Vec<(Role, String)> {
    let runs = cells(buffer).flat_map(|row| row.chunk_by(|one, other| role_of(one) == role_of(other)));
    let text = |run: &[Cell]| run.iter().map(Cell::symbol).collect::<String>().trim().to_owned();
    runs.filter_map(|run| Some((role_of(&run[0])?, text(run)))).filter(|(_, text)| !text.is_empty()).collect()
}

#[derive(Default)]
struct Seen {
    roles: BTreeSet<Role>,
    wrong: BTreeSet<String>,
}

struct RoleByRole {
    theme: Theme,
    seen: Rc<RefCell<Seen>>,
}

impl Watcher for RoleByRole {
    fn keeps(&mut self, _name: &str, stage: &Stage) {
        for (window, size) in
            Window::BOTH.into_iter().flat_map(|window| [(80, 24), (160, 50)].map(|size| (window, size)))
        {
            let Some(drawn) = window.drawn(stage, size, &Paint::new(&self.theme, Depth::True)) else { continue };
            let mono = window.drawn(stage, size, &Paint::new(&self.theme, Depth::Mono)).unwrap();
            let mut seen = self.seen.borrow_mut();
            let mut by_role: BTreeMap<Role, BTreeSet<String>> = BTreeMap::new();
            for (role, text) in texts(&drawn) {
                seen.roles.insert(role);
                by_role.entry(role).or_default().insert(text);
            }
            let none = BTreeSet::new();
            let said = |role| by_role.get(&role).unwrap_or(&none);
            for (one, other) in OPPOSITES {
                let both = said(one).intersection(said(other));
                seen.wrong.extend(both.map(|text| format!("{text:?} is {one:?} and {other:?}")));
            }
            seen.wrong.extend(without_words(&mono));
            seen.wrong.extend(unmarked(&drawn, &mono));
        }
    }
}

/// Rows that blink, or are struck through without the words that say so.
fn without_words(mono: &Buffer) -> Vec<String> {
    let texts = rows(mono);
    let has = |row: &[Cell], modifier| row.iter().any(|cell| cell.modifier.intersects(modifier));
    let struck: Vec<bool> = cells(mono).map(|row| has(row, Modifier::CROSSED_OUT)).collect();
    let mut wrong = Vec::new();
    for (at, row) in cells(mono).enumerate() {
        if has(row, Modifier::SLOW_BLINK | Modifier::RAPID_BLINK) {
            wrong.push(format!("blinks: {}", texts[at]));
        }
        let goes_on = at > 0 && struck[at - 1];
        if struck[at] && !goes_on && !texts[at].to_lowercase().contains("taken back") {
            wrong.push(format!("only struck through: {}", texts[at]));
        }
    }
    wrong
}

/// Cells of roles that stand out by themselves, and that look like plain text without colour.
fn unmarked(drawn: &Buffer, mono: &Buffer) -> Vec<String> {
    let marked = |role, cell: &Cell| match role {
        Role::Selected => cell.modifier.contains(Modifier::REVERSED),
        Role::Alarm | Role::Amber => cell.modifier.contains(Modifier::UNDERLINED),
        Role::Title | Role::Accent => cell.modifier.contains(Modifier::BOLD),
        _ => true,
    };
    let both = drawn.content.iter().zip(&mono.content);
    let wrong =
        both.filter_map(|(drawn, mono)| Some((role_of(drawn)?, mono))).filter(|(role, mono)| !marked(*role, mono));
    wrong.map(|(role, mono)| format!("{role:?} looks like plain text: {:?}", mono.symbol())).collect()
}

#[test]
fn nothing_is_said_by_colour_strikethrough_or_blinking_alone() {
    let seen = Rc::new(RefCell::new(Seen::default()));
    let watcher = RoleByRole { theme: told_apart(), seen: Rc::clone(&seen) };
    let mut stage = Stage::in_memory(Cast::plain(), Some(Box::new(watcher)));
    play(&mut stage);
    // Nothing goes wrong in the hour itself.
    stage.model.tell(Tone::Alarm, "The line could not be saved.");
    stage.keeps("a line that is not saved");
    let seen = seen.borrow();
    assert!(seen.wrong.is_empty(), "{:#?}", seen.wrong);
    let opposites = OPPOSITES.iter().flat_map(|(one, other)| [one, other]);
    let missing: Vec<_> = opposites.filter(|role| !seen.roles.contains(role)).collect();
    assert!(missing.is_empty(), "the hour shows nothing in these roles: {missing:?}");
}

#[test]
fn a_theme_that_relies_on_colour_loses_nothing_where_there_is_none() {
    let bare = told_apart();
    let shipped = crate::drawn::themes();
    for role in Role::ALL {
        assert_eq!(bare.style(role, Depth::Mono), shipped[0].style(role, Depth::Mono), "{role:?}");
    }
}
