use crate::record::Poll;

/// What was typed for the open poll and is not recorded.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct TypedCount {
    poll: Poll,
    /// What was typed for each option in the box, before that was put away.
    cells: Vec<String>,
    /// The numbers in the entry line of which was said that they do not fit; Enter then takes the same ones.
    pub(super) doubted: Option<Vec<String>>,
}

impl TypedCount {
    /// Returns what was put away of the count of a poll, one text for each option.
    pub(super) fn cells(&self, poll: &Poll) -> Vec<String> {
        let mut cells = if self.poll == *poll { self.cells.clone() } else { Vec::new() };
        cells.resize(poll.options.len(), String::new());
        cells
    }

    /// Puts away what was typed for a poll.
    pub(super) fn put_away(&mut self, poll: &Poll, cells: Vec<String>) {
        *self = Self { poll: poll.clone(), cells, doubted: None };
    }
}
