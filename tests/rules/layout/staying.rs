//! Nothing jumps when one thing is added.

use std::collections::BTreeMap;

use adjacent::layout::{ArrowMark, Drawing, Limits, Sketch, SketchBox};

use crate::layout::chance::{self, Chance, id};

type Standing = BTreeMap<String, (usize, usize)>;

/// Layer and column of every box.
fn standing(drawing: &Drawing) -> Standing {
    drawing.boxes.iter().map(|drawn_box| (drawn_box.id.clone(), (drawn_box.layer, drawn_box.corner.x))).collect()
}

/// Adds one thing with up to two arrows; says what it is joined to.
fn grown(sketch: &Sketch, chance: &mut Chance) -> (Sketch, Vec<String>) {
    let mut grown = sketch.clone();
    let things = sketch.nodes().len();
    grown.add("new", SketchBox { label: "50 new thing".to_owned(), ..SketchBox::default() });
    let mut joined = Vec::new();
    for _ in 0..chance.below(3) {
        let other = id(chance.below(things));
        let (from, to) = if chance.below(2) == 0 { ("new", other.as_str()) } else { (other.as_str(), "new") };
        grown.join(from, to, ArrowMark::More).unwrap();
        joined.push(other);
    }
    (grown, joined)
}

#[test]
fn a_new_thing_moves_nothing_but_its_neighbours_in_the_layer() {
    for seed in 0..300 {
        let mut chance = Chance::new(seed + 77);
        let sketch = chance::map(seed);
        let drawing = chance::drawing(seed);
        let before = standing(drawing);
        let (grown, joined) = grown(&sketch, &mut chance);
        let after = standing(&Drawing::after(&grown, Limits::default(), &drawing.places()));
        // Layers of the new thing, and of what it is joined to: a further port may need a wider box.
        let touched: Vec<usize> = joined.iter().map(String::as_str).chain(["new"]).map(|id| after[id].0).collect();
        for (one, place) in &before {
            if !touched.contains(&after[one].0) {
                assert_eq!(after[one].1, place.1, "{one} moved on map {seed}");
            }
            for (other, beside) in &before {
                assert_eq!(place.0 == beside.0, after[one].0 == after[other].0, "{one} and {other} on map {seed}");
                assert_eq!(place.0 < beside.0, after[one].0 < after[other].0, "{one} above {other} on map {seed}");
                if place.0 == beside.0 && place.1 < beside.1 {
                    assert!(after[one].1 < after[other].1, "{one} passed {other} on map {seed}");
                }
            }
        }
    }
}

#[test]
fn drawing_the_same_again_moves_nothing() {
    for seed in 0..300 {
        let sketch = chance::map(seed);
        let drawing = chance::drawing(seed);
        let again = Drawing::after(&sketch, Limits::default(), &drawing.places());
        assert_eq!(*drawing, again, "map {seed}");
    }
}

#[test]
fn a_thing_taken_away_leaves_the_others_where_they_are() {
    for seed in 0..100 {
        let sketch = chance::map(seed);
        let drawing = chance::drawing(seed);
        let gone = sketch.nodes().len() / 2;
        let mut left = Sketch::new();
        for (id, node) in sketch.nodes().filter(|(other, _)| *other != id(gone)) {
            left.add(id, node.clone());
        }
        for edge in sketch.edges().iter().filter(|edge| edge.from != id(gone) && edge.to != id(gone)) {
            left.join(&edge.from, &edge.to, edge.mark).unwrap();
        }
        let (before, after) =
            (standing(drawing), standing(&Drawing::after(&left, Limits::default(), &drawing.places())));
        for (one, place) in &after {
            assert_eq!(place.1, before[one].1, "{one} on map {seed}");
        }
    }
}
