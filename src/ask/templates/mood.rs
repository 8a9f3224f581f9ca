use std::collections::BTreeMap;

use crate::ask::occasion::Occasion;
use crate::ask::sight::Sight;
use crate::ask::template::QuestionTemplate;
use crate::ask::thresholds::{ONE_VOICE, WELCOME_EFFECTS};
use crate::graph::Key;

use super::change::welcome;

/// 41. Only one unit has spoken for a while; the unit that has said least is asked.
pub(super) const ONE_UNIT_ALONE: QuestionTemplate = QuestionTemplate::of(41, one_unit_alone)
    .weight(8)
    .quick()
    .only()
    .steps(&["draw", "next", "bound", "incent", "folio", "emerge", "lever", "moment", "actor", "premort", "look"])
    .ask("Let's hear it from {party}: what's missing here?")
    .carry("Ask {party}: what's missing here?");

fn one_unit_alone(sight: &Sight<'_>) -> Vec<Occasion> {
    let scene = sight.scene;
    if scene.at.elapsed() < ONE_VOICE {
        return Vec::new();
    }
    let since = scene.at - ONE_VOICE;
    let mut lines: BTreeMap<&Key, (usize, usize)> = sight.here.iter().map(|unit| (unit, (0, 0))).collect();
    for event in scene.session.live().filter(|event| event.at <= scene.at) {
        let Some(unit) = sight.units.of_speaker(scene.session, event) else { continue };
        if let Some((all, lately)) = lines.get_mut(&unit) {
            *all += 1;
            *lately += usize::from(event.at > since);
        }
    }
    let alone = lines.values().filter(|(_, lately)| *lately > 0).count() == 1;
    let silent = lines.iter().filter(|(_, (_, lately))| *lately == 0);
    let quietest = silent.min_by_key(|(unit, (all, _))| (*all, **unit)).map(|(unit, _)| *unit);
    let Some(unit) = quietest.filter(|_| alone) else { return Vec::new() };
    let because = "Only one team has spoken in the last ten minutes.".to_owned();
    vec![Occasion::about([unit], because).asking(Some(unit))]
}

/// 42. All named effects of the changes are welcome.
pub(super) const ALL_GOOD: QuestionTemplate = QuestionTemplate::of(42, all_good)
    .weight(8)
    .steps(&["next.5", "next.6", "premort.1", "premort.2", "decide.1"])
    .ask("How could we make sure this goes badly? Which bit of that do we already do?");

fn all_good(sight: &Sight<'_>) -> Vec<Occasion> {
    let effects: Vec<bool> = sight.changes().flat_map(|change| welcome(sight, change)).collect();
    if effects.len() < WELCOME_EFFECTS || effects.contains(&false) {
        return Vec::new();
    }
    vec![Occasion::about([], "Every effect of a change named so far is a welcome one.".to_owned())]
}
