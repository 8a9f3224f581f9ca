//! The question always is the largest thing.

use crate::room::stage::Stage;

/// The height in rows of the largest block letters between two rows of the screen; 1 for plain text.
fn letters(screen: &str, from: usize, to: usize) -> usize {
    let is_block = |row: &&str| row.contains(['█', '▀', '▄']);
    let rows: Vec<&str> = screen.lines().skip(from).take(to - from).collect();
    rows.split(|row| !is_block(row)).map(<[&str]>::len).max().unwrap_or(0).max(1)
}

#[test]
fn no_line_is_larger_than_the_question_at_any_size() {
    let long =
        "What will this change for the people next door who hear of it last, and who of them would tell us in time?";
    for said in ["Service bot -> more calls", "oops ignore that", "yes"] {
        for (columns, rows) in [(80, 24), (120, 40), (160, 50), (200, 60), (240, 70)] {
            for large in [false, true] {
                let mut stage = Stage::opened();
                stage.enters(2);
                stage.does(adjacent::record::Fact::Offered { question: 1, about: Vec::new(), ask: long.to_owned() });
                stage.says(said);
                stage.window.large = large;
                let stage = stage.with_size(columns, rows);
                let screen = stage.screen();
                let bar = screen.lines().position(|row| row.contains('▌')).unwrap_or(usize::from(rows));
                let (question, line) = (letters(&screen, 1, bar), letters(&screen, bar, usize::from(rows)));
                assert!(question >= line, "{said} at {columns}x{rows}: {question} and {line}\n{screen}");
            }
        }
    }
}
