//! Every example of every shape is read as it says.

use adjacent::capture::{Form, Reading, shape_examples};
use adjacent::record::{Claim, Delay, Fact, Relation, Sign, Strength};

use super::room::Room;

#[test]
fn every_example_of_a_shape_is_read_as_it_says() {
    let mut wrong = Vec::new();
    for (shape, line, expected) in shape_examples() {
        let told = told(&Room::after(&["!slot planner", "!Meter Chat"]).read(line));
        if told != expected {
            wrong.push(format!("{shape}: {line}\n    is {told}\n    not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_prefix_of_every_example_is_read_without_harm() {
    let room = Room::after(&["!slot planner", "@Claims owns !Meter Chat"]);
    for (_, line, _) in shape_examples() {
        for (at, _) in line.char_indices() {
            let reading = room.read(&line[..at]);
            assert!(reading.form == Form::Blank || !reading.facts.is_empty(), "{}", &line[..at]);
        }
    }
}

fn told(reading: &Reading) -> String {
    match (reading.form, reading.offers.first()) {
        (Form::Text, Some(offer)) => format!("offered: {}", facts(offer)),
        (Form::Text, None) => "text".to_owned(),
        _ => facts(reading),
    }
}

fn facts(reading: &Reading) -> String {
    let told: Vec<String> = reading.facts.iter().filter_map(fact).collect();
    told.join("; ")
}

fn fact(fact: &Fact) -> Option<String> {
    match fact {
        Fact::Claimed(claim) => Some(arrow(claim)),
        Fact::Observed { label, direction, words } => {
            let behind = words.as_deref().unwrap_or_default();
            Some(format!("saw {label} {} {behind}", format!("{direction:?}").to_lowercase()).trim().to_owned())
        }
        Fact::Asked { text } => Some(format!("? {text}")),
        Fact::Set { label, words, .. } => Some(format!("{label} is live \"{}\"", words.as_deref().unwrap_or_default())),
        _ => None,
    }
}

fn arrow(claim: &Claim) -> String {
    let marks = match claim.strength {
        Strength::Some => 1,
        Strength::Clear => 2,
        Strength::Dominant => 3,
    };
    let sign = match claim.sign {
        Sign::Unknown => String::new(),
        Sign::NoEffect => "=".to_owned(),
        Sign::Plus => "+".repeat(marks),
        Sign::Minus => "-".repeat(marks),
    };
    let delay = claim.delay.map(|delay| match delay {
        Delay::Days(days) => format!("{days}d"),
        Delay::Later => "later".to_owned(),
    });
    let relation = (claim.kind == Relation::Aims).then(|| "aims".to_owned());
    let tail: Vec<String> = relation.into_iter().chain((!sign.is_empty()).then_some(sign)).chain(delay).collect();
    let tail = if tail.is_empty() { String::new() } else { format!(" : {}", tail.join(" ")) };
    let note = claim.note.as_ref().map(|note| format!(" // {note}")).unwrap_or_default();
    match claim.kind {
        Relation::Affects | Relation::Aims => format!("{} -> {}{tail}{note}", claim.from, claim.to),
        kind => format!("{} {} {}{note}", claim.from, kind.name(), claim.to),
    }
}
