//! What the words of other tools mean here: kinds, states, signs, relations, owners.

pub(super) mod arrow_words;
pub(super) mod kind_words;
pub(super) mod nothing;
pub(super) mod own_words;
pub(super) mod owner_headings;
pub(super) mod owner_names;
pub(super) mod owner_parts;
pub(super) mod person;
pub(super) mod person_names;
pub(super) mod relation_words;
pub(super) mod sign_words;
pub(super) mod status_words;
pub(super) mod unit_names;
pub(super) mod unit_words;
pub(super) mod word_list;
