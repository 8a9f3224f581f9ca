//! How central things are: four measures that can be said in a sentence.

mod betweenness;
mod pagerank;

use petgraph::Direction;

use super::Flow;
use betweenness::betweenness;
use pagerank::pagerank;

/// A measure of how central a thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Centrality {
    /// Most things come through here: the share of shortest paths between other things on which it lies, added up over all
    /// pairs (betweenness; Freeman 1977, computed as in Brandes 2001).
    Through,
    /// Most starts here: the number of things that it reaches (outward reach; Harary, Norman and Cartwright 1965).
    Starts,
    /// Most ends here: the number of things that reach it (inward reach; Harary, Norman and Cartwright 1965).
    Ends,
    /// Where one who follows arrows at random is most often (`PageRank`; Brin and Page 1998, with a damping of 0.85).
    Visited,
}

impl Centrality {
    /// Every measure, in the order in which they are said.
    pub const ALL: [Centrality; 4] = [Centrality::Through, Centrality::Starts, Centrality::Ends, Centrality::Visited];

    /// Returns its name, as written in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Centrality::Through => "through",
            Centrality::Starts => "starts",
            Centrality::Ends => "ends",
            Centrality::Visited => "visited",
        }
    }
}

/// Things with the same value of a measure.
#[derive(Clone, Debug, PartialEq)]
pub struct CentralityRank {
    /// The value.
    pub value: f64,
    /// The numbers of the things, in key order.
    pub things: Vec<usize>,
}

/// The four measures of every thing. Sums are added in the order of things, so that the same map has the same numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Centralities {
    values: [Vec<f64>; 4],
    /// The number of ordered pairs of things of which the first reaches the second.
    pub pairs: usize,
}

/// Two values are a tie if they differ by less than this share of the larger one: they are sums of fractions.
const TIE: f64 = 1e-9;

impl Centralities {
    /// Computes the measures.
    pub fn of(flow: &Flow) -> Self {
        let reach = |direction| -> Vec<usize> {
            let things = 0..flow.size();
            things.map(|thing| flow.reached([thing], direction, usize::MAX).len().saturating_sub(1)).collect()
        };
        let numbers = |counts: &[usize]| counts.iter().map(|count| *count as f64).collect();
        let (starts, ends) = (reach(Direction::Outgoing), reach(Direction::Incoming));
        let values = [betweenness(flow), numbers(&starts), numbers(&ends), pagerank(flow)];
        Self { values, pairs: starts.iter().sum() }
    }

    /// Returns the value of each thing, in key order.
    pub fn values(&self, measure: Centrality) -> &[f64] {
        let at = Centrality::ALL.iter().position(|known| *known == measure).unwrap_or_default();
        self.values.get(at).map_or(&[], Vec::as_slice)
    }

    /// Returns the highest values with the things that have them, at most `most` values; zeroes are left out. Things that tie
    /// stand in one rank.
    pub fn ranks(&self, measure: Centrality, most: usize) -> Vec<CentralityRank> {
        let mut sorted: Vec<(usize, f64)> =
            self.values(measure).iter().copied().enumerate().filter(|(_, value)| *value > TIE).collect();
        sorted.sort_by(|(one, low), (other, high)| high.total_cmp(low).then(one.cmp(other)));
        let mut ranks: Vec<CentralityRank> = Vec::new();
        for (thing, value) in sorted {
            let known = ranks.len();
            match ranks.last_mut().filter(|rank| rank.value - value <= TIE * rank.value) {
                Some(rank) => rank.things.push(thing),
                None if known == most => break,
                None => ranks.push(CentralityRank { value, things: vec![thing] }),
            }
        }
        for rank in &mut ranks {
            rank.things.sort_unstable();
        }
        ranks
    }
}
