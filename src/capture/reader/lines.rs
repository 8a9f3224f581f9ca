use crate::capture::grammar::Scrap;
use crate::capture::{Form, Reading};
use crate::record::Fact;

use super::draft::LineDraft;
use super::{board, count, decision, doubt, promise, say, shaped, stance, thing};

/// Reads one form of line; `None` if the line does not have this form.
type FormReader = fn(&mut LineDraft<'_>) -> Result<Option<Form>, Scrap>;

/// The readers of all forms, in the order in which they are tried. A line that none of them reads is free text.
const READERS: [FormReader; 21] = [
    |draft| Ok(board::undo(draft)),
    |draft| Ok(board::redo(draft)),
    stance::position,
    say::voice,
    thing::rule,
    board::park,
    board::ask,
    promise::commitment,
    |draft| Ok(board::question(draft)),
    thing::same,
    thing::saw,
    thing::want,
    |draft| Ok(count::vote(draft)),
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
    finish(form, &draft, reading)
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

/// Completes the reading with the facts and doubts of the draft. For a line that cannot be read, only the reason is
/// recorded.
pub(super) fn finish(form: Result<Form, Scrap>, draft: &LineDraft<'_>, mut reading: Reading) -> Reading {
    let form = match form {
        Ok(form) => form,
        Err(scrap) => {
            let reason = scrap.to_string();
            let facts = vec![Fact::Scrapped { reason: reason.clone() }];
            return Reading { form: Form::Scrap, facts, why: Some(reason), ..reading };
        }
    };
    let tag = reading.tag.as_deref();
    reading.amber.extend(tag.and_then(|tag| doubt::who_is(tag, draft.context)));
    reading.amber.extend(draft.doubts());
    if form == Form::Text {
        reading.offers = shaped::offers(draft, &reading);
        reading.offer = Some(board::as_voice(&reading.said, reading.speaker.as_deref(), draft));
    }
    reading.form = form;
    reading.because.clone_from(&draft.because);
    reading.facts = draft.facts();
    reading.mentions = draft.cast.mentions();
    reading
}
