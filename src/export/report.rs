//! The report: what one or several sessions add up to, for somebody who was not there.
//!
//! Decisions first, then the map, what shows on it as questions, the minutes, and every thing and arrow as a table. It
//! is written twice from the same parts, as a page and as Markdown.

mod chapter;
mod disguised;
mod found;
mod front;
mod markdown;
mod page;
mod rows;

pub use chapter::SessionChapter;

use super::Arrows;
use crate::graph::Graph;
use crate::lens::Finding;

/// What a report is about.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    /// What it is called.
    pub title: &'a str,
    /// The map: all of it, or a part that was chosen.
    pub graph: &'a Graph,
    /// What shows on it.
    pub findings: &'a [Finding],
    /// The sessions, in time order.
    pub chapters: &'a [SessionChapter],
    /// Which arrows the picture shows.
    pub arrows: Arrows,
}

impl Report<'_> {
    /// As a page for a browser or for paper: one file, which asks nothing of any network.
    pub fn html(&self) -> String {
        page::page(self)
    }

    /// As Markdown.
    pub fn markdown(&self) -> String {
        markdown::markdown(self)
    }
}
