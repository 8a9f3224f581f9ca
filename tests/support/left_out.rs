//! What this machine cannot test, said where it is seen.

use std::io::Write;
use std::sync::{Mutex, PoisonError};

/// The environment variable under which a test that cannot run fails; `.ci/run` sets it.
const NOTHING: &str = "ADJACENT_LEAVE_NOTHING_OUT";

/// Says once what is left out and how to have it.
///
/// # Panics
///
/// Panics when nothing may be left out.
pub(crate) fn leave_out(what: &str, how: &str) {
    static SAID: Mutex<Vec<String>> = Mutex::new(Vec::new());
    let sentence = format!("left out: {what}; {how}");
    assert!(std::env::var_os(NOTHING).is_none(), "{sentence}");
    let mut said = SAID.lock().unwrap_or_else(PoisonError::into_inner);
    if !said.contains(&sentence) {
        // Not through `println!`, whose text is shown for failed tests alone.
        let _ = writeln!(std::io::stderr(), "{sentence}");
        said.push(sentence);
    }
}
