use crate::record::{Event, Fact, Hands};

/// Something that was found out together, looked at until the room goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Exhibit {
    Texts(Vec<String>),
    Votes { ballot: String, hands: Vec<Hands> },
    Spread(Vec<(String, Vec<Hands>)>),
}

/// What was counted; with what else was counted in one go.
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
