use std::collections::BTreeMap;

use super::drawing::{Drawing, DrawnBox};
use super::insertion::{NodeInsertion, StableLayers};
use super::layered::Layered;
use super::sized::SizedSketch;
use super::slots::Slots;

/// The positions of nodes and bends in an earlier drawing, so that they stay in place when a thing is added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PriorLayout {
    pub(super) label: usize,
    /// The width of the drawing in columns.
    pub(super) width: usize,
    nodes: BTreeMap<String, PriorBox>,
    /// The layer and column of each bend of an arrow. The key is the ids of both ends, and the number of the arrow
    /// among those between the same two.
    bends: BTreeMap<(String, String, usize), Vec<(usize, usize)>>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct PriorBox {
    layer: usize,
    column: usize,
    width: usize,
}

impl PriorLayout {
    pub(super) fn of(drawing: &Drawing) -> Self {
        let place = |drawn_box: &DrawnBox| PriorBox {
            layer: drawn_box.layer,
            column: drawn_box.corner.x,
            width: drawn_box.width,
        };
        let mut bends = BTreeMap::new();
        for path in &drawing.paths {
            let (Some(from), Some(to)) = (drawing.boxes.get(path.from), drawing.boxes.get(path.to)) else {
                continue;
            };
            let same = drawing.paths.iter().take(path.edge);
            let number = same.filter(|other| other.from == path.from && other.to == path.to).count();
            bends.insert((from.id.clone(), to.id.clone(), number), path.bends.clone());
        }
        Self {
            label: drawing.label,
            width: drawing.width,
            nodes: drawing.boxes.iter().map(|drawn_box| (drawn_box.id.clone(), place(drawn_box))).collect(),
            bends,
        }
    }

    /// Whether a node was in that drawing.
    pub fn knows(&self, id: &str) -> bool {
        self.nodes.contains_key(id)
    }

    /// Makes known boxes at least as wide as they were in the earlier drawing.
    pub(super) fn keep_widths(&self, sized: &mut SizedSketch<'_>) {
        for ((id, _), columns) in sized.sketch.nodes().zip(sized.box_widths.iter_mut()) {
            *columns = self.nodes.get(id).map_or(*columns, |place| place.width.max(*columns));
        }
    }

    /// The layers of all nodes: known nodes stay in theirs; a new node is put into one of these, or into a new layer
    /// where none has room.
    pub(super) fn layers(&self, sized: &SizedSketch<'_>, width: Option<usize>) -> StableLayers {
        let known: Vec<Option<usize>> =
            sized.sketch.nodes().map(|(id, _)| self.nodes.get(id).map(|place| place.layer)).collect();
        let depth = self.nodes.values().map(|place| place.layer + 1).max().unwrap_or_default();
        NodeInsertion::new(&sized.ends, sized.spans(), width, known.into(), depth).layers()
    }

    /// The column of each vertex in the earlier drawing; `None` for a new vertex.
    pub(super) fn columns(
        &self,
        sized: &SizedSketch<'_>,
        stable: &StableLayers,
        net: &Layered,
    ) -> Slots<Option<usize>> {
        let mut columns: Slots<Option<usize>> =
            sized.sketch.nodes().map(|(id, _)| self.nodes.get(id).map(|place| place.column)).collect();
        let mut seen: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        let ids: Vec<&str> = sized.sketch.nodes().map(|(id, _)| id).collect();
        for (edge, (from, to)) in sized.ends.iter().enumerate() {
            let number = seen.entry((*from, *to)).or_default();
            let id = |at: usize| ids.get(at).copied().unwrap_or_default().to_owned();
            let bends = self.bends.get(&(id(*from), id(*to), *number));
            *number += 1;
            for vertex in net.chains[edge].iter().filter(|vertex| net.is_bend(**vertex)) {
                let earlier = stable.earlier.get(net.rank[*vertex]).copied().flatten();
                let bend = bends.into_iter().flatten().find(|(layer, _)| Some(*layer) == earlier);
                while columns.len() <= *vertex {
                    columns.push(None);
                }
                columns[*vertex] = bend.map(|(_, column)| *column);
            }
        }
        columns
    }
}
