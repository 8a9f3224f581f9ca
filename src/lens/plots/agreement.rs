use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::graph::{Evidence, Graph, Key, Link, Tally};
use crate::record::Relation;

use crate::lens::thresholds::FEWEST_PEOPLE;

/// How many people hold which position on an arrow. Nobody is named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgreementPlot {
    /// The arrows on which at least [`FEWEST_PEOPLE`] people took a position: those on which people disagree first, then
    /// those with the most people, then in the order of the map.
    pub arrows: Vec<ArrowAgreement>,
    /// The number of arrows on which fewer people took a position, so that it could be seen whose it is.
    pub withheld: usize,
}

/// The positions on one arrow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArrowAgreement {
    /// The label of its start.
    pub from: String,
    /// The label of its end.
    pub to: String,
    /// Its relation.
    pub relation: Relation,
    /// The number of people who hold each position.
    pub tally: Tally,
    /// Whether no position has three quarters of the people.
    pub is_disputed: bool,
    /// The number of lines among the positions that name nobody: nobody knows how many people they are.
    pub nameless: usize,
    /// The units from which the positions are, in the order of their names; which unit holds which is not told.
    pub units: Vec<String>,
}

impl AgreementPlot {
    /// Counts the positions on every arrow, also on those that are set aside because people found no such effect.
    pub fn of(graph: &Graph) -> Self {
        let mut plot = Self::default();
        for link in graph.links().chain(graph.set_aside()) {
            match people(link.arrow.tally) {
                0 => {}
                1..FEWEST_PEOPLE => plot.withheld += 1,
                _ => plot.arrows.push(ArrowAgreement::of(graph, link)),
            }
        }
        plot.arrows.sort_by_key(|arrow| Reverse((arrow.is_disputed, people(arrow.tally))));
        plot
    }

    /// Whether nobody has taken a position on any arrow.
    pub fn is_empty(&self) -> bool {
        self.arrows.is_empty() && self.withheld == 0
    }
}

impl ArrowAgreement {
    fn of(graph: &Graph, link: Link<'_>) -> Self {
        let said = |said: &&Evidence| !said.imagined && !said.is_imported();
        let units = link.arrow.evidence.iter().filter(said).filter_map(|said| said.unit.as_ref());
        let units: BTreeSet<&Key> = units.collect();
        let mut units: Vec<String> = units.into_iter().map(|unit| graph.label(unit).to_owned()).collect();
        units.sort();
        Self {
            from: link.from.label.clone(),
            to: link.to.label.clone(),
            relation: link.arrow.relation,
            tally: link.arrow.tally,
            is_disputed: link.arrow.is_disputed(),
            nameless: link.arrow.nameless(),
            units,
        }
    }

    /// Returns the number of people who took a position, or said that they cannot tell.
    pub const fn people(&self) -> usize {
        people(self.tally)
    }
}

const fn people(tally: Tally) -> usize {
    tally.plus + tally.minus + tally.none + tally.unsure
}
