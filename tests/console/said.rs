//! What was said is a list: any line is reached, mended, taken back, and read as something else, from the keyboard.

mod actions;
mod boxes;
mod random;
mod screens;
mod still_stands;
mod walking;

use crate::keyboard::Console;
use crate::typing::Typing;
use adjacent::app::{Code, KeyPress};
use adjacent::record::{Event, Session};

/// Every size that a screen of the console is tried at.
const SIZES: [(u16, u16); 4] = [(40, 10), (80, 24), (120, 40), (160, 50)];

/// A workshop of two with a change that was picked, at the step that asks for effects.
fn workshop() -> Console {
    let mut console = Console::at_home(Vec::new());
    console.enter().types("Spring review").enter();
    console.paste("Mei, claims lead @ Claims\nTom, contact centre manager @ Contact Centre").enter().enter().enter();
    console.says("Service bot").code(Code::PageDown);
    console
}

/// The workshop after four lines: an arrow, another one, free text that could be an arrow, and a line that could not be
/// read.
fn talked() -> Console {
    let mut console = workshop();
    for line in [
        "tom> Service bot -> less handle time",
        "mei> handle time -> customer trust : -",
        "The grading aid needs model answers and a marking scheme",
        "A -> A : +",
    ] {
        console.says(line);
    }
    console
}

/// The workshop after this many lines.
fn long(lines: usize) -> Console {
    let mut console = workshop();
    for number in 1..=lines {
        console.says(&format!("Service bot -> E{number} : +"));
    }
    console
}

fn session(console: &Console) -> &Session {
    console.model.run.as_ref().unwrap().recording.session()
}

/// The line under the cursor; `None` while the entry line has it.
fn chosen(console: &Console) -> Option<String> {
    let run = console.model.run.as_ref().unwrap();
    run.chosen().map(|seq| run.recording.line(seq).and_then(|line| line.said.clone()).unwrap_or_default())
}

/// Puts the cursor on the line with these words.
fn go_to(console: &mut Console, said: &str) {
    match chosen(console) {
        Some(_) => console.code(Code::End),
        None => console.code(Code::Up),
    };
    for _ in 0..100 {
        if chosen(console).as_deref() == Some(said) {
            return;
        }
        console.code(Code::Up);
    }
    panic!("no line says {said:?}");
}

/// The event that was saved last.
fn last(console: &Console) -> &Event {
    console.saved.last().unwrap()
}

/// Empties the entry line and types other words.
fn retypes(console: &mut Console, words: &str) {
    console.press(KeyPress::ctrl('u'));
    console.types(words).enter();
}
