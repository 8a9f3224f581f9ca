use crate::capture::grammar::{Scrap, after_keyword, arrow, in_brackets, split_tail};
use crate::capture::lexicon::Sense;
use crate::capture::{Form, Offer};
use crate::record::lexicon::Keyword;
use crate::record::text::is_word;
use crate::record::{Fact, Kind};

use super::draft::LineDraft;
use super::pledge::{labelled, without_bullet};

/// Reads `park text`: the whole text is parked for later.
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

/// Reads `? text` or `Q: text`: a question that nobody in the room can answer.
pub(crate) fn ask(draft: &mut LineDraft<'_>) -> Result<Option<Form>, Scrap> {
    let line = draft.typed.line;
    let labelled = || {
        let mut languages = draft.context.lexicon.languages().iter();
        languages.find_map(|words| labelled(without_bullet(line), words, Sense::QuestionLabel))
    };
    let Some(text) = line.strip_prefix('?').or_else(labelled) else { return Ok(None) };
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

/// Reads a line that ends in `?` and has no arrow as a question.
pub(crate) fn question(draft: &mut LineDraft<'_>) -> Option<Form> {
    let core = draft.typed.core;
    let sign_is_asked = split_tail(core).1.is_some_and(|tail| tail.is_clear() && !tail.marks.is_empty());
    // "&Am I next?" is a voice, although it ends in a question mark.
    let is_voice = Kind::Voice.sigil().is_some_and(|sigil| core.starts_with(sigil));
    if !core.ends_with('?') || sign_is_asked || is_voice || arrow::any(core) {
        return None;
    }
    draft.fact(Fact::Asked { text: draft.typed.line.to_owned() });
    Some(Form::Ask)
}

/// Reads `undo`: takes back the last line that still stands.
pub(crate) fn undo(draft: &mut LineDraft<'_>) -> Option<Form> {
    if !is_word(draft.typed.line, Keyword::Undo.as_ref()) {
        return None;
    }
    let session = draft.context.session;
    let facts = session.undo_target().map(|seq| session.taking_back(seq));
    facts.unwrap_or_else(|| vec![nothing("take back")]).into_iter().for_each(|fact| draft.fact(fact));
    Some(Form::Undo)
}

/// Reads `redo`: the line that was taken back last stands again.
pub(crate) fn redo(draft: &mut LineDraft<'_>) -> Option<Form> {
    if !is_word(draft.typed.line, Keyword::Redo.as_ref()) {
        return None;
    }
    let session = draft.context.session;
    let facts = session.redo_target().map(|seq| session.bringing_back(seq));
    facts.unwrap_or_else(|| vec![nothing("bring back")]).into_iter().for_each(|fact| draft.fact(fact));
    Some(Form::Redo)
}

fn nothing(what: &str) -> Fact {
    Fact::Scrapped { reason: format!("there is nothing to {what}") }
}

/// Records any other line as free text, and offers to make it a voice.
pub(crate) fn text(draft: &mut LineDraft<'_>) -> Form {
    draft.fact(Fact::Answered { text: draft.typed.line.to_owned() });
    Form::Text
}

/// Returns the `say` line that free text could become, in the name of the speaker's unit. `None` if the unit is not
/// known: a voice belongs to a party that somebody named, and a note stays a note.
pub(crate) fn as_voice(text: &str, speaker: Option<&str>, draft: &LineDraft<'_>) -> Option<Offer> {
    let party = draft.context.session.person(speaker?)?.party.as_deref()?;
    let line = format!("{} @{}: {text}", Keyword::Say.as_ref(), in_brackets(party));
    Some(Offer { ask: "Keep it as something people say?".to_owned(), lines: vec![line], replaces: true })
}
