use crate::exercise::SurveyForm;

/// What the page of a survey shows one phone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::phones) struct SurveyView {
    /// The title of the survey.
    pub(in crate::phones) title: String,
    /// Who knows whose answers these are, in a sentence.
    pub(in crate::phones) who_knows: &'static str,
    /// The unit of whoever answers.
    pub(in crate::phones) unit: String,
    /// The questions with their answers.
    pub(in crate::phones) questions: Vec<QuestionView>,
    /// Whether the answers may go on the map; `None` before it was said.
    pub(in crate::phones) shares: Option<bool>,
    /// Whether the form was sent.
    pub(in crate::phones) sent: bool,
    /// How often the form was changed; a page that shows an older one does not overwrite it.
    pub(in crate::phones) revision: u64,
    /// Whether the phone has a number in a cookie.
    pub(in crate::phones) has_seat: bool,
}

/// A question of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::phones) struct QuestionView {
    /// The number of the step that asks it.
    pub(in crate::phones) number: u16,
    /// The question.
    pub(in crate::phones) ask: String,
    /// An example of an answer; empty where there is none.
    pub(in crate::phones) example: String,
    /// The answers, one a line.
    pub(in crate::phones) text: String,
    /// How the saved answers are read, a sentence each.
    pub(in crate::phones) read_back: Vec<String>,
}

impl SurveyView {
    /// The view of a form of which nothing is known but its text.
    pub(super) fn of(form: &SurveyForm, has_seat: bool) -> Self {
        let questions = form.questions.iter().map(|question| QuestionView {
            number: question.number,
            ask: question.ask.clone(),
            example: question.example.clone(),
            text: question.lines.join("\n"),
            read_back: Vec::new(),
        });
        Self {
            title: form.title.clone(),
            who_knows: if has_seat {
                "Nothing on this page says who you are, apart from what you write and your team."
            } else {
                "Whoever sent you this link knows that it is yours."
            },
            unit: form.unit.clone(),
            questions: questions.collect(),
            shares: None,
            sent: false,
            revision: 0,
            has_seat,
        }
    }
}
