//! What changed between two moments: of one session, of two sessions, or of the shared map on two days.

mod change;
mod facts;
mod findings;
mod json;
mod matters;
mod names;
mod side;

pub use change::{ChangeKind, Comparison, Difference, Scope};
pub use json::comparison_json;
pub use side::ComparedSide;

use names::NamesAcross;

/// Lists what is different in `after`, grouped by kind in the order of [`ChangeKind::ALL`].
pub fn compare(before: &ComparedSide, after: &ComparedSide, scope: Scope) -> Comparison {
    let names = NamesAcross::of(before, after);
    let mut items = facts::things(before, after, &names);
    items.extend(facts::arrows(before, after, &names));
    items.extend(findings::findings(before, after, &names));
    items.extend(matters::matters(before, after));
    items.sort_by_key(|item| item.change);
    Comparison { scope, items }
}
