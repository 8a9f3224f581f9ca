use super::{ReviewPlace, ReviewView, ReviewedLine};
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{Model, Popup, Then};
use crate::app::run::{Fixing, Run, Todo, queue, unsettle};
use crate::app::said::is_typed_over;
use crate::app::screen::Tone;
use crate::app::sheet::Sheet;
use crate::record::Fact;
use crate::record::spoken::counted;

impl Popup for ReviewView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "Lines that stayed text and could be more, one by one. A number takes a reading,",
            "T leaves the line as text for good, E puts it into the entry line, U takes back",
            "what was done last here, Space goes on, P back, L lists all.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        if model.is_shared() {
            // What nobody sees is not taken.
            return Then::PassKey;
        }
        let letter = key.typed().map(|c| c.to_ascii_lowercase());
        match (key.code, letter) {
            (Code::Enter, _) if self.listed => self.listed = false,
            (Code::Enter, _) => return self.take(model, 0),
            (_, Some(digit @ '1'..='3')) => {
                let at = digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok()).unwrap_or_default();
                return self.take(model, at.saturating_sub(1));
            }
            (Code::Right | Code::Down | Code::PageDown, _) | (_, Some('n' | ' ')) => self.step(model, true),
            (Code::Left | Code::Up | Code::PageUp, _) | (_, Some('p')) => self.step(model, false),
            (_, Some('l')) => self.listed = !self.listed,
            (_, Some('e')) => return self.edit(model),
            (_, Some('t')) => return self.leave(model),
            (_, Some('u')) => return self.undo(model),
            _ => {}
        }
        Then::stay()
    }

    fn escape(&mut self, model: &mut Model) -> Then {
        self.tell_result(model);
        Then::close()
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        super::shows::sheet(self, model)
    }
}

/// Whether the last act on disk is about this line: a reading of it, or that it stays text.
fn is_last_act(run: &Run, seq: u64) -> bool {
    let session = run.recording.session();
    let last = session.undo_target().filter(|_| !run.is_saving()).and_then(|last| session.recorded_event(last));
    last.is_some_and(|last| last.replaces() == Some(seq) || last.facts == [Fact::LeftAsText { seq }])
}

impl ReviewView {
    fn step(&mut self, model: &mut Model, later: bool) {
        let Some((run, at)) = model.run.as_mut().zip(self.at) else { return };
        if !self.go(run, &model.catalogue, at.beside(later), later) {
            model.tell(Tone::Plain, if later { "This is the last line that waits." } else { "This is the first one." });
        }
    }

    /// Takes a reading of the current line, and goes to the next line.
    fn take(&mut self, model: &mut Model, number: usize) -> Then {
        let Some((at, reading)) = self.at.zip(self.readings.get(number)) else {
            model.tell(Tone::Plain, "There is no reading of that number.");
            return Then::stay();
        };
        let effects = queue(model, [Todo::Reread { seq: at.seq, reading: Box::new(reading.clone()) }]);
        self.go_on(model, at, true, effects)
    }

    /// Leaves the current line as text for good, and goes to the next line.
    fn leave(&mut self, model: &mut Model) -> Then {
        let Some(at) = self.at else { return Then::stay() };
        let effects = queue(model, [Todo::Act(vec![Fact::LeftAsText { seq: at.seq }])]);
        self.go_on(model, at, false, effects)
    }

    /// Goes to the next line, else to the first one that waits; closes the review when none is left.
    fn go_on(&mut self, model: &mut Model, at: ReviewPlace, taken: bool, effects: Vec<Effect>) -> Then {
        self.done.push(ReviewedLine { at, readings: std::mem::take(&mut self.readings), taken });
        let Some(run) = &mut model.run else { return Then::Close(effects) };
        let found =
            self.go(run, &model.catalogue, at, true) || self.go(run, &model.catalogue, ReviewPlace::FIRST, true);
        if found {
            return Then::Stay(effects);
        }
        self.tell_result(model);
        Then::Close(effects)
    }

    /// Takes back what was done last in this review, and goes back to that line.
    fn undo(&mut self, model: &mut Model) -> Then {
        let Some(seq) = self.done.last().map(|line| line.at.seq) else {
            model.tell(Tone::Plain, "Nothing was taken in this review yet; Ctrl-Z outside takes back any line.");
            return Then::stay();
        };
        if !model.run.as_ref().is_some_and(|run| is_last_act(run, seq)) {
            model.tell(Tone::Plain, "That is not on disk, or something was said since: Ctrl-Z outside takes back.");
            return Then::stay();
        }
        let Some(line) = self.done.pop() else { return Then::stay() };
        (self.at, self.readings) = (Some(line.at), line.readings);
        Then::Stay(queue(model, [Todo::Undo]))
    }

    /// Puts the current line into the entry line; Enter replaces it.
    fn edit(&mut self, model: &mut Model) -> Then {
        if is_typed_over(model) {
            return Then::stay();
        }
        let Some((run, at)) = model.run.as_mut().zip(self.at) else { return Then::close() };
        let Some(line) = run.recording.session().event(at.seq) else { return Then::close() };
        let said = line.said.as_deref().unwrap_or_default();
        let said = run.recording.with_seats_as(said, |tag| run.recording.typed_as(tag));
        let typed = line.speaker.as_ref().map(|tag| run.recording.names().typed_for(tag).to_owned());
        let text = typed.map_or_else(|| said.clone(), |tag| format!("{tag}> {said}"));
        let seat = run.recording.line(at.seq).and_then(|line| line.speaker.clone());
        run.typing.fixing = Some(Box::new(Fixing::new(at.seq, text.clone(), seat)));
        model.entry.set(&text);
        model.tell(Tone::Plain, "Enter replaces the line, Esc leaves it; Ctrl-V goes on with the others.");
        unsettle(model);
        Then::close()
    }

    /// Tells how many lines were taken, and how many still wait.
    fn tell_result(&self, model: &mut Model) {
        let Some(run) = &model.run else { return };
        let waiting = self.waiting(run).len();
        let taken = self.done.iter().filter(|line| line.taken).count();
        let left = counted(self.done.len().saturating_sub(taken), "left as text", "left as text");
        let taken = counted(taken, "line taken", "lines taken");
        model.tell(Tone::Plain, format!("{taken}, {left}, {}.", counted(waiting, "still waits", "still wait")));
    }
}
