use super::answer_frame::AnswerFrame;
use crate::exercise::Answer;

/// A line of this many marks or more may be somebody's slip.
const FEWEST: usize = 6;

impl AnswerFrame {
    /// Whether slips are only counted here: nobody ever sees one by itself.
    pub fn only_counts_slips(&self) -> bool {
        self.answer == Some(Answer::Slips)
    }

    /// Whether a line is a slip typed where everybody would read it.
    pub fn is_open_slip(&self, line: &str) -> bool {
        let said = line.split_once('>').map_or(line, |(_, said)| said);
        let mut marks = said.chars().filter(|c| !c.is_whitespace());
        let many = marks.clone().count() >= FEWEST;
        self.only_counts_slips() && many && marks.all(|c| c.is_ascii_digit() || c == '-')
    }
}
