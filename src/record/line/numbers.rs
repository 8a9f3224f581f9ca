use std::collections::BTreeMap;

use crate::record::Event;

/// Watches the numbers of the lines: 1, 2, 3, without gaps and without repeats.
#[derive(Clone, Debug, Default)]
pub(super) struct LineNumbers {
    highest: u64,
    /// The place of each number among the events; looked up only in damaged files, and so built only there.
    places: Option<BTreeMap<u64, usize>>,
}

/// How a number follows those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// It is the next one.
    Next,
    /// These are missing.
    Skips { from: u64, to: u64 },
    /// It was there before, at this place among the events.
    Again { place: usize },
    /// It is smaller than the highest before it, and new.
    Back { after: u64 },
}

impl LineNumbers {
    /// The highest number so far; 0 at the beginning.
    pub(super) const fn highest(&self) -> u64 {
        self.highest
    }

    /// How `seq` follows what is in `events`.
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

    /// Notes that a line with this number is used; as an event at `place`, unless it is one this version cannot read.
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
