use super::state::LastOffers;
use crate::app::run::Run;
use crate::exercise::Catalogue;

/// Reads the line chosen in the list again if it is another one, or anything was said since it was read.
pub(in crate::app) fn refresh_chosen(run: &mut Run, catalogue: &Catalogue) {
    let events = run.recording.session().events().len();
    let chosen = run.chosen().map(|seq| (seq, events));
    if run.lines.chosen_offers.read == chosen {
        return;
    }
    let readings = chosen.map(|(seq, _)| run.offers_for(seq, catalogue)).unwrap_or_default();
    run.lines.chosen_offers = LastOffers { read: chosen, readings, chosen: 0 };
}

/// Reads the last line again if anything was said since it was read.
pub(in crate::app) fn refresh_last(run: &mut Run, catalogue: &Catalogue) {
    let events = run.recording.session().events().len();
    let last = run.last_line().map(|last| (last.seq, events));
    if run.last.offered.read == last {
        return;
    }
    let readings = last.map(|(seq, _)| run.offers_for(seq, catalogue)).unwrap_or_default();
    run.last.offered = LastOffers { read: last, readings, chosen: 0 };
}
