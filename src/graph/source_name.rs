use super::Met;
use crate::record::text::clean;

/// Words with which a title stands without an article: "our register".
const DETERMINERS: [&str; 8] = ["the", "a", "an", "our", "my", "your", "their", "this"];

impl Met {
    /// Returns what the file of an import is called within a sentence: "the Service catalogue", "the file bots.csv". A
    /// title that begins with an article stands as it is; in place of a title that only repeats the name of the file
    /// stands that name.
    pub fn source_name(&self) -> String {
        let title = self.file.as_deref().filter(|file| stem(file) == self.title.trim()).unwrap_or(self.title.trim());
        let title = clean(title);
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

    /// Returns what the file of an import is called where it is read aloud: a title that somebody gave it, as in
    /// [`source_name`](Self::source_name), else by its format "the catalogue" or "the model", else `otherwise`, such as
    /// "the list"; never the name of a file.
    pub fn spoken_name(&self, otherwise: &str) -> String {
        let title = self.title.trim();
        let bare = |text: &str| text.replace(['_', '-'], " ").to_lowercase();
        let of_file = self.file.as_deref().is_some_and(|file| bare(stem(file)) == bare(title) || file == title);
        if !(of_file || title.is_empty() || title.contains('_') || is_file_name(title)) {
            return self.source_name();
        }
        let name = self.file.as_deref().unwrap_or(title);
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
        match ending.as_str() {
            "yaml" | "yml" => "the catalogue",
            "xmile" | "stmx" | "itmx" | "mdl" | "archimate" => "the model",
            _ => otherwise,
        }
        .to_owned()
    }
}

/// Returns the name of a file without its extensions: `catalog` for `catalog.yaml`.
fn stem(file: &str) -> &str {
    file.split('.').find(|part| !part.is_empty()).unwrap_or(file)
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
            let met = Met { title: title.into(), opened: 0, day: date(2026, 11, 9), import: true, file: None };
            assert_eq!(met.source_name(), called);
        }
        let met = |title: &str| {
            let file = Some("catalog.yaml".into());
            Met { title: title.into(), opened: 0, day: date(2026, 11, 9), import: true, file }
        };
        assert_eq!(met("catalog").source_name(), "the file catalog.yaml");
        assert_eq!(met("catalog").spoken_name("the list"), "the catalogue");
        assert_eq!(met("Catalogue of services").spoken_name("the list"), "the Catalogue of services");
        for (title, file, spoken) in [
            ("2023_consolidated_ai_inventory_raw1", "2023_consolidated_ai_inventory_raw.csv", "the list"),
            ("2023 consolidated ai inventory raw", "2023_consolidated_ai_inventory_raw.csv", "the list"),
            ("lake", "lake.stmx", "the model"),
            ("AI inventory 2023", "2023_consolidated_ai_inventory_raw.csv", "the AI inventory 2023"),
        ] {
            let met = Met { file: Some(file.into()), ..met(title) };
            assert_eq!(met.spoken_name("the list"), spoken);
        }
        assert_eq!(met("Catalogue of services").source_name(), "the Catalogue of services");
    }
}
