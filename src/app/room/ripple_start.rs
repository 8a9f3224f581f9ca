//! From which thing a ripple begins where none was chosen.

use crate::app::Run;
use crate::record::{Claim, Exposure, Fact};

/// The number of newest arrows whose subjects come before the change in hand.
const NEWEST: usize = 3;

/// Returns the thing that is talked about and has an effect: the subject of one of the newest arrows, the change in hand,
/// or the thing in view. Where none of them has an effect, the thing in view.
pub(super) fn start_of_ripple(run: &Run) -> Option<String> {
    let ledger = run.recording.ledger();
    let lines = run.recording.session().live().rev();
    let lines = lines.filter(|event| event.is_line() && event.exposure != Exposure::Private);
    let subjects = lines.flat_map(|event| &event.facts).filter_map(|fact| match fact {
        Fact::Claimed(Claim { from, .. }) => Some(from),
        _ => None,
    });
    let in_hand = run.asked.frame.subject().into_iter().flat_map(|subject| subject.label.iter().chain(&subject.a));
    let in_view = run.last.in_view.as_ref().map(|thing| &thing.label);
    let has_effect = |label: &&String| ledger.around(label, 1).out.iter().any(|near| near.arrow.is_effect());
    let found = subjects.take(NEWEST).chain(in_hand).chain(in_view).find(has_effect).or(in_view)?;
    Some(ledger.thing(found).map_or_else(|| found.clone(), |thing| thing.label.to_owned()))
}
