use super::SessionChapter;
use crate::graph::Graph;
use crate::lens::Finding;
use crate::theme::HouseStyle;

/// The input of an export.
#[derive(Clone, Copy, Debug)]
pub struct Material<'a> {
    /// The title of the export.
    pub title: &'a str,
    /// The map, or the part of it that was selected.
    pub graph: &'a Graph,
    /// The findings on the map; empty for a format that does not show them.
    pub findings: &'a [Finding],
    /// The sessions, the earliest first; empty for a format that holds the map alone.
    pub chapters: &'a [SessionChapter],
    /// The choice of the arrows that a picture shows.
    pub arrows: Arrows,
    /// The maximum number of things in a format that has a maximum.
    pub most_things: usize,
    /// The house style of the organisation; `None` without one, and where nobody may be recognised.
    pub house: Option<&'a HouseStyle>,
}

/// The choice of the arrows that a picture shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrows {
    /// All arrows of a small map, only the effects of a large one.
    #[default]
    Readable,
    /// All arrows.
    All,
}

impl Material<'_> {
    /// The default of [`Material::most_things`].
    pub const MOST_THINGS: usize = 100;
}
