//! Whoever follows the characters from every port finds exactly the arrows that were drawn.

use adjacent::layout::{Canvas, Drawing, Limits, Script, Sketch};

use crate::layout::chance;
use crate::layout::tracer::{Tracer, counted};

/// Draws, reads the characters, and compares: the arrows with their marks, the labels, the number of boxes.
pub(crate) fn is_read_back(sketch: &Sketch, drawing: &Drawing, script: Script, name_of: impl Fn(&str) -> String) {
    let text = Canvas::of(drawing).text(script);
    let tracer = Tracer::new(&text, script);
    let boxes = tracer.boxes();
    assert_eq!(boxes.len(), sketch.nodes().len(), "boxes in\n{text}");
    let names: Vec<String> = boxes.iter().map(|found| name_of(&found.label)).collect();
    for (found, name) in boxes.iter().zip(&names) {
        let (_, node) = sketch.nodes().find(|(id, _)| id == name).unwrap_or_else(|| panic!("{name} in\n{text}"));
        assert!(tracer.says(found, &node.label), "{:?} for {:?}", found.label, node.label);
    }
    let followed =
        tracer.arrows(&boxes).into_iter().map(|(from, to, mark)| (names[from].clone(), names[to].clone(), mark));
    let drawn = sketch.edges().iter().map(|edge| (edge.from.clone(), edge.to.clone(), edge.mark.char()));
    assert_eq!(counted(followed), counted(drawn), "in\n{text}");
}

/// Things drawn by chance are called by the number their label begins with.
fn number(label: &str) -> String {
    label.chars().take(2).collect()
}

#[test]
fn on_a_thousand_maps_every_arrow_is_found_and_every_label_is_whole_or_marked() {
    for seed in 0..1_000 {
        let sketch = chance::map(seed);
        let width = [None, Some(80), Some(120), Some(200)][usize::try_from(seed % 4).unwrap()];
        let drawing = Drawing::of(&sketch, Limits { width, ..Limits::default() });
        for script in [Script::Lines, Script::Ascii] {
            is_read_back(&sketch, &drawing, script, number);
        }
    }
}

#[test]
fn every_arrow_is_found_when_a_map_grows_around_what_was_drawn_before() {
    for seed in 0..200 {
        let mut places = chance::drawing(seed).places();
        for other in [seed + 1_000, seed + 2_000] {
            let sketch = chance::map(other);
            let drawing = Drawing::after(&sketch, Limits::default(), &places);
            is_read_back(&sketch, &drawing, Script::Lines, number);
            places = drawing.places();
        }
    }
}

#[test]
fn the_same_map_gives_the_same_drawing_in_whatever_order_it_was_put_together() {
    for seed in 0..50 {
        let sketch = chance::map(seed);
        let mut nodes: Vec<_> = sketch.nodes().map(|(id, node)| (id.to_owned(), node.clone())).collect();
        nodes.reverse();
        let mut again = Sketch::new();
        for (id, node) in nodes {
            again.add(id, node);
        }
        for edge in sketch.edges() {
            if edge.dotted {
                again.join_dotted(&edge.from, &edge.to, edge.mark).unwrap();
            } else {
                again.join(&edge.from, &edge.to, edge.mark).unwrap();
            }
        }
        assert_eq!(*chance::drawing(seed), Drawing::of(&again, Limits::default()));
    }
}

#[test]
fn an_arrow_to_somewhere_unknown_is_refused_in_a_sentence() {
    let mut sketch = Sketch::new();
    sketch.add("a", adjacent::layout::SketchBox::default());
    let refused = sketch.join("a", "b\u{1b}", adjacent::layout::ArrowMark::Bare).unwrap_err().to_string();
    assert_eq!(refused, "the arrow a -> b names \"b\", which is not on this map; add it before the arrow");
    assert!(sketch.edges().is_empty());
}
