use askama::Template;

use crate::phones::survey::{QuestionView, SurveyView};
use crate::record::text::{clean, plain};

#[derive(Template)]
#[template(path = "survey.html")]
struct SurveyPage<'a> {
    base: &'a str,
    title: String,
    warning: &'a str,
    view: &'a SurveyView,
    unit: String,
    questions: Vec<QuestionView>,
    /// Whether something was saved on this page before.
    saved: bool,
    yes: bool,
    no: bool,
}

/// A message above the questions, about a form that was not taken.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::phones) struct SurveyNotice<'a> {
    warning: &'a str,
}

impl<'a> SurveyNotice<'a> {
    /// Says why a form was not taken.
    pub(in crate::phones) const fn warns(warning: &'a str) -> Self {
        Self { warning }
    }
}

/// The page of a survey. `base` is the path at which it stands.
pub(in crate::phones) fn survey_page(base: &str, view: &SurveyView, notice: &SurveyNotice<'_>) -> String {
    let questions = view.questions.iter().map(|question| QuestionView {
        number: question.number,
        ask: clean(&question.ask).into_owned(),
        example: clean(&question.example).into_owned(),
        text: plain(&question.text),
        read_back: question.read_back.iter().map(|says| clean(says).into_owned()).collect(),
    });
    let page = SurveyPage {
        base,
        title: match clean(&view.title).trim() {
            "" => "A few questions".to_owned(),
            title => title.to_owned(),
        },
        warning: notice.warning,
        view,
        unit: clean(&view.unit).into_owned(),
        questions: questions.collect(),
        saved: view.revision > 0,
        yes: view.shares == Some(true),
        no: view.shares == Some(false),
    };
    page.render().unwrap_or_default()
}
