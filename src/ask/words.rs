use crate::lens::{Field, LoopStory};

/// Returns "more" or "less" with a label, as "less Handle time". A phrase without a verb fits labels in the singular
/// and in the plural.
pub(super) fn amount(less: bool, label: &str) -> String {
    format!("{} {label}", if less { "less" } else { "more" })
}

/// Says a loop in words, back to its start: "More overtime, less backlog, and less overtime again".
pub(super) fn lap_in_words(field: &Field<'_>, story: &LoopStory<'_>) -> String {
    let mut told = story.amounts(field);
    let again = told.pop().unwrap_or_default();
    format!("{}, and {again} again", told.join(", "))
}
