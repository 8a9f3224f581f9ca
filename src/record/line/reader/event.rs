use super::super::LineMark;
use super::super::body::{event, loose_event, seq_of, split_mark};
use super::super::chain::Proof;
use super::super::fault::{Fault, Trouble};
use super::super::numbers::Order;
use super::super::piece::UnknownLine;
use super::super::piece::{FilePiece, HeldLine, PieceKind, Seal};
use super::{LineReader, Stretch};
use crate::record::Event;

impl LineReader {
    /// Takes a line that its mark proves, or that consists of one event.
    pub(super) fn takes_event(&mut self, line: Stretch<'_>) -> bool {
        let (text, mark) = split_mark(line.text);
        // A struck line keeps its length, with spaces before its mark.
        let body = text.trim_ascii_end();
        let body = body.strip_suffix(b",").unwrap_or(body);
        if let Some(mark) = mark
            && let Some(proof) = self.chain.proof(text, mark)
        {
            self.take_proven(line, body, text, mark, proof);
            return true;
        }
        match loose_event(body) {
            Ok((length, event)) if length == body.len() => self.take_unproven(line, event, body),
            _ => return false,
        }
        true
    }

    /// Takes an event with other bytes where its comma and its mark should be.
    pub(super) fn takes_loose_event(&mut self, line: Stretch<'_>) -> bool {
        let (text, _) = split_mark(line.text);
        let Ok((length, event)) = loose_event(text) else { return false };
        self.take_unproven(line, event, text.get(..length).unwrap_or_default());
        true
    }

    fn take_proven(&mut self, line: Stretch<'_>, body: &[u8], text: &[u8], mark: LineMark, proof: Proof) {
        let (place, computed) = (line.first(text.len()), mark);
        let mark = Some(mark);
        let held = HeldLine { text: place, loose: false, end_column: 0, mark, computed, seal: Seal::Right };
        match event(body) {
            Ok(event) => self.use_event(line, event, held, Some(proof)),
            Err(_) => self.keep_unknown(line, body, held, proof),
        }
    }

    fn take_unproven(&mut self, line: Stretch<'_>, event: Event, body: &[u8]) {
        let (text, mark) = split_mark(line.text);
        let mut sealed = [body, b","].concat();
        if event.is_struck() && text.trim_ascii_end() == sealed {
            sealed = text.to_vec();
        }
        let loose = text != sealed;
        let proof = mark.and_then(|mark| self.chain.proof(&sealed, mark));
        let seal = match mark {
            Some(_) if proof.is_some() => Seal::Right,
            Some(_) if self.orphaned => Seal::Unproven,
            Some(_) => Seal::Changed,
            None => Seal::Missing,
        };
        let length = if loose { body.len() } else { sealed.len() };
        let computed = self.chain.mark_for(&sealed);
        let held =
            HeldLine { text: line.first(length), loose, end_column: line.column_at(length), mark, computed, seal };
        self.use_event(line, event, held, proof);
    }

    fn use_event(&mut self, line: Stretch<'_>, event: Event, held: HeldLine, proof: Option<Proof>) {
        let order = self.numbers.order(event.seq, &self.events);
        if let Order::Again { place } = order
            && self.events.get(place) == Some(&event)
        {
            let mark = held.mark.filter(|_| proof.is_some());
            self.push(line, PieceKind::Doubled { seq: event.seq, mark });
            if let Some(mark) = mark {
                self.prove(mark, Proof::AsWritten);
            }
            return;
        }
        self.number(line, event.seq, order);
        self.numbers.note(event.seq, Some(self.events.len()));
        self.admit(event);
        self.hold(line, held, proof, PieceKind::Event);
    }

    /// Keeps a line of a newer version unchanged.
    fn keep_unknown(&mut self, line: Stretch<'_>, body: &[u8], held: HeldLine, proof: Proof) {
        if let Some(seq) = seq_of(body) {
            let order = self.numbers.order(seq, &self.events);
            self.number(line, seq, order);
            self.numbers.note(seq, None);
        }
        let raw = String::from_utf8_lossy(body).into_owned();
        self.unknown.push(UnknownLine { line: self.line, after: self.events.len(), raw });
        self.hold(line, held, Some(proof), PieceKind::Unknown);
    }

    fn number(&mut self, line: Stretch<'_>, seq: u64, order: Order) {
        let trouble = match order {
            Order::Next => None,
            Order::Skips { from, to } => (!self.gap_explains_hole()).then_some(Trouble::Missing { from, to }),
            Order::Again { .. } => Some(Trouble::Repeated { seq }),
            Order::Back { after } => Some(Trouble::OutOfOrder { seq, after }),
        };
        self.gap = None;
        self.faults.extend(trouble.map(|trouble| Fault::at(self.line, line.column, trouble)));
    }

    fn gap_explains_hole(&mut self) -> bool {
        let piece = self.gap.and_then(|gap| self.pieces.get_mut(gap));
        if let Some(FilePiece { kind: PieceKind::Gap(gap), .. }) = piece {
            gap.hole = true;
        }
        self.gap.is_some()
    }
}
