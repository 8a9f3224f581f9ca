//! The question for the files: a path is typed with the names of its folder below, pasted, or dragged into the line.

use super::chore::{FolderName, ImportChore};
use super::state::{FilesAsked, ImportStage, Importing};
use super::typed_paths::{last_name, with_last_name, with_paths};
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::sheet::{EntryPlace, Sheet, SheetEntry, SheetPart};
use crate::record::text::clean;
use crate::theme::Role;

/// The maximum width of the box, in cells.
const WIDTH: u16 = 100;

/// The lines of the box beside the names, and of the screen around it.
const OTHER_LINES: u16 = 12;

/// The maximum number of names that are shown at a time.
const MOST_NAMES: usize = 16;

const ASKS: &str = "Which file? A spreadsheet, a CSV list, a Kumu, Loopy or yEd map, a catalogue. Type its name or drag \
                    it here; several are read as one.";

impl FilesAsked {
    /// Returns the names in the folder that begin as typed, folders first; hidden ones only where a dot was typed.
    fn found(&self) -> Vec<&FolderName> {
        let (folder, begins) = last_name(self.line.text());
        if self.folder.as_ref() != Some(&folder) {
            return Vec::new();
        }
        let begins = begins.to_lowercase();
        let fits = |name: &&FolderName| {
            let hidden = name.name.starts_with('.') && !begins.starts_with('.');
            !hidden && name.name.to_lowercase().starts_with(&begins)
        };
        let mut found: Vec<&FolderName> = self.names.iter().filter(fits).collect();
        found.sort_by_key(|name| !name.is_folder);
        found
    }

    /// Asks for the names of the folder that is typed, if others are listed.
    pub(super) fn look(&mut self) -> Vec<Effect> {
        let (folder, _) = last_name(self.line.text());
        if self.folder.as_ref() == Some(&folder) {
            return Vec::new();
        }
        self.names.clear();
        self.row = None;
        self.folder = None;
        vec![Effect::Import(ImportChore::Names(folder))]
    }

    /// Takes in the names of a folder.
    pub(super) fn listed(&mut self, folder: &str, names: &[FolderName]) -> Vec<Effect> {
        if last_name(self.line.text()).0 != folder {
            return Vec::new();
        }
        self.folder = Some(folder.to_owned());
        self.names = names.to_vec();
        self.row = None;
        if std::mem::take(&mut self.completes) { self.complete() } else { Vec::new() }
    }

    /// Completes the last name in the line: to the row under the cursor, else as far as all names agree. Where the names
    /// of the folder are not listed yet, it waits for them.
    fn complete(&mut self) -> Vec<Effect> {
        self.completes = self.folder.is_none();
        let found = self.found();
        let chosen = self.row.and_then(|row| found.get(row).copied());
        let only = if found.len() == 1 { found.first().copied() } else { None };
        let completed = match chosen.or(only) {
            Some(name) => whole(name),
            None => common(&found),
        };
        let further = completed.chars().count() > last_name(self.line.text()).1.chars().count();
        if further {
            let line = with_last_name(self.line.text(), &completed);
            self.line.set(&line);
            self.row = None;
        } else if found.len() > 1 {
            self.row = Some(0);
        }
        self.look()
    }
}

/// Returns a name as it is completed: a folder goes on.
fn whole(name: &FolderName) -> String {
    if name.is_folder { format!("{}/", name.name) } else { name.name.clone() }
}

/// Returns what all these names begin with.
fn common(names: &[&FolderName]) -> String {
    let Some((first, others)) = names.split_first() else { return String::new() };
    let agrees = |(at, c): &(usize, char)| others.iter().all(|other| other.name.chars().nth(*at) == Some(*c));
    first.name.chars().enumerate().take_while(agrees).map(|(_, c)| c).collect()
}

/// Handles a key at the question for the files.
pub(super) fn press(importing: &mut Importing, key: KeyPress) -> Vec<Effect> {
    let asked = &mut importing.files;
    let rows = asked.found().len();
    match key.code {
        Code::Down if rows > 0 => asked.row = Some(asked.row.map_or(0, |row| (row + 1).min(rows - 1))),
        Code::Up => asked.row = asked.row.and_then(|row| row.checked_sub(1)),
        Code::Tab => {
            importing.wrong = None;
            return asked.complete();
        }
        Code::Enter => return enter(importing),
        _ => {
            if asked.line.press(key) {
                asked.row = None;
                asked.completes = false;
                importing.wrong = None;
            }
            return importing.files.look();
        }
    }
    Vec::new()
}

/// Takes the row under the cursor; without one, reads the files in the line.
fn enter(importing: &mut Importing) -> Vec<Effect> {
    let asked = &mut importing.files;
    if let Some(chosen) = asked.row.and_then(|row| asked.found().get(row).map(|name| whole(name))) {
        let line = with_last_name(asked.line.text(), &chosen);
        asked.line.set(&line);
        asked.row = None;
        if chosen.ends_with('/') {
            return asked.look();
        }
    }
    if importing.files.line.text().trim().is_empty() {
        importing.wrong = Some("Type or drag a file here, or choose one with Down.".to_owned());
        return Vec::new();
    }
    read(importing)
}

/// Reads the files in the line.
pub(super) fn read(importing: &mut Importing) -> Vec<Effect> {
    importing.wrong = None;
    importing.stage = ImportStage::Reading;
    vec![Effect::Import(ImportChore::Read(importing.order(None)))]
}

/// Takes files that were pasted or dragged: into an empty line, or behind what stands in it.
pub(super) fn paste(importing: &mut Importing, lines: &[String]) {
    let asked = &mut importing.files;
    let (before, after) = (asked.line.text().to_owned(), with_paths(asked.line.text(), lines));
    if before.ends_with(|c: char| !c.is_whitespace()) && lines.len() == 1 {
        // What is pasted right behind something typed belongs to it: a name behind its folder.
        for line in lines {
            asked.line.insert(line);
        }
    } else {
        asked.line.set(&after);
    }
    asked.row = None;
    importing.wrong = None;
}

/// Returns the box with the question.
pub(super) fn sheet(importing: &Importing, size: (u16, u16)) -> Sheet {
    let asked = &importing.files;
    let width = size.0.saturating_sub(4).min(WIDTH);
    let room = usize::from(size.1.saturating_sub(OTHER_LINES)).clamp(1, MOST_NAMES);
    let found = asked.found();
    let first = asked.row.map_or(0, |row| (row + 1).saturating_sub(room));
    let row = |(at, name): (usize, &&FolderName)| {
        let role = if asked.row == Some(at) { Role::Selected } else { Role::Text };
        SheetPart::Cut(format!("  {}", clean(&whole(name))), role)
    };
    let mut body = vec![SheetPart::Text(ASKS.to_owned(), Role::Title)];
    let mut names: Vec<SheetPart> = found.iter().enumerate().skip(first).take(room).map(row).collect();
    names.resize_with(room, SheetPart::blank);
    let more = found.len().saturating_sub(first + room);
    names.push(if more > 0 { SheetPart::line(format!("  and {more} more"), Role::Quiet) } else { SheetPart::blank() });
    body.extend(names);
    let says = importing.wrong.as_ref().map(|wrong| SheetPart::text(wrong, Role::Alarm));
    let hint = "Tab completes a name, Down chooses one, Enter reads it; nothing is recorded before you have seen it.";
    body.push(says.unwrap_or_else(|| SheetPart::Text(hint.to_owned(), Role::Quiet)));
    let entry = SheetEntry { entry: asked.line.clone(), place: EntryPlace::Top, veiled: false };
    Sheet {
        body,
        width: Some(width),
        widest: Some(width),
        entry: Some(entry),
        ..Sheet::titled("bring in what you have")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str, folder: &str, names: &[&str]) -> FilesAsked {
        let mut asked = FilesAsked::default();
        asked.line.set(line);
        let name =
            |name: &&str| FolderName { name: name.trim_end_matches('/').to_owned(), is_folder: name.ends_with('/') };
        asked.listed(folder, &names.iter().map(name).collect::<Vec<_>>());
        asked
    }

    #[test]
    fn tab_completes_as_far_as_the_names_agree_then_chooses() {
        let mut asked = asked("~/in", "~/", &["inventory 2023.csv", "inventory 2024.csv", "old/", ".invisible"]);
        asked.complete();
        assert_eq!(asked.line.text(), "~/inventory\\ 202");
        asked.complete();
        assert_eq!(asked.row, Some(0));
        asked.complete();
        assert_eq!(asked.line.text(), "~/inventory\\ 2023.csv");
    }

    #[test]
    fn a_folder_goes_on_and_hidden_names_wait_for_a_dot() {
        let mut folder = asked("o", "", &["old/", ".old"]);
        folder.complete();
        assert_eq!(folder.line.text(), "old/");
        assert_eq!(folder.look(), [Effect::Import(ImportChore::Names("old/".to_owned()))]);
        assert_eq!(asked("", "", &[".old", "b", "a/"]).found().len(), 2);
        assert_eq!(asked(".", "", &[".old", "b", "a/"]).found().len(), 1);
    }

    #[test]
    fn names_of_another_folder_than_the_typed_one_are_not_listed() {
        let mut asked = asked("~/a/x", "~/", &["xy"]);
        assert!(asked.found().is_empty());
        assert_eq!(asked.look().len(), 1);
    }
}
