use super::line::OverviewLine;
use super::names::names;
use super::whole_map::WholeMap;
use crate::graph::{Centrality, CentralityRank, Key};

/// At most this many different values are told of a measure.
const RANKS: usize = 3;

/// Tells what is in the middle of a map, a sentence a measure; none if nothing acts on anything.
pub(super) fn lines(map: &WholeMap<'_>) -> Vec<OverviewLine> {
    let (graph, flow, measured) = (map.graph(), map.flow(), map.central());
    if measured.pairs == 0 {
        return Vec::new();
    }
    let keys: Vec<&Key> = graph.things().map(|thing| &thing.key).collect();
    let others = (0..flow.size()).filter(|thing| flow.is_joined(*thing)).count().saturating_sub(1);
    let said = Centrality::ALL.into_iter().filter_map(|measure| {
        let ranks = measured.ranks(measure, RANKS);
        let of = |rank: &CentralityRank| rank.things.iter().filter_map(|at| keys.get(*at).copied()).collect::<Vec<_>>();
        let (first, then) = ranks.split_first()?;
        let best = of(first);
        let amount = |rank: &CentralityRank| amount(measure, rank.value, measured.pairs);
        let alike = if best.len() > 1 { " alike" } else { "" };
        let mut says = match measure {
            Centrality::Through => {
                format!("Most comes through {}{alike}: {} paths.", names(graph, best.clone()), amount(first))
            }
            Centrality::Starts => {
                let each = if best.len() > 1 { "each reaches" } else { "it reaches" };
                let found = amount(first);
                format!(
                    "Most starts at {}{alike}: {each} {found} of {others} other things.",
                    names(graph, best.clone())
                )
            }
            Centrality::Ends => {
                let each = if best.len() > 1 { "each is" } else { "it is" };
                let found = amount(first);
                format!(
                    "Most ends at {}{alike}: {each} reached from {found} of {others} other things.",
                    names(graph, best.clone())
                )
            }
            Centrality::Visited => {
                format!("Whoever follows the arrows comes most often to {}{alike}.", names(graph, best.clone()))
            }
        };
        let next: Vec<String> = then
            .iter()
            .map(|rank| match measure {
                Centrality::Visited => names(graph, of(rank)),
                _ => format!("{} ({})", names(graph, of(rank)), amount(rank)),
            })
            .collect();
        if !next.is_empty() {
            says = format!("{says} Then {}.", next.join(", then "));
        }
        Some(OverviewLine::new(says).naming(best.into_iter().chain(then.iter().flat_map(of)).cloned()))
    });
    said.collect()
}

/// Returns a value in words; that of [`Centrality::Visited`] is never said.
fn amount(measure: Centrality, value: f64, pairs: usize) -> String {
    match measure {
        Centrality::Through => {
            let hundredths = 100.0 * value / pairs as f64;
            if hundredths < 1.0 { "fewer than 1 of 100".to_owned() } else { format!("{hundredths:.0} of 100") }
        }
        _ => format!("{value:.0}"),
    }
}
