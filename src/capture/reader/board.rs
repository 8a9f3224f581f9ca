use crate::capture::grammar::{Scrap, after_keyword, arrow, in_brackets, split_tail};
use crate::capture::{Form, Offer};
use crate::record::lexicon::Keyword;
use crate::record::text::is_word;
use crate::record::{Fact, Kind};

use super::draft::LineDraft;

/// `park text`: the whole text is put aside for later.
pub(crate) fn park(draft: &mut LineDraft<'_>) -> Result<Option<Form>, Scrap> {
    let line = draft.typed.line;
    let colon = || line.get(..5).filter(|word| word.eq_ignore_ascii_case("park:")).and_then(|_| line.get(5..));
    let Some(text) = after_keyword(line, Keyword::Park).or_else(colon).map(str::trim) else { return Ok(None) };
    if line.starts_with('P') && arrow::any(draft.typed.core) {
        return Ok(None);
    }
    if text.is_empty() {
        return Err(Scrap::TextMissing);
    }
    draft.fact(Fact::Parked { text: text.to_owned() });
    Ok(Some(Form::Park))
}

/// `? text`: a question nobody here can answer.
pub(crate) fn ask(draft: &mut LineDraft<'_>) -> Result<Option<Form>, Scrap> {
    let Some(text) = draft.typed.line.strip_prefix('?') else { return Ok(None) };
    asked(text, draft).map(Some)
}

/// Records a question.
pub(crate) fn asked(text: &str, draft: &mut LineDraft<'_>) -> Result<Form, Scrap> {
    let text = text.trim_start_matches(['?', ' ']);
    if text.is_empty() {
        return Err(Scrap::TextMissing);
    }
    draft.fact(Fact::Asked { text: text.to_owned() });
    Ok(Form::Ask)
}

/// A line without an arrow that ends in `?`.
pub(crate) fn question(draft: &mut LineDraft<'_>) -> Option<Form> {
    let core = draft.typed.core;
    let sign_is_asked = split_tail(core).1.is_some_and(|tail| tail.is_clear() && !tail.marks.is_empty());
    // "&Am I next?" is something people say, question mark and all.
    let is_voice = Kind::Voice.sigil().is_some_and(|sigil| core.starts_with(sigil));
    if !core.ends_with('?') || sign_is_asked || is_voice || arrow::any(core) {
        return None;
    }
    draft.fact(Fact::Asked { text: draft.typed.line.to_owned() });
    Some(Form::Ask)
}

/// `undo`: takes back the last line that still stands.
pub(crate) fn undo(draft: &mut LineDraft<'_>) -> Option<Form> {
    if !is_word(draft.typed.line, Keyword::Undo.as_ref()) {
        return None;
    }
    let target = draft.context.session.undo_target();
    draft.fact(target.map_or_else(|| nothing("take back"), |seq| Fact::Retracted { seq }));
    Some(Form::Undo)
}

/// `redo`: what was taken back last stands again.
pub(crate) fn redo(draft: &mut LineDraft<'_>) -> Option<Form> {
    if !is_word(draft.typed.line, Keyword::Redo.as_ref()) {
        return None;
    }
    let target = draft.context.session.redo_target();
    draft.fact(target.map_or_else(|| nothing("bring back"), |seq| Fact::Restored { seq }));
    Some(Form::Redo)
}

fn nothing(what: &str) -> Fact {
    Fact::Scrapped { reason: format!("there is nothing to {what}") }
}

/// Everything else is recorded as it was said, and offered as something people say.
pub(crate) fn text(draft: &mut LineDraft<'_>) -> Form {
    draft.fact(Fact::Answered { text: draft.typed.line.to_owned() });
    Form::Text
}

/// Who says it when nobody knows the speaker's unit.
const SOMEBODY: &str = "People here";

/// The `say` line that a free text could be, in the name of its speaker's unit.
pub(crate) fn as_voice(text: &str, speaker: Option<&str>, draft: &LineDraft<'_>) -> Offer {
    let person = speaker.and_then(|tag| draft.context.session.person(tag));
    let party = person.and_then(|person| person.party.as_deref()).unwrap_or(SOMEBODY);
    let line = format!("{} @{}: {text}", Keyword::Say.as_ref(), in_brackets(party));
    Offer { ask: "Keep it as something people say?".to_owned(), lines: vec![line], replaces: true }
}
