//! The picture of the worked example and of small maps.

use adjacent::export::{Arrows, map_svg};
use roxmltree::{Document, Node};

use crate::example::EXAMPLE;
use crate::export::readers;
use crate::talk::Talk;

fn class<'a>(document: &'a Document<'a>, class: &'static str) -> Vec<Node<'a, 'a>> {
    document.descendants().filter(|node| node.attribute("class") == Some(class)).collect()
}

fn shown(text: &str) -> String {
    let document = Document::parse(text).unwrap();
    class(&document, "shown")[0].text().unwrap().to_owned()
}

#[test]
fn of_a_large_map_the_effects_come_first_and_the_picture_says_how_many_there_are() {
    let graph = Talk::transcript(EXAMPLE).graph();
    let picture = map_svg(&graph, "Example", Arrows::Readable);
    let told = readers::svg(&picture);
    assert!(told.arrows.iter().all(|(_, _, relation, _)| ["affects", "rewards", "feeds"].contains(&relation.as_str())));
    let counts = graph.counts();
    let expected = format!(
        "{} of {} arrows shown, {} of {} things",
        told.arrows.len(),
        counts.arrows,
        told.things.len(),
        counts.things
    );
    assert!(shown(&picture).starts_with(&expected), "{}", shown(&picture));
    assert!(told.arrows.len() < counts.arrows && told.arrows.len() > 20);
}

#[test]
fn all_of_it_can_be_had() {
    let graph = Talk::transcript(EXAMPLE).graph();
    let picture = map_svg(&graph, "Example", Arrows::All);
    let mut expected = readers::expected(&graph);
    for (_, kind) in &mut expected.things {
        *kind = kind.to_lowercase();
    }
    expected.things.sort();
    assert_eq!(readers::svg(&picture), expected);
    assert!(shown(&picture).starts_with("all 44 things"), "{}", shown(&picture));
}

#[test]
fn every_label_is_written_and_lies_inside_the_picture() {
    let picture = map_svg(&Talk::transcript(EXAMPLE).graph(), "Example", Arrows::All);
    let document = Document::parse(&picture).unwrap();
    let root = document.root_element();
    let size = |name: &str| root.attribute(name).unwrap().parse::<f64>().unwrap();
    for thing in class(&document, "thing") {
        let lines: Vec<&str> = thing
            .children()
            .filter(|child| child.attribute("class") == Some("label"))
            .filter_map(|line| line.text())
            .collect();
        let label = thing.attribute("data-label").unwrap();
        let written = lines.join(" ");
        match written.strip_suffix('…') {
            Some(start) => assert!(label.starts_with(start), "{written:?} of {label:?}"),
            None => assert_eq!(written.replace("- ", "-"), label.replace("- ", "-")),
        }
        assert!(thing.children().any(|child| child.has_tag_name(("http://www.w3.org/2000/svg", "title"))), "{label}");
        for line in thing.children().filter(|child| child.has_attribute("x")) {
            let at = |name: &str| line.attribute(name).unwrap().parse::<f64>().unwrap();
            assert!(at("x") > 0.0 && at("x") < size("width") && at("y") > 0.0 && at("y") < size("height"), "{label}");
        }
    }
}

#[test]
fn it_is_told_to_those_who_cannot_see_it() {
    let picture = map_svg(&Talk::among(&[]).says("bot -> less handle time : seen").graph(), "A talk", Arrows::Readable);
    let document = Document::parse(&picture).unwrap();
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    let told: Vec<&str> = root
        .attribute("aria-labelledby")
        .unwrap()
        .split(' ')
        .map(|id| document.descendants().find(|node| node.attribute("id") == Some(id)).unwrap().text().unwrap())
        .collect();
    assert_eq!(told, ["A talk", "all 2 things, all 1 arrows. bot: less handle time (seen)"]);
}

#[test]
fn a_level_line_hops_over_an_upright_one() {
    // Three and three, each joined with each: no order of them is without crossings.
    let mut talk = Talk::among(&[]);
    talk.says("a1 -> b1, b2, b3 : +\na2 -> b1, b2, b3 : +\na3 -> b1, b2, b3 : -");
    let picture = map_svg(&talk.graph(), "Crossed", Arrows::All);
    assert!(picture.matches("A3.4 3.4").count() >= 1, "no hop in\n{picture}");
    let mut plain = Talk::among(&[]);
    plain.says("a1 -> b1, b2, b3 : +");
    assert_eq!(map_svg(&plain.graph(), "Plain", Arrows::All).matches("A3.4 3.4").count(), 0);
}

#[test]
fn signs_doubts_and_sorts_are_told_by_more_than_colour() {
    let mut talk = Talk::among(&[("mei", "Claims"), ("tom", "Risk")]);
    talk.says(
        "mei> !Bot -> Trust : + seen\ntom> !Bot -> Trust : -\nmei> Trust -> Calls : -\nmei> Bot -> Calls : ++ guess",
    );
    let picture = map_svg(&talk.graph(), "Signs", Arrows::Readable);
    let document = Document::parse(&picture).unwrap();
    let marks: Vec<(&str, &str)> = document
        .descendants()
        .filter(|node| node.has_attribute("data-from"))
        .map(|node| {
            let mark = node.children().find(|child| child.attribute("class") == Some("mark")).unwrap();
            (node.attribute("class").unwrap(), mark.text().unwrap())
        })
        .collect();
    assert_eq!(marks, [("arrow more clear guess", "+"), ("arrow open disputed", "?"), ("arrow less", "−")]);
    let captions: Vec<&str> = class(&document, "caption").iter().filter_map(Node::text).collect();
    assert_eq!(captions, ["change", "measure", "measure"]);
}
