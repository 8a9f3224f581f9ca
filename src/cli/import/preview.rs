//! What would come in, as a page of text.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::import::{ColumnRole, EditionCounts, EditionPart, OfferedColumn, PartChange, RemarkSort, remark_groups};
use crate::record::spoken::{counted, day_in_words, listed};
use crate::record::text::clean;
use crate::record::{Kind, Sign};
use crate::shell::importing::{ImportDraft, ImportSource};

/// The maximum number of rows of a list; `--json` has them all.
const ROWS: usize = 16;

/// Returns a page that says what would come in, what is left out, and what is asked.
pub(super) fn preview(draft: &ImportDraft, source: &ImportSource) -> String {
    let counts = draft.counts();
    let mut page = format!("{}\n", heading(draft, &counts));
    if !draft.mapping.title.is_empty() {
        let _ = writeln!(page, "Read with the mapping {:?}.", clean(&draft.mapping.title));
    }
    page.push('\n');
    page.push_str(&amounts(draft, &counts));
    page.push_str(&columns(draft, source));
    if draft.earlier.is_some() {
        page.push_str(&changes(draft));
    }
    page.push_str(&remarks(draft));
    page
}

/// Returns the sentence that the files were read and state nothing.
pub(super) fn nothing(draft: &ImportDraft, source: &ImportSource) -> String {
    let names: Vec<_> = source.names().into_iter().map(clean).collect();
    let why = draft.remarks().next().map(|remark| format!("; {}: {}", remark.place, remark.says)).unwrap_or_default();
    let verb = if names.len() == 1 { "states" } else { "state" };
    let says = format!("{} ({}) {verb} no thing and no arrow{why}", listed(&names, "and"), draft.format.about);
    clean(&says).into_owned()
}

/// Returns which columns of a table come in, and as what.
fn columns(draft: &ImportDraft, source: &ImportSource) -> String {
    let columns: Vec<OfferedColumn> = draft.tables(source).into_iter().flat_map(|table| table.headings).collect();
    if columns.is_empty() {
        return String::new();
    }
    let mapped = columns.iter().filter_map(|column| {
        let nth = if column.nth > 1 { format!(" ({})", column.nth) } else { String::new() };
        Some(format!("{:<12} {}{nth}", role_name(column.role?), column.heading))
    });
    let mapped: Vec<String> = mapped.collect();
    let left_out: Vec<_> =
        columns.iter().filter(|column| column.role.is_none()).map(|column| &*column.heading).collect();
    let mut page = list("Columns that come in", &mapped);
    if let [_, ..] = left_out.as_slice() {
        let count = counted(left_out.len(), "column is", "columns are");
        let _ = writeln!(page, "  {count} left out: {}", clean(&some_of(&left_out)));
    }
    page
}

/// Returns names one after the other; of many, the first few and the number of the others.
fn some_of(names: &[&str]) -> String {
    const SOME: usize = 6;
    let (some, others) = names.split_at(names.len().min(SOME));
    let shown = some.join(", ");
    if others.is_empty() { shown } else { format!("{shown} and {} more", others.len()) }
}

/// Returns the name of a sign.
pub(super) fn sign_name(sign: Sign) -> &'static str {
    if sign == Sign::Unknown { "open" } else { sign.name() }
}

/// Returns the name of a role, as mapping files have it.
pub(super) fn role_name(role: ColumnRole) -> String {
    format!("{role:?}")
}

fn heading(draft: &ImportDraft, counts: &EditionCounts) -> String {
    let files: Vec<_> = draft.files().iter().map(|name| clean(name)).collect();
    let title = clean(&draft.title);
    let read = format!("{}, {}", listed(&files, "and"), draft.format.about);
    match &draft.earlier {
        None => format!("{read}: a new session, {title:?}"),
        Some(earlier) if draft.is_unchanged() => {
            format!("{read}: nothing has changed in {title:?} of {}", day_in_words(earlier.session.header().day()))
        }
        Some(earlier) => {
            let day = day_in_words(earlier.session.header().day());
            format!("{read}: a newer edition of {title:?} of {day}: {}", in_numbers(counts))
        }
    }
}

fn in_numbers(counts: &EditionCounts) -> String {
    let parts = [
        (counts.new, "new"),
        (counts.changed, "changed"),
        (counts.back, "back again"),
        (counts.gone, "gone"),
        (counts.taken_back, "taken back here, which stays so"),
        (counts.unchanged, "as before"),
    ];
    let told: Vec<String> =
        parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| counted(count, what, what)).collect();
    told.join(", ")
}

fn amounts(draft: &ImportDraft, counts: &EditionCounts) -> String {
    let mut page = String::new();
    let _ = writeln!(page, "  {}", row("thing", "things", counts.all_things(), &kinds(&counts.things)));
    let relations = counts.arrows.iter().map(|(relation, count)| format!("{count} {}", relation.name()));
    let _ = writeln!(page, "  {}", row("arrow", "arrows", counts.all_arrows(), &relations.collect::<Vec<_>>()));
    if !counts.signs.is_empty() {
        let signs = counts.signs.iter().map(|(sign, count)| {
            format!("{count} {}", if *sign == Sign::Unknown { "without a sign" } else { sign.name() })
        });
        let signs: Vec<String> = signs.collect();
        let _ = writeln!(page, "  of what makes more or less: {}", signs.join(", "));
    }
    if !draft.map.people.is_empty() {
        let people = counted(draft.map.people.len(), "person", "people");
        let _ = writeln!(page, "  {people}; no name comes onto the map or into the session");
    }
    page
}

fn row(one: &str, many: &str, count: usize, of: &[String]) -> String {
    let of = if of.is_empty() { String::new() } else { format!(": {}", of.join(", ")) };
    format!("{}{of}", counted(count, one, many))
}

fn kinds(things: &BTreeMap<Kind, usize>) -> Vec<String> {
    let named = things.iter().map(|(kind, count)| match kind {
        Kind::Unknown => format!("{count} of no kind yet"),
        Kind::Process => counted(*count, "piece of work", "pieces of work"),
        Kind::Resource => counted(*count, "supply", "supplies"),
        kind => counted(*count, kind.word(), &format!("{}s", kind.word())),
    });
    named.collect()
}

fn changes(draft: &ImportDraft) -> String {
    let of = |wanted: fn(PartChange) -> bool| {
        let parts = draft.edition.parts.iter().filter(move |part| wanted(part.change));
        parts.map(|part| told(draft, part)).collect::<Vec<_>>()
    };
    let mut page = list("New", &of(|change| change == PartChange::New));
    page.push_str(&list("Changed", &of(|change| matches!(change, PartChange::Changed { .. }))));
    page.push_str(&list("Back again", &of(|change| matches!(change, PartChange::CameBack { .. }))));
    page.push_str(&list(
        "Gone from the source, and marked so",
        &of(|change| matches!(change, PartChange::Gone { .. })),
    ));
    page
}

fn told(draft: &ImportDraft, part: &EditionPart) -> String {
    let place = part.place.as_ref().map(|place| format!("{place}: ")).unwrap_or_default();
    let how = match part.change {
        PartChange::Changed { .. } => draft.edition.differences(part).join("; "),
        _ => String::new(),
    };
    let title = part.title();
    if how.is_empty() { format!("{place}{title}") } else { format!("{place}{title}: {how}") }
}

fn remarks(draft: &ImportDraft) -> String {
    let mut page = String::new();
    let sorts = [
        (RemarkSort::LeftOut, "Left out"),
        (RemarkSort::Asked, "Somebody has to say"),
        (RemarkSort::Noted, "Otherwise than in the file"),
    ];
    for (sort, title) in sorts {
        let of_sort = draft.remarks().filter(|remark| remark.sort == sort);
        let groups = remark_groups(of_sort);
        let rows = groups.iter().map(|group| format!("{}: {}", group.first.place, group.says()));
        page.push_str(&list(title, &rows.collect::<Vec<_>>()));
    }
    page
}

/// Returns a list under its title, cut after so many rows; nothing for an empty one.
fn list(title: &str, rows: &[String]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let mut page = format!("\n{title} ({})\n", rows.len());
    for row in rows.iter().take(ROWS) {
        let _ = writeln!(page, "  {}", clean(row));
    }
    if rows.len() > ROWS {
        let _ = writeln!(page, "  and {} more; --json lists all", rows.len() - ROWS);
    }
    page
}
