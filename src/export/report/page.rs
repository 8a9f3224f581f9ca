use askama::Template;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use sha2::{Digest, Sha256};

use super::found::ShownFindings;
use super::front::{WHAT_SHOWS, WHAT_THIS_IS, front, how_much, learned, left_out, rest};
use super::plots::plots;
use super::rows::{ArrowRow, ThingRow, arrows, things};
use super::whole::{GroupRow, MatrixTable, groups, standing};
use crate::export::changes::changes;
use crate::export::material::Material;
use crate::export::plots::{PlotSection, STYLE as PLOT_STYLE, plot_sections};
use crate::export::svg::{MapPages, STYLE as MAP_STYLE};
use crate::lens::{OverviewSection, WholeMap};
use crate::record::text::clean;

/// The style of the page, for screens and paper.
const STYLE: &str = include_str!("page.css");

/// The script that sorts the tables; the page can be read without it.
const SCRIPT: &str = include_str!("page.js");

#[derive(Template)]
#[template(path = "page.html")]
struct ReportPage {
    title: String,
    about: String,
    policy: String,
    style: String,
    script: &'static str,
    what_this_is: &'static str,
    how_much: String,
    what_shows: &'static str,
    front: Vec<PageSection>,
    map: MapPages,
    changes: String,
    shown: ShownFindings,
    /// Whether questions of findings stand on the first page, because nothing was learned.
    first_questions: bool,
    left_out: String,
    plots: Vec<PlotSection>,
    standing: Vec<OverviewSection>,
    groups: Vec<GroupRow>,
    matrix: MatrixTable,
    chapters: Vec<PageMinutes>,
    things: Vec<ThingRow>,
    arrows: Vec<ArrowRow>,
}

/// A section of the page: its heading and its parts, as HTML written by this module.
struct PageSection {
    heading: String,
    parts: Vec<(String, String)>,
}

struct PageMinutes {
    title: String,
    about: String,
    how_to_read: String,
    sections: Vec<(&'static str, String)>,
}

/// The report as a page for a browser or for paper: one HTML file that makes no network request.
pub fn report_html(material: &Material<'_>) -> String {
    let title = match clean(material.title).trim() {
        "" => "What was said".to_owned(),
        title => title.to_owned(),
    };
    let shown = ShownFindings::of(material);
    let map = MapPages::of(material.graph, &title, material.arrows);
    let whole = WholeMap::of(material.graph);
    let style = format!("{STYLE}{MAP_STYLE}{PLOT_STYLE}");
    let page = ReportPage {
        about: match material.chapters {
            [only] => inline(&only.about),
            several => format!("{} sessions", several.len()),
        },
        policy: policy(&style),
        style,
        script: SCRIPT,
        what_this_is: WHAT_THIS_IS,
        how_much: how_much(material.graph),
        what_shows: WHAT_SHOWS,
        first_questions: !shown.open.is_empty() && !learned(material),
        left_out: if shown.untold > 0 { left_out(shown.untold) } else { String::new() },
        front: sections(material),
        map,
        changes: block(&changes(material.graph)),
        shown,
        plots: plot_sections(&plots(material)),
        standing: standing(&whole),
        groups: groups(&whole),
        matrix: MatrixTable::of(&whole),
        chapters: chapters(material),
        things: things(material.graph),
        arrows: arrows(material.graph),
        title,
    };
    page.render().unwrap_or_default()
}

fn sections(material: &Material<'_>) -> Vec<PageSection> {
    let told = front(material).into_iter().map(|section| {
        let part = |(title, body): (Option<&str>, &str)| (clean(title.unwrap_or_default()).into_owned(), block(body));
        PageSection { heading: section.heading.to_owned(), parts: section.parts.into_iter().map(part).collect() }
    });
    told.collect()
}

fn chapters(material: &Material<'_>) -> Vec<PageMinutes> {
    // The title and the day of an only session stand at the top of the page already.
    let several = material.chapters.len() > 1;
    let told = material.chapters.iter().map(|chapter| PageMinutes {
        title: if several { clean(&chapter.title).into_owned() } else { String::new() },
        about: if several { inline(&chapter.about) } else { String::new() },
        how_to_read: block(&chapter.how_to_read),
        sections: rest(chapter).map(|(heading, body)| (*heading, block(body))).collect(),
    });
    told.collect()
}

/// The content security policy: only this style and this script are allowed.
fn policy(style: &str) -> String {
    let seal = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    format!(
        "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'",
        seal(style),
        seal(SCRIPT)
    )
}

/// Converts Markdown written by this program to HTML; tags and links in it become text.
fn block(text: &str) -> String {
    let events = Parser::new_ext(text, Options::ENABLE_TABLES).filter_map(|event| match event {
        Event::Html(html) | Event::InlineHtml(html) => Some(Event::Text(html)),
        Event::Start(Tag::Heading { id, classes, attrs, .. }) => {
            Some(Event::Start(Tag::Heading { level: HeadingLevel::H5, id, classes, attrs }))
        }
        Event::End(TagEnd::Heading(_)) => Some(Event::End(TagEnd::Heading(HeadingLevel::H5))),
        Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock)
        | Event::End(TagEnd::Link | TagEnd::Image | TagEnd::HtmlBlock) => None,
        event => Some(event),
    });
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events);
    html
}

/// The HTML of a single paragraph, without its tags.
fn inline(text: &str) -> String {
    let html = block(text);
    html.trim().trim_start_matches("<p>").trim_end_matches("</p>").to_owned()
}
