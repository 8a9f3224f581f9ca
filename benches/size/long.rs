//! A long talk as it might be typed: teams, changes, what goes up and down, promises, questions, decisions.

use std::path::Path;

use adjacent::app::{OpenSession, Recording};
use adjacent::exercise::{AnswerFrame, Catalogue};
use adjacent::record::{Event, Fact, Header, Mode, Person, Session, SessionKind, SessionTime};
use adjacent::store::Workspace;

/// The title of every long session.
pub(crate) const TITLE: &str = "Long";

const TEAMS: [&str; 8] = ["Claims", "Sales", "Legal", "Finance", "Support", "Risk", "Pricing", "Intake"];
const WORDS: [&str; 8] = ["Handle", "Queue", "Ward", "Claims", "Letter", "Bed", "Theatre", "Discharge"];
const KINDS: [&str; 5] = ["time", "pressure", "backlog", "errors", "trust"];

pub(crate) fn header(number: u16) -> Header {
    let opened = "2026-11-20T09:00:00Z".parse().unwrap();
    Workspace::open(Path::new(".")).unwrap().new_header(TITLE, SessionKind::Workshop, opened, number)
}

/// The line with this number.
pub(crate) fn typed(number: u64) -> String {
    let mix = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 33;
    let (team, bot) = (TEAMS[(mix % 8) as usize], format!("Bot {}", mix / 8 % 40));
    let earlier = factor(mix % (number / 3 + 1));
    match number % 20 {
        0 => format!("@{team} owns !{bot}"),
        1 => format!("{bot} needs $Data set {}", mix % 60),
        2 => format!("do look at number {number} : {team} due 2w"),
        3 => format!("? who at {team} knows about {earlier}"),
        4 => format!("park number {number} for later"),
        5 => format!("we talked about number {number} for a while"),
        6 => format!("say @{team}: what about number {number}"),
        7 => format!("decide {bot}: guard, keep number {number}"),
        8 => format!("watch {earlier}: below 70, {team} sees it first, {team} acts"),
        9 => format!("saw {earlier} down 6pts"),
        10..15 => format!("{bot} -> less {} : seen", factor(number / 3)),
        _ => format!("{} -> more {} : ++ \"we saw it\"", factor(number / 3), earlier),
    }
}

fn factor(number: u64) -> String {
    format!("{} {} {number}", WORDS[(number % 8) as usize], KINDS[(number / 8 % 5) as usize])
}

/// So many lines, as they are saved.
pub(crate) fn events(lines: u64, catalogue: &Catalogue) -> Vec<Event> {
    let seat = |(at, team): (usize, &&str)| Person {
        tag: format!("p{at}").into(),
        name: None,
        party: Some((*team).into()),
        ..Person::default()
    };
    let people = TEAMS.iter().enumerate().map(seat).collect();
    let opened = Fact::Opened { mode: Mode::Live, facilitator: None, agenda: Vec::new(), people };
    let open = OpenSession::alone(Session::new(header(1)));
    let mut recording = Recording::new(open, catalogue);
    recording.apply(Event { seq: 1, facts: vec![opened], ..Event::default() }, catalogue);
    let enter = Recording::entering(&recording.agenda().stops()[1].clone());
    recording.apply(recording.keyed(vec![enter], SessionTime::from_millis(1)), catalogue);
    for number in 1..=lines {
        let reading = recording.read(
            &typed(number),
            Some(&format!("p{}", number % 8)),
            &AnswerFrame::default(),
            SessionTime::from_millis(number * 1000),
        );
        let event = recording.spoken(&reading, SessionTime::from_millis(number * 1000));
        recording.apply(event, catalogue);
    }
    recording.session().events().to_vec()
}

/// Such a session in a folder.
pub(crate) fn write(folder: &Path, lines: u64) {
    let events = events(lines, &Catalogue::embedded());
    Workspace::open(folder).unwrap().create(&header(1), &events).unwrap();
}
