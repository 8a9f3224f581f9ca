use crate::export::beside::all_beside;
use crate::export::wording::{described_by, listed_words, marks, said_of, sides, state_words};
use crate::graph::{Graph, Link, Thing};
use crate::record::text::clean;
use crate::record::{Basis, Kind};

/// A thing as a row of a table.
pub(super) struct ThingRow {
    pub(super) name: String,
    pub(super) kind: &'static str,
    pub(super) unit: String,
    pub(super) state: String,
    pub(super) arrows: usize,
}

/// An arrow as a row of a table.
pub(super) struct ArrowRow {
    pub(super) from: String,
    pub(super) says: String,
    /// What was said with it: quotes, reasons, remarks.
    pub(super) words: Vec<String>,
    pub(super) to: String,
    pub(super) sign: &'static str,
    pub(super) known: &'static str,
    pub(super) who: String,
}

/// Every thing as a row, sorted by kind; things of one kind are in the order of the map.
pub(super) fn things(graph: &Graph) -> Vec<ThingRow> {
    let kinds = Kind::SORTED.into_iter().chain([Kind::Unknown]);
    let of_kind = |kind| graph.things().filter(move |thing| thing.kind == kind);
    kinds.flat_map(of_kind).map(|thing| row(graph, thing)).collect()
}

fn row(graph: &Graph, thing: &Thing) -> ThingRow {
    let mut state = state_words(thing);
    state.extend(listed_words(thing));
    state.extend(thing.aliases.iter().map(|alias| format!("also {alias}")));
    state.extend(thing.rules.iter().map(|(slot, rule)| format!("{}: {rule}", slot.name())));
    state.extend(described_by(graph, thing));
    let unit = thing.unit.as_ref().filter(|unit| **unit != thing.key);
    ThingRow {
        name: clean(&thing.label).into_owned(),
        kind: thing.kind.word(),
        unit: unit.map(|unit| clean(graph.label(unit)).into_owned()).unwrap_or_default(),
        state: clean(&state.join("; ")).into_owned(),
        arrows: graph.arrows_at(&thing.key),
    }
}

/// Every arrow as a row, in the order of the map.
pub(super) fn arrows(graph: &Graph) -> Vec<ArrowRow> {
    graph.links().map(arrow).collect()
}

fn arrow(link: Link<'_>) -> ArrowRow {
    let arrow = link.arrow;
    let known = match arrow.basis {
        Basis::Seen => "seen",
        Basis::Told => "told",
        Basis::Guess => "a guess",
        Basis::Imported => "imported",
    };
    let who = match arrow.supporters {
        _ if arrow.is_disputed() => sides(arrow),
        0 if arrow.is_imported() => "nobody yet, a list".to_owned(),
        1 => "one person".to_owned(),
        people if arrow.breadth > 1 => format!("{people} people from {} teams", arrow.breadth),
        people => format!("{people} people"),
    };
    ArrowRow {
        from: clean(&link.from.label).into_owned(),
        says: said_of(link),
        words: all_beside(arrow),
        to: clean(&link.to.label).into_owned(),
        sign: match marks(arrow.sign) {
            Some("+") => "more",
            Some(_) => "less",
            None => "",
        },
        known,
        who,
    }
}
