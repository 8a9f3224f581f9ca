use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::run::{Captured, Todo, queue};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::Sheet;
use crate::record::Fact;

/// The command that removes the text of a line.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(770, "strike", "remove the text of a line for good", &[Screen::Run], show)];

/// The popup that removes the text of a line for good.
#[derive(Debug, Default)]
struct StrikeView {
    /// The line that was chosen in the list; `None` where it is chosen here.
    line: Option<u64>,
    /// The index of the selected row; row 0 is the last line.
    selected: usize,
    /// Whether the first of the two presses of Enter was made.
    sure: bool,
}

fn show(model: &mut Model) -> Vec<Effect> {
    let run = model.run.as_ref().filter(|run| run.writable && !run.lines.captured.is_empty());
    if let Some(run) = run {
        let line = run.lines.chosen.or(run.lines.left);
        model.show(StrikeView { line, sure: line.is_some(), ..StrikeView::default() });
    } else {
        model.tell(Tone::Plain, "There is no line here whose text could be removed.");
    }
    Vec::new()
}

impl Popup for StrikeView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "Removes the words of a line from the file, every copy of them. A gap stays, and",
            "nothing brings the words back; to take a line back and keep it, use Ctrl-Z.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        let Some(run) = &model.run else { return Then::stay() };
        let lines = if self.line.is_some() { 1 } else { run.lines.captured.len() };
        if self.line.is_some() && key.code != Code::Enter {
            return Then::stay();
        }
        if key.code != Code::Enter {
            self.selected = key.moved(self.selected, lines).unwrap_or(self.selected);
            self.sure = false;
            return Then::stay();
        }
        let at = || lines.checked_sub(self.selected + 1).and_then(|at| run.lines.captured.get(at));
        let Some(seq) = self.line.or_else(|| at().map(|line| line.seq)) else { return Then::close() };
        if !self.sure {
            self.sure = true;
            return Then::stay();
        }
        let copies = run.recording.session().copies_of(seq);
        let orders: Vec<Fact> = copies.into_iter().map(|seq| Fact::StrikeOrdered { seq }).collect();
        if orders.is_empty() {
            model.tell(Tone::Plain, "That line holds nothing to remove.");
            return Then::close();
        }
        Then::Close(queue(model, [Todo::Act(orders)]))
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let run = model.run.as_ref()?;
        let shared = model.is_shared();
        let says = |line: &Captured| line.told(if shared { &line.in_public } else { &line.sentence }).into_owned();
        let chosen = |line: &&Captured| self.line.is_none_or(|seq| seq == line.seq);
        let rows = run.lines.captured.iter().rev().filter(chosen).map(says).collect();
        let hint = if self.line.is_some() {
            "Enter removes the text for good, every copy of it; Esc leaves it"
        } else if self.sure {
            "Enter once more removes the text for good, every copy of it; Esc leaves it"
        } else {
            "Enter chooses a line; nothing can bring its text back"
        };
        Some(Sheet::list("remove the text of a line for good", rows, self.selected, hint))
    }
}
