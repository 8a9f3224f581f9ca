//! How questions read: no blank left open, no name, a reason of one sentence.

use adjacent::ask::{Question, TEMPLATES};

use crate::ask::room::Room;
use crate::example::EXAMPLE;

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
fn what_is_told_goes_the_way_it_was_said() {
    for (template, lines, ask) in [
        (8, "!Bot -> ~Calls : -", "And with less Calls, what happens then?"),
        (8, "!Bot -> ~Calls : -\nsaw Calls up", "And with more Calls, what happens then?"),
        (8, "!Bot -> ~Trust (want up) : +\n!App -> Trust : -", "And with less Trust, what happens then?"),
        (9, "!Bot, !App, !Tool -> ~Calls : +", "Three things meet in Calls. Whose problem does it become?"),
        (
            16,
            "~Calls (want down) -> ~Cost : +\nCost -> Calls : +",
            "More Calls, more Cost, and more Calls again: which arrow would you weaken, and whose is it?",
        ),
        (
            16,
            "~Trust (want up) -> ~Cost : -\nCost -> Trust : -\nsaw Trust down",
            "Less Trust, more Cost, and less Trust again: which arrow would you weaken, and whose is it?",
        ),
        (
            17,
            "~Cost -> ~Calls (want down) : +\nCalls -> Cost : -",
            "Does anybody hold Calls at a level, and who chose that level?",
        ),
        (26, "!Bot, !App -> $Data : needs", "Who could supply Data, and what would they want in return?"),
        (
            31,
            "!Bot -> ~Calls : -\n!Tool -> Calls : +",
            "With Tool there is more Calls, with Bot less. Which do we want, and for whom?",
        ),
        (33, "saw Trust up", "We have seen more Trust. What leaned on it, even a little?"),
        (36, "!Bot -> @Customers (outside) : +", "What would Customers say if they were sitting there?"),
    ] {
        let questions = Room::of(&[]).says(lines).questions();
        let asked = questions.iter().find(|question| question.template == template);
        assert_eq!(asked.map(|question| question.ask.as_str()), Some(ask), "{template}: {lines}");
    }
}

#[test]
fn no_template_speaks_of_nodes_edges_or_polarity() {
    for template in TEMPLATES {
        for form in [template.ask.to_owned(), template.when_absent(), template.to_carry()] {
            for word in ["node", "edge", "polarity", "link"] {
                assert!(!form.contains(word), "{}: {form}", template.number);
            }
        }
    }
}
