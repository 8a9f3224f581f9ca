//! The minimum number of answers that are shown, and which texts are valid answers.

use crate::app::model::Model;
use crate::app::run::Run;
use crate::app::screen::Tone;
use crate::assess::{Slip, Versions};
use crate::record::{CollectBy, Event, Fact, Hidden};

/// The minimum number of slips that are counted: fewer could be told apart by who is in the room.
const SLIPS: u16 = 5;

/// Returns the minimum number of answers that may be shown: five for slips that are only counted, else the chosen
/// number.
pub(super) fn least(model: &Model) -> u16 {
    if only_counts(model) { model.settings.shown_from.max(SLIPS) } else { model.settings.shown_from }
}

/// Whether the answers of this step are only counted, and never shown one by one.
pub fn only_counts(model: &Model) -> bool {
    model.run.as_ref().is_some_and(|run| run.asked.frame.only_counts_slips())
}

/// Whether slips were counted at this step before, even if the count was taken back.
pub(super) fn counted_before(run: &Run) -> bool {
    let counts = |event: &&Event| event.facts.iter().any(|fact| matches!(fact, Fact::Voted { .. }));
    let counted = run.recording.session().events().iter().filter(counts);
    counted.into_iter().any(|event| event.step.as_ref() == run.recording.step())
}

/// Whether the collected answers are covered: the room sees this screen, the answers are only counted, or so few people
/// have passed the keyboard on that each could be recognised.
pub(super) fn covers_answers(model: &Model) -> bool {
    let least = usize::from(least(model));
    let few = |round: &Hidden| round.collecting.by == CollectBy::Passing && round.count() < least;
    let round = model.run.as_ref().and_then(|run| run.answers.round.as_ref());
    model.is_shared() || (round.is_some() && only_counts(model)) || round.is_some_and(few)
}

/// Whether an answer is being typed or saved, so that the answers cannot be shown or dropped yet; shows a notice if so.
pub(super) fn holds_back(model: &mut Model) -> bool {
    let keeping = model.run.as_ref().is_some_and(|run| run.answers.keeping.is_some());
    if !model.entry.is_empty() {
        model.tell(Tone::Plain, "An answer is still typed: Esc, then Enter keeps it or Esc drops it.");
    } else if keeping {
        model.tell(Tone::Plain, "What was collected is being written; a moment.");
    } else {
        return false;
    }
    true
}

/// Returns an answer without names, because the unknown writer of a slip cannot be asked whether a name may stay.
pub(in crate::app) fn unnamed_text(model: &Model, text: &str) -> String {
    match &model.run {
        Some(run) if !only_counts(model) => run.recording.unnamed(text),
        _ => text.to_owned(),
    }
}

/// Returns why a line is not a valid slip; `None` if it is one, or if no slips are asked for.
pub(in crate::app) fn no_slip(model: &Model, line: &str) -> Option<String> {
    if !only_counts(model) {
        return None;
    }
    let versions = Versions::embedded();
    let instrument = versions.latest()?;
    Slip::typed(instrument, line).err().map(|error| format!("Not taken: {error}."))
}
