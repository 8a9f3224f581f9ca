//! The worked example on a screen of 120 columns.

use adjacent::graph::Key;
use adjacent::layout::{Canvas, Drawing, Limits, Script, Sketch};

use crate::example::EXAMPLE;
use crate::layout::following::is_read_back;
use crate::talk::Talk;

const COLUMNS: usize = 120;

fn drawn() -> (Sketch, Drawing) {
    let sketch = Sketch::of(&Talk::transcript(EXAMPLE).graph());
    let drawing = Drawing::of(&sketch, Limits { width: Some(COLUMNS), ..Limits::default() });
    (sketch, drawing)
}

/// The thing whose label begins like this.
fn id(sketch: &Sketch, label: &str) -> String {
    let beginning = label.trim_end_matches(['…', '~']);
    let whole = Key::of(label).filter(|key| sketch.nodes().any(|(id, _)| id == key.as_str()));
    let found = whole.map(|key| key.as_str().to_owned());
    found
        .or_else(|| sketch.nodes().find(|(_, node)| node.label.starts_with(beginning)).map(|(id, _)| id.to_owned()))
        .unwrap()
}

#[test]
fn it_fits_and_every_arrow_is_found() {
    let (sketch, drawing) = drawn();
    assert!(drawing.width <= COLUMNS, "{} columns", drawing.width);
    assert_eq!(drawing.paths.len(), Talk::transcript(EXAMPLE).graph().counts().arrows);
    for script in [Script::Lines, Script::Ascii] {
        is_read_back(&sketch, &drawing, script, |label| id(&sketch, label));
    }
}

#[test]
fn no_label_is_cut_below_twelve_columns() {
    let (sketch, drawing) = drawn();
    for (drawn_box, (_, node)) in drawing.boxes.iter().zip(sketch.nodes()) {
        assert!(!drawn_box.cut || drawn_box.label.chars().count() > 9, "{:?} of {:?}", drawn_box.label, node.label);
    }
}

#[test]
fn it_looks_like_this() {
    insta::assert_snapshot!(Canvas::of(&drawn().1).text(Script::Lines));
}
