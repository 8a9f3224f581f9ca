use super::chore::ErrandChore;
use crate::app::effect::Effect;
use crate::app::entry::Entry;
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

/// A form in which something is exported.
#[derive(Clone, Copy)]
struct ExportForm {
    name: &'static str,
    about: &'static str,
    ending: &'static str,
    /// What a file of this form cannot hold; empty for one that is no map.
    cannot_hold: &'static str,
}

impl ExportForm {
    const fn run_sheet(name: &'static str, about: &'static str, ending: &'static str) -> Self {
        Self { name, about, ending, cannot_hold: "" }
    }
}

/// The forms of the run sheet, beside the formats of a map.
const RUN_SHEETS: [ExportForm; 3] = [
    ExportForm::run_sheet("run-sheet", "The run sheet as one page to read or print", "html"),
    ExportForm::run_sheet("run-sheet-markdown", "The run sheet as Markdown", "md"),
    ExportForm::run_sheet("run-sheet-ics", "The plan for a calendar, an event for each exercise", "ics"),
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
    match model.home.chosen_session() {
        Some(known) => (!known.private).then_some((Some(known.id), known.title)),
        None => Some((None, "all sessions".to_owned())),
    }
}

/// Returns every form; the run sheet is that of one session.
fn forms(of_one: bool) -> Vec<ExportForm> {
    let sheets = RUN_SHEETS.iter().copied().filter(move |_| of_one);
    let of_map = FORMATS.iter().map(|format| ExportForm {
        name: format.name,
        about: format.about,
        ending: format.ending,
        cannot_hold: format.cannot_hold,
    });
    of_map.chain(sheets).collect()
}

/// Returns a file name for a title.
fn file_name(title: &str, ending: &str) -> String {
    let words = joined_words(title);
    let name: String = if words.is_empty() { "adjacent".to_owned() } else { words.chars().take(48).collect() };
    format!("{name}.{ending}")
}

/// Returns the words of a title in small letters with dashes between them, for the name of a file.
pub(super) fn joined_words(title: &str) -> String {
    let words = title.to_lowercase();
    let words: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-")
}

impl Popup for ExportView {
    fn key(&mut self, _model: &mut Model, key: KeyPress) -> Then {
        let forms = forms(self.of.is_some());
        let Some(entry) = &mut self.file else {
            match key.chosen_row(self.selected).filter(|row| *row < forms.len()) {
                Some(row) => {
                    self.selected = row;
                    let mut entry = Entry::default();
                    entry.set(&file_name(&self.title, forms.get(row).map_or("", |form| form.ending)));
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
            Some(form) => Then::Close(vec![Effect::Errand(ErrandChore::Export {
                of: self.of.clone(),
                format: form.name.to_owned(),
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
            let (about, cannot_hold) = forms.get(self.selected).map_or(("", ""), |form| (form.about, form.cannot_hold));
            let mut body = vec![SheetPart::Text(format!("{about}."), Role::Title)];
            if !cannot_hold.is_empty() {
                body.push(SheetPart::Text(format!("It cannot hold {cannot_hold}."), Role::Quiet));
            }
            body.push(SheetPart::Hint(
                "To which file? Enter writes it; a file that is there is not replaced.".into(),
                Role::Quiet,
            ));
            let entry = SheetEntry { entry: entry.clone(), place: EntryPlace::Bottom, veiled: false };
            return Some(Sheet { body, widest: Some(72), width: Some(72), entry: Some(entry), ..Sheet::titled(title) });
        }
        let rows = forms.iter().map(|form| format!("{:<18} {}", form.name, form.about)).collect();
        // The list is longer than a small screen, and a row longer than the box: both are said below it.
        let hint = format!(
            "{} of {}: Up and Down go to the others. Enter chooses; Esc leaves it",
            self.selected + 1,
            forms.len()
        );
        let about = forms.get(self.selected).map(|form| SheetPart::CutRow(form.about.to_owned(), Role::Accent));
        let mut sheet = Sheet { tall: true, ..Sheet::list(title, rows, self.selected, hint) };
        sheet.body.splice(1..1, about);
        Some(sheet)
    }
}
