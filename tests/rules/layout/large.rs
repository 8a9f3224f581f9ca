//! Maps far larger than a workshop makes: they stay within bounds, and everything on them is drawn.

use std::sync::atomic::AtomicBool;

use adjacent::layout::{ArrowMark, Drawing, DrawnBox, Limits, Sketch, SketchBox};

use crate::layout::chance::Chance;

/// Things and arrows by chance, the arrows between any two things.
fn large(things: usize, arrows: usize, seed: u64) -> Sketch {
    let mut chance = Chance::new(seed);
    let mut sketch = Sketch::new();
    for at in 0..things {
        let group = (seed % 2 == 1).then(|| format!("unit {}", at % 6));
        let label = "thing ".repeat(1 + chance.below(3)).trim().to_owned();
        sketch.add(format!("{at:04}"), SketchBox { label, group, width: 0 });
    }
    for _ in 0..arrows {
        let (from, to) = (chance.below(things), chance.below(things));
        sketch.join(&format!("{from:04}"), &format!("{to:04}"), ArrowMark::More).unwrap();
    }
    sketch
}

fn overlap(one: &DrawnBox, other: &DrawnBox) -> bool {
    let apart = |a: usize, long: usize, b: usize, far: usize| a + long <= b || b + far <= a;
    !(apart(one.corner.x, one.width, other.corner.x, other.width)
        || apart(one.corner.y, one.height, other.corner.y, other.height))
}

/// Every arrow is drawn from its box to its box, no boxes overlap, nothing is outside, and the area is in proportion to
/// that of the boxes and to what crosses between them.
fn holds(sketch: &Sketch, drawing: &Drawing) {
    assert_eq!((drawing.boxes.len(), drawing.paths.len()), (sketch.nodes().len(), sketch.edges().len()));
    for (at, one) in drawing.boxes.iter().enumerate() {
        assert!(one.corner.x + one.width <= drawing.width && one.corner.y + one.height <= drawing.height);
        assert!(drawing.boxes[at + 1..].iter().all(|other| !overlap(one, other)), "{}", one.id);
    }
    for (edge, path) in sketch.edges().iter().zip(&drawing.paths) {
        assert_eq!((&drawing.boxes[path.from].id, &drawing.boxes[path.to].id), (&edge.from, &edge.to));
        assert!(path.points.len() >= 2 && path.points.iter().all(|at| at.x < drawing.width && at.y < drawing.height));
    }
    let boxes: usize = drawing.boxes.iter().map(|drawn_box| drawn_box.width * drawn_box.height).sum();
    let (area, most) = (drawing.width * drawing.height, boxes * (20 + sketch.edges().len() / 4));
    assert!(area <= most, "{} x {} for {boxes} cells of boxes", drawing.width, drawing.height);
}

#[test]
fn maps_of_twenty_to_two_hundred_things_are_whole_and_within_bounds() {
    for (things, arrows) in [(20, 30), (40, 90), (60, 180), (100, 150), (100, 300), (200, 300)] {
        for seed in 1..=2 {
            let sketch = large(things, arrows, seed);
            for width in [None, Some(78), Some(150)] {
                holds(&sketch, &Drawing::of(&sketch, Limits { width, ..Limits::default() }));
            }
        }
    }
}

#[test]
fn three_hundred_things_with_nine_hundred_arrows_are_no_tower() {
    let sketch = large(300, 900, 2);
    let drawing = Drawing::of(&sketch, Limits { width: Some(150), ..Limits::default() });
    holds(&sketch, &drawing);
    assert!(drawing.height < 10 * drawing.width, "{} x {}", drawing.width, drawing.height);
}

#[test]
fn a_large_map_is_drawn_the_same_every_time_and_stays_where_it_is() {
    let sketch = large(60, 180, 3);
    let limits = Limits { width: Some(78), ..Limits::default() };
    let drawing = Drawing::of(&sketch, limits);
    assert_eq!(drawing, Drawing::of(&sketch, limits));
    let again = Drawing::after(&sketch, limits, &drawing.places());
    let columns = |drawing: &Drawing| drawing.boxes.iter().map(|drawn_box| drawn_box.corner.x).collect::<Vec<_>>();
    assert_eq!(columns(&again), columns(&drawing));
}

#[test]
fn a_drawing_that_is_no_longer_wanted_is_not_finished() {
    let sketch = large(100, 300, 1);
    for before in [None, Some(Drawing::of(&large(20, 30, 1), Limits::default()).places())] {
        let drawing = |stopped| Drawing::unless(&AtomicBool::new(stopped), &sketch, Limits::default(), before.as_ref());
        assert!(drawing(true).is_none());
        assert!(drawing(false).is_some());
    }
}
