//! What would come in, in numbers.

use crate::app::effect::Effect;
use crate::app::importing::chore::{ChangeSort, EarlierEdition, ImportPreview};
use crate::app::importing::counts::ImportCounts;
use crate::app::importing::page::{PageSpace, changed};
use crate::app::importing::role_words::relation_words;
use crate::app::importing::state::Importing;
use crate::app::key::{Code, KeyPress};
use crate::app::sheet::SheetPart;
use crate::record::Kind;
use crate::record::spoken::{counted, in_digits};
use crate::record::text::clean;
use crate::theme::Role;

/// The width of the headings in front of the numbers.
const HEADING: usize = 10;

/// The maximum number of names behind a number.
const NAMED: usize = 4;

/// Handles a key: Space takes the files for another source than the one that they look like, or for that one again.
pub(in crate::app::importing) fn press(
    importing: &mut Importing,
    preview: &ImportPreview,
    key: KeyPress,
) -> Vec<Effect> {
    if key.code != Code::Char(' ') || (preview.earlier.is_none() && !importing.another) {
        return Vec::new();
    }
    importing.another = !importing.another;
    changed(importing)
}

pub(in crate::app::importing) fn lines(
    importing: &Importing,
    preview: &ImportPreview,
    space: PageSpace,
) -> Vec<SheetPart> {
    let counts = &importing.counts;
    let mut lines = Vec::new();
    if let Some(title) = &preview.map.title {
        lines.push(told("title", &clean(title), Role::Text));
    }
    if let Some(table) = &preview.table {
        let known = table.headings.iter().filter(|column| column.role.is_some()).count();
        let says = format!(
            "{}; {} of {} are understood, the others are left out",
            counted(table.rows, "row", "rows"),
            in_digits(known),
            counted(table.headings.len(), "column", "columns")
        );
        lines.push(told("table", &says, Role::Text));
    }
    lines.push(told("things", &joined(&kinds(counts)), Role::Text));
    let said = counts.relations.iter();
    let relations: Vec<String> =
        said.map(|(relation, count)| format!("{} {}", relation_words(*relation), in_digits(*count))).collect();
    lines.push(told("arrows", &joined(&relations), Role::Text));
    if counts.signs.iter().any(|count| *count > 0) {
        let [more, less, open] = counts.signs;
        let says = format!(
            "{} more, {} less, {} without a sign, to be asked about",
            in_digits(more),
            in_digits(less),
            in_digits(open)
        );
        lines.push(told("signs", &says, Role::Text));
    }
    if counts.people > 0 {
        let says =
            format!("{} named; no name of a person comes onto the map", counted(counts.people, "person", "people"));
        lines.push(told("people", &says, Role::Text));
    }
    let [left_out, asked, noted] = counts.remarks;
    if left_out + asked + noted > 0 {
        let says =
            format!("{} left out, {} asked about, {} noted", in_digits(left_out), in_digits(asked), in_digits(noted));
        lines.push(told("remarks", &says, if asked > 0 { Role::Amber } else { Role::Text }));
    }
    lines.push(SheetPart::blank());
    lines.extend(preview.earlier.iter().flat_map(|earlier| edition(earlier, space.width)));
    if importing.another {
        let says = "Another source: it becomes a session of its own, beside the one that it looks like.";
        lines.push(SheetPart::Cut(says.to_owned(), Role::Title));
    }
    if let Some(reused) = &preview.reused {
        lines.push(SheetPart::Cut(format!("Read as “{}” was read before.", clean(reused)), Role::Quiet));
    }
    let basis = "What a file says counts less than what anybody here says, and is asked about in sessions.";
    lines.push(SheetPart::Text(basis.to_owned(), Role::Quiet));
    lines
}

/// Returns the number of things of each kind, in the room's words.
fn kinds(counts: &ImportCounts) -> Vec<String> {
    let many = |kind: Kind| match kind {
        Kind::Process => kind.word().to_owned(),
        Kind::Resource => "supplies".to_owned(),
        kind => format!("{}s", kind.word()),
    };
    counts.kinds.iter().map(|(kind, count)| counted(*count, kind.word(), &many(*kind))).collect()
}

fn joined(parts: &[String]) -> String {
    if parts.is_empty() { "none".to_owned() } else { parts.join(", ") }
}

fn told(heading: &str, says: &str, role: Role) -> SheetPart {
    SheetPart::Line(vec![(format!("{heading:<HEADING$}"), Role::Quiet), (says.to_owned(), role)])
}

/// Returns what would change in the session of an earlier edition.
fn edition(earlier: &EarlierEdition, width: u16) -> Vec<SheetPart> {
    let title = clean(&earlier.title);
    if earlier.changes.is_empty() {
        return vec![SheetPart::Cut(format!("Nothing changed since it was brought in as “{title}”."), Role::Good)];
    }
    let says = format!("It was brought in before, as “{title}”. What was said since stays and counts first.");
    let mut lines = vec![SheetPart::Cut(says, Role::Title)];
    for sort in ChangeSort::ALL {
        let of_sort = earlier.changes.iter().filter(|change| change.sort == sort);
        let labels: Vec<_> = of_sort.map(|change| clean(&change.title)).collect();
        if labels.is_empty() {
            continue;
        }
        let named = labels.iter().take(NAMED).map(|label| &**label).collect::<Vec<_>>().join(", ");
        let more = labels.len().saturating_sub(NAMED);
        let more = if more > 0 { format!(" and {} more", in_digits(more)) } else { String::new() };
        let says = format!("{} {}: {named}{more}", in_digits(labels.len()), sort.word());
        lines.push(SheetPart::Cut(says.chars().take(usize::from(width) * 2).collect(), Role::Text));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_as_people_read_them() {
        let counts = |kinds: &[(Kind, usize)]| ImportCounts { kinds: kinds.to_vec(), ..ImportCounts::default() };
        let told = kinds(&counts(&[(Kind::Resource, 12), (Kind::Process, 3), (Kind::Initiative, 2)]));
        assert_eq!(told, ["12 supplies", "3 work", "2 changes"]);
        assert_eq!(kinds(&counts(&[(Kind::Resource, 1)])), ["1 supply"]);
    }
}
