//! L15, agreement and disagreement.

use super::{Field, Finding, Lens, LensId, Lesson};

pub(super) const LENS: Lens = Lens { id: LensId::Dispute, read, teaches: |_| LESSON };

const LESSON: Lesson = Lesson { called: "", source: "", matters: "" };

fn read(_field: &Field<'_>) -> Vec<Finding> {
    Vec::new()
}
