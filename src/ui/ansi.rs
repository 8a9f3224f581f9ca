//! Escape sequences that draw a screen, for recordings.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

/// Returns the escape sequences that turn a screen showing `before` into one showing `after`; each changed row is sent
/// whole.
pub fn rows_that_differ(before: Option<&Buffer>, after: &Buffer) -> String {
    let mut sent = String::new();
    for row in after.area.rows() {
        let cells = |buffer: &Buffer| -> Vec<Cell> {
            row.columns().filter_map(|at| buffer.cell(Position::from(at)).cloned()).collect()
        };
        let drawn = cells(after);
        if before.is_none_or(|before| cells(before) != drawn) {
            let _ = write!(sent, "\u{1b}[{};1H{}", row.y + 1, line(&drawn));
        }
    }
    sent
}

fn line(cells: &[Cell]) -> String {
    let mut line = String::new();
    let (mut look, mut covered) = (None, 0);
    for cell in cells {
        if covered > 0 {
            covered -= 1;
            continue;
        }
        let wanted = sgr(cell);
        if look.as_ref() != Some(&wanted) {
            let _ = write!(line, "\u{1b}[{wanted}m");
            look = Some(wanted);
        }
        line.push_str(cell.symbol());
        covered = super::words::cells(cell.symbol()).saturating_sub(1);
    }
    line.push_str("\u{1b}[0m");
    line
}

fn sgr(cell: &Cell) -> String {
    let mut codes = vec!["0".to_owned()];
    let weights = [
        (Modifier::BOLD, 1),
        (Modifier::DIM, 2),
        (Modifier::ITALIC, 3),
        (Modifier::UNDERLINED, 4),
        (Modifier::REVERSED, 7),
        (Modifier::CROSSED_OUT, 9),
    ];
    codes
        .extend(weights.iter().filter(|(weight, _)| cell.modifier.contains(*weight)).map(|(_, code)| code.to_string()));
    codes.extend(colour(cell.fg, 38));
    codes.extend(colour(cell.bg, 48));
    codes.join(";")
}

/// Returns the SGR parameters of a colour; none for the terminal's own, which stands after every reset.
fn colour(colour: Color, ground: u8) -> Option<String> {
    match colour {
        Color::Indexed(index) => Some(format!("{ground};5;{index}")),
        Color::Rgb(red, green, blue) => Some(format!("{ground};2;{red};{green};{blue}")),
        _ => None,
    }
}
