use super::Met;
use crate::record::text::clean;

/// Words with which a title stands without an article: "our register".
const DETERMINERS: [&str; 8] = ["the", "a", "an", "our", "my", "your", "their", "this"];

impl Met {
    /// Returns what the file of an import is called within a sentence: "the Service catalogue", "the file bots.csv". A
    /// title that begins with an article stands as it is.
    pub fn source_name(&self) -> String {
        let title = clean(self.title.trim());
        let first = title.split_whitespace().next().unwrap_or_default().to_lowercase();
        if title.is_empty() {
            "an imported file".to_owned()
        } else if DETERMINERS.contains(&first.as_str()) {
            title.into_owned()
        } else if is_file_name(&title) {
            format!("the file {title}")
        } else {
            format!("the {title}")
        }
    }
}

/// Whether a title ends in the extension of a file: `bots.csv`, but not `Bots 2.0`.
fn is_file_name(title: &str) -> bool {
    let ending = title.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| {
        (1..=8).contains(&ending.len())
            && ending.chars().all(char::is_alphanumeric)
            && ending.chars().any(char::is_alphabetic)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_title_is_called_in_a_sentence() {
        for (title, called) in [
            ("Service catalogue", "the Service catalogue"),
            ("The bots", "The bots"),
            ("our register", "our register"),
            ("bots.csv", "the file bots.csv"),
            ("AI use cases.xlsx", "the file AI use cases.xlsx"),
            ("Inventory 2.0", "the Inventory 2.0"),
            ("", "an imported file"),
        ] {
            let met = Met { title: title.into(), opened: 0, day: date(2026, 11, 9), import: true };
            assert_eq!(met.source_name(), called);
        }
    }
}
