//! Rooms of nobody and of forty, with names nobody can type.

use std::collections::BTreeSet;

use adjacent::app::{Code, KeyPress};
use adjacent::record::Fact;

use crate::hour::absurd::{console, screen, walks_through, workshop};
use crate::hour::frames::Window;
use crate::typing::Typing;

#[test]
fn a_room_with_nobody_listed_works() {
    let mut stage = workshop("", "arrive=5, next=14, close=6");
    stage.press(KeyPress::ctrl('s'));
    assert!(console(&stage).contains("F4 or /setup lists people"), "{}", console(&stage));
    stage.code(Code::Esc).code(Code::F(6)).enter();
    for answer in ["one", "two", "three"] {
        stage.says(answer);
    }
    stage.code(Code::F(6)).enter();
    assert!(screen(&stage, Window::Room).contains("· two"), "{}", screen(&stage, Window::Room));
    walks_through(&mut stage);
}

#[test]
fn forty_people_with_odd_names_each_get_a_seat_and_no_name_acts() {
    let odd = [
        "Mei @ Claims",
        "mei = Mei Two @ Claims",
        "Mei\u{202e}Three <mei@example.org> @ Cla\u{1b}[31mims",
        "  - 7. Ana, risk, again @ Risk = really",
        "👩\u{200d}💻 Ada @ 🏢",
        "明美 @ 保険",
        "=cmd() @ Finance",
        "O'Brien, \"Bob\" (Sales (EMEA))",
        "\"; DROP @ TABLE",
        "A",
    ];
    let long = format!("{} @ {}", "N".repeat(300), "U".repeat(300));
    let others = (0..29).map(|number| format!("Person {number}, role @ Unit {}", number % 7));
    let list: Vec<String> = odd.map(str::to_owned).into_iter().chain([long]).chain(others).collect();
    let mut stage = workshop(&list.join("\n"), "arrive=5, draw=13, next=14, close=6");
    let people = stage.run().recording.session().people().to_vec();
    assert_eq!(people.len(), 40);
    let tags: BTreeSet<_> = people.iter().map(|person| person.tag.clone()).collect();
    assert_eq!(tags.len(), 40, "two share a tag: {tags:?}");
    let kept = format!("{:?}", stage.saved);
    assert!(!kept.contains("Brien") && !kept.contains("明美") && !kept.contains('\u{1b}'), "{kept}");
    stage.press(KeyPress::ctrl('s'));
    for _ in 0..45 {
        stage.code(Code::Down);
    }
    stage.enter().says("more calls");
    assert_eq!(stage.saved.last().unwrap().speaker.as_deref(), Some(people[39].tag.as_str()));
    stage.press(KeyPress::alt(Code::Char('0'))).code(Code::F(6)).types("40").enter();
    let slips: Vec<String> = (1..=40).map(|number| format!("slip {number} says something of its own")).collect();
    stage.paste(&slips.join("\r\n"));
    assert!(console(&stage).contains("40 of 40 are in"), "{}", console(&stage));
    stage.code(Code::F(6));
    for _ in 0..45 {
        stage.code(Code::Down);
    }
    stage.enter();
    let revealed = stage.saved.iter().flat_map(|event| &event.facts).find_map(|fact| match fact {
        Fact::Revealed { texts } => Some(texts.len()),
        _ => None,
    });
    assert_eq!(revealed, Some(40));
    let room = screen(&stage, Window::Room);
    assert!(room.contains("more"), "what has no room is counted:\n{room}");
    walks_through(&mut stage);
}
