use std::collections::BTreeMap;

use crate::app::live_picture::{LivePicture, PictureDraft};
use crate::graph::{FilteredGraph, Key, Thing};
use crate::layout::{ArrowMark, Limits, Sketch, SketchBox, mark};

/// The content of a box on the drawn map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zoom {
    /// The name of the thing.
    #[default]
    Names,
    /// A number; a legend tells the name.
    Numbers,
    /// Nothing: the box alone.
    Shape,
}

/// Which things share one box.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fold {
    /// None: each thing has its own box.
    #[default]
    Nothing,
    /// All things of a unit.
    Units,
    /// All things of a kind.
    Kinds,
}

impl Fold {
    /// Returns the next folding; the last is followed by the first.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Fold::Nothing => Fold::Units,
            Fold::Units => Fold::Kinds,
            Fold::Kinds => Fold::Nothing,
        }
    }
}

impl Zoom {
    /// Returns the next zoom: names, numbers, shapes, then names again.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Zoom::Names => Zoom::Numbers,
            Zoom::Numbers => Zoom::Shape,
            Zoom::Shape => Zoom::Names,
        }
    }
}

/// The settings of the drawn map.
#[derive(Clone, Debug, Default)]
pub struct Drawn {
    /// The content of each box.
    pub zoom: Zoom,
    /// Which things share one box.
    pub fold: Fold,
    /// The id of the selected box.
    pub cursor: Option<String>,
    /// How far the picture was moved by hand: columns, rows.
    pub panned: (i32, i32),
    /// The numbers of things and of arrows that are wanted but not drawn, because they are too many.
    pub too_many: Option<(usize, usize)>,
    /// The picture, which is laid out in a thread of the shell.
    pub live: LivePicture,
}

impl Drawn {
    /// Asks for a picture of what the filter leaves. While `look`, a key of content and settings, stays the same, boxes
    /// keep their positions.
    pub(super) fn want(
        &mut self,
        shown: &FilteredGraph<'_>,
        dotted: &[(Key, Key, ArrowMark)],
        look: String,
        width: usize,
    ) {
        let (sketch, names, shows_imported) = match self.fold {
            Fold::Nothing => alone(shown, dotted, self.zoom),
            Fold::Units => folded(shown, self.zoom, &|thing| unit_of(shown, thing)),
            Fold::Kinds => folded(shown, self.zoom, &|thing| thing.kind.name().to_owned()),
        };
        let legend = match self.zoom {
            Zoom::Numbers => (1..).map(|number: usize| number.to_string()).zip(names.iter().cloned()).collect(),
            Zoom::Names | Zoom::Shape => Vec::new(),
        };
        let limits = Limits { width: Some(width), ..Limits::default() };
        self.live.want(PictureDraft { sketch, limits, names, legend, shows_imported, look });
    }
}

/// Returns the name of the unit of a thing.
fn unit_of(shown: &FilteredGraph<'_>, thing: &Thing) -> String {
    thing.unit.as_ref().map_or_else(|| "no team named".to_owned(), |unit| shown.graph().label(unit).to_owned())
}

fn alone(shown: &FilteredGraph<'_>, dotted: &[(Key, Key, ArrowMark)], zoom: Zoom) -> (Sketch, Vec<String>, bool) {
    let mut sketch = Sketch::new();
    let mut names = Vec::new();
    for (thing, number) in shown.things().zip(1..) {
        let label = called(zoom, &thing.label, number);
        names.push(thing.label.clone());
        let group = thing.unit.as_ref().map(|unit| unit.as_str().to_owned());
        sketch.add(thing.key.as_str(), SketchBox { label, group, width: 0 });
    }
    for link in shown.links() {
        // Both ends of the arrow are visible, so adding it cannot fail.
        let _ = sketch.join_link(link);
    }
    for (from, to, mark) in dotted {
        let _ = sketch.join_dotted(from.as_str(), to.as_str(), *mark);
    }
    (sketch, names, shown.links().any(|link| link.arrow.is_imported()))
}

/// Returns the text of a box at this zoom.
fn called(zoom: Zoom, label: &str, number: usize) -> String {
    match zoom {
        Zoom::Names => label.to_owned(),
        Zoom::Numbers => number.to_string(),
        Zoom::Shape => String::new(),
    }
}

/// The arrows between two boxes that share one.
#[derive(Clone, Copy, Debug, Default)]
struct SharedArrow {
    count: usize,
    /// The number of them that only imported files state.
    imported: usize,
    /// The mark of the last of them.
    last: ArrowMark,
}

/// Returns one box for each group of things, and one arrow, with a count, for all arrows between two boxes: in dots if
/// only imported files state them. Last, whether there is one in dots.
fn folded(shown: &FilteredGraph<'_>, zoom: Zoom, group: &dyn Fn(&Thing) -> String) -> (Sketch, Vec<String>, bool) {
    let mut sizes: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for thing in shown.things() {
        sizes.entry(group(thing)).or_default().0 += 1;
    }
    let mut counts: BTreeMap<(String, String), SharedArrow> = BTreeMap::new();
    for link in shown.links() {
        let ends = (group(link.from), group(link.to));
        if ends.0 == ends.1 {
            sizes.entry(ends.0).or_default().1 += 1;
        } else {
            let shared = counts.entry(ends).or_default();
            shared.count += 1;
            shared.imported += usize::from(link.arrow.is_imported());
            shared.last = mark(link);
        }
    }
    let mut sketch = Sketch::new();
    let mut names = Vec::new();
    for ((name, (things, arrows)), number) in sizes.into_iter().zip(1..) {
        let inside = if arrows == 0 { String::new() } else { format!(", {arrows} inside") };
        let whole = format!("{name} ({things}{inside})");
        let label = called(zoom, &whole, number);
        names.push(whole);
        sketch.add(name, SketchBox { label, group: None, width: 0 });
    }
    let mut shows_imported = false;
    for ((from, to), shared) in counts {
        let mark = if shared.count == 1 { shared.last } else { ArrowMark::Many(shared.count) };
        let is_imported = shared.imported == shared.count;
        shows_imported |= is_imported;
        let _ = if is_imported { sketch.join_dotted(&from, &to, mark) } else { sketch.join(&from, &to, mark) };
    }
    (sketch, names, shows_imported)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{Filter, Graph, Ledger, Origin};
    use crate::record::{Basis, Claim, Event, Fact, Header, Names, Relation, Session, SessionKind};

    fn map(claims: &[(&str, &str, Basis)]) -> Graph {
        let mut ledger = Ledger::new();
        let mut add = |kind, basis: bool| {
            let origin = Origin::of(&Session::new(Header::here(kind)), &Names::default());
            for ((from, to, _), seq) in claims.iter().filter(|claim| (claim.2 == Basis::Imported) == basis).zip(1..) {
                let named = |label: &str| Fact::Named { label: label.into(), kind: kind_of(label) };
                let things = [named(from), named(to)];
                let (from, to) = ((*from).to_owned(), (*to).to_owned());
                let basis = if basis { Basis::Imported } else { Basis::Told };
                let claim = Claim { claim: seq, from, to, kind: Relation::Needs, basis, ..Claim::default() };
                let facts = things.into_iter().chain([Fact::Claimed(claim)]).collect();
                ledger.apply(&origin, &Event { seq: seq.into(), facts, ..Event::default() });
            }
        };
        add(SessionKind::Import, true);
        add(SessionKind::Workshop, false);
        ledger.graph(None)
    }

    fn kind_of(label: &str) -> crate::record::Kind {
        use crate::record::Kind::{Initiative, Process, Resource};
        match label.chars().next() {
            Some('b') => Initiative,
            Some('w') => Process,
            _ => Resource,
        }
    }

    #[test]
    fn an_arrow_between_folded_boxes_is_in_dots_if_only_files_state_it() {
        let graph =
            map(&[("bot", "data", Basis::Imported), ("work", "data", Basis::Imported), ("work", "mail", Basis::Told)]);
        let filter = Filter::default();
        let shown = graph.shown(&filter);
        let (sketch, _, shows_imported) = folded(&shown, Zoom::Names, &|thing| thing.kind.name().to_owned());
        let dotted: Vec<(&str, bool)> =
            sketch.edges().iter().map(|arrow| (arrow.from.as_str(), arrow.dotted)).collect();
        assert_eq!(dotted, [("Initiative", true), ("Process", false)]);
        assert!(shows_imported);
        let graph = map(&[("bot", "data", Basis::Told)]);
        let (sketch, _, shows_imported) =
            folded(&graph.shown(&filter), Zoom::Names, &|thing| thing.kind.name().to_owned());
        assert!(!shows_imported && !sketch.edges()[0].dotted);
    }
}
