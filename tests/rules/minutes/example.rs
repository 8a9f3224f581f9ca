//! The worked example, as it would be sent to a client.

use std::path::Path;

use adjacent::import::notes::transcript;

use crate::minutes::room::{Room, at_every_moment, seat};
use adjacent::record::{Fact, SessionKind};

pub(crate) fn harbourline() -> Room {
    let notes = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/harbourline.txt");
    let notes = transcript::read(&std::fs::read_to_string(notes).unwrap());
    let people = notes.people.iter().filter_map(|line| {
        let (tag, rest) = line.split_once(" = ")?;
        Some(seat(tag, None, rest.split_once(" @ ")?.1))
    });
    let mut room = Room::opened(SessionKind::Workshop, &people.collect::<Vec<_>>(), &[]);
    let mut minute = 0;
    for line in &notes.lines {
        room.wait(line.at.as_mins() - minute).in_step(&line.step.clone().unwrap().to_string()).says(&line.text);
        minute = line.at.as_mins();
    }
    room.key(Fact::Titled { title: notes.title.unwrap() }).key(Fact::Closed);
    room
}

#[test]
fn the_minutes_of_the_worked_example() {
    insta::assert_snapshot!(harbourline().minutes());
}

#[test]
fn at_every_moment_of_it_nobody_is_named() {
    for page in at_every_moment(harbourline().session()) {
        for word in page.split(|c: char| !c.is_alphanumeric()) {
            let who = ["mei", "sam", "tom", "pri", "gus", "lin", "ana", "joe", "noor", "priya"];
            assert!(!who.contains(&word.to_lowercase().as_str()), "{word} is named in\n{page}");
        }
    }
}
