//! How questions read: no blank left open, no name, a reason of one sentence.

use adjacent::ask::{Question, templates};

use crate::room::Room;

const EXAMPLE: &str = include_str!("../fixtures/harbourline.txt");
const ALL: usize = 75;
/// People of the worked example; none of them is named aloud.
const NAMES: [&str; 9] = ["Mei", "Sam", "Tom", "Priya", "Gus", "Lin", "Ana", "Joe", "Noor"];

fn at_every_line() -> Vec<Question> {
    (1..=ALL).step_by(3).flat_map(|lines| Room::transcript(EXAMPLE, lines).questions()).collect()
}

#[test]
fn every_blank_is_filled_and_nobody_is_named() {
    let questions = at_every_line();
    assert!(questions.len() > 500);
    for Question { template, ask, because, .. } in questions {
        for text in [&ask, &because] {
            assert!(!text.contains(['{', '}']), "{template}: {text}");
            let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
            assert!(!NAMES.iter().any(|name| words.contains(name)), "{template}: {text}");
        }
        assert!(ask.ends_with('?'), "{template}: {ask}");
        assert!(because.ends_with('.') && !because.trim_end_matches('.').contains(". It "), "{template}: {because}");
    }
}

#[test]
fn no_template_speaks_of_nodes_edges_or_polarity() {
    for template in templates() {
        for form in [template.ask.clone(), template.elsewhere(), template.carry()] {
            for word in ["node", "edge", "polarity", "link"] {
                assert!(!form.contains(word), "{}: {form}", template.number);
            }
        }
    }
}
