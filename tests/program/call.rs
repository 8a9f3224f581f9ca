//! The program called in this process: arguments in, text and exit code out. Quicker than a process of its own, for
//! whatever reads nothing from standard input.

use std::cell::RefCell;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;
use std::rc::Rc;

use adjacent::cli::{self, Streams};

use crate::program::Said;

/// What was printed, shared with whoever looks at it.
#[derive(Clone, Default)]
struct Printed(Rc<RefCell<Vec<u8>>>);

impl Write for Printed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Printed {
    fn text(&self) -> String {
        String::from_utf8(self.0.borrow().clone()).unwrap()
    }
}

/// Calls the program in a workspace.
pub(crate) fn call(workspace: &Path, arguments: &[&str]) -> Said {
    let (out, err) = (Printed::default(), Printed::default());
    // The settings of whoever runs the tests change nothing in them.
    let named = [OsString::from("adjacent"), "--config=".into(), "--dir".into(), workspace.into()];
    let arguments = named.into_iter().chain(arguments.iter().map(OsString::from));
    let code = cli::run(arguments, Streams::to(out.clone(), err.clone()));
    Said { out: out.text(), err: err.text(), code: code.into() }
}
