//! Esc and then a key, for terminals in which Alt and the key does not arrive.

use jiff::SignedDuration;

use crate::app::key::{Code, KeyPress};
use crate::app::model::Model;
use crate::app::screen::Screen;

/// The maximum time between Esc and the key.
const SOON: SignedDuration = SignedDuration::from_secs(1);

/// Returns the key that is meant: after an Esc that did nothing, Alt and the key where that means something.
pub(super) fn meant(model: &mut Model, key: KeyPress) -> KeyPress {
    let soon = model.escaped.take().is_some_and(|at| model.now.duration_since(at) < SOON);
    let with_alt = KeyPress { alt: true, ..key };
    let means_something = model.commands.for_key(model.screen, with_alt).is_some() || key.digit().is_some();
    if soon && !key.ctrl && means_something { with_alt } else { key }
}

/// Notes that Esc did nothing on the run screen, so that the next key may be meant with Alt. Elsewhere it always does
/// something, and whoever types a line after it means the line.
pub(super) fn note(model: &mut Model, key: KeyPress) {
    let did_nothing = model.screen == Screen::Run
        && model.popup.is_none()
        && model.notice.is_none()
        && model.entry.is_empty()
        && !model.collects_answers();
    if key == KeyPress::plain(Code::Esc) && did_nothing {
        model.escaped = Some(model.now);
    }
}
