use crate::capture::grammar::Scrap;
use crate::capture::{Form, Reading};
use crate::record::Fact;

use super::draft::LineDraft;
use super::{board, doubt};

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
        reading.offer = board::as_voice(&reading.said, reading.speaker.as_deref(), draft);
    }
    reading.form = form;
    reading.because.clone_from(&draft.because);
    reading.facts = draft.facts();
    reading.mentions = draft.cast.mentions();
    reading
}
