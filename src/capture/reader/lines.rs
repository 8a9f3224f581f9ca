use crate::capture::grammar::Scrap;
use crate::capture::{Form, Reading};

use super::draft::LineDraft;
use super::finish::finish;
use super::{board, count, decision, naming, poll, promise, say, shaped, stance, thing};

/// Reads one form of line; `None` if the line does not have this form.
type FormReader = fn(&mut LineDraft<'_>) -> Result<Option<Form>, Scrap>;

/// The readers of all forms, in the order in which they are tried. A line that none of them reads is free text.
const READERS: [FormReader; 23] = [
    |draft| Ok(board::undo(draft)),
    |draft| Ok(board::redo(draft)),
    stance::position,
    say::voice,
    thing::rule,
    board::park,
    board::ask,
    promise::commitment,
    |draft| Ok(board::question(draft)),
    naming::same,
    naming::rename,
    thing::saw,
    thing::want,
    |draft| Ok(count::vote(draft)),
    poll::poll,
    |draft| Ok(count::rank(draft)),
    |draft| Ok(count::rate(draft)),
    decision::decide,
    decision::watch,
    |draft| Ok(decision::settle(draft)),
    shaped::by_shape,
    thing::is,
    thing::name,
];

/// Reads a line that is not blank.
pub(crate) fn read(mut draft: LineDraft<'_>, reading: Reading) -> Reading {
    let form = form(&mut draft);
    let mut reading = finish(form, &draft, reading);
    if reading.form == Form::Text {
        reading.offers = match &draft.taken {
            Some(names) => naming::merge_instead(names, &draft, &reading).into_iter().collect(),
            None => shaped::offers(&draft, &reading),
        };
    }
    reading
}

/// Reads a line as text, whatever it holds.
pub(crate) fn as_text(mut draft: LineDraft<'_>, reading: Reading) -> Reading {
    let form = board::text(&mut draft);
    finish(Ok(form), &draft, reading)
}

pub(super) fn form(draft: &mut LineDraft<'_>) -> Result<Form, Scrap> {
    for reader in READERS {
        if let Some(form) = reader(draft)? {
            return Ok(form);
        }
    }
    Ok(board::text(draft))
}
