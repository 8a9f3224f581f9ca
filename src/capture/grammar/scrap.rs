use thiserror::Error;

use crate::record::spoken::in_words;

/// Why a line that looks like an arrow or a command could not be read. The line is saved as typed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum Scrap {
    #[error("a name is missing")]
    NameMissing,
    #[error("a name needs at least one letter or digit")]
    NoLetter,
    #[error("it points at itself; what does it act through?")]
    ActsOnItself,
    #[error("both ends are the same thing")]
    SameThingTwice,
    #[error("it is called {0} already")]
    CalledSo(String),
    #[error("nothing is called {0} so far")]
    NothingCalled(String),
    #[error("{} for {}", counted(*.signs, "sign"), counted(*.arrows, "arrow"))]
    Signs { signs: usize, arrows: usize },
    #[error("that is more than {0} names or arrows; give it a line or two more")]
    TooMuch(usize),
    #[error("nothing has been claimed yet to say yes or no to")]
    NothingClaimed,
    #[error("there is no claim {0} to say yes or no to")]
    NoClaim(String),
    #[error("nobody has drawn an arrow from {0} to {1}")]
    NoArrow(String, String),
    #[error("the text is missing")]
    TextMissing,
}

/// Returns a count in words, with its noun: "one sign", "two signs".
fn counted(number: usize, thing: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {thing}{plural}", in_words(number))
}
