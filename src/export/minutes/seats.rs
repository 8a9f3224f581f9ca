use crate::record::{Fact, Person, Session};

/// Everybody who had a seat, each as last described; those who left early too.
pub(super) fn seats(session: &Session) -> Vec<&Person> {
    let mut seats: Vec<&Person> = Vec::new();
    for fact in session.events().iter().flat_map(|event| &event.facts) {
        let sat: &[Person] = match fact {
            Fact::Opened { people, .. } => people,
            Fact::Joined(person) => std::slice::from_ref(person),
            _ => &[],
        };
        for person in sat {
            match seats.iter_mut().find(|known| known.tag == person.tag) {
                Some(known) => *known = person,
                None => seats.push(person),
            }
        }
    }
    seats
}
