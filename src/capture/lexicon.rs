//! The words of typed sentences, a language a file.
//!
//! [`LexiconFile`] is what a file holds. `Words` is one language made ready for looking up: every phrase by its first
//! word. [`Lexicon`] joins the languages of a session; each line is read in the language that most of its words belong
//! to, so that the article of one language is never taken for the verb of another.

mod file;
mod flaw;
mod list;
mod lookup;
mod sense;
mod words;

pub use file::{Comparative, Conditional, HedgeWords, KindWords, LexiconFile, SpanWord, VerbEntry, VerdictWords};
pub use flaw::LexiconFlaw;
pub use list::{LANGUAGES, ShippedLanguage};
pub use lookup::Lexicon;
pub use sense::{ComparedMeasure, Sense, VerbMeaning};
pub(crate) use words::{Phrase, Words};
