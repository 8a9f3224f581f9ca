//! The minimum number of answers that are shown, and what an answer may be.

use crate::app::model::Model;
use crate::app::run::Run;
use crate::app::screen::Tone;
use crate::assess::{Slip, Versions};
use crate::record::{CollectBy, Event, Fact, Hidden};

/// The minimum number of slips that are counted: fewer could be told apart by who is in the room.
const SLIPS: u16 = 5;

/// The minimum number of answers that may be shown: five for slips that are only counted, else what was chosen.
pub(super) fn least(model: &Model) -> u16 {
    if only_counts(model) { model.settings.shown_from.max(SLIPS) } else { model.settings.shown_from }
}

/// Whether what is collected here is only counted, and never shown one by one.
pub fn only_counts(model: &Model) -> bool {
    model.run.as_ref().is_some_and(|run| run.asked.frame.only_counts_slips())
}

/// Whether slips were counted at this step before, taken back since or not.
pub(super) fn counted_before(run: &Run) -> bool {
    let counts = |event: &&Event| event.facts.iter().any(|fact| matches!(fact, Fact::Voted { .. }));
    let counted = run.recording.session().events().iter().filter(counts);
    counted.into_iter().any(|event| event.step.as_ref() == run.recording.step())
}

/// Whether what was collected is covered: the screen is the room's, or so few have passed the keyboard on that each
/// could be told by theirs.
pub(super) fn covers_answers(model: &Model) -> bool {
    let least = usize::from(least(model));
    let few = |round: &Hidden| round.collecting.by == CollectBy::Passing && round.count() < least;
    let round = model.run.as_ref().and_then(|run| run.answers.round.as_ref());
    model.is_shared() || (round.is_some() && only_counts(model)) || round.is_some_and(few)
}

/// Whether an answer is typed or being saved, so that what was collected is neither shown nor dropped yet; says so.
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

/// An answer without names: nobody can ask the writer of a slip whether a name may stand there.
pub(super) fn unnamed_text(model: &Model, text: &str) -> String {
    match &model.run {
        Some(run) if !only_counts(model) => run.recording.unnamed(text),
        _ => text.to_owned(),
    }
}

/// Why a line is no slip, where slips are asked for.
pub(super) fn no_slip(model: &Model, line: &str) -> Option<String> {
    let versions = Versions::embedded();
    let instrument = versions.latest().filter(|_| only_counts(model))?;
    Slip::typed(instrument, line).err().map(|error| format!("Not taken: {error}."))
}
