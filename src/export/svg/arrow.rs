use super::choice::is_effect;
use super::line::{Crossings, PixelLine, number};
use super::picture::MapPicture;
use crate::export::wording::said_in_full;
use crate::export::xml::Xml;
use crate::graph::Link;
use crate::layout::{ArrowMark, ArrowPath};
use crate::record::text::clean;
use crate::record::{Basis, Sign, Strength};

/// The dashes of an arrow that only imported files state; the style of a picture has none for it.
const IMPORTED: &str = "11 3 2 3";

/// The sentence that describes an arrow.
pub(super) fn told(link: Link<'_>) -> String {
    format!("{}: {}", clean(&link.from.label), said_in_full(link))
}

/// Writes an arrow: its line, its head, and the mark beside it.
pub(super) fn write_arrow(
    xml: &mut Xml,
    picture: &MapPicture<'_>,
    link: Link<'_>,
    arrow_path: &ArrowPath,
    crossings: &Crossings,
) {
    let boxes = &picture.drawing().boxes;
    let (Some(from), Some(to)) = (boxes.get(arrow_path.from), boxes.get(arrow_path.to)) else { return };
    let course = PixelLine::of(picture, arrow_path, from, to);
    let class = class(link);
    let arrow = link.arrow;
    let attributes = [
        ("class", class.as_str()),
        ("data-from", &*clean(&link.from.label)),
        ("data-to", &*clean(&link.to.label)),
        ("data-relation", arrow.relation.name()),
        ("data-sign", sign_word(arrow_path.mark)),
    ];
    xml.open("g", &attributes);
    xml.text("title", &[], &told(link));
    let course_of_line = course.path(arrow_path, crossings);
    let mut drawn = vec![("class", "line"), ("d", course_of_line.as_str())];
    drawn.extend(arrow.is_imported().then_some(("stroke-dasharray", IMPORTED)));
    xml.empty("path", &drawn);
    xml.empty("path", &[("class", "head"), ("d", &course.head())]);
    if let Some(mark) = written(arrow_path.mark) {
        let (x, y) = course.before_head();
        let (at, level, baseline) = (number(x), number(y), number(y + 3.6));
        xml.empty("circle", &[("class", "sign"), ("cx", &at), ("cy", &level), ("r", "5.6")]);
        xml.text("text", &[("class", "mark"), ("x", &at), ("y", &baseline)], mark);
    }
    xml.close();
}

fn class(link: Link<'_>) -> String {
    let arrow = link.arrow;
    let mut class = String::from("arrow");
    class.push_str(match arrow.sign {
        Sign::Plus if is_effect(link) => " more",
        Sign::Minus if is_effect(link) => " less",
        _ if is_effect(link) => " open",
        _ => " other",
    });
    class.push_str(match arrow.strength {
        Strength::Some => "",
        Strength::Clear => " clear",
        Strength::Dominant => " dominant",
    });
    let shown = [
        (" disputed", arrow.is_disputed()),
        (" stale", arrow.is_faint()),
        (" guess", arrow.basis == Basis::Guess),
        (" imported", arrow.is_imported()),
    ];
    class.extend(shown.into_iter().filter(|(_, so)| *so).map(|(name, _)| name));
    class
}

const fn sign_word(mark: ArrowMark) -> &'static str {
    match mark {
        // A picture draws every arrow separately, so no arrow stands for several.
        ArrowMark::Bare | ArrowMark::Many(_) => "none",
        ArrowMark::More => "more",
        ArrowMark::Less => "less",
        ArrowMark::Open => "open",
    }
}

/// The text of the mark beside the head of an arrow; `None` for no mark.
pub(super) const fn written(mark: ArrowMark) -> Option<&'static str> {
    match mark {
        ArrowMark::Bare | ArrowMark::Many(_) => None,
        ArrowMark::More => Some("+"),
        ArrowMark::Less => Some("−"),
        ArrowMark::Open => Some("?"),
    }
}
