use crate::capture::grammar::Scrap;
use crate::capture::{Form, Reading};
use crate::record::Fact;

use super::draft::Draft;
use super::{board, count, doubt, edge, plan, promise, say, stance, thing};

/// Reads one form of line; none when the line is not of this form.
type Reader = fn(&mut Draft<'_>) -> Result<Option<Form>, Scrap>;

/// Every form, in the order in which a line is tried; arrows win over verbs, and free text takes what is left.
const READERS: [Reader; 22] = [
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
    plan::decide,
    plan::watch,
    |draft| Ok(plan::settle(draft)),
    edge::by_arrow,
    thing::is,
    edge::by_verb,
    thing::node,
];

/// Reads a line that is not blank. A line that cannot be read leaves nothing behind but the reason.
pub(crate) fn read(mut draft: Draft<'_>, reading: Reading) -> Reading {
    match form(&mut draft) {
        Ok(form) => finish(form, &draft, reading),
        Err(scrap) => {
            let reason = scrap.to_string();
            let facts = vec![Fact::Scrapped { reason: reason.clone() }];
            Reading { form: Form::Scrap, facts, why: Some(reason), ..reading }
        }
    }
}

fn form(draft: &mut Draft<'_>) -> Result<Form, Scrap> {
    for reader in READERS {
        if let Some(form) = reader(draft)? {
            return Ok(form);
        }
    }
    Ok(board::text(draft))
}

fn finish(form: Form, draft: &Draft<'_>, mut reading: Reading) -> Reading {
    let tag = reading.tag.as_deref();
    reading.amber.extend(tag.and_then(|tag| doubt::who_is(tag, draft.context)));
    reading.amber.extend(draft.doubts());
    if form == Form::Text {
        reading.offer = Some(board::as_voice(&reading.said, reading.speaker.as_deref(), draft));
    }
    reading.form = form;
    reading.facts = draft.facts();
    reading.mentions = draft.cast.mentions();
    reading
}
