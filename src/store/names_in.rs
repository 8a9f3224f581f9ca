use std::fs;
use std::path::Path;

/// Returns the names in a folder in the order of the alphabet, at most so many, each with whether it is that of a folder;
/// none for a folder that cannot be read. A name that is not Unicode is left out, because nobody can type it.
pub fn names_in(folder: &Path, most: usize) -> Vec<(String, bool)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let typed = entries.flatten().take(most).filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        Some((name, entry.path().is_dir()))
    });
    let mut found: Vec<(String, bool)> = typed.collect();
    found.sort_by_key(|(name, _)| name.to_lowercase());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_a_folder_are_in_order_and_one_that_is_not_there_has_none() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("b.csv"), "").unwrap();
        fs::create_dir(folder.path().join("A")).unwrap();
        assert_eq!(names_in(folder.path(), 9), [("A".to_owned(), true), ("b.csv".to_owned(), false)]);
        assert_eq!(names_in(folder.path(), 1).len(), 1);
        assert_eq!(names_in(&folder.path().join("none"), 9), []);
    }
}
