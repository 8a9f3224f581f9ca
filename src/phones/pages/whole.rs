use askama::Template;

use super::asked::asked;
use super::line::line;
use super::view::{PagePart, PhoneView};
use crate::app::phones::Vote;
use crate::phones::form::TEXT_LIMIT;
use crate::record::text::clean;

#[derive(Template)]
#[template(path = "phone.html")]
struct WholePage<'a> {
    base: &'a str,
    title: String,
    notice: &'a str,
    unsent: String,
    seconds_left: String,
    clock: String,
    count: String,
    asked: PagePart,
    line: PagePart,
    questions: Vec<String>,
    number: u64,
    own_question: String,
    text_limit: usize,
}

/// A message above the question, about a form that was sent.
#[derive(Debug, Default)]
pub(in crate::phones) struct PageNotice<'a> {
    /// The message; empty for none.
    pub(in crate::phones) says: &'a str,
    /// A text that does not count, so that it is not lost.
    pub(in crate::phones) unsent: &'a str,
    /// What was sent, to stand in its form again.
    pub(in crate::phones) draft: Option<&'a Vote>,
}

/// The whole page. `base` is the path at which it stands.
pub(in crate::phones) fn page(base: &str, view: &PhoneView, notice: &PageNotice<'_>) -> String {
    let title = match clean(&view.page.title).trim() {
        "" => "The room's page".to_owned(),
        title => title.to_owned(),
    };
    let own_question =
        if let Some(Vote::Question(text)) = notice.draft { clean(text).into_owned() } else { String::new() };
    let page = WholePage {
        base,
        title,
        notice: notice.says,
        unsent: clean(notice.unsent).into_owned(),
        seconds_left: view.seconds_left.map(|left| left.to_string()).unwrap_or_default(),
        clock: view.seconds_left.map(clock).unwrap_or_default(),
        count: clean(&view.page.count).into_owned(),
        asked: asked(base, view, notice.draft),
        line: line(base, view),
        questions: view.questions.iter().map(|question| clean(question).into_owned()).collect(),
        number: view.page.number,
        own_question,
        text_limit: TEXT_LIMIT,
    };
    page.render().unwrap_or_default()
}

/// The time left, for browsers in which no clock runs.
fn clock(seconds: u64) -> String {
    match seconds {
        0 => "The time is over.".to_owned(),
        1..60 => "Less than a minute is left.".to_owned(),
        60..90 => "About one minute is left.".to_owned(),
        _ => format!("About {} minutes are left.", (seconds + 30) / 60),
    }
}
