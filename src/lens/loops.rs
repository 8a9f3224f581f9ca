//! L2, loops: paths of effects that lead back to their start.
//!
//! A loop has two to eight arrows. With every sign known, a loop is reinforcing if an even number of its arrows is
//! minus, and balancing otherwise. With an open sign, the finding is a question. Severity: 100 times the geometric mean
//! of the strengths of the arrows, times the lowest confidence among them; a little more if things of two units are on
//! the loop. The loop is told from the thing that was last seen to move, or else from the thing that was talked about
//! most.
//!
//! Source: feedback loops as in Sterman (2000). Traps: a loop of two may come from one sentence typed in both
//! directions; things that only move together may be told as cause and effect; durations may be missing, which is why
//! the question asks about a lap without a delay; a balancing loop may have no level that anybody holds, which is why it
//! is asked and not said.

use std::collections::BTreeSet;

use crate::graph::{Key, Path, PathStep, Thing};

use super::field::Field;
use super::loop_paths::weight;
use super::thresholds::{FOLLOWED, LOOP_ABROAD, LOOP_UNITS};
use super::words::raises_or_lowers;
use super::{FindingDraft, Lens, Lesson, LoopStory, Milestone, Narration, Pattern, Treatment};
use crate::record::english::{filled, which_direction};
use crate::record::spoken::{about, in_words, listed};

impl Lens {
    /// L2, loops.
    pub const LOOP: &'static Self = &Self { number: 2, name: "loop", read, treats };
}

const REINFORCING: Lesson = Lesson {
    called: "A reinforcing loop: each lap makes the next one stronger, for good or for ill.",
    source: "John Sterman's Business Dynamics (2000) is the usual reference for loops like this.",
    matters: "What feeds on itself starts small and slow, and is hard to stop once everybody can see it.",
};

const BALANCING: Lesson = Lesson {
    called: "A balancing loop: a brake that tends towards a level, as a thermostat does.",
    source: "John Sterman's Business Dynamics (2000) is the usual reference for loops like this.",
    matters: "Push against it and it pushes back; if somebody holds the level, it moves for good when the level is changed.",
};

const OPEN: Lesson = Lesson {
    called: "An open loop: it comes back to where it started, and nobody can say yet what it does there.",
    source: "John Sterman's Business Dynamics (2000) shows how one sign decides what a loop does.",
    matters: "The one missing answer decides whether it grows by itself or holds itself back.",
};

fn treats(pattern: Option<Pattern>) -> Treatment {
    match pattern {
        Some(Pattern::Balancing) => Treatment::of(BALANCING).milestone(Milestone::Loop),
        Some(Pattern::Reinforcing) => Treatment::of(REINFORCING).milestone(Milestone::Loop),
        Some(Pattern::Open) => Treatment::of(OPEN).narrated(Narration::Never),
        _ => Treatment::of(REINFORCING),
    }
}

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    field.loops().paths.iter().map(|path| finding(field, path)).collect()
}

fn finding(field: &Field<'_>, path: &Path<'_>) -> FindingDraft {
    let pattern = if path.steps.iter().any(|step| !step.is_signed()) {
        Pattern::Open
    } else if path.turns {
        Pattern::Balancing
    } else {
        Pattern::Reinforcing
    };
    let (says, ask) = match pattern {
        Pattern::Open => open(field, path),
        Pattern::Balancing => brake(field, &LoopStory::of(&field.causal, path.steps.clone())),
        _ => reinforcing(field, &LoopStory::of(&field.causal, path.steps.clone()), path.days),
    };
    let about = path.steps.iter().filter_map(|step| Some(&field.causal.thing(step.from)?.key));
    FindingDraft::new(about, severity(field, path), says, ask).with(pattern).along(field, path)
}

fn severity(field: &Field<'_>, path: &Path<'_>) -> f64 {
    let units = path.places().filter_map(|place| field.causal.thing(place)?.unit.as_ref());
    let units: BTreeSet<&Key> = units.collect();
    let abroad = if units.len() >= LOOP_UNITS { LOOP_ABROAD } else { 1.0 };
    100.0 * weight(path) * abroad
}

fn told(field: &Field<'_>, story: &LoopStory<'_>) -> String {
    story.amounts(field).join(", ")
}

fn reinforcing(field: &Field<'_>, story: &LoopStory<'_>, days: u32) -> (String, String) {
    let lap = if days > 0 { format!(" and takes {}", about(days)) } else { String::new() };
    let mut says = format!("Round it goes: {}; each lap makes the next one stronger{lap}", told(field, story));
    let wanted = story.as_wanted(&field.causal);
    let (helps, hurts) = (wanted.contains(&true), wanted.contains(&false));
    says.push_str(match (helps, hurts) {
        (true, true) => ". It is double-edged: some of it is what we want, and some of it is not.",
        (true, false) => ". Told this way round, it runs for us as a whole.",
        (false, true) => ". Told this way round, it runs against us as a whole.",
        (false, false) => ".",
    });
    let change = match (helps, hurts) {
        (true, false) => "would you protect",
        (false, false) => "could we change",
        _ => "would you weaken",
    };
    let start = field.label_at(story.start());
    let mut ask = format!("Which arrow of the loop through {start} {change}, and whose is it?");
    if days == 0 {
        ask.push_str(" And how long does one lap take?");
    }
    (says, ask)
}

fn brake(field: &Field<'_>, story: &LoopStory<'_>) -> (String, String) {
    let start = field.label_at(story.start());
    let agrees = field.causal.thing(story.start()).map(Thing::agreement).unwrap_or_default();
    let says = format!(
        "{} back on {}: {}; by itself this tends towards some level.",
        field.with_at(story.start(), "pushes"),
        agrees.verb("itself"),
        told(field, story)
    );
    let ask = if story.steps.len() <= FOLLOWED && story.is_told_here() {
        format!("Does anybody hold {start} at a level, and who chose that level?")
    } else {
        // So long a way round is nothing that anybody holds by hand, and a file may speak of the weather; whether it works
        // at all is the question.
        filled("{x:Does} {x} really settle this way, or does something else come first?", &[("x", start, agrees)])
    };
    (says, ask)
}

fn open(field: &Field<'_>, path: &Path<'_>) -> (String, String) {
    let members: Vec<&str> = path.steps.iter().map(|step| field.label_at(step.from)).collect();
    let open: Vec<&PathStep<'_>> = path.steps.iter().filter(|step| !step.is_signed()).collect();
    let unknown = match open.as_slice() {
        [only] => format!("until somebody says whether {}", raises_or_lowers(field, only)),
        several => format!("until somebody says of {} arrows which way they push", in_words(several.len())),
    };
    let says = format!(
        "Round it goes through {}; whether each lap makes the next one stronger or weaker nobody can tell {unknown}.",
        listed(&members, "and")
    );
    let ends = |step: &&PathStep<'_>| (field.label_at(step.from), field.label_at(step.to));
    let ask = open.first().map(ends).map(|(from, to)| which_direction(from, to));
    (says, ask.unwrap_or_default())
}
