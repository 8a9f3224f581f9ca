use super::word_list::is_listed;

/// Headings of columns that name units in one list and people in another; what the cells hold tells which.
const EITHER: &str = "owner, owned by, business owner, responsible, accountable, verantwortlich, zuständig, verantwoordelijk, \
     verantwoordelijke, eigenaar, responsable, propriétaire, eigentümer, verantwortlicher, lead, product owner, contact, contact person, contact name, responsible person, sponsor, \
     project lead, project manager, manager";

/// Whether a heading or the name of a field, in lower case with a space between its words, says who owns something, be it
/// a unit or a person.
pub(in crate::import) fn name_owners(words: &str) -> bool {
    is_listed(EITHER, words)
}
