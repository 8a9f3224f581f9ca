use crate::graph::{Causal, FilteredGraph, Key, ReachedThing, Ripple};
use crate::lens::{FAINTEST, LONGEST_PATH};
use crate::record::spoken::{about, in_words, listed};

use super::{At, Row, Shows};

/// Returns rows for the first `waves` waves of effects of a push on a thing, and the number of all waves.
pub(super) fn rows(shown: &FilteredGraph<'_>, centre: &Key, less: bool, waves: usize) -> (Vec<Row>, usize) {
    let graph = shown.graph();
    let causal = Causal::of(graph);
    let Some(start) = causal.place_of(centre) else { return (Vec::new(), 0) };
    let ripple = Ripple::of(&causal, start, LONGEST_PATH, FAINTEST);
    let mut rows = Vec::new();
    for (wave, number) in ripple.waves.iter().zip(1..).take(waves) {
        rows.push(Row::heading(heading(number)));
        let told = wave.iter().filter_map(|reached| row(shown, &causal, reached, less, number == waves));
        let before = rows.len();
        rows.extend(told);
        let hidden = wave.len() - (rows.len() - before);
        if hidden > 0 {
            rows.push(Row::heading(format!("  and {} that the filter leaves out", in_words(hidden))));
        }
    }
    (rows, ripple.waves.len())
}

fn heading(wave: usize) -> String {
    match wave {
        1 => "first, over one arrow".to_owned(),
        2 => "then, over two arrows".to_owned(),
        _ => format!("then, over {} arrows", in_words(wave)),
    }
}

fn row(
    shown: &FilteredGraph<'_>,
    causal: &Causal<'_>,
    reached: &ReachedThing<'_>,
    less: bool,
    fresh: bool,
) -> Option<Row> {
    let graph = shown.graph();
    let thing = causal.thing(reached.place).filter(|thing| shown.has(&thing.key))?;
    let ends_less = reached.path.turns != less;
    let sign = if reached.against.is_some() { Shows::Both } else { Shows::push(ends_less) };
    let amount = if ends_less { "less" } else { "more" };
    let mut asides = Vec::new();
    if reached.path.days > 0 {
        asides.push(format!("within {}", about(reached.path.days)));
    }
    if !reached.crosses.is_empty() {
        let units: Vec<&str> = reached.crosses.iter().map(|unit| graph.label(unit)).collect();
        asides.push(format!("into {}", listed(&units, "and")));
    }
    if let Some(against) = &reached.against {
        let other = if ends_less { "more" } else { "less" };
        let via = against
            .steps
            .last()
            .and_then(|step| causal.thing(step.from))
            .map(|thing| format!(" by way of {}", thing.label));
        asides.insert(0, format!("pulled both ways: also {other}{}", via.unwrap_or_default()));
    }
    let last = reached.path.steps.last().and_then(|step| causal.link(step));
    let at = last.map_or_else(|| At::Thing(thing.key.clone()), |link| At::arrow(link, &thing.key));
    let stale = reached.path.steps.iter().any(|step| step.arrow.is_faint());
    // What only a file states is marked before the text, where no width cuts it off.
    let imported = if reached.path.steps.iter().any(|step| step.arrow.is_imported()) { "imported: " } else { "" };
    Some(Row { asides, fresh, faint: stale, ..Row::new(at, 1, sign, format!("{imported}{amount} {}", thing.label)) })
}
