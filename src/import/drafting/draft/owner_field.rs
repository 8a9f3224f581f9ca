use crate::import::place::SourcePlace;

/// What a field says about who owns a thing.
#[derive(Clone, Debug)]
pub(super) struct OwnerField {
    pub(super) thing: usize,
    /// The name of the field, in lower case.
    pub(super) name: String,
    pub(super) value: String,
    pub(super) place: SourcePlace,
}

impl OwnerField {
    /// Whether the field says that its values are units.
    pub(super) fn names_units(&self) -> bool {
        matches!(self.name.as_str(), "team" | "unit" | "department" | "bureau")
    }
}
