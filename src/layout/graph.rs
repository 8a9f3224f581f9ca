use crate::graph::{Graph, Link};
use crate::record::Sign;

use super::{ArrowMark, Sketch, SketchBox, UnknownNode};

impl Sketch {
    /// The sketch of a whole map: a box for every thing, with its unit as its group, and every arrow with its sign.
    pub fn of(graph: &Graph) -> Self {
        let mut sketch = Self::new();
        for thing in graph.things() {
            let group = thing.unit.as_ref().map(|unit| unit.as_str().to_owned());
            sketch.add(thing.key.as_str(), SketchBox { label: thing.label.clone(), group, width: 0 });
        }
        for link in graph.links() {
            let joined = sketch.join(link.from.key.as_str(), link.to.key.as_str(), mark(link));
            debug_assert!(joined.is_ok(), "an arrow of a map joins things of that map");
        }
        sketch
    }

    /// Adds an arrow of a map between boxes that were added before: in dots where nobody has said it for long, and where
    /// only imported files state it.
    pub fn join_link(&mut self, link: Link<'_>) -> Result<(), UnknownNode> {
        let (from, to) = (link.from.key.as_str(), link.to.key.as_str());
        let is_dotted = link.arrow.is_faint() || link.arrow.is_imported();
        if is_dotted { self.join_dotted(from, to, mark(link)) } else { self.join(from, to, mark(link)) }
    }
}

/// The mark of an arrow: its sign; [`ArrowMark::Bare`] for no effect, and for a relation without a sign, such as a
/// need.
pub const fn mark(link: Link<'_>) -> ArrowMark {
    match link.arrow.sign {
        Sign::Plus => ArrowMark::More,
        Sign::Minus => ArrowMark::Less,
        Sign::Unknown if link.arrow.relation.carries_sign() => ArrowMark::Open,
        Sign::Unknown | Sign::NoEffect => ArrowMark::Bare,
    }
}
