//! What the words of other tools mean here: kinds, states, signs, relations, owners.

pub(super) mod arrow_words;
pub(super) mod kind_words;
pub(super) mod own_words;
pub(super) mod owner_names;
pub(super) mod person;
pub(super) mod relation_words;
pub(super) mod sign_words;
pub(super) mod status_words;
pub(super) mod unit_words;
