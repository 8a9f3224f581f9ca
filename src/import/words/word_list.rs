/// Whether a word stands in a list of words with a comma and a space between them.
pub(in crate::import) fn is_listed(list: &str, word: &str) -> bool {
    list.split(", ").any(|listed| listed == word)
}
