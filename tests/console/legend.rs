//! The looks of what was drawn: colours and modifiers of every cell.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Color;

use crate::drawn::cells;

/// Every look that was seen, each with a letter of its own.
#[derive(Debug, Default)]
pub(crate) struct Legend {
    looks: Vec<String>,
}

impl Legend {
    /// A frame as looks: `a20b3` is twenty cells that look like `a` and three like `b`. Rows are set apart by a bar,
    /// and blank cells at the end of a row are left out unless they have a colour of their own.
    pub(crate) fn of(&mut self, buffer: &Buffer) -> String {
        let rows = cells(buffer).map(|row| {
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
