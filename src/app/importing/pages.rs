//! The pages of the preview of an import.

pub(super) mod changes;
pub(super) mod columns;
pub(super) mod kinds;
pub(super) mod overview;
pub(super) mod remarks;
pub(super) mod things;
