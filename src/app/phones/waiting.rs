use std::collections::BTreeSet;

use super::question::SeatKey;
use crate::record::spoken::in_words;

/// The maximum number of questions of one phone that wait, and of all phones.
const OF_ONE: usize = 10;
const OF_ALL: usize = 300;

/// Something from phones that waits for whoever writes: to be shown, merged, parked or dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingItem {
    /// The question; for "I would be surprised" the line that was on the screen.
    text: String,
    /// Whether it is "I would be surprised".
    surprise: bool,
    /// The phones that it came from.
    seats: BTreeSet<SeatKey>,
}

impl WaitingItem {
    /// Returns it as the room would read it.
    pub fn says(&self) -> String {
        if !self.surprise {
            return self.text.clone();
        }
        let who = match self.seats.len() {
            0 | 1 => "One of us".to_owned(),
            many => format!("{} of us", crate::record::spoken::capitalised(&in_words(many))),
        };
        if self.text.is_empty() {
            format!("{who} would be surprised.")
        } else {
            format!("{who} would be surprised: {}", self.text)
        }
    }

    /// Whether it is "I would be surprised", and no question.
    pub const fn is_surprise(&self) -> bool {
        self.surprise
    }

    /// Takes in another question: one entry holds both.
    pub(super) fn merge(&mut self, other: Self) {
        self.text = format!("{} / {}", self.text, other.text);
        self.seats.extend(other.seats);
    }
}

/// Adds a question; the same question of the same phone comes once.
pub(super) fn add_question(waiting: &mut Vec<WaitingItem>, seat: SeatKey, text: String) -> bool {
    let same = waiting.iter_mut().find(|item| !item.surprise && item.text.to_lowercase() == text.to_lowercase());
    if let Some(same) = same {
        return same.seats.insert(seat);
    }
    let own = waiting.iter().filter(|item| !item.surprise && item.seats.contains(&seat)).count();
    let fits = !text.is_empty() && own < OF_ONE && waiting.len() < OF_ALL;
    if fits {
        waiting.push(WaitingItem { text, surprise: false, seats: BTreeSet::from([seat]) });
    }
    fits
}

/// Adds that somebody would be surprised by this line; all who are surprised by one line are one entry.
pub(super) fn add_surprise(waiting: &mut Vec<WaitingItem>, seat: SeatKey, about: &str) -> bool {
    if let Some(same) = waiting.iter_mut().find(|item| item.surprise && item.text == about) {
        return same.seats.insert(seat);
    }
    if waiting.len() < OF_ALL {
        waiting.push(WaitingItem { text: about.to_owned(), surprise: true, seats: BTreeSet::from([seat]) });
        return true;
    }
    false
}
