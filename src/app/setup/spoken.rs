use crate::capture::Lexicon;
use crate::capture::lexicon::{LANGUAGES, LexiconFile};
use crate::record::Fact;
use crate::record::spoken::listed;

/// The language that is always on.
const ALWAYS: &str = "en";

/// Returns the codes of all languages but English: those that the program brings, then those of the workspace.
pub(super) fn known_languages(own: &[LexiconFile]) -> Vec<String> {
    let shipped = LANGUAGES.iter().map(|language| language.code);
    let mut known: Vec<String> = Vec::new();
    for code in shipped.chain(own.iter().map(|file| file.language.as_str())) {
        if code != ALWAYS && !known.iter().any(|known| known == code) {
            known.push(code.to_owned());
        }
    }
    known
}

/// Returns the name of a language in that language; its code if it has none.
pub(super) fn name_of(code: &str, own: &[LexiconFile]) -> String {
    let name = Lexicon::of(&[code], own).names().next().filter(|name| !name.is_empty()).map(str::to_owned);
    name.unwrap_or_else(|| code.to_owned())
}

/// Returns the languages of a session, with English: "Deutsch and English".
pub(super) fn in_words(languages: &[String], own: &[LexiconFile]) -> String {
    let mut names: Vec<String> = languages.iter().map(|code| name_of(code, own)).collect();
    names.push("English".to_owned());
    listed(&names, "and")
}

/// Returns the languages that the next press of a key chooses: none but English, then each of the others.
pub(super) fn next_languages(chosen: &[String]) -> Vec<String> {
    let known = known_languages(&[]);
    let next = match chosen.first() {
        None => known.first(),
        Some(first) => known.iter().position(|code| code == first).and_then(|at| known.get(at + 1)),
    };
    next.cloned().into_iter().collect()
}

/// Returns the facts that open a session in these languages.
pub(in crate::app) fn opening_in(opened: Fact, languages: &[String]) -> Vec<Fact> {
    let set = (!languages.is_empty()).then(|| Fact::LanguagesSet { languages: languages.to_vec() });
    [opened].into_iter().chain(set).collect()
}

/// Returns the languages of a new session on a machine with this locale, such as `de_AT.UTF-8`: none if the program
/// does not bring its language, or if that is English.
pub fn languages_of_locale(locale: &str) -> Vec<String> {
    let code = locale.split(['_', '.', '-', '@']).next().unwrap_or_default().to_lowercase();
    known_languages(&[]).into_iter().filter(|known| *known == code).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_the_machine_is_that_of_a_new_session_if_it_is_known() {
        for (locale, languages) in [
            ("de_AT.UTF-8", vec!["de"]),
            ("pt-BR", vec!["pt"]),
            ("fr", vec!["fr"]),
            ("en_GB.UTF-8", vec![]),
            ("C.UTF-8", vec![]),
            ("POSIX", vec![]),
            ("xx_YY", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(languages_of_locale(locale), languages, "{locale}");
        }
    }

    #[test]
    fn a_key_goes_through_every_language_and_back_to_english_alone() {
        let mut chosen = Vec::new();
        for _ in 0..LANGUAGES.len() {
            chosen = next_languages(&chosen);
        }
        assert_eq!(chosen, Vec::<String>::new());
        assert_eq!(next_languages(&[]), ["de"]);
    }
}
