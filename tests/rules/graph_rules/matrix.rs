//! Things by things: what stands where a row crosses a column.

use std::collections::BTreeSet;

use adjacent::graph::{Key, MatrixCell, MatrixOrder, SignedMatrix};

use crate::graph_rules::by_chance::{MAPS, map};
use crate::graph_rules::tale::{Tale, graph_of};

#[test]
fn every_arrow_stands_in_its_cell_in_every_order() {
    for seed in 0..MAPS {
        let graph = map(seed);
        let pairs: BTreeSet<(&Key, &Key)> = graph.links().map(|link| (&link.from.key, &link.to.key)).collect();
        for order in MatrixOrder::ALL {
            let matrix = SignedMatrix::of(&graph, order, true, usize::MAX);
            let cells = matrix.cells.keys().map(|(row, column)| (&matrix.things[*row], &matrix.things[*column]));
            assert_eq!(cells.collect::<BTreeSet<_>>(), pairs, "map {seed}");
            assert_eq!(matrix.arrows, graph.links().count(), "map {seed}");
            assert_eq!(matrix.things.len() + matrix.idle, graph.things().count(), "map {seed}");
        }
    }
}

fn signs() -> Tale {
    Tale::new()
        .claims("a", "A -> B", "+")
        .claims("a", "B -> A", "-")
        .claims("a", "A -> C", "+")
        .claims("b", "A -> C", "-")
        .claims("a", "C -> B", "rewards +")
        .claims("a", "C -> B", "-")
        .claims("a", "D -> A", "needs")
}

#[test]
fn a_dispute_and_two_arrows_against_each_other_are_told_apart() {
    let matrix = SignedMatrix::of(&graph_of(signs()), MatrixOrder::Name, true, 100);
    let cell = |from, to| {
        let at = |label| matrix.things.iter().position(|key| *key == Key::of(label).unwrap()).unwrap();
        matrix.cell(at(from), at(to))
    };
    let expected = [
        ("A", "B", Some(MatrixCell::More)),
        ("B", "A", Some(MatrixCell::Less)),
        ("A", "C", Some(MatrixCell::Disputed)),
        ("C", "B", Some(MatrixCell::Both)),
        ("D", "A", Some(MatrixCell::Unsigned)),
        ("A", "D", None),
    ];
    for (from, to, says) in expected {
        assert_eq!(cell(from, to), says, "{from} -> {to}");
    }
    let glyphs: BTreeSet<char> = MatrixCell::ALL.map(MatrixCell::glyph).into();
    assert_eq!(glyphs.len(), 5, "each is told by its sign alone");
}

#[test]
fn effects_alone_are_shown_where_there_are_any_and_the_busiest_of_too_many() {
    let graph = graph_of(signs());
    let effects = SignedMatrix::of(&graph, MatrixOrder::Name, false, 100);
    assert_eq!((effects.things.len(), effects.idle, effects.effects_only), (3, 1, true));
    let cut = SignedMatrix::of(&graph, MatrixOrder::Busy, true, 2);
    let names: Vec<&str> = cut.things.iter().map(Key::as_str).collect();
    assert_eq!((names, cut.cut), (vec!["a", "b"], 2));
    let needs = SignedMatrix::of(&graph_of(Tale::new().claims("a", "A -> B", "needs")), MatrixOrder::Name, false, 9);
    assert_eq!((needs.things.len(), needs.effects_only), (2, false));
}
