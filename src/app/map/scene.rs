use super::drawn::Picture;
use super::row::Row;
use super::table::TableRow;

/// What there is to see on the map screen.
#[derive(Clone, Debug, Default)]
pub struct MapScene {
    /// The lines of a view; in the neighbours, what the thing leads to.
    pub rows: Vec<Row>,
    /// In the neighbours, what leads into it.
    pub into: Vec<Row>,
    /// The drawn map.
    pub picture: Option<Picture>,
    /// The rows of the table.
    pub table: Vec<TableRow>,
    /// How many waves a ripple has.
    pub waves: usize,
    /// How many arrows are shown, and how many there are.
    pub arrows: (usize, usize),
    /// How many indirect arrows are drawn in dots.
    pub dots: usize,
    /// How many things the filter leaves, and how many there are.
    pub things: (usize, usize),
}
