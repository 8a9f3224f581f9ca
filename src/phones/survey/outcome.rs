/// What became of a form that a phone sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SendOutcome {
    /// It is saved and counts.
    Sent,
    /// It is saved, to be looked at once more; nothing of it is read.
    Saved,
    /// Something is missing or too long; says what.
    Lacks(String),
    /// The form was changed since this phone showed it.
    Changed,
    /// Phones send faster than anybody types.
    TooMany,
    /// No form is left for this phone.
    Full,
    /// It could not be written.
    NotSaved,
}
