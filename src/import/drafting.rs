//! Puts a map together from what a reader finds: things and arrows with their names, ids and fields; networks; models with
//! equations.

pub(super) mod draft;
pub(super) mod equation;
pub(super) mod fields;
pub(super) mod model_draft;
pub(super) mod network;
pub(super) mod references;
