use crate::capture::Form;
use crate::capture::grammar::{Scrap, Sheltered, TypedName, after_keyword, split_word};
use crate::record::lexicon::Keyword;
use crate::record::text::{LABEL_LIMIT, clip, single_spaced};
use crate::record::{Kind, Relation};

use super::draft::{LineDraft, Manner};
use super::kind::EndRole;

/// Reads `say NAME: text re X`: a voice, who holds it, and what it is about.
pub(crate) fn voice(draft: &mut LineDraft<'_>) -> Result<Option<Form>, Scrap> {
    let Some(rest) = after_keyword(draft.typed.core, Keyword::Say) else { return Ok(None) };
    let Some(at) = Sheltered::new(rest).finds(":").next() else { return Ok(None) };
    let (who, text) = (rest.get(..at).unwrap_or_default(), rest.get(at + 1..).unwrap_or_default().trim());
    said(who, text, draft).map(Some)
}

/// Records what the people or units in `who` say; `text` may end with `re` and the names of what it is about.
pub(crate) fn said(who: &str, text: &str, draft: &mut LineDraft<'_>) -> Result<Form, Scrap> {
    let (text, about) = match split_word(text, "re") {
        Some((text, about)) => (text, Some(about)),
        None => (text, None),
    };
    let text = own_words(text, draft)?;
    let mut owners = Vec::new();
    for name in TypedName::list(who)? {
        owners.push(draft.add_full(&name, EndRole::Is(Kind::Party))?);
    }
    let voice = draft.add_voice(&text)?;
    let note = draft.note(None);
    for owner in owners {
        draft.claim(owner, voice, Manner { relation: Relation::Owns, ..Manner::default() }, note.clone());
    }
    for name in about.map(TypedName::list).transpose()?.unwrap_or_default() {
        let about = draft.add_full(&name, EndRole::Any)?;
        if draft.is_same(voice, about) {
            return Err(Scrap::SameThingTwice);
        }
        draft.claim(voice, about, Manner { relation: Relation::Covers, ..Manner::default() }, None);
    }
    Ok(Form::Say)
}

/// Returns the text of a voice; if the text is empty, the quoted words of the line.
fn own_words(text: &str, draft: &mut LineDraft<'_>) -> Result<String, Scrap> {
    let unquoted = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text);
    let said = if unquoted.is_empty() { draft.typed.words.take() } else { Some(unquoted) };
    said.map(single_spaced).ok_or(Scrap::TextMissing)
}

impl LineDraft<'_> {
    /// Adds a voice to the cast; the text beyond the maximum length of a label becomes a note.
    fn add_voice(&mut self, text: &str) -> Result<usize, Scrap> {
        let label = clip(text, LABEL_LIMIT).trim_end().to_owned();
        let overflow = text.get(label.len()..).map(str::trim).filter(|rest| !rest.is_empty()).map(str::to_owned);
        let name = TypedName { label, overflow, ..TypedName::default() };
        self.add_full(&name, EndRole::Is(Kind::Voice))
    }
}
