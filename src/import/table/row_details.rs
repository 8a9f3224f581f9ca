//! What the cells of a row say about its thing.

use super::cell_remarks::CellRemarks;
use super::cell_sort::{denies, is_plain_text};
use super::dates::DateCell;
use super::list::{ListRow, ListTable};
use super::several::{is_description, marks, several};
use crate::graph::Key;
use crate::import::drafting::draft::{MapDraft, one_line};
use crate::import::imported::{RemarkSort, ThingOwner};
use crate::import::mapping::ColumnRole;
use crate::import::words::nothing::says_nothing;
use crate::import::words::owner_parts::CellOwner;
use crate::record::{Kind, Relation, Sign};

/// From how many characters a cell of statuses is a text that stands in the wrong column.
const STATUS_LENGTH: usize = 80;

/// The maximum number of characters of a word that marks a thing.
const MARK_LENGTH: usize = 60;

/// The columns that name other things, with the relation of each, whether the other thing is where the arrow starts, and
/// the kind of a thing that is named there alone; `None` for the kind of the thing of the row.
const TO_OTHERS: [(ColumnRole, Relation, bool, Option<Kind>); 7] = [
    (ColumnRole::Needs, Relation::Needs, false, Some(Kind::Resource)),
    (ColumnRole::FedBy, Relation::Feeds, true, Some(Kind::Resource)),
    (ColumnRole::Feeds, Relation::Feeds, false, Some(Kind::Unknown)),
    (ColumnRole::Affects, Relation::Affects, false, Some(Kind::Unknown)),
    (ColumnRole::Vendor, Relation::Feeds, true, Some(Kind::Party)),
    (ColumnRole::Aims, Relation::Aims, false, Some(Kind::Purpose)),
    (ColumnRole::PartOf, Relation::In, false, None),
];

/// The rows of a list while what they say about their things is read.
pub(super) struct RowDetails<'a, 'b> {
    pub(super) list: &'a ListTable<'a>,
    pub(super) remarks: &'b mut CellRemarks,
}

impl RowDetails<'_, '_> {
    /// Reads what a row says about its thing.
    pub(super) fn read(&mut self, draft: &mut MapDraft<'_>, row: &ListRow<'_>) {
        self.status(draft, row);
        self.started(draft, row);
        self.texts(draft, row);
        self.owners(draft, row);
        for (role, relation, starts, kind) in TO_OTHERS {
            for column in self.list.columns.all(role) {
                self.others(draft, row, column, (relation, starts, kind));
            }
        }
    }

    fn status(&mut self, draft: &mut MapDraft<'_>, row: &ListRow<'_>) {
        for column in self.list.columns.all(ColumnRole::Status) {
            let cell = row.row.cell(column).trim();
            if says_nothing(cell) {
                continue;
            }
            let is_misplaced = cell.chars().count() > STATUS_LENGTH || !is_plain_text(cell);
            if is_misplaced && !draft.is_status(cell) {
                self.misplaced(row, column, "cannot be a status; it is not used");
            } else {
                draft.status(row.thing, cell, &self.list.cell_place(row.row, column));
            }
        }
    }

    /// Reads the days. Of several the last counts: lists say first when a change was thought of, and last when it began.
    fn started(&mut self, draft: &mut MapDraft<'_>, row: &ListRow<'_>) {
        for column in self.list.columns.all(ColumnRole::Started) {
            let cell = row.row.cell(column);
            if says_nothing(cell) {
                continue;
            }
            let read = DateCell::of(cell);
            match (read.day(self.list.order(column)), read) {
                (Some(day), _) => draft.edit(row.thing, |thing| thing.started = Some(day)),
                (None, DateCell::Nothing) => self.misplaced(row, column, "cannot be a day; it is not used"),
                (None, _) => {}
            }
            if matches!(read, DateCell::Either { .. }) && !self.list.tells_order(column) {
                draft.unclear_day(cell, &self.list.cell_place(row.row, column));
            }
        }
    }

    fn texts(&mut self, draft: &mut MapDraft<'_>, row: &ListRow<'_>) {
        let cells = |role: ColumnRole| self.list.columns.all(role).map(|column| row.row.cell(column));
        for text in cells(ColumnRole::About).filter(|text| !says_nothing(text)) {
            draft.about(row.thing, text);
        }
        for cell in cells(ColumnRole::Tag) {
            let is_short = cell.chars().count() <= MARK_LENGTH;
            let words: Vec<&str> = if is_short { marks(cell).collect() } else { several(cell).collect() };
            for word in words {
                if word.chars().count() <= MARK_LENGTH {
                    draft.tag(row.thing, word);
                } else {
                    draft.about(row.thing, word);
                }
            }
        }
        for name in cells(ColumnRole::OtherName).flat_map(several) {
            draft.other_name(row.thing, &one_line(name, MARK_LENGTH));
        }
    }

    fn owners(&mut self, draft: &mut MapDraft<'_>, row: &ListRow<'_>) {
        let place = self.list.table.row_place(self.list.file, row.row);
        let unit = row.units.narrowest.as_deref();
        for owner in &row.units.owners {
            match owner {
                ThingOwner::Person(name) => draft.person(name, unit),
                ThingOwner::Unit(name) if is_description(name) => {
                    let column =
                        self.list.columns.all(ColumnRole::Unit).find(|column| is_description(row.row.cell(*column)));
                    self.misplaced(row, column.unwrap_or_default(), "cannot be a unit; it is not used");
                }
                ThingOwner::Unit(_) => draft.owner(row.thing, owner, &place),
            }
        }
        let within = row.units.within.iter();
        for (narrow, wide) in within.filter(|(narrow, wide)| !is_description(narrow) && !is_description(wide)) {
            let (from, to) = (draft.named(narrow, &place), draft.named(wide, &place));
            for unit in [from, to] {
                draft.edit(unit, |unit| unit.kind_if_unknown(Kind::Party));
            }
            // Many rows state it, so it does not go with one of them.
            draft.arrow(&format!("{narrow} in {wide}"), &place, (from, to), Relation::In, Sign::Unknown);
        }
        for (name, own) in &row.units.people {
            draft.person(name, own.as_deref().or(unit));
        }
        let others = self.list.columns.all(ColumnRole::Person).filter(|it| !self.list.units.have_owners_of(*it));
        for owner in others.flat_map(|column| self.list.owners.owners(row.row.cell(column), ColumnRole::Person)) {
            match owner {
                CellOwner::Person(name, own) => draft.person(&name, own.as_deref().or(unit)),
                CellOwner::Unit(name) => draft.person(&name, unit),
            }
        }
    }

    fn others(
        &mut self,
        draft: &mut MapDraft<'_>,
        row: &ListRow<'_>,
        column: usize,
        (relation, starts, kind): (Relation, bool, Option<Kind>),
    ) {
        let cell = row.row.cell(column);
        if says_nothing(cell) {
            return;
        }
        if self.is_of_another_column(row, column) {
            return self.misplaced(row, column, "stands in another column of the row too; it is not used here");
        }
        let place = self.list.cell_place(row.row, column);
        for name in self.list.lone_names.names(column, cell).into_iter().filter(|name| !denies(name)) {
            if is_description(name) {
                draft.about(row.thing, name);
                continue;
            }
            if Key::of(name).is_none() {
                continue;
            }
            let other = draft.named(name, &place);
            if other == row.thing {
                self.misplaced(row, column, "names the thing of the row itself; no arrow comes in");
                continue;
            }
            let kind = kind.unwrap_or_else(|| draft.at(row.thing).map_or(Kind::Unknown, |thing| thing.kind));
            draft.edit(other, |other| {
                if other.kind == Kind::Unknown {
                    other.kind = kind;
                    other.outside |= kind == Kind::Party;
                }
            });
            let ends = if starts { (other, row.thing) } else { (row.thing, other) };
            draft.arrow(&row.key, &place, ends, relation, Sign::Unknown);
        }
    }

    /// Whether a cell repeats the text of a cell that holds no names: the row is shifted, or filled in by mistake.
    fn is_of_another_column(&self, row: &ListRow<'_>, column: usize) -> bool {
        let cell = row.row.cell(column).trim();
        let names_nothing = |other: usize| {
            use ColumnRole::{About, Status};
            let role = self.list.columns.role(other);
            other != column && matches!(role, None | Some(About | Status)) && row.row.cell(other).trim() == cell
        };
        (0..row.row.cells.len()).any(names_nothing)
    }

    fn misplaced(&mut self, row: &ListRow<'_>, column: usize, reason: &'static str) {
        self.list.said(self.remarks, row.row, column, RemarkSort::LeftOut, reason);
    }
}
