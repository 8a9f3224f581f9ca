use crate::record::{Event, Fact, Hands, Poll, PollBy};

/// A result that the room sees until it turns to another view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Exhibit {
    Texts(Vec<String>),
    Votes { ballot: String, hands: Vec<Hands> },
    Spread(Vec<(String, Vec<Hands>)>),
    Poll(Poll),
    Order { ballot: String, order: Vec<String> },
}

/// Returns the count of an event; every count where the event has several questions.
pub(super) fn counted(event: &Event, ballot: &str, hands: &[Hands]) -> Exhibit {
    let ballots = event.facts.iter().filter_map(|fact| match fact {
        Fact::Voted { ballot, hands } => Some((ballot.clone(), hands.clone())),
        _ => None,
    });
    let ballots: Vec<_> = ballots.collect();
    if ballots.len() > 1 {
        return Exhibit::Spread(ballots);
    }
    Exhibit::Votes { ballot: ballot.to_owned(), hands: hands.to_vec() }
}

/// Returns the count of a poll; `None` if the event holds none.
pub(super) fn poll_counted(event: &Event) -> Option<Exhibit> {
    let by = event.facts.iter().find_map(|fact| match fact {
        Fact::PollCounted { by, .. } => Some(*by),
        _ => None,
    })?;
    if by == PollBy::Scale {
        return Some(Exhibit::Spread(fingers(event)));
    }
    event.facts.iter().find_map(|fact| match fact {
        Fact::Voted { ballot, hands } => Some(Exhibit::Votes { ballot: ballot.clone(), hands: hands.clone() }),
        Fact::Ranked { ballot, order } => Some(Exhibit::Order { ballot: ballot.clone(), order: order.clone() }),
        _ => None,
    })
}

/// Returns how many people showed one to five fingers for each item.
fn fingers(event: &Event) -> Vec<(String, Vec<Hands>)> {
    let mut items: Vec<(String, Vec<Hands>)> = Vec::new();
    for fact in &event.facts {
        let Fact::Rated { item, value, .. } = fact else { continue };
        if items.last().is_none_or(|(last, _)| last != item) {
            let none = (1..=5).map(|value| Hands { option: value.to_string(), count: 0 });
            items.push((item.clone(), none.collect()));
        }
        let place = usize::from(value.saturating_sub(1));
        if let Some(hands) = items.last_mut().and_then(|(_, hands)| hands.get_mut(place)) {
            hands.count += 1;
        }
    }
    items
}
