//! A form as the text that people fill in with any editor.

use std::fmt::{self, Write as _};

use super::form::{FormMark, SurveyForm};
use crate::record::text::plain;

/// What the first comment of every form says, behind the title.
const HOW: &str = "\
// Answer below each question, one answer a line. Leave blank what you would rather not answer.
// In any editor; or, with the program, line by line: adjacent answer FILE
//
// What becomes of it: nothing, while “share” below says no. When it says yes, your answers go on the
// map of the session as those of your team; your name never does. A line that begins with “me:”
// is for yourself and stays in this file. You can change your mind: change the word, and hand it in again.
";

impl fmt::Display for SurveyForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "// Before “{}”: a few questions, five minutes.\n//\n{HOW}// {}\n", self.title, self.who_knows())?;
        writeln!(f, "survey: {}", self.title)?;
        writeln!(f, "form: {} {} {}", self.survey, self.mark, self.exercise)?;
        writeln!(f, "team: {}", self.unit)?;
        writeln!(f, "share: {}", if self.shared { "yes" } else { "no" })?;
        for line in &self.loose {
            writeln!(f, "{line}")?;
        }
        for question in &self.questions {
            writeln!(f, "\n## {}. {}", question.number, question.ask)?;
            if !question.example.is_empty() {
                writeln!(f, "// For example: {}", question.example)?;
            }
            for line in &question.lines {
                // An answer that would read as a comment or as a question stands behind a bullet.
                let bullet = if line.starts_with("//") || line.starts_with("##") { "- " } else { "" };
                writeln!(f, "{bullet}{line}")?;
            }
            if question.lines.is_empty() {
                f.write_char('\n')?;
            }
        }
        Ok(())
    }
}

impl SurveyForm {
    /// Returns the text of the file, without any character that acts on a terminal.
    pub fn to_text(&self) -> String {
        plain(&self.to_string())
    }

    /// Returns the sentence that says who knows whose the form is.
    pub const fn who_knows(&self) -> &'static str {
        match self.mark {
            FormMark::Named(_) => "Whoever sent you this form knows that it is yours.",
            FormMark::Numbered(_) => "Nothing in this form says whose it is, apart from what you write and your team.",
            FormMark::Open | FormMark::Copy(_) => {
                "Everybody has the same form; nothing in it says whose it is, apart from what you write and your team."
            }
        }
    }
}
