use ratatui::layout::Rect;
use ratatui::text::Line;

use super::prose::{headline, paragraph, row, scrolled};
use crate::app::{AssessView, EndRow, FrontRow, Model};
use crate::assess::Age;
use crate::record::spoken::day_in_words;
use crate::theme::Role;
use crate::ui::{Frame, Paint, entry_line};

const ABOUT: &str = "28 short questions about what you do, 12 minutes. You choose sentences, never numbers; where you \
                     claim a habit, it asks for an example. Leave at any moment: every answer is on disk, and it goes \
                     on where you left.";

const PRIVATE: &str = "It is yours alone: kept in private/, readable by nobody else on this machine, in no map, no \
                       minutes and no export. What is to be shared you mark yourself, answer by answer.";

/// Draws the first page: what the mirror is, and what can be chosen.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model) -> &'static str {
    let view = &model.assess;
    let width = area.width.min(100);
    let mut lines = vec![Line::styled("Where do you lead from?", paint.role(Role::Title)), Line::default()];
    paragraph(&mut lines, ABOUT, width, paint.role(Role::Text));
    lines.push(Line::default());
    paragraph(&mut lines, PRIVATE, width, paint.role(Role::Text));
    lines.push(Line::default());
    let last = lines.len() + view.selected;
    for (at, choice) in view.front().into_iter().enumerate() {
        row(&mut lines, &says(choice, view), at == view.selected, width, paint);
    }
    let today = model.zone.day(model.now);
    if let Some(says) = view.latest().and_then(|(_, latest)| Age::of(latest.day(), today).says()) {
        lines.push(Line::default());
        paragraph(&mut lines, says, width, paint.role(Role::Quiet));
    }
    scrolled(frame, area, lines, last);
    "Up and Down choose, Enter takes it, Esc goes back to the first screen"
}

fn says(choice: FrontRow, view: &AssessView) -> String {
    let day = view.latest().map_or_else(String::new, |(_, latest)| day_in_words(latest.day()));
    match choice {
        FrontRow::GoOn => {
            let (behind, all) = view.walk.as_ref().map_or((0, 0), crate::assess::Questionnaire::progress);
            format!("go on where you left: {behind} of {all} answered")
        }
        FrontRow::Begin if view.finished.is_empty() => "begin".to_owned(),
        FrontRow::Begin => "begin a new one".to_owned(),
        FrontRow::Result => format!("where you stood on {day}, and what to do next"),
        FrontRow::History if view.finished.len() == 1 => "over time: there is one so far".to_owned(),
        FrontRow::History => format!("over time: {} of them", view.finished.len()),
        FrontRow::Answers => format!("your answers of {day}, one by one: share some, copy them"),
    }
}

/// Draws the page after the last question.
pub(super) fn end(frame: &mut Frame<'_>, area: Rect, paint: &Paint, view: &AssessView) -> &'static str {
    let (behind, all) = view.walk.as_ref().map_or((0, 0), crate::assess::Questionnaire::progress);
    let open = all.saturating_sub(behind);
    let says = match open {
        0 => "That was the last question; all of them are answered.".to_owned(),
        1 => "That was the last question; one is still open.".to_owned(),
        open => format!("That was the last question; {open} are still open."),
    };
    let mut lines = vec![Line::styled(says, paint.role(Role::Title)), Line::default()];
    paragraph(
        &mut lines,
        "Once it is finished its answers stay as they are, so that the next one can be compared with them.",
        area.width.min(100),
        paint.role(Role::Text),
    );
    lines.push(Line::default());
    let last = lines.len() + view.selected;
    for (at, choice) in view.end().into_iter().enumerate() {
        let says = match choice {
            EndRow::ToOpen => "go to the first question that is still open",
            EndRow::Finish => "finish it, and see where you stand",
            EndRow::Later => "leave it for another day",
        };
        row(&mut lines, says, at == view.selected, area.width, paint);
    }
    scrolled(frame, area, lines, last);
    "Up and Down choose, Enter takes it, PgUp goes back to the questions"
}

/// Draws the page that asks for the unit whose map is read.
pub(super) fn unit(frame: &mut Frame<'_>, area: Rect, paint: &Paint, view: &AssessView) -> &'static str {
    let mut lines = vec![headline("What does the map see?", "", area.width, paint), Line::default()];
    paragraph(
        &mut lines,
        "Which team do you answer for, as the map has it? If you had a seat in its sessions, put your tag behind it: \
         Claims, mei. It is asked now, kept nowhere, and changes no answer.",
        area.width.min(100),
        paint.role(Role::Text),
    );
    lines.push(Line::default());
    let at = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.height.saturating_sub(1));
    scrolled(frame, area, lines, 0);
    let line = Rect { y: area.y + at, height: area.height.saturating_sub(at).min(1), ..area };
    entry_line::draw(frame, line, paint, "team: ", &view.entry);
    "Enter asks the map, Esc leaves it"
}
