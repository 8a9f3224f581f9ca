//! The least that a ratatui program can do: one line of text, and the keys typed so far.

use crossterm::event::{Event, KeyCode, KeyModifiers, read};

/// The argument that turns the benchmark into this program.
pub(crate) const ARGUMENT: &str = "--minimal-ratatui-program";

pub(crate) fn run() {
    let mut terminal = ratatui::init();
    let mut typed = String::new();
    loop {
        let shown = typed.clone();
        let draw = terminal.draw(|frame| frame.render_widget(format!("Ready> {shown}"), frame.area()));
        if draw.is_err() {
            break;
        }
        match read() {
            Ok(Event::Key(key)) if key.modifiers.contains(KeyModifiers::CONTROL) => break,
            Ok(Event::Key(key)) => match key.code {
                KeyCode::Char(c) => typed.push(c),
                _ => typed.clear(),
            },
            Ok(_) => {}
            Err(_) => break,
        }
    }
    ratatui::restore();
}
