use crate::record::text::clean;

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
    /// Returns the table without what must not be shown.
    #[must_use]
    pub(super) fn cleaned(self) -> Self {
        let all = |texts: Vec<String>| texts.iter().map(|text| clean(text).into_owned()).collect::<Vec<_>>();
        Self {
            title: clean(&self.title).into_owned(),
            about: all(self.about),
            heads: all(self.heads),
            names: self.names,
            rows: self.rows.into_iter().map(all).collect(),
            beside: all(self.beside),
        }
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.beside.is_empty()
    }
}
