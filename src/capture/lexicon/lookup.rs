use std::sync::{Arc, LazyLock, OnceLock};

use super::file::LexiconFile;
use super::list::LANGUAGES;
use super::words::Words;

/// The languages of a session, the likeliest first.
#[derive(Clone, Debug)]
pub struct Lexicon {
    languages: Vec<Arc<Words>>,
}

/// Every shipped language, made ready when it is first asked for.
static SHIPPED: [OnceLock<Arc<Words>>; LANGUAGES.len()] = [const { OnceLock::new() }; LANGUAGES.len()];

static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::of::<&str>(&[], &[]));

fn shipped(place: usize) -> Option<Arc<Words>> {
    let (ready, language) = (SHIPPED.get(place)?, LANGUAGES.get(place)?);
    Some(Arc::clone(ready.get_or_init(|| Arc::new(Words::of(LexiconFile::parse(language.text).ok())))))
}

impl Lexicon {
    /// Returns English alone.
    pub fn english() -> &'static Self {
        &ENGLISH
    }

    /// Joins languages by their codes, in this order, and the words that a workspace adds (`own`). English is always
    /// on. A code that the program does not know is a language of its own if `own` has a file for it, else it is left
    /// out.
    pub fn of<S: AsRef<str>>(codes: &[S], own: &[LexiconFile]) -> Self {
        let mut wanted: Vec<&str> = Vec::new();
        for code in codes.iter().map(S::as_ref).chain(["en"]) {
            if !wanted.contains(&code) {
                wanted.push(code);
            }
        }
        Self { languages: wanted.into_iter().filter_map(|code| words_of(code, own)).collect() }
    }

    /// Whether the program, or a file of the workspace, knows this language.
    pub fn knows(code: &str, own: &[LexiconFile]) -> bool {
        LANGUAGES.iter().any(|language| language.code == code) || own.iter().any(|file| file.language == code)
    }

    /// Returns the codes of the languages, the likeliest first.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.languages.iter().map(|words| words.file.language.as_str())
    }

    /// Returns the names of the languages, each in that language, in the same order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.languages.iter().map(|words| words.file.name.as_str())
    }

    pub(crate) fn languages(&self) -> &[Arc<Words>] {
        &self.languages
    }
}

fn words_of(code: &str, own: &[LexiconFile]) -> Option<Arc<Words>> {
    let place = LANGUAGES.iter().position(|language| language.code == code);
    let added: Vec<_> = own.iter().filter(|file| file.language == code).cloned().collect();
    match place {
        Some(place) if added.is_empty() => shipped(place),
        None if added.is_empty() => None,
        place => {
            let base = place.and_then(shipped).map(|words| words.file.clone());
            Some(Arc::new(Words::of(base.into_iter().chain(added))))
        }
    }
}
