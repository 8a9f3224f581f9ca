use super::view::SurveyView;
use crate::exercise::SurveyForm;
use crate::record::text::{clean, single_spaced};

/// The maximum number of characters of the name of a unit.
const UNIT_LIMIT: usize = 80;

/// The fields of a form that a phone sent, cleaned as typed text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SurveyFields {
    /// The revision of the form that the phone showed.
    pub(super) revision: u64,
    unit: String,
    /// The lines of the answers, by the order of the questions.
    answers: Vec<Vec<String>>,
    /// Whether the answers may go on the map; `None` where nothing was chosen.
    pub(super) shares: Option<bool>,
    /// Whether the form is sent, and not only saved to be looked at.
    pub(super) sends: bool,
}

impl SurveyFields {
    /// Reads the fields for a form; `None` if no page of ours sends such fields.
    pub(super) fn read(fields: &[(String, String)], form: &SurveyForm) -> Option<Self> {
        let field = |name: &str| fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str());
        let answers = form.questions.iter().map(|question| {
            let typed = field(&format!("q{}", question.number)).unwrap_or_default();
            // A browser ends lines with both characters, and an old one with either.
            let lines = typed.split(['\r', '\n']).map(|line| clean(line).trim().to_owned());
            lines.filter(|line| !line.is_empty()).collect()
        });
        Some(Self {
            revision: field("revision")?.parse().ok()?,
            unit: single_spaced(&clean(field("team").unwrap_or_default())),
            answers: answers.collect(),
            shares: match field("share") {
                Some("yes") => Some(true),
                Some("no") => Some(false),
                _ => None,
            },
            sends: match field("do")? {
                "send" => true,
                "save" => false,
                _ => return None,
            },
        })
    }

    /// What is missing or too long before the form can be taken; `None` if nothing is.
    pub(super) fn lacks(&self) -> Option<String> {
        if self.unit.chars().count() > UNIT_LIMIT {
            return Some(format!(
                "The name of the team is longer than {UNIT_LIMIT} characters. Please make it shorter."
            ));
        }
        for (number, lines) in (1..).zip(&self.answers) {
            if lines.len() > SurveyForm::MOST_LINES {
                let most = SurveyForm::MOST_LINES;
                return Some(format!("Question {number} has more than {most} answers. Please leave some out."));
            }
            if lines.iter().any(|line| line.len() > SurveyForm::LONGEST_LINE) {
                return Some(format!("A line below question {number} is too long. Please make two of it."));
            }
        }
        match self.shares {
            _ if !self.sends => None,
            None => Some("Please say first whether your answers may go on the map: yes or no.".to_owned()),
            Some(true) if self.unit.is_empty() => {
                Some("Please say which team you are from: it stands for you on the map.".to_owned())
            }
            Some(_) => None,
        }
    }

    /// The form with what was sent in it. Before it is sent, it shares nothing.
    pub(super) fn filled(&self, form: &SurveyForm) -> SurveyForm {
        let mut filled = form.clone();
        filled.unit.clone_from(&self.unit);
        for (question, lines) in filled.questions.iter_mut().zip(&self.answers) {
            question.lines.clone_from(lines);
        }
        filled.shared = self.sends && self.shares == Some(true);
        filled
    }

    /// Puts what was sent into a view, so that nothing that was typed is lost.
    pub(super) fn draft(&self, view: &mut SurveyView) {
        view.unit.clone_from(&self.unit);
        view.shares = self.shares;
        for (question, lines) in view.questions.iter_mut().zip(&self.answers) {
            question.text = lines.join("\n");
            question.read_back.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::{Catalogue, FormMark};

    fn form() -> SurveyForm {
        let catalogue = Catalogue::embedded();
        SurveyForm::empty("four-9f3c", "Four", catalogue.find("survey").unwrap(), FormMark::Named(1), "Risk").unwrap()
    }

    fn read(fields: &[(&str, &str)]) -> Option<SurveyFields> {
        let fields: Vec<_> = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        SurveyFields::read(&fields, &form())
    }

    const SENT: [(&str, &str); 3] = [("revision", "0"), ("do", "send"), ("share", "yes")];

    #[test]
    fn texts_are_cleaned_line_by_line_and_cannot_write_another_part_of_the_form() {
        let unit = ("team", "Risk\r\nshare: yes\u{1b}[2J");
        let fields = [&SENT[..], &[unit, ("q1", " IT \u{202e}ops\r\n\r\nshare: yes\n## 2. x"), ("q9", "no")]].concat();
        let sent = read(&fields).unwrap();
        let filled = SurveyFields { shares: Some(false), ..sent }.filled(&form());
        let again = SurveyForm::read(&filled.to_text()).unwrap();
        assert_eq!((again.form, again.remarks), (filled.clone(), vec![]));
        assert_eq!(filled.unit, "Risk share: yes[2J");
        assert_eq!(filled.questions[0].lines, ["IT ops", "share: yes", "## 2. x"]);
        assert!(!filled.shared);
    }

    #[test]
    fn what_is_missing_is_said_and_only_what_is_sent_with_a_yes_is_shared() {
        let long = "x".repeat(SurveyForm::LONGEST_LINE + 1);
        let many = "x\n".repeat(SurveyForm::MOST_LINES + 1);
        let name = "x".repeat(UNIT_LIMIT + 1);
        for (fields, says) in [
            (&[SENT[0], SENT[1]][..], "yes or no"),
            (&SENT, "which team"),
            (&[&SENT[..], &[("team", name.as_str())]].concat(), "longer than 80"),
            (&[&SENT[..], &[("q2", long.as_str())]].concat(), "below question 2 is too long"),
            (&[&SENT[..], &[("q3", many.as_str())]].concat(), "Question 3 has more than 60"),
        ] {
            assert!(read(fields).unwrap().lacks().unwrap().contains(says), "{says}");
        }
        let saved = read(&[("revision", "0"), ("do", "save"), ("share", "yes"), ("team", "Risk")]).unwrap();
        assert_eq!((saved.lacks(), saved.filled(&form()).shared), (None, false));
        for fields in [&[][..], &[SENT[0]], &[SENT[1]], &[("revision", "x"), SENT[1]], &[SENT[0], ("do", "x")]] {
            assert_eq!(read(fields), None);
        }
    }
}
