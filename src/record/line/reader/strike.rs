use super::super::piece::{FilePiece, HeldLine, PieceKind, Seal};
use super::LineReader;
use crate::record::{Event, Fact};

impl LineReader {
    /// Adds an event. An order to remove a text is obeyed at once: from then on no reader is given the text.
    pub(super) fn admit(&mut self, event: Event) {
        for fact in &event.facts {
            if let Fact::StrikeOrdered { seq } = fact
                && self.ordered.insert(*seq)
            {
                self.strike_above(*seq);
            }
        }
        let place = self.events.len();
        self.events.push(event);
        self.strike(place);
    }

    fn strike_above(&mut self, seq: u64) {
        let places = self.events.iter().enumerate().filter(|(_, event)| event.seq == seq);
        for place in places.map(|(place, _)| place).collect::<Vec<_>>() {
            self.strike(place);
        }
    }

    /// Replaces an event by its struck form and keeps the text apart, if its removal was ordered.
    fn strike(&mut self, place: usize) {
        let ordered = |event: &&mut Event| self.ordered.contains(&event.seq) && event.can_be_struck();
        if let Some(event) = self.events.get_mut(place).filter(ordered) {
            let struck = event.struck();
            self.unstruck.insert(place, std::mem::replace(event, struck));
        }
    }

    /// At the end of the file, accepts lines whose mark does not fit because their text was removed by order.
    pub(in super::super) fn settle_strikes(&mut self) {
        let held = self.pieces.iter_mut().filter_map(|piece| match &mut piece.kind {
            PieceKind::Event(held) => Some(held),
            _ => None,
        });
        for (place, (held, event)) in held.zip(&self.events).enumerate() {
            let by_order =
                self.ordered.contains(&event.seq) && event.is_struck() && !self.unstruck.contains_key(&place);
            if by_order && is_whole(held) {
                held.seal = Seal::Struck;
            }
        }
    }

    /// Returns the lines whose text is still in the file although its removal was ordered: pieces and numbers.
    pub(in super::super) fn unstruck_lines(&self) -> impl Iterator<Item = (&FilePiece, u64)> {
        let events = self.pieces.iter().filter(|piece| matches!(piece.kind, PieceKind::Event(_)));
        let unstruck = |(place, piece)| self.unstruck.get(&place).map(|event| (piece, event.seq));
        events.enumerate().filter_map(unstruck)
    }
}

const fn is_whole(held: &HeldLine) -> bool {
    !held.loose && matches!(held.seal, Seal::Changed | Seal::Unproven)
}
