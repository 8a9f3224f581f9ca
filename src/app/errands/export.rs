use super::chore::ErrandChore;
use crate::app::effect::Effect;
use crate::app::entry::Entry;
use crate::app::home::HomeChoice;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::{EntryPlace, Sheet, SheetEntry, SheetPart};
use crate::export::FORMATS;
use crate::record::SessionId;
use crate::theme::Role;

/// The command that writes a file to send.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[CommandRow::new(
    161,
    "export",
    "export to a file: a report, a letter, a picture, a run sheet, a calendar",
    &[Screen::Home, Screen::Run, Screen::Replay],
    show,
)];

/// The forms of the run sheet, beside the formats of a map: name, description, and ending of the file.
const RUN_SHEETS: [(&str, &str); 3] = [
    ("run-sheet", "The run sheet as one page to read or print"),
    ("run-sheet-markdown", "The run sheet as Markdown"),
    ("run-sheet-ics", "The plan for a calendar, an event for each exercise"),
];

/// The popup that asks for a format, then for the name of the file.
#[derive(Debug)]
struct ExportView {
    /// The session; `None` for all that feed the shared map.
    of: Option<SessionId>,
    title: String,
    selected: usize,
    /// The name of the file, while it is typed.
    file: Option<Entry>,
}

fn show(model: &mut Model) -> Vec<Effect> {
    let Some((of, title)) = subject(model) else {
        model.tell(Tone::Plain, "This session is private, and an export is for others to read.");
        return Vec::new();
    };
    model.show(ExportView { of, title, selected: 0, file: None });
    Vec::new()
}

/// Returns the session that is exported with its title: the open or replayed one, at home the one under the cursor, else
/// all of them. `None` for a private one.
fn subject(model: &Model) -> Option<(Option<SessionId>, String)> {
    let open = match model.screen {
        Screen::Replay => model.replay.as_ref().map(|view| view.session()),
        _ => model.run.as_ref().map(|run| run.recording.session()),
    };
    if let Some(session) = open {
        let subject = (Some(session.header().id.clone()), session.title().to_owned());
        return (!session.is_private()).then_some(subject);
    }
    match model.home.choice() {
        Some(HomeChoice::Continue(known) | HomeChoice::LookBack(known)) => {
            (!known.private).then(|| (Some(known.id.clone()), known.title.clone()))
        }
        _ => Some((None, "all sessions".to_owned())),
    }
}

/// Returns the name and the description of every form; the run sheet is that of one session.
fn forms(of_one: bool) -> Vec<(&'static str, &'static str)> {
    let sheets = RUN_SHEETS.iter().copied().filter(move |_| of_one);
    FORMATS.iter().map(|format| (format.name, format.about)).chain(sheets).collect()
}

/// Returns the ending of the file for a form.
fn ending(form: &str) -> &'static str {
    match form {
        "html" | "run-sheet" => "html",
        "markdown" | "minutes" | "letter" | "run-sheet-markdown" => "md",
        "ics" | "run-sheet-ics" => "ics",
        "svg" => "svg",
        "dot" => "dot",
        "graphml" => "graphml",
        "mermaid" => "mmd",
        "kumu-csv" => "csv",
        "json-graph" | "kumu-json" => "json",
        _ => "txt",
    }
}

/// Returns a file name for a title.
fn file_name(title: &str, form: &str) -> String {
    let plain: String = title.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    let name = if parts.is_empty() { "adjacent".to_owned() } else { parts.join("-").to_lowercase() };
    let name: String = name.chars().take(48).collect();
    format!("{name}.{}", ending(form))
}

impl Popup for ExportView {
    fn key(&mut self, _model: &mut Model, key: KeyPress) -> Then {
        let forms = forms(self.of.is_some());
        let Some(entry) = &mut self.file else {
            match key.chosen_row(self.selected).filter(|row| *row < forms.len()) {
                Some(row) => {
                    self.selected = row;
                    let mut entry = Entry::default();
                    entry.set(&file_name(&self.title, forms.get(row).map_or("", |(name, _)| name)));
                    self.file = Some(entry);
                }
                None => self.selected = key.moved(self.selected, forms.len()).unwrap_or(self.selected),
            }
            return Then::stay();
        };
        if key.code != Code::Enter {
            entry.press(key);
            return Then::stay();
        }
        let (file, form) = (entry.text().trim().to_owned(), forms.get(self.selected));
        match form.filter(|_| !file.is_empty()) {
            Some((format, _)) => Then::Close(vec![Effect::Errand(ErrandChore::Export {
                of: self.of.clone(),
                format: (*format).to_owned(),
                file,
            })]),
            None => Then::stay(),
        }
    }

    fn about(&self) -> &'static [&'static str] {
        &[
            "A file to send or print: choose what it is, then where it goes. A bare name is put into",
            "the folder from which the program was started; nothing is replaced.",
        ]
    }

    /// Goes back from the name of the file to the formats; otherwise closes the popup.
    fn escape(&mut self, _model: &mut Model) -> Then {
        if self.file.take().is_some() { Then::stay() } else { Then::close() }
    }

    fn sheet(&self, _model: &Model) -> Option<Sheet> {
        let title = format!("export: {}", self.title);
        let forms = forms(self.of.is_some());
        if let Some(entry) = &self.file {
            let about = forms.get(self.selected).map_or("", |(_, about)| about);
            let body = vec![
                SheetPart::Text(format!("{about}."), Role::Title),
                SheetPart::Hint(
                    "To which file? Enter writes it; a file that is there is not replaced.".into(),
                    Role::Quiet,
                ),
            ];
            let entry = SheetEntry { entry: entry.clone(), place: EntryPlace::Bottom, veiled: false };
            return Some(Sheet { body, widest: Some(72), width: Some(72), entry: Some(entry), ..Sheet::titled(title) });
        }
        let rows = forms.iter().map(|(name, about)| format!("{name:<18} {about}")).collect();
        let hint = "Enter chooses; Esc leaves it";
        Some(Sheet { tall: true, ..Sheet::list(title, rows, self.selected, hint) })
    }
}
