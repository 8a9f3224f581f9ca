use std::sync::Arc;

use crate::app::live_picture::Picture;

use super::row::Row;
use super::table::TableRow;
use crate::graph::SignedMatrix;

/// The content of the map screen.
#[derive(Clone, Debug, Default)]
pub struct MapScene {
    /// The lines of a view; in the view of neighbours, the effects of the centre.
    pub rows: Vec<Row>,
    /// The causes of the centre, in the view of neighbours.
    pub into: Vec<Row>,
    /// The drawn map, as of the last finished layout.
    pub picture: Option<Arc<Picture>>,
    /// The rows of the table.
    pub table: Vec<TableRow>,
    /// The matrix.
    pub matrix: SignedMatrix,
    /// How many waves the ripple has.
    pub waves: usize,
    /// The number of visible arrows, and of all arrows.
    pub arrows: (usize, usize),
    /// The number of indirect arrows, which are drawn dotted.
    pub dots: usize,
    /// The number of things that the filter leaves, and of all things.
    pub things: (usize, usize),
}
