use std::collections::BTreeMap;

use crate::record::spoken::options_as_said;
use crate::record::{Fact, Poll, PollBy};

use super::counted::counted;

/// Tells options that are put to the room, or the count of a poll; `None` for any other facts.
pub(crate) fn polled(facts: &[Fact]) -> Option<String> {
    facts.iter().find_map(|fact| match fact {
        Fact::Polled(poll) => Some(put(poll)),
        Fact::PollCounted { by, cast, expected } => Some(format!("{}{}", result(*by, facts)?, out(*cast, *expected))),
        _ => None,
    })
}

fn put(poll: &Poll) -> String {
    let question = Some(poll.question.trim()).filter(|question| !question.is_empty());
    let question = question.map(|question| format!(", “{question}”")).unwrap_or_default();
    let how = poll.by.asks();
    let how = format!("{}{}", how.get(..1).unwrap_or_default().to_lowercase(), how.get(1..).unwrap_or_default());
    format!("Put to the room{question}: {} ({how})", options_as_said(&poll.options))
}

fn result(by: PollBy, facts: &[Fact]) -> Option<String> {
    match by {
        PollBy::Hands | PollBy::Order => facts.iter().find_map(counted),
        PollBy::Dots(_) => Some(facts.iter().find_map(counted)?.replacen("Hands", "Dots", 1)),
        PollBy::Scale => {
            let told = ratings(facts).into_iter().map(|(item, values)| {
                let values: Vec<String> = values.iter().map(u8::to_string).collect();
                format!("{item} {}", values.join(" "))
            });
            Some(format!("Of 5: {}", told.collect::<Vec<_>>().join("; ")))
        }
    }
}

/// Returns the ratings of each item, the items in the order in which they were rated.
fn ratings(facts: &[Fact]) -> Vec<(&str, Vec<u8>)> {
    let (mut items, mut places) = (Vec::<(&str, Vec<u8>)>::new(), BTreeMap::new());
    for fact in facts {
        let Fact::Rated { item, value, .. } = fact else { continue };
        let place = *places.entry(item.as_str()).or_insert(items.len());
        if place == items.len() {
            items.push((item, Vec::new()));
        }
        if let Some((_, values)) = items.get_mut(place) {
            values.push(*value);
        }
    }
    items
}

/// Returns what the count lacks or has too much, as the room decided to record it.
fn out(cast: u32, expected: Option<u32>) -> String {
    match expected {
        Some(of) if cast < of => format!("; {cast} of {of} counted"),
        Some(of) if cast > of => format!("; {cast} counted, where {of} were expected"),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn poll(by: PollBy) -> Poll {
        Poll { question: String::new(), by, options: ["A", "B"].map(str::to_owned).to_vec() }
    }

    fn told(by: PollBy, typed: [&str; 2], here: usize) -> String {
        let tally = poll(by).tally(&typed.map(str::to_owned), here).unwrap();
        polled(&tally.facts).unwrap()
    }

    #[test]
    fn a_poll_and_its_count_are_told_without_names() {
        let put = Poll { question: "Which first?".to_owned(), ..poll(PollBy::Dots(3)) };
        assert_eq!(
            polled(&[Fact::Polled(put)]).as_deref(),
            Some("Put to the room, “Which first?”: A and B (3 dots each)")
        );
        assert_eq!(told(PollBy::Hands, ["4", "5"], 9), "Hands: A 4, B 5");
        assert_eq!(told(PollBy::Dots(1), ["4", "4"], 9), "Dots: A 4, B 4; 8 of 9 counted");
        assert_eq!(told(PollBy::Scale, ["53", "21"], 2), "Of 5: A 3 5; B 1 2");
        assert_eq!(told(PollBy::Order, ["2", "1"], 2), "In this order: B and A");
    }
}
