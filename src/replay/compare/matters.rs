use super::{ChangeKind, ComparedSide, Difference};
use crate::record::{Matter, MatterKind, Outcome};

/// Lists the promises, questions and parked items that are new and open, and those with a new outcome.
pub(super) fn matters(before: &ComparedSide, after: &ComparedSide) -> Vec<Difference> {
    let known = |matter: &Matter| {
        before.matters.iter().find(|known| (&known.session, known.seq) == (&matter.session, matter.seq))
    };
    let mut items = Vec::new();
    for matter in &after.matters {
        let earlier = known(matter);
        if earlier.is_none() && matter.is_open() {
            items.push(Difference::new(ChangeKind::LeftOpen, &about(matter), said(matter)));
        }
        let outcome = matter.outcome.filter(|outcome| earlier.and_then(|known| known.outcome) != Some(*outcome));
        if let Some(outcome) = outcome {
            let words = matter.words.as_ref().map(|words| format!(" “{words}”")).unwrap_or_default();
            let says = format!("{}: {}{words}", became(outcome), matter.text);
            items.push(Difference::new(ChangeKind::Settled, &about(matter), says));
        }
    }
    items
}

fn about(matter: &Matter) -> Vec<&str> {
    matter.about.iter().map(String::as_str).collect()
}

fn said(matter: &Matter) -> String {
    match matter.kind {
        MatterKind::Promise if matter.is_promise() => format!("Promised: {}", matter.text),
        MatterKind::Promise => format!("A wish so far: {}", matter.text),
        MatterKind::Question => format!("Asked: {}?", matter.text.trim_end_matches(['?', ' '])),
        MatterKind::Parked => format!("Parked: {}", matter.text),
    }
}

pub(super) const fn became(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Done => "Done",
        Outcome::Moved => "Moved to another day",
        Outcome::Dropped => "Dropped",
        Outcome::Answered => "Answered",
    }
}
