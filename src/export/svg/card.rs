use std::collections::BTreeMap;

use super::picture::{COLUMN, Picture};
use super::shape::outline;
use crate::export::xml::Xml;
use crate::graph::{Graph, Key, Thing};
use crate::record::text::clean;

/// Letters of a line of a label, and lines of it; what is longer is cut, and whole in a tip.
const LETTERS: usize = 20;
const LINES: usize = 2;

/// Pixels an average letter takes, of a label and of the line above it.
const LETTER: f64 = 7.1;
const SMALL_LETTER: f64 = 5.4;

/// Letters of the line above a label.
const CAPTION: usize = 30;

/// How many tints tell teams apart before they are used again; the name is written in every box anyway.
const TINTS: usize = 6;

/// A thing as it is written in its box.
pub(super) struct Card<'a> {
    pub(super) thing: &'a Thing,
    caption: String,
    lines: Vec<String>,
    unit: Option<&'a Key>,
}

/// A tint behind boxes of one team that stand side by side.
pub(super) struct Band {
    pub(super) tint: usize,
    /// Left, top, width, height.
    pub(super) place: [usize; 4],
}

impl<'a> Card<'a> {
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

    /// Boxes of a team stand together.
    pub(super) fn group(&self) -> Option<String> {
        self.unit.map(|unit| unit.as_str().to_owned())
    }

    /// Pixels it takes.
    pub(super) fn width(&self) -> usize {
        let label = self.lines.iter().map(|line| letters(line) * LETTER).fold(0.0, f64::max);
        let widest = label.max(letters(&self.caption) * SMALL_LETTER);
        #[expect(clippy::cast_sign_loss, reason = "letters are counted")]
        let pixels = widest.ceil() as usize;
        pixels + 26
    }
}

/// Letters as wide as an average one; wide ones count for two.
fn letters(text: &str) -> f64 {
    let wide = |c: char| if matches!(c, 'm' | 'w' | 'M' | 'W' | '@' | '%') { 1.5 } else { 1.0 };
    let cells: usize = unicode_width::UnicodeWidthStr::width(text);
    let more: f64 = text.chars().map(|c| wide(c) - 1.0).sum();
    cells as f64 + more
}

/// The tint of each team that has boxes here.
fn tints<'p>(picture: &'p Picture<'_>) -> BTreeMap<&'p str, usize> {
    let mut teams: Vec<&str> =
        picture.drawing().boxes.iter().filter_map(|drawn_box| drawn_box.group.as_deref()).collect();
    teams.sort_unstable();
    teams.dedup();
    teams.into_iter().zip((0..TINTS).cycle()).collect()
}

/// A tint behind every run of boxes of one team.
pub(super) fn background(picture: &Picture<'_>) -> Vec<Band> {
    let tints = tints(picture);
    let mut boxes: Vec<_> = picture.drawing().boxes.iter().collect();
    boxes.sort_by_key(|drawn_box| (drawn_box.layer, drawn_box.corner.x));
    let mut bands: Vec<(usize, &str, Band)> = Vec::new();
    for drawn_box in boxes {
        let (x, y) = (drawn_box.corner.x * COLUMN, picture.top(drawn_box.corner.y));
        let (right, bottom) = (x + drawn_box.width * COLUMN, picture.top(drawn_box.corner.y + drawn_box.height));
        let team = drawn_box.group.as_deref().unwrap_or_default();
        match bands.last_mut() {
            Some((layer, same, band)) if *layer == drawn_box.layer && *same == team => {
                let [left, top, width, height] = &mut band.place;
                *width = right + 5 - *left;
                *height = (*height).max(bottom + 5 - *top);
            }
            _ => {
                let place = [
                    x.saturating_sub(5),
                    y.saturating_sub(5),
                    right + 5 - x.saturating_sub(5),
                    bottom + 5 - y.saturating_sub(5),
                ];
                bands.push((drawn_box.layer, team, Band { tint: tints.get(team).copied().unwrap_or_default(), place }));
            }
        }
    }
    bands.into_iter().filter(|(_, team, _)| !team.is_empty()).map(|(_, _, band)| band).collect()
}

/// Writes the box of a thing.
pub(super) fn card(xml: &mut Xml, picture: &Picture<'_>, at: usize, card: &Card<'_>) {
    let Some(drawn_box) = picture.drawing().boxes.get(at) else { return };
    let (left, top) = (drawn_box.corner.x * COLUMN, picture.top(drawn_box.corner.y));
    let (width, height) = (drawn_box.width * COLUMN, picture.top(drawn_box.corner.y + drawn_box.height) - top);
    let label = clean(&card.thing.label);
    let kind = card.thing.kind.name().to_lowercase();
    xml.open("g", &[("class", "thing"), ("data-label", &label), ("data-kind", &kind)]);
    xml.text("title", &[], &format!("{label} ({})", card.caption));
    let outline = outline(card.thing.kind, [left, top, width, height]);
    xml.empty("path", &[("class", &format!("box {kind}")), ("d", &outline)]);
    let middle = (left + width / 2).to_string();
    // The caption and the lines of the label stand in the middle together.
    let rest = height.saturating_sub(12 + 15 * card.lines.len()) / 2;
    let mut y = top + rest + 10;
    xml.text("text", &[("class", "caption"), ("x", &middle), ("y", &y.to_string())], &card.caption);
    let inner = width.saturating_sub(14);
    for line in &card.lines {
        y += 15;
        let (baseline, inner_width) = (y.to_string(), inner.to_string());
        let mut attributes = vec![("class", "label"), ("x", &middle), ("y", &baseline)];
        // Where letters are wider than counted on, they are drawn closer.
        if letters(line) * LETTER > inner as f64 {
            attributes.extend([("textLength", inner_width.as_str()), ("lengthAdjust", "spacingAndGlyphs")]);
        }
        xml.text("text", &attributes, line);
    }
    xml.close();
}
