//! A ripple for the room, wave by wave.

use std::collections::BTreeSet;

use crate::app::map::Shows;
use crate::graph::{Causal, Graph, Key, PathStep, ReachedThing, Ripple};
use crate::lens::{FAINTEST, LONGEST_PATH};
use crate::record::spoken::about;

/// What follows from a push on a thing, as far as the room sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoomWaves {
    /// The waves that are shown, the first of them at once.
    pub waves: Vec<RoomWave>,
    /// The number of all waves.
    pub all: usize,
    /// The number of arrows without an agreed sign that are left out, because they lead to things that are named here
    /// already.
    pub left_out: usize,
}

/// What changes over the same number of arrows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoomWave {
    /// What changes, the strongest change first.
    pub changes: Vec<WaveChange>,
}

/// A thing that a push changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaveChange {
    /// The sign of the change.
    pub shows: Shows,
    /// The change, such as "less Handle time".
    pub words: String,
    /// How the change comes about, such as "by way of Repeat calls"; `None` for a change at once.
    pub aside: Option<String>,
}

/// Returns the first `shown` waves of a push on a thing; none for a thing that is not on the map.
pub(super) fn waves(graph: &Graph, of: &Key, less: bool, shown: usize) -> RoomWaves {
    let causal = Causal::of(graph);
    let Some(start) = causal.place_of(of) else { return RoomWaves::default() };
    let ripple = Ripple::of(&causal, start, LONGEST_PATH, FAINTEST);
    let told = |wave: &Vec<ReachedThing<'_>>| RoomWave {
        changes: wave.iter().filter_map(|reached| change(&causal, reached, less)).collect(),
    };
    let mut waves: Vec<RoomWave> = ripple.waves.iter().map(told).collect();
    let open = OpenEffects::of(&causal, start, &ripple);
    for (wave, step) in &open.changes {
        let Some(change) = open_change(&causal, step, *wave) else { continue };
        waves.resize_with(waves.len().max(wave + 1), RoomWave::default);
        if let Some(wave) = waves.get_mut(*wave) {
            wave.changes.push(change);
        }
    }
    let all = waves.len();
    waves.truncate(shown);
    RoomWaves { waves, all, left_out: open.left_out.iter().filter(|wave| **wave < shown).count() }
}

/// The arrows out of a ripple on whose sign nobody agrees: the ripple goes on over none of them.
struct OpenEffects<'a> {
    /// The first of them to each thing that the ripple does not reach, with the index of the wave in which it arrives.
    changes: Vec<(usize, PathStep<'a>)>,
    /// The waves of the others.
    left_out: Vec<usize>,
}

impl<'a> OpenEffects<'a> {
    fn of(causal: &Causal<'a>, start: usize, ripple: &Ripple<'_>) -> Self {
        let reached = ripple.waves.iter().enumerate();
        let reached = reached.flat_map(|(wave, things)| things.iter().map(move |thing| (wave + 1, thing.place)));
        let from: Vec<(usize, usize)> = std::iter::once((0, start)).chain(reached).collect();
        let mut named: BTreeSet<usize> = from.iter().map(|(_, place)| *place).collect();
        let mut open = Self { changes: Vec::new(), left_out: Vec::new() };
        for (wave, place) in from {
            for step in causal.out_of(place).filter(|step| !step.is_signed() && step.arrow.is_drawn()) {
                if named.insert(step.to) {
                    open.changes.push((wave, *step));
                } else {
                    open.left_out.push(wave);
                }
            }
        }
        open
    }
}

/// Returns the number of waves of a push on a thing.
pub(in crate::app) fn count_waves(graph: &Graph, of: &Key) -> usize {
    waves(graph, of, false, 0).all
}

fn change(causal: &Causal<'_>, reached: &ReachedThing<'_>, less: bool) -> Option<WaveChange> {
    let thing = causal.thing(reached.place)?;
    let ends_less = reached.path.turns != less;
    let shows = if reached.against.is_some() { Shows::Both } else { Shows::push(ends_less) };
    let words = match reached.against {
        Some(_) => format!("{}, pulled both up and down", thing.label),
        None => format!("{} {}", if ends_less { "less" } else { "more" }, thing.label),
    };
    let words = marked(words, reached.path.steps.iter().any(|step| step.arrow.is_imported()));
    let through = Some(&reached.path).filter(|path| path.len() > 1).and_then(|path| path.steps.last());
    let aside = aside(causal, through.map(|step| step.from), reached.path.days);
    Some(WaveChange { shows, words, aside })
}

/// Returns what an arrow without an agreed sign does to the thing at its end.
fn open_change(causal: &Causal<'_>, step: &PathStep<'_>, wave: usize) -> Option<WaveChange> {
    let thing = causal.thing(step.to)?;
    let (shows, words) = if step.arrow.is_disputed() {
        (Shows::Disputed, format!("{}: less or more, they disagree", thing.label))
    } else {
        (Shows::Open, format!("{}, nobody said which way", thing.with("changes")))
    };
    let words = marked(words, step.arrow.is_imported());
    Some(WaveChange { shows, words, aside: aside(causal, (wave > 0).then_some(step.from), step.days()) })
}

/// Returns a change with a mark if an arrow leads to it that only imported files state; it stands before the text, where
/// no width cuts it off.
fn marked(words: String, is_imported: bool) -> String {
    if is_imported { format!("imported: {words}") } else { words }
}

/// Returns through what a change comes about, and within what time.
fn aside(causal: &Causal<'_>, through: Option<usize>, days: u32) -> Option<String> {
    let through = through.and_then(|place| causal.thing(place)).map(|thing| format!("by way of {}", thing.label));
    let when = (days > 0).then(|| format!("within {}", about(days)));
    let aside: Vec<String> = through.into_iter().chain(when).collect();
    (!aside.is_empty()).then(|| aside.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{Ledger, Origin};
    use crate::record::{Basis, Claim, Event, Fact, Header, Names, Session, SessionKind, Sign};

    #[test]
    fn what_follows_over_an_arrow_of_a_file_alone_is_marked() {
        let mut ledger = Ledger::new();
        let told = [(SessionKind::Import, Basis::Imported, "Overtime"), (SessionKind::Workshop, Basis::Told, "Calls")];
        for (kind, basis, to) in told {
            let origin = Origin::of(&Session::new(Header::here(kind)), &Names::default());
            let (from, to, sign) = ("Backlog".to_owned(), to.to_owned(), Sign::Plus);
            let facts = vec![Fact::Claimed(Claim { claim: 1, from, to, sign, basis, ..Claim::default() })];
            ledger.apply(&origin, &Event { seq: 1, facts, ..Event::default() });
        }
        let Some(backlog) = Key::of("Backlog") else { panic!("it is a name") };
        let waves = waves(&ledger.graph(None), &backlog, false, 1);
        let mut words: Vec<&str> =
            waves.waves.iter().flat_map(|wave| &wave.changes).map(|change| change.words.as_str()).collect();
        words.sort_unstable();
        assert_eq!(words, ["imported: more Overtime", "more Calls"]);
    }
}
