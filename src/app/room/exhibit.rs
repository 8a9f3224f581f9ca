use crate::record::{Event, Fact, Hands};

/// A result that the room sees until it turns to another view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Exhibit {
    Texts(Vec<String>),
    Votes { ballot: String, hands: Vec<Hands> },
    Spread(Vec<(String, Vec<Hands>)>),
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
