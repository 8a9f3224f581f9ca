use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::cursor::DotCursor;
use super::tokens::DotToken;
use crate::import::context::ReadContext;
use crate::import::error::ImportError;
use crate::import::graphviz::{DotAttributes, DotCluster, DotEdge, DotGraph, DotItem, DotNode, DotText};
use crate::import::input::file::ImportedFile;
use crate::import::input::limits;

/// The maximum number of attributes of one statement, and of those that are usual in one place.
const ATTRIBUTES: usize = 128;
/// The maximum number of nodes that subgraphs together are asked for, one in the other and again and again.
const MEMBERS: usize = 5_000_000;
/// The number of statements after which the reading is asked whether it goes on.
const STEP: usize = 1000;

/// Reads a text in the DOT language: all graphs in it, as one.
pub(super) fn parsed(file: &ImportedFile, context: &ReadContext<'_>) -> Result<DotGraph, ImportError> {
    let mut parser = DotParser {
        cursor: DotCursor::new(file),
        context,
        graph: DotGraph::default(),
        by_name: HashMap::new(),
        clusters: HashMap::new(),
        members: HashMap::new(),
        strict: None,
        asked: 0,
        statements: 0,
    };
    while parser.cursor.peek()?.is_some() {
        parser.graph()?;
    }
    Ok(parser.graph)
}

/// Where a statement stands: what is usual there, and what is in it.
#[derive(Clone, Default)]
struct DotScope {
    of_nodes: Arc<DotAttributes>,
    of_edges: Arc<DotAttributes>,
    /// The clusters around it, the outermost first.
    clusters: Vec<usize>,
    /// The nodes in it in order; of the whole graph, none are noted.
    nodes: Vec<usize>,
    seen: HashSet<usize>,
    depth: usize,
}

struct DotParser<'a> {
    cursor: DotCursor<'a>,
    context: &'a ReadContext<'a>,
    graph: DotGraph,
    by_name: HashMap<String, usize>,
    clusters: HashMap<String, usize>,
    /// The nodes in the subgraphs that have a name.
    members: HashMap<String, Vec<usize>>,
    /// In a strict graph, the edge between two nodes.
    strict: Option<HashMap<(usize, usize), usize>>,
    asked: usize,
    statements: usize,
}

impl DotParser<'_> {
    fn graph(&mut self) -> Result<(), ImportError> {
        let is_strict = self.cursor.takes_keyword("strict")?;
        if !self.cursor.takes_keyword("digraph")? && !self.cursor.takes_keyword("graph")? {
            return Err(self.cursor.due("graph or digraph"));
        }
        self.strict = is_strict.then(HashMap::new);
        if let Some((name, _)) = self.cursor.take_word()?
            && self.graph.name.is_empty()
        {
            self.graph.name = name;
        }
        if !self.cursor.takes('{')? {
            return Err(self.cursor.due("{"));
        }
        self.statements(&mut DotScope::default())
    }

    /// Reads statements up to the bracket that closes them.
    fn statements(&mut self, scope: &mut DotScope) -> Result<(), ImportError> {
        loop {
            self.statements += 1;
            if self.statements.is_multiple_of(STEP) {
                self.context.proceeds(self.statements, self.statements.saturating_mul(2))?;
            }
            if self.cursor.takes('}')? {
                return Ok(());
            }
            if self.cursor.peek()?.is_none() {
                return Err(self.cursor.fault("the text ends before the map does: a } is missing"));
            }
            if !self.cursor.takes(';')? && !self.cursor.takes(',')? {
                self.statement(scope)?;
            }
        }
    }

    fn statement(&mut self, scope: &mut DotScope) -> Result<(), ImportError> {
        for (keyword, at) in [("node", 0), ("edge", 1), ("graph", 2)] {
            if self.cursor.takes_keyword(keyword)? {
                let given = self.attribute_lists()?;
                return match at {
                    0 => self.set_usual(&mut scope.of_nodes, given),
                    1 => self.set_usual(&mut scope.of_edges, given),
                    _ => {
                        self.set_label(scope, given.get("label"));
                        Ok(())
                    }
                };
            }
        }
        let Some(first) = self.end(scope)? else { return Err(self.cursor.due("a node or a subgraph")) };
        if let [DotEnd::Node(name)] = first.as_slice()
            && self.cursor.takes('=')?
        {
            let value = self.cursor.take_value()?;
            if name == "label" {
                self.set_label(scope, Some(&value));
            }
            return Ok(());
        }
        let mut chain = vec![self.nodes_of(&first, scope)?];
        let mut directed = Vec::new();
        loop {
            let is_arrow = matches!(self.cursor.peek()?, Some(DotToken::Arrow));
            if !is_arrow && !matches!(self.cursor.peek()?, Some(DotToken::Line)) {
                break;
            }
            self.cursor.take()?;
            let Some(next) = self.end(scope)? else { return Err(self.cursor.due("the other end of the arrow")) };
            self.lengthen(&mut chain, &next, scope)?;
            directed.push(is_arrow);
        }
        let given = self.attribute_lists()?;
        if directed.is_empty() {
            if let [DotEnd::Node(_)] = first.as_slice() {
                self.describe(&chain, given);
            }
            return Ok(());
        }
        let given = Arc::new(given);
        for (pair, is_directed) in chain.windows(2).zip(directed) {
            if let [from, to] = pair {
                self.edges(from, to, is_directed, scope, &given)?;
            }
        }
        Ok(())
    }

    /// Reads an end of an arrow: a node with its port, or a subgraph. `None` when there is none.
    fn end(&mut self, scope: &DotScope) -> Result<Option<Vec<DotEnd>>, ImportError> {
        let is_subgraph = self.cursor.takes_keyword("subgraph")?;
        if is_subgraph || matches!(self.cursor.peek()?, Some(DotToken::Mark('{'))) {
            let name = if is_subgraph { self.cursor.take_word()?.map(|(name, _)| name) } else { None };
            return self.subgraph(name, scope).map(|nodes| Some(vec![DotEnd::Nodes(nodes)]));
        }
        let Some((name, _)) = self.cursor.take_word()? else { return Ok(None) };
        while self.cursor.takes(':')? {
            if self.cursor.take_word()?.is_none() {
                return Err(self.cursor.due("the name of a port"));
            }
        }
        Ok(Some(vec![DotEnd::Node(name)]))
    }

    /// Reads the body of a subgraph, if it has one, and returns the nodes in it.
    fn subgraph(&mut self, name: Option<String>, outer: &DotScope) -> Result<Vec<usize>, ImportError> {
        let known = name.as_ref().and_then(|name| self.members.get(name)).cloned().unwrap_or_default();
        self.ask_for(known.len())?;
        if !self.cursor.takes('{')? {
            return if name.is_some() { Ok(known) } else { Err(self.cursor.due("{")) };
        }
        if outer.depth >= limits::SUBGRAPH_DEPTH {
            return Err(self.cursor.fault(&format!("subgraphs are nested more than {} deep", limits::SUBGRAPH_DEPTH)));
        }
        let mut scope = DotScope {
            of_nodes: Arc::clone(&outer.of_nodes),
            of_edges: Arc::clone(&outer.of_edges),
            clusters: outer.clusters.clone(),
            seen: known.iter().copied().collect(),
            nodes: known,
            depth: outer.depth + 1,
        };
        if let Some(name) = name.as_ref().filter(|name| name.starts_with("cluster")) {
            let cluster = self.clusters.get(name).copied().unwrap_or_else(|| {
                self.graph.clusters.push(DotCluster { name: name.clone(), label: None });
                self.clusters.insert(name.clone(), self.graph.clusters.len() - 1);
                self.graph.clusters.len() - 1
            });
            scope.clusters.push(cluster);
        }
        self.statements(&mut scope)?;
        self.ask_for(scope.nodes.len())?;
        if let Some(name) = name {
            self.members.insert(name, scope.nodes.clone());
        }
        Ok(scope.nodes)
    }

    /// Adds an end to a row of them.
    fn lengthen(
        &mut self,
        chain: &mut Vec<Vec<usize>>,
        end: &[DotEnd],
        scope: &mut DotScope,
    ) -> Result<(), ImportError> {
        if chain.len() > limits::ARROWS {
            return Err(self.too_many_arrows());
        }
        chain.push(self.nodes_of(end, scope)?);
        Ok(())
    }

    /// Returns the nodes at an end, and notes them as being where it stands.
    fn nodes_of(&mut self, end: &[DotEnd], scope: &mut DotScope) -> Result<Vec<usize>, ImportError> {
        let mut nodes = Vec::new();
        for part in end {
            match part {
                DotEnd::Node(name) => nodes.push(self.node(name, scope)?),
                DotEnd::Nodes(known) => nodes.extend(known),
            }
        }
        if scope.depth > 0 {
            let new: Vec<usize> = nodes.iter().copied().filter(|node| scope.seen.insert(*node)).collect();
            scope.nodes.extend(new);
        }
        Ok(nodes)
    }

    fn node(&mut self, name: &str, scope: &DotScope) -> Result<usize, ImportError> {
        let node = match self.by_name.get(name).copied() {
            Some(known) => known,
            None if self.graph.nodes.len() >= limits::THINGS => {
                return Err(self.cursor.fault(&format!("there are more than {} nodes", limits::THINGS)));
            }
            None => {
                let item =
                    DotItem { place: self.cursor.place(), own: Arc::default(), usual: Arc::clone(&scope.of_nodes) };
                self.graph.nodes.push(DotNode { name: name.to_owned(), item, clusters: Vec::new() });
                self.by_name.insert(name.to_owned(), self.graph.nodes.len() - 1);
                self.graph.nodes.len() - 1
            }
        };
        if let Some(node) = self.graph.nodes.get_mut(node) {
            for cluster in &scope.clusters {
                if node.clusters.len() < limits::DEPTH && !node.clusters.contains(cluster) {
                    node.clusters.push(*cluster);
                }
            }
        }
        Ok(node)
    }

    fn describe(&mut self, chain: &[Vec<usize>], given: DotAttributes) {
        let node = chain.first().and_then(|nodes| nodes.first()).copied();
        if let Some(node) = node.and_then(|node| self.graph.nodes.get_mut(node)) {
            Arc::make_mut(&mut node.item.own).extend(given);
        }
    }

    fn edges(
        &mut self,
        from: &[usize],
        to: &[usize],
        is_directed: bool,
        scope: &DotScope,
        given: &Arc<DotAttributes>,
    ) -> Result<(), ImportError> {
        if self.graph.edges.len().saturating_add(from.len().saturating_mul(to.len())) > limits::ARROWS {
            return Err(self.too_many_arrows());
        }
        for from in from {
            for to in to {
                let ends = (*from, *to);
                let pair = if is_directed { ends } else { (ends.0.min(ends.1), ends.0.max(ends.1)) };
                let known = self.strict.as_ref().and_then(|strict| strict.get(&pair)).copied();
                if let Some(edge) = known.and_then(|at| self.graph.edges.get_mut(at)) {
                    self.asked = self.asked.saturating_add(given.len());
                    Arc::make_mut(&mut edge.item.own)
                        .extend(given.iter().map(|(name, value)| (name.clone(), value.clone())));
                    continue;
                }
                let place = self.cursor.place();
                let item = DotItem { place, own: Arc::clone(given), usual: Arc::clone(&scope.of_edges) };
                self.graph.edges.push(DotEdge { ends, is_directed, item });
                let at = self.graph.edges.len() - 1;
                self.strict.iter_mut().for_each(|strict| {
                    strict.insert(pair, at);
                });
            }
        }
        self.ask_for(0)
    }

    fn too_many_arrows(&self) -> ImportError {
        self.cursor.fault(&format!("there are more than {} arrows", limits::ARROWS))
    }

    /// Reads `[name=value, name; ...]`, as often as it stands there. A name without a value is true.
    fn attribute_lists(&mut self) -> Result<DotAttributes, ImportError> {
        let mut given = DotAttributes::new();
        while self.cursor.takes('[')? {
            while !self.cursor.takes(']')? {
                if self.cursor.takes(',')? || self.cursor.takes(';')? {
                    continue;
                }
                let Some((name, _)) = self.cursor.take_word()? else { return Err(self.cursor.due("]")) };
                let value = if self.cursor.takes('=')? {
                    self.cursor.take_value()?
                } else {
                    DotText { text: "true".to_owned(), is_html: false }
                };
                given.insert(name, value);
                if given.len() > ATTRIBUTES {
                    return Err(self.cursor.fault(&format!("there are more than {ATTRIBUTES} attributes")));
                }
            }
        }
        Ok(given)
    }

    fn set_usual(&self, usual: &mut Arc<DotAttributes>, given: DotAttributes) -> Result<(), ImportError> {
        Arc::make_mut(usual).extend(given);
        if usual.len() > ATTRIBUTES {
            return Err(self.cursor.fault(&format!("there are more than {ATTRIBUTES} attributes")));
        }
        Ok(())
    }

    fn set_label(&mut self, scope: &DotScope, label: Option<&DotText>) {
        let Some(label) = label else { return };
        match scope.clusters.last() {
            Some(cluster) => {
                if let Some(cluster) = self.graph.clusters.get_mut(*cluster) {
                    cluster.label = Some(label.clone());
                }
            }
            None if scope.depth == 0 => self.graph.label = Some(label.clone()),
            None => {}
        }
    }

    /// Counts the nodes that subgraphs are asked for.
    fn ask_for(&mut self, nodes: usize) -> Result<(), ImportError> {
        self.asked = self.asked.saturating_add(nodes);
        if self.asked > MEMBERS {
            return Err(self.cursor.fault("the subgraphs up to here unfold into too many nodes"));
        }
        Ok(())
    }
}

/// An end of an arrow, or the subject of a statement.
enum DotEnd {
    Node(String),
    Nodes(Vec<usize>),
}
