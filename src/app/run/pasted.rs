use super::queue::queue;
use super::state::Run;
use super::submit::OPEN_SLIP;
use super::todo::{PastedLine, Todo};
use crate::app::key::{Code, KeyPress};
use crate::app::model::{Model, Popup, Then};
use crate::app::private::veiled;
use crate::app::screen::Tone;
use crate::app::sheet::{Sheet, SheetPart};
use crate::theme::Role;

/// The maximum number of lines shown.
const SHOWN: usize = 5;

/// Lines that wait to be read: pasted lines, or lines that could not be saved.
#[derive(Debug)]
pub(in crate::app) struct PastedView {
    lines: Vec<PastedLine>,
}

impl PastedView {
    /// Returns a popup with these lines.
    pub(in crate::app) const fn of(lines: Vec<PastedLine>) -> Self {
        Self { lines }
    }
}

impl Popup for PastedView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "Lines that wait: they were pasted, or could not be saved. Enter reads them one",
            "after the other, Esc drops them.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        if key.code == Code::Enter { self.read(model) } else { Then::stay() }
    }

    fn escape(&mut self, model: &mut Model) -> Then {
        model.tell(Tone::Plain, format!("{} pasted lines were dropped.", self.lines.len()));
        Then::close()
    }

    fn paste(&mut self, _model: &mut Model, lines: Vec<String>) {
        self.lines.extend(lines.into_iter().map(PastedLine::new));
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let says = |line: &PastedLine| match &model.run {
            Some(run) if model.is_shared() => veiled(&line.text, &run.recording),
            _ => line.text.clone(),
        };
        let shown = self.lines.iter().take(SHOWN).map(|line| SheetPart::CutRow(says(line), Role::Text));
        let mut body: Vec<SheetPart> = shown.collect();
        if self.lines.len() > SHOWN {
            body.push(SheetPart::line(format!("… and {} more", self.lines.len() - SHOWN), Role::Quiet));
        }
        body.push(SheetPart::line("Enter reads them, Esc drops them", Role::Accent));
        Some(Sheet { body, ..Sheet::titled(format!("{} lines", self.lines.len())) })
    }

    fn unread(&self) -> &[PastedLine] {
        &self.lines
    }
}

impl PastedView {
    /// Reads the lines, one after the other.
    fn read(&mut self, model: &mut Model) -> Then {
        let open = |line: &PastedLine| model.run.as_ref().is_some_and(|run| run.asked.frame.is_open_slip(&line.text));
        if self.lines.iter().any(open) {
            model.tell(Tone::Plain, OPEN_SLIP);
            return Then::stay();
        }
        let Some(run) = model.run.as_mut().filter(|run| run.writable) else { return Then::Close(queue(model, None)) };
        let todo = from_box(run, std::mem::take(&mut self.lines));
        Then::Close(queue(model, todo))
    }
}

/// Returns the lines after any other unsaved input, in the order to be written. Unsaved input that follows a line in
/// the entry line stays there.
fn from_box(run: &mut Run, lines: Vec<PastedLine>) -> Vec<Todo> {
    let mut todo: Vec<Todo> = run
        .saving
        .unsaved
        .iter_mut()
        .filter(|unsaved| !unsaved.in_entry)
        .flat_map(|unsaved| unsaved.todo.drain(..))
        .collect();
    run.saving.forget_if_over();
    for PastedLine { text, mends } in lines {
        let mends = mends.filter(|mending| run.recording.session().stands(mending.seq));
        todo.push(mends.map_or(Todo::Line { text, from_entry: false }, Todo::Mend));
    }
    todo
}
