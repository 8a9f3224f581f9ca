//! A table whose rows are arrows: from, to, sign.

use std::collections::HashMap;

use super::cell_remarks::CellRemarks;
use super::columns::TableColumns;
use super::laid_table::LaidTable;
use crate::graph::Key;
use crate::import::drafting::draft::MapDraft;
use crate::import::error::ImportError;
use crate::import::imported::RemarkSort;
use crate::import::input::file::ImportedFile;
use crate::import::input::table_sheet::SheetRow;
use crate::import::mapping::ColumnRole;
use crate::import::words::arrow_words::arrow_of;
use crate::import::words::nothing::says_nothing;
use crate::import::words::sign_words::sign_of;
use crate::record::{Delay, Relation, Sign, Strength};

/// A table of arrows that is being read.
pub(super) struct ArrowTable<'a> {
    pub(super) file: &'a ImportedFile,
    pub(super) table: &'a LaidTable<'a>,
    pub(super) columns: &'a TableColumns,
}

/// What a row says about its arrow.
struct SaidOfArrow {
    relation: Relation,
    sign: Sign,
    strength: Strength,
}

impl ArrowTable<'_> {
    /// Adds the arrows of the rows to a map, and the things at their ends that no list states.
    pub(super) fn read(&self, draft: &mut MapDraft<'_>, remarks: &mut CellRemarks) -> Result<(), ImportError> {
        let mut keys: HashMap<String, usize> = HashMap::new();
        for (done, row) in self.table.rows.iter().enumerate() {
            if done % 1_000 == 0 {
                draft.proceeds(done, self.table.rows.len())?;
            }
            self.arrow(draft, remarks, &mut keys, row);
        }
        Ok(())
    }

    fn arrow(
        &self,
        draft: &mut MapDraft<'_>,
        remarks: &mut CellRemarks,
        keys: &mut HashMap<String, usize>,
        row: &SheetRow,
    ) {
        let (Some(from), Some(to)) = (self.end(remarks, row, ColumnRole::From), self.end(remarks, row, ColumnRole::To))
        else {
            return;
        };
        let Some(said) = self.said(remarks, row) else { return };
        let id = self.cell(row, ColumnRole::Id).filter(|id| !says_nothing(id)).map(str::to_owned);
        let by_ends = || format!("{from} {} {to}", said.relation.name()).to_lowercase();
        let key = id.unwrap_or_else(by_ends);
        let count = keys.entry(key.clone()).or_default();
        *count += 1;
        let key = if *count == 1 { key } else { format!("{key} #{count}") };
        let place = self.table.row_place(self.file, row);
        let ends = (draft.named(from, &place), draft.named(to, &place));
        let arrow = draft.arrow(&key, &place, ends, said.relation, said.sign);
        let delay = self.delay(remarks, row);
        draft.edit_arrow(arrow, |arrow| {
            arrow.strength = arrow.strength.max(said.strength);
            arrow.delay = delay.or(arrow.delay);
        });
        for column in self.columns.all(ColumnRole::Note) {
            let note = row.cell(column);
            if !says_nothing(note) {
                draft.note(arrow, note);
            }
        }
    }

    fn end<'r>(&self, remarks: &mut CellRemarks, row: &'r SheetRow, role: ColumnRole) -> Option<&'r str> {
        let column = self.columns.first(role)?;
        let name = row.cell(column).trim();
        let is_name = !says_nothing(name) && Key::of(name).is_some();
        if !is_name {
            self.remark(remarks, row, column, "names nothing; the arrow of the row is left out");
        }
        is_name.then_some(name)
    }

    /// Returns what a row says about its arrow; `None` where it says that there is none.
    fn said(&self, remarks: &mut CellRemarks, row: &SheetRow) -> Option<SaidOfArrow> {
        let mut said = SaidOfArrow { relation: Relation::Affects, sign: Sign::Unknown, strength: Strength::default() };
        if let Some(word) = self.cell(row, ColumnRole::Relation).filter(|word| !says_nothing(word)) {
            match arrow_of(word) {
                Some((relation, sign, strength)) => said = SaidOfArrow { relation, sign, strength },
                None => {
                    let reason = "is no relation that is known; the arrow comes in as affects";
                    self.remark_at(remarks, row, ColumnRole::Relation, reason);
                }
            }
        }
        if let Some(word) = self.cell(row, ColumnRole::Sign).filter(|word| is_said(word)) {
            match signed(word) {
                Some(CellSign::Effect(sign, strength)) => {
                    (said.sign, said.strength) = (sign, strength.max(said.strength));
                }
                Some(CellSign::NoEffect) => return self.no_effect(remarks, row, ColumnRole::Sign),
                None => self.remark_at(remarks, row, ColumnRole::Sign, "is no sign; the arrow comes in without one"),
            }
        }
        if let Some(word) = self.cell(row, ColumnRole::Strength).filter(|word| is_said(word)) {
            match strength_of(word) {
                Some(strength) => said.strength = strength,
                None => match signed(word) {
                    Some(CellSign::Effect(sign, _))
                        if said.sign == Sign::Unknown && self.are_signed(ColumnRole::Strength) =>
                    {
                        said.sign = sign;
                    }
                    Some(CellSign::NoEffect) => return self.no_effect(remarks, row, ColumnRole::Strength),
                    _ => {}
                },
            }
        }
        Some(said)
    }

    /// Whether the numbers of a column have signs: one of them at least is below zero.
    fn are_signed(&self, role: ColumnRole) -> bool {
        let columns = self.columns.first(role).into_iter();
        columns
            .flat_map(|column| self.table.cells(column))
            .any(|cell| number_of(cell).is_some_and(|number| number < 0.0))
    }

    fn no_effect(&self, remarks: &mut CellRemarks, row: &SheetRow, role: ColumnRole) -> Option<SaidOfArrow> {
        self.remark_at(remarks, row, role, "says that there is no effect; the arrow is left out");
        None
    }

    fn delay(&self, remarks: &mut CellRemarks, row: &SheetRow) -> Option<Delay> {
        let word = self.cell(row, ColumnRole::Delay).filter(|word| !says_nothing(word))?;
        let delay = delay_of(word);
        if delay.is_none() && !is_no(word) {
            self.remark_at(remarks, row, ColumnRole::Delay, "is no time that is known; it is not used");
        }
        delay
    }

    fn cell<'r>(&self, row: &'r SheetRow, role: ColumnRole) -> Option<&'r str> {
        self.columns.first(role).map(|column| row.cell(column).trim())
    }

    fn remark_at(&self, remarks: &mut CellRemarks, row: &SheetRow, role: ColumnRole, reason: &'static str) {
        if let Some(column) = self.columns.first(role) {
            self.remark(remarks, row, column, reason);
        }
    }

    fn remark(&self, remarks: &mut CellRemarks, row: &SheetRow, column: usize, reason: &'static str) {
        remarks.cell(self.table, (self.file, row, column), RemarkSort::LeftOut, reason);
    }
}

/// Whether a cell of signs says anything: a lone dash is a sign there.
fn is_said(word: &str) -> bool {
    !says_nothing(word) || sign_of(word).is_some()
}

/// What a cell of signs says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellSign {
    /// An effect of this sign and strength.
    Effect(Sign, Strength),
    /// Zero: that there is no effect.
    NoEffect,
}

/// Returns what a cell says by a sign, a word for a direction, or a number with a sign; `None` for any other text.
pub(super) fn signed(word: &str) -> Option<CellSign> {
    if let Some((sign, strength)) = sign_of(word) {
        return Some(CellSign::Effect(sign, strength));
    }
    Some(match number_of(word)? {
        number if number > 0.0 => CellSign::Effect(Sign::Plus, Strength::default()),
        number if number < 0.0 => CellSign::Effect(Sign::Minus, Strength::default()),
        _ => CellSign::NoEffect,
    })
}

/// Returns the number that a cell holds, with a point or a comma.
pub(super) fn number_of(cell: &str) -> Option<f64> {
    let cell = cell.trim().replace(['\u{2212}', '\u{2013}'], "-").replace(',', ".");
    let is_number = cell.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.'));
    cell.parse().ok().filter(|number: &f64| is_number && number.is_finite())
}

fn strength_of(word: &str) -> Option<Strength> {
    match word.trim().to_lowercase().as_str() {
        "some" | "weak" | "low" | "small" | "schwach" | "zwak" | "faible" => Some(Strength::Some),
        "clear" | "medium" | "moderate" | "mittel" | "matig" | "moyen" => Some(Strength::Clear),
        "dominant" | "strong" | "high" | "large" | "stark" | "sterk" | "fort" => Some(Strength::Dominant),
        _ => None,
    }
}

/// Returns the delay that a cell states: `2w`, `3 months`, `90 days`, `yes`.
fn delay_of(word: &str) -> Option<Delay> {
    let word = word.trim().to_lowercase();
    if matches!(word.as_str(), "yes" | "x" | "true" | "later" | "delayed" | "ja" | "oui" | "||" | "//") {
        return Some(Delay::Later);
    }
    let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, unit) = word.split_at_checked(digits)?;
    let days = match unit.trim().chars().next()? {
        'd' | 't' | 'j' => 1,
        'w' | 's' => 7,
        'm' => 30,
        'y' | 'a' => 365,
        'q' => 91,
        _ => return None,
    };
    number.parse::<u32>().ok().map(|number| Delay::Days(number.saturating_mul(days).min(36_500)))
}

fn is_no(word: &str) -> bool {
    matches!(word.trim().to_lowercase().as_str(), "no" | "false" | "0" | "nein" | "nee" | "non")
}
