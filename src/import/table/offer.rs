//! What the columns of a table hold, told from their headings and from what stands in their cells.

use super::column_cells::ColumnCells;
use super::heading_words::{arrow_roles_of, may_count_rows, names_units_or_people, roles_of, says_subject, words_of};
use super::laid_table::{LaidTable, TableColumn};
use super::registers::register_of;
use crate::import::mapping::ColumnRole;

/// From how many characters on average the cells of a column are texts and no names.
const TEXT_LENGTH: usize = 100;

/// Returns the role that is offered for each column of a table; `None` for a column that is left out.
pub(super) fn offered_roles(table: &LaidTable<'_>) -> Vec<Option<ColumnRole>> {
    if let Some(register) = register_of(table) {
        return register.roles(table);
    }
    let columns: Vec<(&TableColumn, ColumnCells)> =
        table.columns.iter().enumerate().map(|(place, column)| (column, ColumnCells::of(table.cells(place)))).collect();
    if is_of_arrows(&columns) {
        return chosen(columns.iter().map(|(column, _)| arrow_roles_of(&column.heading)));
    }
    let mut roles = chosen(columns.iter().map(|(column, cells)| roles_by_cells(&column.heading, cells)));
    people_beside_units(&columns, &mut roles);
    if !roles.contains(&Some(ColumnRole::Name)) {
        name_by_cells(&columns, &mut roles);
    }
    roles
}

/// Whether each row of a table states an arrow: it has a start and an end, both by name, and no other column of names.
fn is_of_arrows(columns: &[(&TableColumn, ColumnCells)]) -> bool {
    let has = |role: ColumnRole| {
        columns.iter().any(|(column, cells)| {
            let is_it = arrow_roles_of(&column.heading).iter().any(|(other, _)| *other == role);
            is_it && cells.filled > 0 && (cells.are_texts() || !cells.are_days())
        })
    };
    let names = columns.iter().any(|(column, _)| {
        let is_name = roles_of(&column.heading).iter().any(|(role, _)| *role == ColumnRole::Name);
        is_name && words_of(&column.heading) != "label"
    });
    has(ColumnRole::From) && has(ColumnRole::To) && !names
}

/// Returns the roles that a column can have by its heading and that its cells allow.
fn roles_by_cells(heading: &str, cells: &ColumnCells) -> Vec<(ColumnRole, usize)> {
    let mut roles = roles_of(heading);
    if names_units_or_people(heading) {
        let role = if cells.are_units() { ColumnRole::Unit } else { ColumnRole::Person };
        roles.retain(|(other, _)| !matches!(other, ColumnRole::Person | ColumnRole::Unit));
        roles.push((role, 0));
    }
    let allowed = roles.into_iter().filter_map(|(role, rank)| Some((allowed(role, heading, cells)?, rank)));
    allowed.collect()
}

/// Returns the role that a column with this role by its heading has by its cells; `None` for cells that cannot have it.
fn allowed(role: ColumnRole, heading: &str, cells: &ColumnCells) -> Option<ColumnRole> {
    let is_long = cells.length() > TEXT_LENGTH;
    match role {
        // A number that counts the rows is another one in the next edition.
        ColumnRole::Id if may_count_rows(heading) => (cells.are_distinct() && !cells.counts_rows).then_some(role),
        ColumnRole::Id | ColumnRole::About | ColumnRole::Person => Some(role),
        ColumnRole::Started => cells.are_days().then_some(role),
        ColumnRole::Status if cells.are_days() && cells.filled > 0 => Some(ColumnRole::Started),
        ColumnRole::Unit if cells.are_people() => Some(ColumnRole::Person),
        ColumnRole::Unit | ColumnRole::Tag | ColumnRole::Sort | ColumnRole::Aims if is_long => Some(ColumnRole::About),
        _ => cells.are_texts().then_some(role),
    }
}

/// Chooses one of the roles that each column can have. A role that one column alone can have goes to the one with the
/// surest heading, and of those with the same to the first.
fn chosen(columns: impl Iterator<Item = Vec<(ColumnRole, usize)>>) -> Vec<Option<ColumnRole>> {
    let columns: Vec<Vec<(ColumnRole, usize)>> = columns.collect();
    let holder = |role: ColumnRole| {
        let of = |place: usize, roles: &[(ColumnRole, usize)]| {
            roles.iter().find(|(other, _)| *other == role).map(|(_, rank)| (*rank, place))
        };
        columns.iter().enumerate().filter_map(|(place, roles)| of(place, roles)).min().map(|(_, place)| place)
    };
    let is_free = |role: ColumnRole, place: usize| !is_single(role) || holder(role) == Some(place);
    let role = |place: usize, roles: &[(ColumnRole, usize)]| {
        roles.iter().map(|(role, _)| *role).find(|role| is_free(*role, place))
    };
    columns.iter().enumerate().map(|(place, roles)| role(place, roles)).collect()
}

const fn is_single(role: ColumnRole) -> bool {
    use ColumnRole::{Delay, From, Id, Name, Relation, Sign, Sort, Status, Strength, To};
    matches!(role, Id | Name | Sort | Status | From | To | Sign | Relation | Delay | Strength)
}

/// A column of owners that may be people is one of people where another column names the units.
fn people_beside_units(columns: &[(&TableColumn, ColumnCells)], roles: &mut [Option<ColumnRole>]) {
    let names_either =
        |place: usize| columns.get(place).is_some_and(|(column, _)| names_units_or_people(&column.heading));
    let is_unit = |(place, role): (usize, &Option<ColumnRole>)| *role == Some(ColumnRole::Unit) && !names_either(place);
    if !roles.iter().enumerate().any(is_unit) {
        return;
    }
    for (place, role) in roles.iter_mut().enumerate() {
        let looks_so = columns.get(place).is_some_and(|(_, cells)| cells.may_be_people());
        if *role == Some(ColumnRole::Unit) && names_either(place) && looks_so {
            *role = Some(ColumnRole::Person);
        }
    }
}

/// Where no heading names the things, the first column does whose heading says what sort they are, or whose cells are short and nearly all differ.
fn name_by_cells(columns: &[(&TableColumn, ColumnCells)], roles: &mut [Option<ColumnRole>]) {
    let names = |cells: &ColumnCells| {
        cells.filled > 0
            && cells.are_texts()
            && !cells.are_people()
            && cells.mostly_differ()
            && cells.length() <= TEXT_LENGTH
    };
    let names_subjects = |(column, cells): &(&TableColumn, ColumnCells)| says_subject(&column.heading) && names(cells);
    let free = |role: Option<ColumnRole>| role.is_none();
    let other = |role: Option<ColumnRole>| {
        use ColumnRole::{Affects, Aims, Needs, OtherName, Tag, Unit, Vendor};
        matches!(role, Some(Affects | Needs | Aims | Unit | Vendor | OtherName | Tag))
    };
    let first = |may: fn(Option<ColumnRole>) -> bool| {
        columns.iter().zip(roles.iter()).position(|((_, cells), role)| may(*role) && names(cells))
    };
    let subject = columns.iter().position(names_subjects);
    if let Some(role) = subject.or_else(|| first(free)).or_else(|| first(other)).and_then(|place| roles.get_mut(place))
    {
        *role = Some(ColumnRole::Name);
    }
}
