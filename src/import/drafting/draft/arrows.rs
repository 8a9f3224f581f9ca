use super::map_draft::MapDraft;
use super::texts::{TEXT_LIMIT, add_text, one_line};
use crate::import::imported::{ImportedArrow, RemarkSort, RemarkTopic};
use crate::import::input::limits;
use crate::import::mapping::UndirectedAre;
use crate::import::place::SourcePlace;
use crate::record::{Relation, Sign, Strength};

impl MapDraft<'_> {
    /// Adds an arrow between two things; returns its index. `None` for an arrow from a thing to itself, which is left
    /// out and said. Of several arrows of one relation between the same ends one is made: if they differ in their sign,
    /// the sign is open, and said so.
    pub(in crate::import) fn arrow(
        &mut self,
        key: &str,
        place: &SourcePlace,
        (from, to): (usize, usize),
        relation: Relation,
        sign: Sign,
    ) -> Option<usize> {
        if from == to {
            let label = self.label_of(from);
            let says = format!("an arrow from {label} to itself is left out");
            self.remark_like(place, RemarkSort::LeftOut, "to itself", says);
            return None;
        }
        if let Some(known) = self.arrows.get(&(from, to, relation)).copied() {
            self.again(known, place, sign);
            return Some(known);
        }
        if self.map.arrows.len() >= limits::ARROWS {
            return self.overflow(place, format!("there are more than {} arrows", limits::ARROWS));
        }
        let arrow = ImportedArrow {
            key: key.to_owned(),
            place: place.clone(),
            from,
            to,
            relation,
            sign,
            strength: Strength::default(),
            delay: None,
            note: None,
        };
        let place = self.map.arrows.len();
        self.map.arrows.push(arrow);
        self.arrows.insert((from, to, relation), place);
        Some(place)
    }

    /// Adds what the file draws between two things without a direction. It is asked about, and is an arrow from the first
    /// to the second only where the mapping says so.
    pub(in crate::import) fn undirected(
        &mut self,
        key: &str,
        place: &SourcePlace,
        ends: (usize, usize),
        relation: Relation,
        sign: Sign,
    ) -> Option<usize> {
        self.map.questions.links += usize::from(ends.0 != ends.1);
        if self.context.mapping.undirected == UndirectedAre::Arrows || ends.0 == ends.1 {
            return self.arrow(key, place, ends, relation, sign);
        }
        let says = format!("{} and {} are linked without a direction", self.label_of(ends.0), self.label_of(ends.1));
        self.say(place.clone(), RemarkSort::Asked, &says, RemarkTopic::Links);
        None
    }

    /// Returns the arrows so far, in order.
    pub(in crate::import) fn arrows(&self) -> &[ImportedArrow] {
        &self.map.arrows
    }

    /// Changes an arrow.
    pub(in crate::import) fn edit_arrow(&mut self, arrow: Option<usize>, change: impl FnOnce(&mut ImportedArrow)) {
        if let Some(arrow) = arrow.and_then(|arrow| self.map.arrows.get_mut(arrow)) {
            change(arrow);
        }
    }

    /// Sets the text about an arrow; a further one is added to it.
    pub(in crate::import) fn note(&mut self, arrow: Option<usize>, text: &str) {
        let text = one_line(text, TEXT_LIMIT);
        self.edit_arrow(arrow, |arrow| add_text(&mut arrow.note, &text));
    }

    fn again(&mut self, known: usize, place: &SourcePlace, sign: Sign) {
        let Some(arrow) = self.map.arrows.get_mut(known) else { return };
        if sign == Sign::Unknown || sign == arrow.sign {
            return;
        }
        if arrow.sign == Sign::Unknown && !self.unsettled.contains(&known) {
            arrow.sign = sign;
            return;
        }
        arrow.sign = Sign::Unknown;
        if !self.unsettled.insert(known) {
            return;
        }
        let (from, to) = (arrow.from, arrow.to);
        let says = format!(
            "one arrow from {} to {} says more and another says less; it comes in without a sign",
            self.label_of(from),
            self.label_of(to)
        );
        self.remark_like(place, RemarkSort::Asked, "signs that do not agree", says);
    }
}
