use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::export::report_grounds;
use crate::record::text::plain;
use crate::store::{self, StoreError, Workspace};
use crate::theme::{HouseStyle, StyleFlaw, StyleSeverity, ThemeLibrary, ThemeSource, grounds_of};

/// The theme files and house styles to check, each with its text.
#[derive(Default)]
pub(super) struct LookFiles {
    /// The themes of the workspace and of the user, from which those to check may inherit.
    around: Vec<ThemeSource>,
    /// The paths of the themes to check.
    themes: Vec<String>,
    houses: Vec<(PathBuf, String)>,
}

impl LookFiles {
    /// The files of a workspace; and an error for each that cannot be read.
    pub(super) fn of(workspace: &Workspace) -> (Self, Vec<StoreError>) {
        let (around, mut unread) = workspace.themes();
        let folder = workspace.themes_folder();
        let is_here = |source: &&ThemeSource| Path::new(&source.path).starts_with(&folder);
        let themes = around.iter().filter(is_here).map(|source| source.path.clone()).collect();
        let houses = workspace.house().unwrap_or_else(|error| {
            unread.push(error);
            None
        });
        (Self { around, themes, houses: houses.into_iter().collect() }, unread)
    }

    /// Adds a file that was named, if it is a theme or a house style; `None` for any other file.
    pub(super) fn add(&mut self, path: &Path) -> Option<Result<(), StoreError>> {
        if store::is_house_file(path) {
            let text = store::read_house_file(path);
            return Some(text.map(|text| self.houses.push((path.to_owned(), text))));
        }
        store::is_theme_file(path).then(|| {
            store::theme_source(path).map(|source| {
                self.themes.push(source.path.clone());
                self.around.push(source);
            })
        })
    }

    /// Adds the themes from which named files may inherit.
    pub(super) fn with_those_of(&mut self, workspace: &Workspace) {
        let (sources, _) = workspace.themes();
        let is_new = |source: &ThemeSource| !self.around.iter().any(|known| known.path == source.path);
        let new: Vec<ThemeSource> = sources.into_iter().filter(is_new).collect();
        self.around.extend(new);
    }

    /// Whether any of the files is a theme.
    pub(super) const fn has_themes(&self) -> bool {
        !self.themes.is_empty()
    }

    /// The number of files.
    pub(super) const fn count(&self) -> usize {
        self.themes.len() + self.houses.len()
    }

    /// Prints what is wrong with the files; returns how many problems there are.
    pub(super) fn check(&self, out: &mut impl Write) -> io::Result<usize> {
        let library = ThemeLibrary::of(self.around.clone());
        let mut found = 0;
        for (path, flaw) in library.flaws().iter().filter(|(path, _)| self.themes.contains(path)) {
            found += tell(out, path, flaw)?;
        }
        let themes = library.into_themes();
        for (path, text) in &self.houses {
            let path = path.display().to_string();
            match HouseStyle::read(text) {
                Err(flaw) => found += tell(out, &path, &flaw)?,
                Ok((house, mut flaws)) => {
                    let grounds = [grounds_of(&themes), report_grounds().to_vec()].concat();
                    flaws.extend(house.adjusted(text, &grounds));
                    for flaw in &flaws {
                        found += tell(out, &path, flaw)?;
                    }
                }
            }
        }
        Ok(found)
    }
}

/// Prints one flaw; returns 1 if it is a problem, and 0 for a note.
fn tell(out: &mut impl Write, path: &str, flaw: &StyleFlaw) -> io::Result<usize> {
    writeln!(out, "{}:{}:{}: {}", plain(path), flaw.line, flaw.column, plain(&flaw.to_string()))?;
    Ok(usize::from(flaw.weight > StyleSeverity::Note))
}
