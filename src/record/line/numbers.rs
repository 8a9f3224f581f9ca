use std::collections::BTreeMap;

use crate::record::Event;

/// Checks that the numbers of the lines are 1, 2, 3 and so on, without gaps or repeats.
#[derive(Clone, Debug, Default)]
pub(super) struct LineNumbers {
    highest: u64,
    /// For each number, its index among the events. Only damaged files need it, so it is built at the first look-up.
    places: Option<BTreeMap<u64, usize>>,
}

/// How the number of a line relates to the numbers before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// It is the next number.
    Next,
    /// The numbers from `from` to `to` are missing before it.
    Skips { from: u64, to: u64 },
    /// The number occurred before, at the index `place` among the events.
    Again { place: usize },
    /// The number is new, but smaller than the highest one so far.
    Back { after: u64 },
}

impl LineNumbers {
    /// Returns the highest number so far; 0 before the first line.
    pub(super) const fn highest(&self) -> u64 {
        self.highest
    }

    /// Returns how `seq` relates to the numbers of `events`.
    pub(super) fn order(&mut self, seq: u64, events: &[Event]) -> Order {
        if seq > self.highest {
            let next = self.highest + 1;
            return if seq == next { Order::Next } else { Order::Skips { from: next, to: seq - 1 } };
        }
        match self.places(events).get(&seq) {
            Some(place) => Order::Again { place: *place },
            None => Order::Back { after: self.highest },
        }
    }

    /// Notes the number of a used line, with its index among the events; `None` for a line that this version cannot
    /// parse.
    pub(super) fn note(&mut self, seq: u64, place: Option<usize>) {
        self.highest = self.highest.max(seq);
        if let (Some(places), Some(place)) = (&mut self.places, place) {
            places.entry(seq).or_insert(place);
        }
    }

    fn places(&mut self, events: &[Event]) -> &BTreeMap<u64, usize> {
        self.places.get_or_insert_with(|| {
            let numbered = events.iter().enumerate().rev();
            numbered.map(|(place, event)| (event.seq, place)).collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn orders(seqs: &[u64]) -> Vec<Order> {
        let mut numbers = LineNumbers::default();
        let mut events = Vec::new();
        let mut orders = Vec::new();
        for seq in seqs {
            orders.push(numbers.order(*seq, &events));
            numbers.note(*seq, Some(events.len()));
            events.push(Event { seq: *seq, ..Event::default() });
        }
        orders
    }

    #[test]
    fn missing_and_repeated_numbers_are_told_apart() {
        assert_eq!(orders(&[1, 2, 3]), [Order::Next, Order::Next, Order::Next]);
        assert_eq!(orders(&[1, 4, 5]), [Order::Next, Order::Skips { from: 2, to: 3 }, Order::Next]);
        assert_eq!(orders(&[1, 3, 2]).last(), Some(&Order::Back { after: 3 }));
        assert_eq!(orders(&[1, 2, 2, 2]).last(), Some(&Order::Again { place: 1 }));
        assert_eq!(orders(&[0]), [Order::Back { after: 0 }]);
        assert_eq!(
            orders(&[u64::MAX, 7]),
            [Order::Skips { from: 1, to: u64::MAX - 1 }, Order::Back { after: u64::MAX }]
        );
    }
}
