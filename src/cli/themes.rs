use std::io::Write;

use clap::Args;

use super::call::{Call, no_theme};
use super::command::CliCommand;
use super::failure::{CommandResult, DONE, Failure};
use crate::record::text::plain;
use crate::theme::{AUTO, KnownTheme, StyleSeverity, ThemeLibrary, ThemePlace};

/// List the themes.
///
/// Each with where it comes from, and with what is wrong with its file. With a name, show the colours of a theme and whether
/// they can be read.
#[derive(Debug, Args)]
pub(super) struct ThemesArgs {
    /// The theme to show.
    #[arg(value_name = "THEME")]
    name: Option<String>,
}

impl CliCommand for ThemesArgs {
    const NAME: &'static str = "themes";
    const EXAMPLES: &[&str] = &["themes", "themes light"];

    fn run(self, call: &Call) -> CommandResult {
        let library = call.themes_alone()?;
        match &self.name {
            None => list(call, &library),
            Some(name) => show(call, &library, name),
        }
    }
}

fn list(call: &Call, library: &ThemeLibrary) -> CommandResult {
    let mut out = call.out();
    let width = library.themes().iter().map(|known| known.theme.name.chars().count()).max().unwrap_or(0).max(10);
    writeln!(out, "{AUTO:<width$} {FITS}")?;
    for known in library.themes() {
        let about = format!("{} {}", plain(&known.theme.about), from(known));
        writeln!(out, "{:<width$} {}", known.theme.name, about.trim_start())?;
    }
    for (path, flaw) in library.flaws().iter().filter(|(_, flaw)| flaw.weight > StyleSeverity::Note) {
        writeln!(out, "{}:{}:{}: {}", plain(path), flaw.line, flaw.column, plain(&flaw.to_string()))?;
    }
    DONE
}

/// What is said about the name that is no theme itself.
const FITS: &str = "dark or light, whichever fits the terminal: it is asked, or COLORFGBG tells.";

/// Where a theme comes from, in brackets; nothing for one of the program as it is.
fn from(known: &KnownTheme) -> String {
    let inherits = known.inherits.as_ref().map(|parent| format!("; the rest from {}", plain(parent)));
    match known.place {
        ThemePlace::Shipped => String::new(),
        place => format!("({place}: {}{})", plain(&known.path), inherits.unwrap_or_default()),
    }
}

/// Prints the roles of a theme, each with its contrast.
fn show(call: &Call, library: &ThemeLibrary, name: &str) -> Result<u8, Failure> {
    let known =
        library.themes().iter().find(|known| known.theme.name == name).ok_or_else(|| no_theme(library, name))?;
    let mut out = call.out();
    let about = format!("{}: {} {}", known.theme.name, plain(&known.theme.about), from(known));
    writeln!(out, "{}\n", about.trim_end())?;
    writeln!(out, "{:<10} {:<16} {:<16} contrast", "role", "letters", "ground")?;
    for contrast in known.theme.contrasts() {
        let (letters, ground) = contrast.colours;
        let ratio = match contrast.ratio {
            None => "not known: the terminal's own colours".to_owned(),
            Some(ratio) if contrast.is_faint() => {
                format!("{ratio:>4.1}, too faint; {}", contrast.hint())
            }
            Some(ratio) => format!("{ratio:>4.1}"),
        };
        let role = contrast.role.name();
        writeln!(out, "{role:<10} {:<16} {:<16} {ratio}", letters.to_string(), ground.to_string())?;
    }
    DONE
}
