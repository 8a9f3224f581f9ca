//! What the two windows show, as text and as looks.

use std::fmt::Write as _;

use adjacent::app::room::RoomWindow;
use adjacent::theme::{Depth, Theme};
use adjacent::ui::{self, Paint};
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Color;
use ratatui::{Frame, Terminal};

use crate::stage::Stage;

/// One of the two windows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Window {
    Console,
    Room,
}

impl Window {
    pub(crate) const BOTH: [Self; 2] = [Self::Console, Self::Room];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Console => "console",
            Self::Room => "room",
        }
    }

    /// What it shows now in so many columns and rows; nothing while it is not open.
    pub(crate) fn drawn(self, stage: &Stage, size: (u16, u16), paint: &Paint) -> Option<Buffer> {
        match self {
            Self::Console => Some(drawn(size, |frame| ui::draw(&stage.model, paint, frame))),
            Self::Room => Some(room(stage.window.as_ref()?, size, paint)),
        }
    }
}

/// What a window of the room shows in so many columns and rows.
pub(crate) fn room(window: &RoomWindow, size: (u16, u16), paint: &Paint) -> Buffer {
    let mut window = window.clone();
    window.size = size;
    drawn(size, |frame| ui::room::draw(&window, paint, frame))
}

fn drawn((columns, rows): (u16, u16), draw: impl FnOnce(&mut Frame<'_>)) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    terminal.draw(draw).unwrap();
    terminal.backend().buffer().clone()
}

pub(crate) fn paint(theme: &Theme) -> Paint {
    Paint::new(theme, Depth::True)
}

/// The text of a frame, one line a row, without trailing blanks.
pub(crate) fn text(buffer: &Buffer) -> String {
    let rows = rows(buffer).map(|row| row.iter().map(Cell::symbol).collect::<String>());
    rows.map(|row| row.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

/// The text of a frame in one line of lower-case words, however they were broken.
pub(crate) fn words(buffer: &Buffer) -> String {
    squeezed(&text(buffer))
}

/// A text in one line of lower-case words.
pub(crate) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn rows(buffer: &Buffer) -> impl Iterator<Item = &[Cell]> {
    buffer.content.chunks(usize::from(buffer.area.width).max(1))
}

/// Every look that was seen, each with a letter of its own.
#[derive(Debug, Default)]
pub(crate) struct Legend {
    looks: Vec<String>,
}

impl Legend {
    /// A frame as looks: `a20b3` is twenty cells that look like `a` and three like `b`. Rows are set apart by a bar,
    /// and blank cells at the end of a row are left out unless they have a colour of their own.
    pub(crate) fn of(&mut self, buffer: &Buffer) -> String {
        let rows = rows(buffer).map(|row| {
            let mut told = String::new();
            let plain = look(&Cell::EMPTY);
            let ends = row.iter().rposition(|cell| cell.symbol() != " " || look(cell) != plain).map_or(0, |at| at + 1);
            for run in row[..ends].chunk_by(|one, other| look(one) == look(other)) {
                let _ = write!(told, "{}{}", self.letter(&look(&run[0])), run.len());
            }
            told
        });
        rows.collect::<Vec<_>>().join("|")
    }

    fn letter(&mut self, look: &str) -> char {
        let at = self.looks.iter().position(|known| known == look).unwrap_or_else(|| {
            self.looks.push(look.to_owned());
            self.looks.len() - 1
        });
        char::from(b'a' + u8::try_from(at).unwrap())
    }

    /// What each letter stands for.
    pub(crate) fn told(&self) -> String {
        let letters = self.looks.iter().zip('a'..);
        letters.fold(String::new(), |told, (look, letter)| format!("{told}{letter} = {look}\n"))
    }
}

fn look(cell: &Cell) -> String {
    let colour = |colour: Color| match colour {
        Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
        other => other.to_string(),
    };
    format!("{} on {} {:?}", colour(cell.fg), colour(cell.bg), cell.modifier).replace(" NONE", "")
}
