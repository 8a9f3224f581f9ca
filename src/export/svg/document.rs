use super::arrow::{told, write_arrow};
use super::boxes::{background, write_box};
use super::legend::{self, legend};
use super::line::Crossings;
use super::picture::{COLUMN, MapPicture};
use crate::export::material::Arrows;
use crate::export::xml::Xml;
use crate::graph::Graph;

/// The margin of the picture in pixels; below, the height of the heading above the drawing.
const MARGIN: usize = 16;
const HEADING: usize = 44;

/// The CSS style of a picture, for light and dark screens.
pub(in crate::export) const STYLE: &str = include_str!("style.css");

/// The map as an SVG file.
pub fn map_svg(graph: &Graph, title: &str, arrows: Arrows) -> String {
    let mut xml = Xml::new();
    xml.declare();
    write(&mut xml, &MapPicture::of(graph, arrows), title, Some(STYLE));
    xml.finish()
}

/// The map as an SVG element for a page whose style contains [`STYLE`].
pub(in crate::export) fn inline_svg(graph: &Graph, title: &str, arrows: Arrows) -> String {
    let mut xml = Xml::new();
    write(&mut xml, &MapPicture::of(graph, arrows), title, None);
    xml.finish()
}

/// Writes the whole picture. `style` is `None` for a picture within a page, which has the title and the style already.
fn write(xml: &mut Xml, picture: &MapPicture<'_>, title: &str, style: Option<&str>) {
    open(xml, picture);
    xml.text("title", &[("id", "map-title")], title).text("desc", &[("id", "map-desc")], &described(picture));
    if let Some(style) = style {
        xml.text("style", &[], &style.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    xml.empty("rect", &[("class", "paper"), ("width", "100%"), ("height", "100%")]);
    let (left, top) = (MARGIN.to_string(), (MARGIN + 14).to_string());
    if style.is_some() {
        xml.text("text", &[("class", "heading"), ("x", &left), ("y", &top)], title);
    }
    let under = (MARGIN + if style.is_some() { 32 } else { 10 }).to_string();
    xml.text("text", &[("class", "shown"), ("x", &left), ("y", &under)], &picture.shown());
    xml.open("g", &[("transform", &format!("translate({MARGIN} {})", MARGIN + HEADING))]);
    draw(xml, picture);
    xml.close();
    legend(xml, picture, MARGIN, MARGIN + HEADING + picture.height() + 20);
    xml.close();
}

/// Opens the element of the picture, with its size.
fn open(xml: &mut Xml, picture: &MapPicture<'_>) {
    let width = (picture.drawing().width * COLUMN).max(legend::WIDTH) + 2 * MARGIN;
    let height = picture.height() + HEADING + 2 * MARGIN + legend::HEIGHT;
    let attributes = [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("class", "adjacent-map"),
        ("viewBox", &format!("0 0 {width} {height}")),
        ("width", &width.to_string()),
        ("height", &height.to_string()),
        ("role", "img"),
        ("aria-labelledby", "map-title map-desc"),
    ];
    xml.open("svg", &attributes);
}

/// Draws the tints first, then the arrows over them, then the boxes over both.
fn draw(xml: &mut Xml, picture: &MapPicture<'_>) {
    for band in background(picture) {
        let [x, y, width, height] = band.place.map(|pixels| pixels.to_string());
        let class = format!("band team-{}", band.tint);
        xml.empty(
            "rect",
            &[("class", &class), ("x", &x), ("y", &y), ("width", &width), ("height", &height), ("rx", "8")],
        );
    }
    let crossings = Crossings::of(picture.drawing());
    for (link, arrow_path) in picture.links().iter().zip(&picture.drawing().paths) {
        write_arrow(xml, picture, *link, arrow_path, &crossings);
    }
    for (at, card) in picture.cards().iter().enumerate() {
        write_box(xml, picture, at, card);
    }
}

/// The description of the picture in sentences, for readers who cannot see it.
fn described(picture: &MapPicture<'_>) -> String {
    let sentences: Vec<String> = picture.links().iter().map(|link| told(*link)).collect();
    format!("{}. {}", picture.shown(), sentences.join(". "))
}
