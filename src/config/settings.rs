//! The settings, one file each.

pub(super) mod agenda;
pub(super) mod dates;
pub(super) mod keys;
pub(super) mod language;
pub(super) mod mouse;
pub(super) mod names;
pub(super) mod theme;
