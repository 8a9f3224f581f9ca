use crate::capture::Form;
use crate::capture::grammar::{Name, Scrap, Sheltered, after_word, split_word};
use crate::record::text::{LABEL_LIMIT, clip};
use crate::record::{Kind, Relation};

use super::draft::{Draft, Manner};
use super::kind::Role;

/// `say NAME: text re X`: a voice, who holds it, and what it is about.
pub(crate) fn voice(draft: &mut Draft<'_>) -> Result<Option<Form>, Scrap> {
    let Some(rest) = after_word(draft.typed.core, "say") else { return Ok(None) };
    let Some(at) = Sheltered::new(rest).finds(":").next() else { return Ok(None) };
    let (who, text) = (rest.get(..at).unwrap_or_default(), rest.get(at + 1..).unwrap_or_default().trim());
    let (text, about) = match split_word(text, "re") {
        Some((text, about)) => (text, Some(about)),
        None => (text, None),
    };
    let text = own_words(text, draft)?;
    let mut owners = Vec::new();
    for name in Name::list(who)? {
        owners.push(draft.add_full(&name, Role::Is(Kind::Party))?);
    }
    let voice = draft.add_voice(&text)?;
    let note = draft.note(None);
    for owner in owners {
        draft.claim(owner, voice, Manner { relation: Relation::Owns, ..Manner::default() }, note.clone());
    }
    for name in about.map(Name::list).transpose()?.unwrap_or_default() {
        let about = draft.add_full(&name, Role::Any)?;
        if draft.is_same(voice, about) {
            return Err(Scrap::SameThingTwice);
        }
        draft.claim(voice, about, Manner { relation: Relation::Covers, ..Manner::default() }, None);
    }
    Ok(Some(Form::Say))
}

/// What is said; when there is nothing but a quote, the quote.
fn own_words(text: &str, draft: &mut Draft<'_>) -> Result<String, Scrap> {
    let unquoted = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text);
    let said = if unquoted.is_empty() { draft.typed.words.take() } else { Some(unquoted) };
    said.map(|said| said.split_whitespace().collect::<Vec<_>>().join(" ")).ok_or(Scrap::TextMissing)
}

impl Draft<'_> {
    /// Adds something people say; a long saying is a label as far as it fits and a note beyond.
    fn add_voice(&mut self, text: &str) -> Result<usize, Scrap> {
        let label = clip(text, LABEL_LIMIT).trim_end().to_owned();
        let overflow = text.get(label.len()..).map(str::trim).filter(|rest| !rest.is_empty()).map(str::to_owned);
        let name = Name { label, overflow, ..Name::default() };
        self.add_full(&name, Role::Is(Kind::Voice))
    }
}
