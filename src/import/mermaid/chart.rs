use std::collections::BTreeMap;

use crate::import::input::limits;

/// What the statements of a flowchart say, before any of it is a thing or an arrow.
#[derive(Debug, Default)]
pub(super) struct MermaidChart {
    /// The nodes, by their ids.
    pub(super) nodes: BTreeMap<String, MermaidNode>,
    /// The links, in order; each has one start and one end.
    pub(super) links: Vec<MermaidLink>,
    /// The subgraphs, in the order in which they begin.
    pub(super) groups: Vec<MermaidGroup>,
    /// The texts of statements that are none, with their lines.
    pub(super) not_understood: Vec<(usize, String)>,
}

/// A node of a flowchart.
#[derive(Debug, Default)]
pub(super) struct MermaidNode {
    /// Its place among the nodes, by where it stands first.
    pub(super) nth: usize,
    /// The line where it stands first.
    pub(super) line: usize,
    /// Its text as it is written; `None` where its id is its text.
    pub(super) text: Option<String>,
    /// The name of its shape; `None` for the usual one.
    pub(super) shape: Option<String>,
    /// The classes of style that it has.
    pub(super) classes: Vec<String>,
    /// The subgraphs that it is in, the innermost first, by their places in the chart.
    pub(super) groups: Vec<usize>,
}

/// A link between two nodes.
#[derive(Debug, Default)]
pub(super) struct MermaidLink {
    pub(super) line: usize,
    pub(super) from: String,
    pub(super) to: String,
    /// Its text as it is written; `None` for a link without one.
    pub(super) text: Option<String>,
    /// Whether it has no head.
    pub(super) is_open: bool,
    /// Whether it has a head at each end.
    pub(super) is_double: bool,
}

/// A subgraph.
#[derive(Debug, Default)]
pub(super) struct MermaidGroup {
    pub(super) id: String,
    pub(super) title: String,
}

impl MermaidChart {
    /// Whether it holds more than a map has room for.
    pub(super) fn is_too_large(&self) -> bool {
        self.nodes.len() > limits::THINGS || self.links.len() > limits::ARROWS
    }

    /// Returns the node with an id, which stands here.
    pub(super) fn node(&mut self, id: &str, line: usize) -> &mut MermaidNode {
        let nth = self.nodes.len();
        self.nodes.entry(id.to_owned()).or_insert_with(|| MermaidNode { nth, line, ..MermaidNode::default() })
    }
}
