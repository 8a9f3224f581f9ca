use super::arrow::{told, write_arrow};
use super::boxes::{background, write_box};
use super::choice::ShownMap;
use super::legend::{self, HasLegend, legend};
use super::line::Crossings;
use super::picture::MapPicture;
use crate::export::house::{BAND, picture_style};
use crate::export::material::Arrows;
use crate::export::xml::Xml;
use crate::graph::Graph;
use crate::theme::HouseStyle;

/// The margin of the picture in pixels; below, the height of the heading above the drawing.
const MARGIN: usize = 16;
const HEADING: usize = 44;

/// The height of the line with the name of the organisation.
const HOUSE: usize = 22;

/// The CSS style of a picture, for light and dark screens.
pub(in crate::export) const STYLE: &str = include_str!("style.css");

/// The map as an SVG file. A map that is too large for a picture gives a file that says so in a sentence.
pub fn map_svg(graph: &Graph, title: &str, arrows: Arrows) -> String {
    house_map_svg(graph, title, arrows, None)
}

/// The map as an SVG file in the style of a house.
pub(super) fn house_map_svg(graph: &Graph, title: &str, arrows: Arrows, house: Option<&HouseStyle>) -> String {
    let mut xml = Xml::new();
    xml.declare();
    let map = ShownMap::of(graph, arrows);
    match MapPicture::whole(graph, &map) {
        Some(picture) => {
            SvgFrame { title, part: None, is_file: true, legend: HasLegend::Yes, house }.write(&mut xml, &picture);
        }
        None => write_sentence(&mut xml, title, &map.left_out()),
    }
    xml.finish()
}

/// A picture as an SVG element for a page whose style contains [`STYLE`]. `part` is the number of the part of the map
/// that it shows, if it is one of several pictures on the page.
pub(super) fn inline_svg(picture: &MapPicture<'_>, title: &str, part: Option<usize>, legend: HasLegend) -> String {
    let mut xml = Xml::new();
    SvgFrame { title, part, is_file: false, legend, house: None }.write(&mut xml, picture);
    xml.finish()
}

/// What stands around a drawing.
struct SvgFrame<'a> {
    title: &'a str,
    /// The number of the picture on its page; `None` for the only one.
    part: Option<usize>,
    /// Whether the picture is a file. In a page, the title and the style stand outside of it.
    is_file: bool,
    legend: HasLegend,
    /// The house style of a file; a picture in a page has that of the page.
    house: Option<&'a HouseStyle>,
}

impl SvgFrame<'_> {
    fn write(&self, xml: &mut Xml, picture: &MapPicture<'_>) {
        let part = self.part.map(|part| format!("-{part}")).unwrap_or_default();
        let (title_id, desc_id) = (format!("map-title{part}"), format!("map-desc{part}"));
        self.open(xml, picture, &format!("{title_id} {desc_id}"));
        xml.text("title", &[("id", &title_id)], self.title).text("desc", &[("id", &desc_id)], &described(picture));
        if self.is_file {
            let style = format!("{STYLE}{}", self.house.map(picture_style).unwrap_or_default());
            xml.text("style", &[], &style.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        xml.empty("rect", &[("class", "paper"), ("width", "100%"), ("height", "100%")]);
        self.write_house(xml);
        let (left, top) = (MARGIN.to_string(), (MARGIN + self.house_height() + 14).to_string());
        if self.is_file {
            xml.text("text", &[("class", "heading"), ("x", &left), ("y", &top)], self.title);
        }
        if !picture.shown().is_empty() {
            let under = (MARGIN + self.house_height() + if self.is_file { 32 } else { 10 }).to_string();
            xml.text("text", &[("class", "shown"), ("x", &left), ("y", &under)], picture.shown());
        }
        let heading = self.heading();
        xml.open("g", &[("transform", &format!("translate({MARGIN} {})", MARGIN + heading))]);
        draw(xml, picture);
        xml.close();
        if self.legend == HasLegend::Yes {
            legend(xml, picture, MARGIN, MARGIN + heading + picture.height() + 20);
        }
        xml.close();
    }

    /// Opens the element of the picture, with its size.
    fn open(&self, xml: &mut Xml, picture: &MapPicture<'_>, labelled: &str) {
        let (least, below) = match self.legend {
            HasLegend::Yes => (legend::WIDTH, legend::HEIGHT),
            HasLegend::No => (0, 0),
        };
        let width = picture.width().max(least) + 2 * MARGIN;
        let height = picture.height() + self.heading() + 2 * MARGIN + below;
        open(xml, [width, height], if self.part.is_some() { "adjacent-map part" } else { "adjacent-map" }, labelled);
    }

    /// The height of the heading above the drawing. The picture of a part has its heading on the page.
    const fn heading(&self) -> usize {
        if self.part.is_some() { 0 } else { HEADING + self.house_height() }
    }

    /// The height of what the house style adds above the title.
    const fn house_height(&self) -> usize {
        if self.house.is_some() { HOUSE } else { 0 }
    }

    /// Writes the band of the house over the whole width, and the name of the organisation below it.
    fn write_house(&self, xml: &mut Xml) {
        let Some(house) = self.house else { return };
        if house.band.is_some() {
            xml.empty("rect", &[("class", "house-band"), ("width", "100%"), ("height", &BAND.to_string())]);
        }
        let (left, top) = (MARGIN.to_string(), (MARGIN + 10).to_string());
        xml.text("text", &[("class", "house"), ("x", &left), ("y", &top)], &house.name);
    }
}

/// Opens the element of a picture.
fn open(xml: &mut Xml, [width, height]: [usize; 2], class: &str, labelled: &str) {
    let attributes = [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("class", class),
        ("viewBox", &format!("0 0 {width} {height}")),
        ("width", &width.to_string()),
        ("height", &height.to_string()),
        ("role", "img"),
        ("aria-labelledby", labelled),
    ];
    xml.open("svg", &attributes);
}

/// Writes a picture that says in words why there is none, and where to look instead.
fn write_sentence(xml: &mut Xml, title: &str, left_out: &str) {
    open(xml, [legend::WIDTH + 2 * MARGIN, 2 * MARGIN + HEADING + 36], "adjacent-map", "map-title map-desc");
    let says = [left_out, "The report lists every arrow; a part of the map, around one thing, can be drawn."];
    xml.text("title", &[("id", "map-title")], title).text("desc", &[("id", "map-desc")], &says.join(" "));
    xml.text("style", &[], &STYLE.split_whitespace().collect::<Vec<_>>().join(" "));
    xml.empty("rect", &[("class", "paper"), ("width", "100%"), ("height", "100%")]);
    let left = MARGIN.to_string();
    xml.text("text", &[("class", "heading"), ("x", &left), ("y", &(MARGIN + 14).to_string())], title);
    for (line, y) in says.iter().zip((MARGIN + HEADING..).step_by(20)) {
        xml.text("text", &[("class", "says"), ("x", &left), ("y", &y.to_string())], line);
    }
    xml.close();
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
    let sentences = picture.links().iter().map(|link| told(*link));
    let shown = (!picture.shown().is_empty()).then(|| picture.shown().to_owned());
    shown.into_iter().chain(sentences).collect::<Vec<_>>().join(". ")
}
