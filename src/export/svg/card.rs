use crate::graph::{Graph, Key, Thing};
use crate::record::text::clean;

/// The maximum number of letters in a line of a label; below, the maximum number of lines. A longer label is cut, and
/// its tooltip shows all of it.
const LETTERS: usize = 20;
const LINES: usize = 2;

/// The width of an average letter of a label in pixels; below, that of the caption above the label.
pub(super) const LETTER: f64 = 7.1;
const SMALL_LETTER: f64 = 5.4;

/// The maximum number of letters of a caption.
const CAPTION: usize = 30;

/// The text in the box of a thing.
pub(super) struct ThingCard<'a> {
    pub(super) thing: &'a Thing,
    /// The words above the label: kind, state, unit.
    pub(super) caption: String,
    /// The lines of the label.
    pub(super) lines: Vec<String>,
    unit: Option<&'a Key>,
}

impl<'a> ThingCard<'a> {
    pub(super) fn of(graph: &'a Graph, thing: &'a Thing) -> Self {
        let label = clean(&thing.label);
        let wrapped = textwrap::wrap(label.trim(), LETTERS);
        let is_cut = wrapped.len() > LINES;
        let mut lines: Vec<String> = wrapped.into_iter().take(LINES).map(std::borrow::Cow::into_owned).collect();
        if let Some(last) = lines.last_mut().filter(|_| is_cut) {
            last.push('…');
        }
        let unit = thing.unit.as_ref();
        let mut words = vec![thing.kind.word().to_owned()];
        words.extend(thing.status.map(|status| status.name().to_owned()));
        words.extend(unit.filter(|unit| **unit != thing.key).map(|unit| clean(graph.label(unit)).into_owned()));
        let mut caption = words.join(" · ");
        if caption.chars().count() > CAPTION {
            caption = caption.chars().take(CAPTION - 1).chain(['…']).collect();
        }
        Self { thing, caption, lines, unit }
    }

    /// The group of the box: boxes of one unit stand side by side.
    pub(super) fn group(&self) -> Option<String> {
        self.unit.map(|unit| unit.as_str().to_owned())
    }

    /// The width of the box in pixels.
    pub(super) fn width(&self) -> usize {
        let label = self.lines.iter().map(|line| letters(line) * LETTER).fold(0.0, f64::max);
        let widest = label.max(letters(&self.caption) * SMALL_LETTER);
        #[expect(clippy::cast_sign_loss, reason = "letters are counted")]
        let pixels = widest.ceil() as usize;
        pixels + 26
    }
}

/// The width of a text in average letters; wide letters count as more than one.
pub(super) fn letters(text: &str) -> f64 {
    let wide = |c: char| if matches!(c, 'm' | 'w' | 'M' | 'W' | '@' | '%') { 1.5 } else { 1.0 };
    let cells: usize = unicode_width::UnicodeWidthStr::width(text);
    let more: f64 = text.chars().map(|c| wide(c) - 1.0).sum();
    cells as f64 + more
}
