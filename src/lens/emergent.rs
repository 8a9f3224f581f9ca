//! L12, emergent effect.

use super::{Field, Finding, Lens, LensId, Lesson};

pub(super) const LENS: Lens = Lens { id: LensId::Emergent, read, teaches: |_| LESSON };

const LESSON: Lesson = Lesson { called: "", source: "", matters: "" };

fn read(_field: &Field<'_>) -> Vec<Finding> {
    Vec::new()
}
