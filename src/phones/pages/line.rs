use askama::Template;

use super::view::{PagePart, PhoneView, mark};
use crate::app::phones::PhonePage;
use crate::record::text::clean;

#[derive(Template)]
#[template(path = "line.html")]
struct LinePart<'a> {
    base: &'a str,
    number: u64,
    line: &'a str,
    mark: String,
    surprised: bool,
}

/// The part of the page with the last line that the room saw.
pub(in crate::phones) fn line(base: &str, view: &PhoneView) -> PagePart {
    let PhoneView { page, surprised, .. } = view;
    let line = clean(&page.last_line);
    let part = LinePart { base, number: page.number, line: &line, mark: line_mark(page), surprised: *surprised };
    PagePart::of(part.render().unwrap_or_default())
}

/// The mark of the last line, so that surprise at one line is never counted for the next.
pub(in crate::phones) fn line_mark(page: &PhonePage) -> String {
    mark(&page.last_line)
}
