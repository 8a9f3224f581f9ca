use std::collections::BTreeSet;

use super::choice::is_effect;
use super::picture::MapPicture;
use super::shape::outline;
use crate::export::xml::Xml;
use crate::record::Kind;

/// The width of the legend in pixels; below, its height.
pub(super) const WIDTH: usize = 860;
pub(super) const HEIGHT: usize = 92;

/// Whether the legend stands below a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HasLegend {
    Yes,
    No,
}

/// The CSS class, the mark and the meaning of each line in the legend.
const LINES: &[(&str, &str, &str)] = &[
    ("arrow more", "+", "more of the one, more of the other"),
    ("arrow less", "−", "more of the one, less of the other"),
    ("arrow open", "?", "nobody has said which way"),
    ("arrow open disputed", "?", "they disagree"),
];

/// Writes the meaning of shapes, lines and marks.
pub(super) fn legend(xml: &mut Xml, picture: &MapPicture<'_>, left: usize, top: usize) {
    xml.open("g", &[("class", "legend"), ("transform", &format!("translate({left} {top})"))]);
    let mut x = 0;
    for (class, mark, says) in LINES {
        xml.open("g", &[("class", class)]);
        xml.empty("path", &[("class", "line"), ("d", &format!("M{x} 8H{}", x + 30))]);
        xml.empty("circle", &[("class", "sign"), ("cx", &(x + 15).to_string()), ("cy", "8"), ("r", "5.6")]);
        xml.text("text", &[("class", "mark"), ("x", &(x + 15).to_string()), ("y", "11.6")], mark);
        xml.close();
        xml.text("text", &[("class", "says"), ("x", &(x + 36).to_string()), ("y", "12")], says);
        x += 60 + says.chars().count() * 6;
    }
    let kinds: BTreeSet<Kind> = picture.cards().iter().map(|card| card.thing.kind).collect();
    let mut x = 0;
    for kind in kinds {
        let class = format!("box {}", kind.name().to_lowercase());
        xml.empty("path", &[("class", &class), ("d", &outline(kind, [x, 26, 30, 18]))]);
        let word = kind.word();
        xml.text("text", &[("class", "says"), ("x", &(x + 36).to_string()), ("y", "39")], word);
        x += 56 + word.chars().count() * 6;
    }
    let imported = picture.links().iter().any(|link| link.arrow.is_imported());
    let imported = if imported { ", one of dashes and dots imported" } else { "" };
    let clearer = format!(
        "A thicker line is a clearer effect, a dashed one a guess{imported}, a dotted one disputed or not said again for half a year."
    );
    xml.text("text", &[("class", "says"), ("x", "0"), ("y", "64")], &clearer);
    if picture.links().iter().any(|link| !is_effect(*link)) {
        let grey = "Grey arrows say who needs, supplies, answers for or belongs to what, and what is meant.";
        xml.text("text", &[("class", "says"), ("x", "0"), ("y", "80")], grey);
    }
    xml.close();
}
