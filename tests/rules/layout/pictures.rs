//! Small maps as they look.

use adjacent::layout::{ArrowMark, Canvas, Drawing, Limits, Script, Sketch, SketchBox};

/// A map from lines such as `a -> b +`.
fn map(lines: &str) -> Sketch {
    let mut sketch = Sketch::new();
    let parts: Vec<(&str, &str)> = lines.lines().filter_map(|line| line.trim().split_once(" -> ")).collect();
    let split = |end: &str| match end.trim_end().rsplit_once(' ') {
        Some((label, "+")) => (label.to_owned(), ArrowMark::More),
        Some((label, "-")) => (label.to_owned(), ArrowMark::Less),
        Some((label, "?")) => (label.to_owned(), ArrowMark::Open),
        _ => (end.trim_end().to_owned(), ArrowMark::Bare),
    };
    for (from, to) in &parts {
        for label in [(*from).to_owned(), split(to).0] {
            sketch.add(label.clone(), SketchBox { label, ..SketchBox::default() });
        }
    }
    for (from, to) in &parts {
        let (to, mark) = split(to);
        sketch.join(from, &to, mark).unwrap();
    }
    sketch
}

fn drawn(lines: &str, script: Script) -> String {
    Canvas::of(&Drawing::of(&map(lines), Limits::default())).text(script)
}

const LOOP: &str = "Backlog -> Overtime +
    Overtime -> Backlog -
    Overtime -> Fatigue +
    Fatigue -> Errors +
    Errors -> Backlog +";

const CROSSING: &str = "A -> C +
    A -> D -
    A -> E ?
    B -> C
    B -> D
    B -> E
    A -> F
    E -> F";

#[test]
fn a_loop_has_an_arrow_that_leads_up() {
    insta::assert_snapshot!(drawn(LOOP, Script::Lines));
}

#[test]
fn a_loop_in_ascii() {
    insta::assert_snapshot!(drawn(LOOP, Script::Ascii));
}

#[test]
fn arrows_that_cross_pass_one_below_the_other() {
    insta::assert_snapshot!(drawn(CROSSING, Script::Lines));
}

#[test]
fn several_arrows_between_two_and_arrows_to_oneself() {
    insta::assert_snapshot!(drawn(
        "Trust -> Trust +
        Trust -> Trust -
        Trust -> Retention +
        Trust -> Retention -
        Retention -> Retention ?
        Retention -> Trust +",
        Script::Lines
    ));
}

#[test]
fn a_label_that_is_too_long_is_marked() {
    insta::assert_snapshot!(drawn("A very long name of a thing that nobody reads -> 待ち時間 +", Script::Lines));
}

#[test]
fn nothing_is_an_empty_page() {
    assert_eq!(drawn("", Script::Lines), "");
}
