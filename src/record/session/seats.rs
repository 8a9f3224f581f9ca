use crate::record::{Person, SeatTag};

/// The seats of a session, with the people who left.
#[derive(Clone, Debug, Default)]
pub(super) struct Seats {
    /// The people present, in seat order.
    pub(super) people: Vec<Person>,
    /// The people who left.
    pub(super) gone: Vec<Person>,
    /// Every tag that was ever used, in the order in which people came.
    pub(super) tags: Vec<SeatTag>,
    /// Everybody who ever had a seat, with the latest description, in the order of `tags`.
    pub(super) described: Vec<Person>,
}

impl Seats {
    pub(super) fn seat(&mut self, person: &Person) {
        match self.tags.iter().position(|tag| *tag == person.tag) {
            Some(place) => {
                if let Some(known) = self.described.get_mut(place) {
                    known.clone_from(person);
                }
            }
            None => {
                self.tags.push(person.tag.clone());
                self.described.push(person.clone());
            }
        }
        match self.people.iter_mut().find(|known| known.tag == person.tag) {
            Some(known) => known.clone_from(person),
            None => {
                self.gone.retain(|known| known.tag != person.tag);
                self.people.push(person.clone());
            }
        }
    }

    /// Frees a seat. The person who left stays known, because their lines stay.
    pub(super) fn leave(&mut self, tag: &str) {
        let left = self.people.iter().position(|person| person.tag == tag);
        self.gone.extend(left.map(|place| self.people.remove(place)));
    }
}
