use std::collections::BTreeMap;

use super::card::{LETTER, ThingCard, letters};
use super::picture::{COLUMN, MapPicture};
use super::shape::outline;
use crate::export::xml::Xml;
use crate::record::text::clean;

/// The number of different tints. With more units, tints repeat: the box also shows the name of the unit.
const TINTS: usize = 6;

/// A tinted rectangle behind boxes of one unit that stand side by side.
pub(super) struct TintBand {
    pub(super) tint: usize,
    /// The left edge, the top edge, the width and the height, in pixels.
    pub(super) place: [usize; 4],
}

/// The number of the tint of each unit that has boxes in the picture.
fn tints<'p>(picture: &'p MapPicture<'_>) -> BTreeMap<&'p str, usize> {
    let mut units: Vec<&str> =
        picture.drawing().boxes.iter().filter_map(|drawn_box| drawn_box.group.as_deref()).collect();
    units.sort_unstable();
    units.dedup();
    units.into_iter().zip(0..).map(|(unit, at)| (unit, at % TINTS)).collect()
}

/// The tinted rectangles: one behind every row of neighbouring boxes of one unit.
pub(super) fn background(picture: &MapPicture<'_>) -> Vec<TintBand> {
    let tints = tints(picture);
    let mut boxes: Vec<_> = picture.drawing().boxes.iter().collect();
    boxes.sort_by_key(|drawn_box| (drawn_box.layer, drawn_box.corner.x));
    let mut bands: Vec<(usize, &str, TintBand)> = Vec::new();
    for drawn_box in boxes {
        let (x, y) = (drawn_box.corner.x * COLUMN, picture.top(drawn_box.corner.y));
        let (right, bottom) = (x + drawn_box.width * COLUMN, picture.top(drawn_box.corner.y + drawn_box.height));
        let unit = drawn_box.group.as_deref().unwrap_or_default();
        match bands.last_mut() {
            Some((layer, same, band)) if *layer == drawn_box.layer && *same == unit => {
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
                bands.push((
                    drawn_box.layer,
                    unit,
                    TintBand { tint: tints.get(unit).copied().unwrap_or_default(), place },
                ));
            }
        }
    }
    bands.into_iter().filter(|(_, unit, _)| !unit.is_empty()).map(|(_, _, band)| band).collect()
}

/// Writes the box of a thing.
pub(super) fn write_box(xml: &mut Xml, picture: &MapPicture<'_>, at: usize, card: &ThingCard<'_>) {
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
    // The caption and the lines of the label are centred together.
    let rest = height.saturating_sub(12 + 15 * card.lines.len()) / 2;
    let mut y = top + rest + 10;
    xml.text("text", &[("class", "caption"), ("x", &middle), ("y", &y.to_string())], &card.caption);
    let inner = width.saturating_sub(14);
    for line in &card.lines {
        y += 15;
        let (baseline, inner_width) = (y.to_string(), inner.to_string());
        let mut attributes = vec![("class", "label"), ("x", &middle), ("y", &baseline)];
        // A line wider than the box is condensed.
        if letters(line) * LETTER > inner as f64 {
            attributes.extend([("textLength", inner_width.as_str()), ("lengthAdjust", "spacingAndGlyphs")]);
        }
        xml.text("text", &attributes, line);
    }
    xml.close();
}
