use super::SessionChapter;
use crate::graph::Graph;
use crate::lens::Finding;

/// What an export is written from.
#[derive(Clone, Copy, Debug)]
pub struct Material<'a> {
    /// What it is called.
    pub title: &'a str,
    /// The map: all of it, or a part that was chosen.
    pub graph: &'a Graph,
    /// The findings on the map; empty for a format that does not show them.
    pub findings: &'a [Finding],
    /// The sessions, in time order; empty for a format that holds the map alone.
    pub chapters: &'a [SessionChapter],
    /// Which arrows a picture shows.
    pub arrows: Arrows,
    /// The maximum number of things in a format that has a maximum.
    pub most_things: usize,
}

/// Which arrows a picture shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrows {
    /// All of a small map, the effects of a large one.
    #[default]
    Readable,
    /// All of them.
    All,
}

impl Material<'_> {
    /// The default of [`Material::most_things`].
    pub const MOST_THINGS: usize = 100;
}
