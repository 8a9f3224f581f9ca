//! The languages of a session, as they are typed: `de, en`.

use super::failure::Failure;
use crate::capture::Lexicon;
use crate::capture::lexicon::{LANGUAGES, LexiconFile};
use crate::record::Fact;

/// Reads codes of languages, separated by commas or spaces. English is always on, so it need not be named.
///
/// # Errors
///
/// A sentence that says which code is unknown, and which there are.
pub(super) fn parse(codes: &str, own: &[LexiconFile]) -> Result<Vec<String>, String> {
    let mut languages: Vec<String> = Vec::new();
    for code in codes.split([',', ' ', ';']).filter(|code| !code.is_empty()) {
        let code = code.to_lowercase();
        if !Lexicon::knows(&code, own) {
            return Err(format!("there is no language {code:?}; there are {}", known(own).join(", ")));
        }
        if !languages.contains(&code) {
            languages.push(code);
        }
    }
    Ok(languages)
}

/// Returns the facts that set the languages named on a command line; none if it names none.
///
/// # Errors
///
/// A sentence that says which code is unknown, and which there are.
pub(super) fn set(lang: &[String], own: &[LexiconFile]) -> Result<Option<Fact>, Failure> {
    if lang.is_empty() {
        return Ok(None);
    }
    let languages = parse(&lang.join(","), own).map_err(Failure::usage)?;
    Ok(Some(Fact::LanguagesSet { languages }))
}

/// The codes of all languages there are.
fn known(own: &[LexiconFile]) -> Vec<&str> {
    let shipped = LANGUAGES.iter().map(|language| language.code);
    let mut codes: Vec<&str> = shipped.collect();
    for file in own {
        if !codes.contains(&file.language.as_str()) {
            codes.push(&file.language);
        }
    }
    codes
}
