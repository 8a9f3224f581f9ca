//! The words beside the signs of arrows, where there is room for them: a sign alone is not read from the back row.

use std::collections::BTreeSet;

use crate::layout::{ArrowMark, Canvas, Glyph, Point};

/// A word beside the sign of an arrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignWord {
    /// The cell of its first letter.
    pub at: Point,
    /// The word.
    pub word: &'static str,
}

/// Returns a word for each sign that has room for it on its right or, failing that, on its left; and one beside each path
/// without a sign, by its number, for which `word_of` has a word.
pub(super) fn sign_words(canvas: &Canvas, word_of: &dyn Fn(usize) -> Option<&'static str>) -> Vec<SignWord> {
    let mut taken: BTreeSet<Point> = BTreeSet::new();
    let mut words = Vec::new();
    let mut worded: BTreeSet<u32> = BTreeSet::new();
    let cells = (0..canvas.height()).flat_map(|y| (0..canvas.width()).map(move |x| Point { x, y }));
    for at in cells {
        let word = match canvas.cell(at).glyph {
            Glyph::Mark(ArrowMark::More) => "more",
            Glyph::Mark(ArrowMark::Less) => "less",
            _ => {
                let path = canvas.cell(at).path.filter(|path| !worded.contains(path));
                let word = path.and_then(|path| word_of(usize::try_from(path).ok()?));
                let Some(word) = word else { continue };
                word
            }
        };
        let right = Some(at.x + 2);
        let left = at.x.checked_sub(word.len() + 1);
        let starts = [right, left].into_iter().flatten().map(|x| Point { x, ..at });
        let is_free = |start: &Point| {
            let around = start.x.saturating_sub(1)..=start.x + word.len();
            start.x + word.len() < canvas.width()
                && around.map(|x| Point { x, ..at }).filter(|cell| *cell != at).all(|cell| {
                    canvas.cell(cell).glyph == Glyph::Blank
                        && canvas.cell(cell).drawn_box.is_none()
                        && !taken.contains(&cell)
                })
        };
        if let Some(start) = starts.into_iter().find(is_free) {
            taken.extend((start.x..start.x + word.len()).map(|x| Point { x, ..at }));
            words.push(SignWord { at: start, word });
            worded.extend(canvas.cell(at).path);
        }
    }
    words
}
