//! Reads a form, whatever an editor, a mail program or a person made of it.

use thiserror::Error;

use super::form::{AnsweredQuestion, FormMark, SurveyForm};
use crate::record::text::{clean, clip};

/// The text is not the form of a survey.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("it is no form of a survey: it has no line that begins with “form:”; adjacent survey makes forms")]
pub struct NotAForm;

/// A part of a form that was not used as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormRemark {
    /// The number of the line, from 1.
    pub line: usize,
    /// A sentence that says what is wrong and what was done instead. It quotes no answer.
    pub says: String,
}

/// A form that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadForm {
    /// The form.
    pub form: SurveyForm,
    /// The remarks on it, in the order of its lines.
    pub remarks: Vec<FormRemark>,
}

/// The words behind `share:` that mean yes.
const YES: [&str; 8] = ["yes", "y", "ja", "oui", "si", "sí", "sim", "true"];

/// The words behind `share:` that mean no.
const NO: [&str; 7] = ["no", "n", "nein", "nee", "non", "não", "false"];

/// The maximum number of questions of a form.
const MOST_QUESTIONS: usize = 40;

impl SurveyForm {
    /// Reads a form.
    ///
    /// # Errors
    /// When the text is not a form.
    pub fn read(text: &str) -> Result<ReadForm, NotAForm> {
        let mut reader = FormLines::default();
        for (number, line) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
            reader.line(number, clean(line).trim());
        }
        reader.finish()
    }
}

#[derive(Default)]
struct FormLines {
    title: String,
    form: Option<(String, FormMark, String)>,
    unit: String,
    shared: bool,
    questions: Vec<AnsweredQuestion>,
    /// The index of the question whose answers follow.
    at: Option<usize>,
    loose: Vec<String>,
    remarks: Vec<FormRemark>,
}

impl FormLines {
    fn line(&mut self, number: usize, line: &str) {
        if line.is_empty() {
        } else if let Some(comment) = line.strip_prefix("//") {
            self.comment(comment);
        } else if let Some(heading) = line.strip_prefix("##") {
            self.heading(number, heading.trim_start_matches('#').trim());
        } else if let Some(question) = self.at.and_then(|at| self.questions.get_mut(at)) {
            if question.lines.len() >= SurveyForm::MOST_LINES {
                self.remark(
                    number,
                    format!("more than {} answers to one question; it is left out", SurveyForm::MOST_LINES),
                );
                return;
            }
            question.lines.push(clip(answer(line), SurveyForm::LONGEST_LINE).to_owned());
            if line.len() > SurveyForm::LONGEST_LINE {
                self.remark(number, "the line is too long; its end is left out".to_owned());
            }
        } else if !self.header(number, line) && self.loose.len() < SurveyForm::MOST_LINES {
            self.remark(number, "the line stands above the first question, so it is not read".to_owned());
            self.loose.push(line.to_owned());
        }
    }

    /// Takes the example of a question from its comment, so that it can be shown again.
    fn comment(&mut self, comment: &str) {
        let example = comment.trim().strip_prefix("For example:").map(str::trim);
        let question = self.at.and_then(|at| self.questions.get_mut(at)).filter(|question| question.lines.is_empty());
        if let (Some(example), Some(question)) = (example, question) {
            example.clone_into(&mut question.example);
        }
    }

    fn heading(&mut self, number: usize, heading: &str) {
        let numbered =
            heading.split_once('.').and_then(|(before, ask)| Some((before.trim().parse::<u16>().ok()?, ask.trim())));
        let Some((question, ask)) = numbered else {
            self.remark(number, "a heading without the number of a question; it is left out".to_owned());
            return;
        };
        let known = self.questions.iter().position(|known| known.number == question);
        if known.is_none() && self.questions.len() >= MOST_QUESTIONS {
            self.remark(number, format!("more than {MOST_QUESTIONS} questions; it is left out"));
            return;
        }
        self.at = Some(known.unwrap_or_else(|| {
            self.questions.push(AnsweredQuestion {
                number: question,
                ask: ask.to_owned(),
                ..AnsweredQuestion::default()
            });
            self.questions.len().saturating_sub(1)
        }));
    }

    /// Reads a line of the header; returns whether it is one.
    fn header(&mut self, number: usize, line: &str) -> bool {
        let Some((key, value)) = line.split_once(':') else { return false };
        let value = value.trim();
        match key.trim().to_lowercase().as_str() {
            "survey" => value.clone_into(&mut self.title),
            "form" => {
                let mut words = value.split_whitespace();
                let survey = words.next().filter(|id| is_id(id)).map(str::to_owned);
                let mark = words.next().and_then(|mark| mark.parse().ok());
                let exercise = words.next().filter(|id| is_id(id)).map(str::to_owned);
                self.form = survey.zip(mark).zip(exercise).map(|((survey, mark), exercise)| (survey, mark, exercise));
            }
            "team" => value.clone_into(&mut self.unit),
            "share" => {
                let word = value.trim_end_matches(['.', '!']).to_lowercase();
                self.shared = YES.contains(&word.as_str());
                if !self.shared && !NO.contains(&word.as_str()) {
                    self.remark(number, "behind “share:” stands neither yes nor no, so it is not shared".to_owned());
                }
            }
            _ => return false,
        }
        true
    }

    fn remark(&mut self, line: usize, says: String) {
        self.remarks.push(FormRemark { line, says });
    }

    fn finish(self) -> Result<ReadForm, NotAForm> {
        let (survey, mark, exercise) = self.form.ok_or(NotAForm)?;
        let Self { title, unit, shared, questions, loose, remarks, .. } = self;
        Ok(ReadForm { form: SurveyForm { survey, mark, title, exercise, unit, shared, questions, loose }, remarks })
    }
}

/// Whether a text is an id: what names of files and exercises are made of.
fn is_id(text: &str) -> bool {
    let lawful = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (1..=100).contains(&text.len()) && text.chars().all(lawful)
}

/// Returns an answer without the bullet of a list. A bullet is followed by a space; the sigil of a name is not.
fn answer(line: &str) -> &str {
    ["- ", "* ", "• ", "– "].iter().find_map(|bullet| line.strip_prefix(bullet)).map_or(line, str::trim_start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::Catalogue;

    fn form() -> SurveyForm {
        let catalogue = Catalogue::embedded();
        let usual = catalogue.find("survey").unwrap();
        let form = SurveyForm::empty("four-changes-9f3c", "Four changes", usual, FormMark::Named(3), "Claims");
        form.unwrap()
    }

    #[test]
    fn a_form_reads_as_it_was_written_and_changes_nothing_when_it_is_written_again() {
        let mut form = form();
        form.questions[0].lines = vec!["IT operations".to_owned(), "me: and Priya, really".to_owned()];
        form.questions[1].lines = vec!["## all".to_owned(), "// of them".to_owned()];
        form.questions[2].lines = vec!["Nobody checks the drafts".to_owned()];
        form.shared = true;
        let read = SurveyForm::read(&form.to_text()).unwrap();
        assert_eq!((read.form.clone(), read.remarks), (form, vec![]));
        assert_eq!(
            read.form.answers().collect::<Vec<_>>(),
            [(1, "IT operations"), (2, "## all"), (2, "// of them"), (3, "Nobody checks the drafts")]
        );
    }

    #[test]
    fn what_editors_and_mail_programs_do_to_a_form_does_no_harm() {
        let mut form = form();
        form.questions[0].lines = vec!["IT operations".to_owned()];
        let text = format!("\u{feff}{}", form.to_text()).replace('\n', "\r\n").replace("\r\nIT op", "\r\n  -  IT op");
        let text = text.replace("share: no", "Share:  Yes.");
        let read = SurveyForm::read(&text).unwrap();
        assert!(read.form.shared && read.remarks.is_empty(), "{read:?}");
        assert_eq!(read.form.questions, form.questions);
    }

    #[test]
    fn only_a_clear_yes_shares_and_what_is_not_used_is_said_with_its_line_but_not_quoted() {
        let text = form().to_text().replace("share: no", "share: maybe, secret\nsecret above");
        let read = SurveyForm::read(&format!("{text}\n## more\n{}", "long ".repeat(900))).unwrap();
        assert!(!read.form.shared);
        assert_eq!(read.remarks.len(), 4, "{read:?}");
        assert!(read.remarks.iter().all(|remark| !remark.says.contains("secret") && remark.line > 0));
        assert_eq!(read.form.loose, ["secret above"]);
    }

    #[test]
    fn any_text_is_a_form_or_not_and_hostile_characters_do_not_act() {
        for text in ["", "form:", "form: x", "form: ../etc 1 survey", "form: a zz survey", "\u{0}"] {
            assert_eq!(SurveyForm::read(text), Err(NotAForm), "{text}");
        }
        let read = SurveyForm::read("form: a 1 survey\n## 1. What?\n\u{1b}[2J\u{202e}x\n").unwrap();
        assert!(!read.form.to_text().contains(['\u{1b}', '\u{202e}']));
        let many = format!("form: a 1 survey\n{}", "## 7. x\ny\n".repeat(500));
        assert_eq!(SurveyForm::read(&many).unwrap().form.questions[0].lines.len(), SurveyForm::MOST_LINES);
    }
}
