use std::collections::BTreeMap;

use crate::import::drafting::draft::{MapDraft, one_line};
use crate::import::imported::RemarkSort;
use crate::import::place::SourcePlace;

/// How many cells of one column are each said for one reason; of more the rest is counted.
const EACH: usize = 20;

/// How many characters of a cell are shown in a remark.
const SHOWN: usize = 60;

/// What is said about cells. The cells of a column about which the same is to be said are said one by one up to a limit,
/// and the rest as one number: a register with a wrong column has thousands.
#[derive(Debug, Default)]
pub(super) struct CellRemarks {
    groups: BTreeMap<(String, &'static str), CellGroup>,
}

#[derive(Debug)]
struct CellGroup {
    sort: RemarkSort,
    count: usize,
    last: SourcePlace,
}

impl CellRemarks {
    /// Says something about a cell; `reason` is what is wrong with it, after the words `"..." `.
    pub(super) fn cell(
        &mut self,
        draft: &mut MapDraft<'_>,
        place: &SourcePlace,
        (heading, text): (&str, &str),
        sort: RemarkSort,
        reason: &'static str,
    ) {
        let group = self.groups.entry((heading.to_owned(), reason)).or_insert_with(|| CellGroup {
            sort,
            count: 0,
            last: place.clone(),
        });
        group.count += 1;
        group.last.clone_from(place);
        if group.count <= EACH {
            draft.remark(place.clone(), sort, format!("\"{}\" {reason}", one_line(text, SHOWN)));
        }
    }

    /// Says how many cells were not said one by one.
    pub(super) fn finish(self, draft: &mut MapDraft<'_>) {
        for ((heading, reason), group) in self.groups {
            if let Some(more) = group.count.checked_sub(EACH).filter(|more| *more > 0) {
                let heading = one_line(&heading, SHOWN);
                let says =
                    format!("{more} more cells of the column {heading} are so, this is the last: such a cell {reason}");
                draft.remark(group.last, group.sort, says);
            }
        }
    }
}
