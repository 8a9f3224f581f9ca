//! The QR code of an address on standard output, for whoever runs a command at a terminal.

use std::io::{self, IsTerminal, Write, stdout};

use crossterm::style::{Color, PrintStyledContent, Stylize};
use crossterm::{QueueableCommand, terminal};

use super::looks;
use crate::app::phones::PhoneCode;
use crate::theme::Depth;

/// Black and white of the fixed part of the palette: the first sixteen are whatever a theme makes of them, and cameras do
/// not find a code of light modules on a dark ground.
const BLACK: Color = Color::AnsiValue(16);
const WHITE: Color = Color::AnsiValue(231);

/// Prints the code of an address, black on white, where standard output is a terminal with colours that is wide enough;
/// elsewhere nothing.
///
/// # Errors
/// When nothing can be printed.
pub fn print_code(address: &str) -> io::Result<()> {
    let mut out = stdout();
    if !out.is_terminal() || looks::depth() == Depth::Mono {
        return Ok(());
    }
    let columns = terminal::size().map_or(80, |(columns, _)| usize::from(columns));
    let Some(code) = PhoneCode::of(address).filter(|code| code.side() < columns) else { return Ok(()) };
    for row in code.half_blocks() {
        out.queue(PrintStyledContent(row.with(BLACK).on(WHITE)))?;
        out.write_all(b"\n")?;
    }
    out.flush()
}
