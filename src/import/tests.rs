//! What the tests of the readers share.

pub(super) mod any_input;
pub(super) mod sample_maps;
pub(super) mod samples;
pub(super) mod told;
