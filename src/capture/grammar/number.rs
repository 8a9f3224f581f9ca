use crate::record::spoken::in_words;

/// A count of things, "one sign", "two signs".
pub(crate) fn counted(number: usize, thing: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {thing}{plural}", in_words(number))
}
