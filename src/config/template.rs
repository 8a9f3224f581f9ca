//! The documented file.

use std::fmt::Write as _;

use super::list::SETTINGS;
use super::source::ConfigSource;

/// Returns the text of a file with every setting that it can hold, each documented and set to nothing yet.
pub fn template(source: ConfigSource) -> String {
    let mut text = match source {
        ConfigSource::User => "// The settings of adjacent, for every workspace of this user.\n".to_owned(),
        ConfigSource::Workspace => {
            "// The settings of adjacent for this workspace. They win over those of the user; names can only be stored\n\
             // more carefully here, and keys are set in the user's own file alone.\n"
                .to_owned()
        }
    };
    text.push_str(
        "// Take the // away in front of a setting to change it; what stands there is the default. adjacent config says\n\
         // what holds and why; adjacent check says what is wrong here, with line and column.\n(\n",
    );
    let mut first = true;
    for setting in SETTINGS.iter().filter(|setting| setting.reach.allows(source)) {
        if !std::mem::take(&mut first) {
            text.push('\n');
        }
        for line in setting.about {
            let _ = writeln!(text, "    // {line}");
        }
        for line in setting.default {
            let _ = writeln!(text, "    // {line}");
        }
    }
    text.push_str(")\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with the marks of comments taken away before the lines that set something.
    fn uncommented(source: ConfigSource) -> String {
        let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
        let defaults: Vec<&str> = SETTINGS.iter().flat_map(|setting| setting.default.iter().copied()).collect();
        let taken_away = |line: String| match line.strip_prefix("    // ") {
            Some(rest) if defaults.contains(&rest) => rest.to_owned(),
            _ => line,
        };
        lines(&template(source)).into_iter().map(taken_away).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_documented_file_names_every_setting_that_it_can_hold() {
        let text = template(ConfigSource::User);
        for setting in SETTINGS {
            assert!(text.contains(&format!("    // {}: ", setting.name)), "{}", setting.name);
        }
        assert!(!template(ConfigSource::Workspace).contains("// keys:"));
        assert!(uncommented(ConfigSource::User).contains("\ntheme: \"auto\",\n"));
    }

    #[test]
    fn the_lines_of_the_documented_file_fit_on_a_page() {
        for line in template(ConfigSource::User).lines().chain(template(ConfigSource::Workspace).lines()) {
            assert!(line.chars().count() <= 120, "{line}");
        }
    }
}
