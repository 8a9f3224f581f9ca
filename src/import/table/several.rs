use crate::import::words::nothing::says_nothing;

/// From how many characters a text is a description and no name.
const NAME_LENGTH: usize = 100;

/// Returns the names that a cell holds: those between `;`, `|` and line breaks, and those of a list in brackets,
/// `["a", "b"]`. A comma parts nothing, because names hold commas.
pub(super) fn several(cell: &str) -> impl Iterator<Item = &str> {
    let cell = cell.trim();
    let list = cell.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let is_list = list.is_some_and(|list| list.starts_with(['"', '\'']));
    let parts: Vec<&str> = match list {
        Some(list) if is_list => list
            .split("\",")
            .flat_map(|part| part.split("',"))
            .map(|part| part.trim().trim_matches(['"', '\'']))
            .collect(),
        _ => cell.split([';', '|', '\n']).collect(),
    };
    parts
        .into_iter()
        .map(|part| part.trim().trim_start_matches(['\u{2022}', '*']).trim())
        .filter(|part| !says_nothing(part))
}

/// Returns the words of a cell that mark a thing: like [`several`], and commas part them too.
pub(super) fn marks(cell: &str) -> impl Iterator<Item = &str> {
    several(cell).flat_map(|part| part.split(',')).map(str::trim).filter(|part| !says_nothing(part))
}

/// Whether a text is too long for a name, or of several sentences. A point behind a short word parts no sentences:
/// `U.S. Census Bureau`, `Leidos Inc.`
pub(super) fn is_description(text: &str) -> bool {
    let last = text.rfind(". ").unwrap_or_default();
    let mut before = text.get(..last).unwrap_or_default().split(". ").filter(|part| !part.is_empty());
    let ends_sentence = |part: &str| {
        let word = part.rsplit(' ').next().unwrap_or_default();
        word.len() > 4 && word.chars().all(|c| c.is_alphanumeric() || c == ')')
    };
    text.chars().count() > NAME_LENGTH || before.any(ends_sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_holds_several_names() {
        let of = |cell| several(cell).collect::<Vec<_>>();
        assert_eq!(of("CRM; Mail | Archive\nBilling;"), ["CRM", "Mail", "Archive", "Billing"]);
        assert_eq!(of("[\"CRM\", \"Smith, Jones\"]"), ["CRM", "Smith, Jones"]);
        assert_eq!(of("['CRM', 'Mail']"), ["CRM", "Mail"]);
        assert_eq!(of("[]"), ["[]"]);
        assert_eq!(of("n/a"), Vec::<&str>::new());
        assert_eq!(of("Leidos, Inc."), ["Leidos, Inc."]);
        assert!(!is_description("U.S. Census Bureau") && !is_description("Stewart L. Udall Foundation"));
        assert!(is_description("It reads mails. It answers them.") && is_description(&"long ".repeat(30)));
        assert_eq!(marks("pilot, chat; risk").collect::<Vec<_>>(), ["pilot", "chat", "risk"]);
    }
}
