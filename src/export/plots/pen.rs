use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::export::xml::Xml;
use crate::record::text::clean;

/// The style of the pictures, for light and dark pages and for paper.
pub(in crate::export) const STYLE: &str = include_str!("style.css");

/// The width of every picture, in pixels.
pub(in crate::export) const WIDTH: i32 = 720;

/// The width of a broad letter, in pixels, at the size in which labels are written.
const LETTER: i32 = 7;

/// Draws one picture. A picture has a title and a description, and every text in it is escaped.
pub(in crate::export) struct PlotPen {
    xml: Xml,
}

/// The horizontal anchor of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::export) enum Anchor {
    Left,
    Middle,
    Right,
}

impl PlotPen {
    /// Begins a picture of this height. `id` is unique on the page.
    pub(in crate::export) fn new(id: &str, height: i32, title: &str, described: &str) -> Self {
        let mut xml = Xml::new();
        let (titled, told) = (format!("{id}-title"), format!("{id}-desc"));
        let attributes = [
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("class", "adjacent-plot"),
            ("viewBox", &format!("0 0 {WIDTH} {height}")),
            ("width", &WIDTH.to_string()),
            ("height", &height.to_string()),
            ("role", "img"),
            ("aria-labelledby", &format!("{titled} {told}")),
        ];
        xml.open("svg", &attributes);
        xml.text("title", &[("id", &titled)], title).text("desc", &[("id", &told)], described);
        xml.empty("rect", &[("class", "paper"), ("width", "100%"), ("height", "100%")]);
        Self { xml }
    }

    /// Writes a text on one line, with its baseline at `y`.
    pub(in crate::export) fn text(&mut self, class: &str, [x, y]: [i32; 2], anchor: Anchor, text: &str) {
        let anchor = match anchor {
            Anchor::Left => "start",
            Anchor::Middle => "middle",
            Anchor::Right => "end",
        };
        let attributes = [("class", class), ("x", &x.to_string()), ("y", &y.to_string()), ("text-anchor", anchor)];
        self.xml.text("text", &attributes, text);
    }

    /// Draws a rectangle: its left upper corner, then its width and height.
    pub(in crate::export) fn rectangle(&mut self, class: &str, [x, y, width, height]: [i32; 4]) {
        let [x, y, width, height] = [x, y, width, height].map(|pixels| pixels.to_string());
        self.xml.empty("rect", &[("class", class), ("x", &x), ("y", &y), ("width", &width), ("height", &height)]);
    }

    /// Draws a disc around a point.
    pub(in crate::export) fn disc(&mut self, class: &str, [x, y]: [i32; 2], radius: i32) {
        let [x, y, radius] = [x, y, radius].map(|pixels| pixels.to_string());
        self.xml.empty("circle", &[("class", class), ("cx", &x), ("cy", &y), ("r", &radius)]);
    }

    /// Draws a line through these points.
    pub(in crate::export) fn line(&mut self, class: &str, points: &[[i32; 2]]) {
        let steps = points.iter().enumerate().map(|(at, [x, y])| format!("{}{x} {y}", if at == 0 { 'M' } else { 'L' }));
        self.xml.empty("path", &[("class", class), ("d", &steps.collect::<String>())]);
    }

    /// Ends the picture.
    pub(in crate::export) fn finish(self) -> String {
        self.xml.finish()
    }
}

/// Returns the width of a text in pixels, rather too large than too small.
pub(in crate::export) fn pixels(text: &str) -> i32 {
    i32::try_from(clean(text).width()).unwrap_or(i32::MAX).saturating_mul(LETTER)
}

/// Cuts a text to this width in pixels; an ellipsis shows that it was cut.
pub(in crate::export) fn fitted(text: &str, width: i32) -> String {
    let text = clean(text);
    if pixels(&text) <= width {
        return text.into_owned();
    }
    let (mut cut, mut used) = (String::new(), LETTER);
    for grapheme in text.graphemes(true) {
        used += pixels(grapheme);
        if used > width {
            break;
        }
        cut.push_str(grapheme);
    }
    format!("{}…", cut.trim_end())
}
