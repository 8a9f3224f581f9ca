use super::chore::ImportChore;
use super::state::{FilesAsked, ImportStage, Importing};
use super::typed_paths::{is_dragged, may_be_files};
use super::{files, preview, reading, titled};
use crate::app::effect::Effect;
use crate::app::key::KeyPress;
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::Sheet;
use crate::record::own_note;

/// The command that brings in files of other tools.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[CommandRow::new(
    158,
    "import",
    "bring in what you have: a spreadsheet, an inventory, a Kumu map, a catalogue",
    &[Screen::Home, Screen::Run, Screen::Map],
    |model| show(model, ""),
)];

/// The word behind the slash, with the space before what follows it.
const TYPED: &str = "/import ";

/// Asks for the files, with these in the line.
pub(in crate::app) fn show(model: &mut Model, files: &str) -> Vec<Effect> {
    if model.run.is_some() {
        model.tell(Tone::Plain, "What is brought in is a session of its own: leave this one first, then /import.");
        return Vec::new();
    }
    let mut asked = FilesAsked::default();
    asked.line.set(files);
    let mut effects = vec![Effect::Import(ImportChore::Stop)];
    effects.extend(asked.look());
    model.importing = Importing { files: asked, number: model.importing.number, ..Importing::default() };
    model.show(ImportView);
    effects
}

/// Asks for the files if a line is the command with files behind it; `None` for any other line.
pub(in crate::app) fn typed_with_files(model: &mut Model) -> Option<Vec<Effect>> {
    let files = model.entry.text().trim_start().strip_prefix(TYPED)?.trim().to_owned();
    model.entry.clear();
    Some(show(model, &files))
}

/// Reads the files if a text that was pasted on the home screen is a file that was dragged there.
pub(in crate::app) fn dragged(model: &mut Model, lines: &[String]) -> Option<Vec<Effect>> {
    let files = model.entry.is_empty() && !lines.is_empty() && lines.iter().all(|line| is_dragged(line));
    files.then(|| read(model, &lines.join(" ")))
}

/// Asks whether the line of the home screen is files, if it may be; what it is otherwise waits for the answer.
pub(in crate::app) fn look_for_files(model: &Model) -> Option<Vec<Effect>> {
    let typed = model.entry.text();
    let may_be = own_note(typed).is_none() && may_be_files(typed);
    may_be.then(|| vec![Effect::Import(ImportChore::Find(typed.to_owned()))])
}

/// Reads files, and shows what would come in.
pub(in crate::app) fn read(model: &mut Model, files: &str) -> Vec<Effect> {
    let mut effects = show(model, files);
    if model.popup.is_some() {
        effects.extend(files::read(&mut model.importing));
    }
    effects
}

/// The box of an import; its state is in the model, because reports about it come while help is shown over it.
#[derive(Clone, Copy, Debug)]
pub struct ImportView;

impl Popup for ImportView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "Brings in the file of another tool. First it is read and shown: what would come in, what",
            "each column holds, which kinds of things there are, what was left out and why. Tab turns",
            "the pages, Space changes what is under the cursor, Enter brings it in as one session.",
            "Nothing is recorded before that. A newer edition of the file, brought in again, changes",
            "what changed in it; what people said since stays.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        let importing = &mut model.importing;
        Then::Stay(match importing.stage {
            ImportStage::Files => files::press(importing, key),
            ImportStage::Reading | ImportStage::Recording => Vec::new(),
            ImportStage::Preview => preview::press(importing, key),
            ImportStage::Title => titled::press(importing, key),
        })
    }

    /// Goes back by one step; from the question for the files, closes the box.
    fn escape(&mut self, model: &mut Model) -> Then {
        let importing = &mut model.importing;
        match importing.stage {
            ImportStage::Files => return Then::Close(vec![Effect::Import(ImportChore::Stop)]),
            ImportStage::Reading => return Then::Stay(reading::stop(importing)),
            ImportStage::Preview => return Then::Stay(preview::escape(importing)),
            ImportStage::Title => importing.stage = ImportStage::Preview,
            ImportStage::Recording => {}
        }
        Then::stay()
    }

    fn paste(&mut self, model: &mut Model, lines: Vec<String>) {
        let importing = &mut model.importing;
        match (importing.stage, lines.first()) {
            (ImportStage::Files, _) => files::paste(importing, &lines),
            (ImportStage::Title, Some(first)) => {
                importing.title.insert(first);
            }
            _ => {}
        }
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let importing = &model.importing;
        let read = importing.preview.as_ref();
        Some(match importing.stage {
            ImportStage::Files => files::sheet(importing, model.size),
            ImportStage::Reading | ImportStage::Recording => reading::sheet(importing),
            ImportStage::Preview => preview::sheet(importing, read?, model.size, model.is_shared()),
            ImportStage::Title => titled::sheet(importing, read?),
        })
    }
}
