use super::answer_frame::AnswerFrame;
use crate::exercise::Answer;

/// The minimum number of characters in a line that may be a person's slip.
const FEWEST: usize = 6;

impl AnswerFrame {
    /// Whether the current step only counts slips, so that nobody ever sees a single one.
    pub fn only_counts_slips(&self) -> bool {
        self.answer == Some(Answer::Slips)
    }

    /// Whether a line is a slip typed where everybody could read it.
    pub fn is_open_slip(&self, line: &str) -> bool {
        let said = line.split_once('>').map_or(line, |(_, said)| said);
        let mut marks = said.chars().filter(|c| !c.is_whitespace());
        let many = marks.clone().count() >= FEWEST;
        self.only_counts_slips() && many && marks.all(|c| c.is_ascii_digit() || c == '-')
    }
}
