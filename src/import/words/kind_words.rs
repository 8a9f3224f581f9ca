use crate::record::Kind;

/// Words that other tools have for the sort of a thing, with its kind here.
const WORDS: &[(&str, Kind)] = &[
    ("team", Kind::Party),
    ("group", Kind::Party),
    ("unit", Kind::Party),
    ("department", Kind::Party),
    ("organisation", Kind::Party),
    ("organization", Kind::Party),
    ("person", Kind::Party),
    ("role", Kind::Party),
    ("actor", Kind::Party),
    ("stakeholder", Kind::Party),
    ("vendor", Kind::Party),
    ("supplier", Kind::Party),
    ("customer", Kind::Party),
    ("change", Kind::Initiative),
    ("project", Kind::Initiative),
    ("use case", Kind::Initiative),
    ("pilot", Kind::Initiative),
    ("work package", Kind::Initiative),
    ("programme", Kind::Initiative),
    ("program", Kind::Initiative),
    ("work", Kind::Process),
    ("activity", Kind::Process),
    ("task", Kind::Process),
    ("workflow", Kind::Process),
    ("step", Kind::Process),
    ("supply", Kind::Resource),
    ("system", Kind::Resource),
    ("application", Kind::Resource),
    ("component", Kind::Resource),
    ("service", Kind::Resource),
    ("database", Kind::Resource),
    ("data", Kind::Resource),
    ("dataset", Kind::Resource),
    ("model", Kind::Resource),
    ("tool", Kind::Resource),
    ("budget", Kind::Resource),
    ("measure", Kind::Factor),
    ("metric", Kind::Factor),
    ("kpi", Kind::Factor),
    ("variable", Kind::Factor),
    ("stock", Kind::Factor),
    ("flow", Kind::Factor),
    ("outcome", Kind::Factor),
    ("driver", Kind::Factor),
    ("reward", Kind::Incentive),
    ("bonus", Kind::Incentive),
    ("meeting", Kind::Forum),
    ("board", Kind::Forum),
    ("committee", Kind::Forum),
    ("goal", Kind::Purpose),
    ("objective", Kind::Purpose),
    ("mission", Kind::Purpose),
    ("quote", Kind::Voice),
];

/// Returns the kind that a word for the sort of a thing stands for: a kind's own name, its everyday word, or a word of
/// other tools, in one or many; `None` for any other.
pub(in crate::import) fn kind_of(sort: &str) -> Option<Kind> {
    let word = sort.trim().to_lowercase().replace(['_', '-'], " ");
    let one = word.strip_suffix('s').unwrap_or(&word);
    let is_it = |known: &str| known == word || known == one;
    let own = Kind::SORTED.into_iter().find(|kind| is_it(&kind.name().to_lowercase()) || is_it(kind.word()));
    own.or_else(|| WORDS.iter().find(|(known, _)| is_it(known)).map(|(_, kind)| *kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_for_a_sort_is_a_kind_in_any_case_and_number() {
        for kind in Kind::SORTED {
            assert_eq!(kind_of(kind.name()), Some(kind));
            assert_eq!(kind_of(kind.word()), Some(kind));
        }
        assert_eq!(kind_of("Use_Case"), Some(Kind::Initiative));
        assert_eq!(kind_of("Variables"), Some(Kind::Factor));
        assert_eq!(kind_of("Sample"), None);
        assert_eq!(kind_of("Unknown"), None);
    }
}
