use ratatui::layout::Rect;
use ratatui::text::Line;

use super::prose::{hanging, headline, paragraph, row, scrolled};
use crate::app::AssessView;
use crate::assess::Sharing;
use crate::record::spoken::day_in_words;
use crate::theme::Role;
use crate::ui::{Frame, Paint};

/// Draws every answer in words, and what is marked to be shared.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, view: &AssessView) -> &'static str {
    let Some((_, latest)) = view.latest() else { return "Nothing was finished so far; Esc goes back" };
    let width = area.width.min(110);
    let mut lines = vec![headline("Your answers", &day_in_words(latest.day()), width, paint)];
    let says = "Nothing of this leaves but what you mark: first its words, then its example too.";
    paragraph(&mut lines, says, width, paint.role(Role::Quiet));
    let mut last = 0;
    for (at, answer) in view.answers().into_iter().enumerate() {
        let mark = match answer.share {
            Sharing::Nothing => "[ ]",
            Sharing::Words => "[words]",
            Sharing::WordsAndExample => "[words and example]",
        };
        let example = if answer.has_example { " (with an example)" } else { "" };
        let says = format!("{mark} {}: {}{example}", answer.title, answer.words);
        row(&mut lines, &says, at == view.selected, width, paint);
        if let Some(opinion) = answer.opinion {
            hanging(&mut lines, "    the map: ", &opinion.says, width, paint.role(Role::Amber));
        }
        if at == view.selected {
            last = lines.len().saturating_sub(1);
        }
    }
    lines.push(Line::default());
    scrolled(frame, area, lines, last);
    "s marks: words, words and example, nothing; c copies them; Esc goes back"
}
