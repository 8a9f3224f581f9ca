use crate::ask::occasion::Occasion;
use crate::ask::sight::Sight;
use crate::ask::slot::{PARTY, VOICE};
use crate::ask::template::QuestionTemplate;
use crate::graph::{Key, Thing};
use crate::record::{Kind, Relation};

use Relation::{Affects, Covers, Feeds, Owns, Voices};

/// 36. A party that effects reach, or that a change speaks for, and that has not been heard.
pub(super) const UNHEARD_PARTY: QuestionTemplate = QuestionTemplate::of(36, unheard_party)
    .slots(&[("v", PARTY)])
    .weight(8)
    .steps(&["draw.3", "next.3", "bound.1", "moment.5", "moment.7", "actor.2"])
    .ask("What would {v} say if they were sitting there?");

fn unheard_party(sight: &Sight<'_>) -> Vec<Occasion> {
    let spoken = |unit: &Key| {
        let mut voices = sight.of_kind(Kind::Voice).flat_map(|voice| sight.into(voice, &[Owns]));
        sight.scene.graph.is_present(unit) || voices.any(|link| link.from.unit.as_ref() == Some(unit))
    };
    let unheard = |party: &&Thing| party.unit.as_ref().is_some_and(|unit| !spoken(unit));
    let reached = sight.of_kind(Kind::Party).filter(|party| sight.is_reached(party, &[Affects, Feeds, Voices]));
    let asked = reached.filter(unheard).map(|party| {
        let because = format!("What was said reaches {}, and nobody has been heard from there so far.", party.label);
        Occasion::about([&party.key], because).thing("v", party)
    });
    asked.collect()
}

/// 37. A voice without an answer so far.
pub(super) const UNANSWERED: QuestionTemplate = QuestionTemplate::of(37, unanswered)
    .slots(&[("voice", VOICE)])
    .weight(8)
    .steps(&["moment.5", "moment.7", "close.4"])
    .ask("Who has answered '{voice}', and were they believed?")
    .elsewhere("Who could tell us whether anybody has answered '{voice}', and were they believed?")
    .carry("Ask {party}: who has answered '{voice}', and were they believed?");

fn unanswered(sight: &Sight<'_>) -> Vec<Occasion> {
    let answered =
        |voice: &Thing| voice.promised || sight.into(voice, &[Covers]).any(|link| link.from.kind == Kind::Purpose);
    let asked = sight.of_kind(Kind::Voice).filter(|voice| !answered(voice)).map(|voice| {
        let because = "This was said, and no answer to it is named so far.".to_owned();
        Occasion::about([&voice.key], because).thing("voice", voice)
    });
    asked.collect()
}
