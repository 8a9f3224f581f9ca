use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::text_file::{read_text_file, ron_texts};
use super::{StoreError, Workspace};
use crate::theme::{ThemePlace, ThemeSource};

/// The maximum size of a theme file and of a house style, in bytes; far more than all roles need.
const LIMIT: usize = 64 << 10;

/// The name of the file with the house style, in the folder of a workspace.
const HOUSE: &str = "house.ron";

/// The folder of themes, in a workspace and among the user's own settings.
const THEMES: &str = "themes";

impl Workspace {
    /// The folder of the themes of this workspace; it need not exist.
    pub fn themes_folder(&self) -> PathBuf {
        self.folder().join(THEMES)
    }

    /// The theme files of this workspace and of the user, each folder sorted by name; and an error for each file that
    /// could not be read.
    pub fn themes(&self) -> (Vec<ThemeSource>, Vec<StoreError>) {
        let (mut sources, mut unread) = sources_in(ThemePlace::Workspace, &self.themes_folder());
        // On some platforms the default workspace lies where the user's settings do.
        if let Some(folder) = user_themes().filter(|folder| *folder != self.themes_folder()) {
            let (own, wrong) = sources_in(ThemePlace::User, &folder);
            sources.extend(own);
            unread.extend(wrong);
        }
        (sources, unread)
    }

    /// The house style of this workspace: the path of its file and its text; `None` where there is no such file.
    pub fn house(&self) -> Result<Option<(PathBuf, String)>, StoreError> {
        let path = self.folder().join(HOUSE);
        if !path.exists() {
            return Ok(None);
        }
        read_house_file(&path).map(|text| Some((path, text)))
    }
}

/// The folder of the themes that a user has for all workspaces, where this platform keeps settings.
fn user_themes() -> Option<PathBuf> {
    ProjectDirs::from("", "", "adjacent").map(|dirs| dirs.config_dir().join(THEMES))
}

fn sources_in(place: ThemePlace, folder: &Path) -> (Vec<ThemeSource>, Vec<StoreError>) {
    let (files, unread) = ron_texts(folder, read_theme_file);
    (files.into_iter().map(|(path, text)| source(place, &path, text)).collect(), unread)
}

/// The theme in a file that stands in no folder where themes are looked for.
pub fn theme_source(path: &Path) -> Result<ThemeSource, StoreError> {
    read_theme_file(path).map(|text| source(ThemePlace::Workspace, path, text))
}

fn source(place: ThemePlace, path: &Path, text: String) -> ThemeSource {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    ThemeSource { place, path: path.display().to_string(), stem, text }
}

fn read_theme_file(path: &Path) -> Result<String, StoreError> {
    read_text_file(path, LIMIT, "a theme is never longer than 64 KiB")
}

/// Reads a house style, in a workspace or elsewhere.
pub fn read_house_file(path: &Path) -> Result<String, StoreError> {
    read_text_file(path, LIMIT, "a house style is never longer than 64 KiB")
}

/// Whether a file is meant as a theme: its folder is called `themes`.
pub fn is_theme_file(path: &Path) -> bool {
    path.parent().and_then(Path::file_name).is_some_and(|folder| folder == THEMES)
}

/// Whether a file is meant as a house style, judged by its name.
pub fn is_house_file(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == HOUSE)
}
