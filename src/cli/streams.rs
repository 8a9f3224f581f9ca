//! The output of the program. All printed text goes through this module, which removes control characters.

use std::cell::RefCell;
use std::io::{self, IsTerminal, Write};

use crate::record::text::plain;
use crate::shell::Progress;

/// Standard output and standard error, or replacements for them.
pub struct Streams {
    out: RefCell<Box<dyn Write>>,
    err: RefCell<Box<dyn Write>>,
    terminal: bool,
    /// Whether a line about work that goes on may be shown.
    shows_progress: bool,
    /// That line, while nothing was printed.
    progress: RefCell<Option<Progress>>,
}

impl Streams {
    /// The streams of this process.
    pub fn of_the_process() -> Self {
        let terminal = io::stdout().is_terminal();
        Self { terminal, shows_progress: true, ..Self::to(io::stdout(), io::stderr()) }
    }

    /// Streams that print to `out` and `err`; neither counts as a terminal.
    pub fn to(out: impl Write + 'static, err: impl Write + 'static) -> Self {
        Self {
            out: RefCell::new(Box::new(out)),
            err: RefCell::new(Box::new(err)),
            terminal: false,
            shows_progress: false,
            progress: RefCell::new(None),
        }
    }

    /// Whether standard output is a terminal.
    pub(super) const fn is_terminal(&self) -> bool {
        self.terminal
    }

    /// Standard output.
    pub(super) const fn out(&self) -> Printed<'_> {
        Printed { to: &self.out, progress: &self.progress }
    }

    /// Standard error.
    pub(super) const fn err(&self) -> Printed<'_> {
        Printed { to: &self.err, progress: &self.progress }
    }

    /// Shows that work goes on until something is printed; [`Progress`] decides whether standard error is a terminal for it.
    pub(super) fn show_progress(&self, what: &str) {
        let mut progress = self.progress.borrow_mut();
        match progress.as_ref() {
            Some(progress) => progress.at(what),
            None if self.shows_progress => *progress = Progress::begin(what),
            None => {}
        }
    }
}

/// An output stream that removes control characters from the text.
#[derive(Clone, Copy)]
pub(super) struct Printed<'a> {
    to: &'a RefCell<Box<dyn Write>>,
    progress: &'a RefCell<Option<Progress>>,
}

impl Write for Printed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // The line about the work is taken back before anything stands on the screen.
        self.progress.take();
        // Some formats end their lines in CR LF, which acts no more than LF alone.
        let text = String::from_utf8_lossy(bytes);
        let lines: Vec<String> = text.split("\r\n").map(plain).collect();
        let text = lines.join("\r\n");
        self.to.borrow_mut().write_all(text.as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.borrow_mut().flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_never_acts() {
        let streams = Streams::to(io::sink(), io::sink());
        let mut taken = streams.out();
        assert_eq!(taken.write(b"a\x1b[2J\n").unwrap(), 6, "all of it is taken, whatever is left of it");
    }
}
