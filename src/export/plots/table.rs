/// A plot in words: what it shows, row by row, and what it does not show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlotTable {
    /// The heading.
    pub title: String,
    /// What the plot shows, as sentences.
    pub about: Vec<String>,
    /// The heads of the columns.
    pub heads: Vec<String>,
    /// The number of columns that say what a row is about.
    pub names: usize,
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<String>>,
    /// What stands beside the plot, because it has no place in it, as sentences.
    pub beside: Vec<String>,
}

impl PlotTable {
    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.beside.is_empty()
    }
}
