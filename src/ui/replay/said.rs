use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::app::replay::{ReplayLine, ReplayView};
use crate::record::spoken::TAKEN_BACK;
use crate::theme::Role;
use crate::ui::words::{cells, clock, cut, wrap};
use crate::ui::{Frame, Paint};

/// The minimum width at which every line has its time.
const WITH_TIME: u16 = 36;

/// Draws the lines said up to the moment, with the last line at the bottom, highlighted.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, view: &ReplayView) {
    if area.height == 0 {
        return;
    }
    let room = usize::from(area.height) - 1;
    let said = &view.scene.said;
    let mut shown: Vec<Line<'_>> = Vec::new();
    for (at, line) in said.iter().enumerate().rev() {
        let lit = at + 1 == said.len();
        let mut lines = lines_of(line, lit, area.width, paint);
        if lit && lines.len() > room {
            // The last line is always shown, however long it is.
            lines.truncate(room);
        }
        if shown.len() + lines.len() > room {
            break;
        }
        shown.splice(0..0, lines);
    }
    let words = if said.is_empty() { "nothing was said yet" } else { "said until then" };
    shown.insert(0, Line::styled(words, paint.role(Role::Quiet)));
    frame.render_widget(Paragraph::new(shown), area);
}

fn lines_of<'a>(line: &ReplayLine, lit: bool, width: u16, paint: &Paint) -> Vec<Line<'a>> {
    let time = if width >= WITH_TIME { format!("{:>5}  ", clock(line.at)) } else { String::new() };
    let speaker = line.speaker.as_ref().map(|tag| format!("{tag}  ")).unwrap_or_default();
    let speaker = cut(&speaker, (width / 2).saturating_sub(cells(&time)));
    let indent = cells(&time) + cells(&speaker);
    let style = match (line.taken_back, lit, line.scrap) {
        (true, ..) => paint.taken_back(),
        (false, true, _) => paint.role(Role::Title),
        (false, false, true) => paint.role(Role::Amber),
        (false, false, false) => paint.role(Role::Text),
    };
    let says = if line.taken_back { format!("{TAKEN_BACK}{}", line.says) } else { line.says.clone() };
    let rows = wrap(&says, width.saturating_sub(indent)).into_iter().enumerate().map(|(row, text)| {
        if row > 0 {
            return Line::from(vec![Span::raw(" ".repeat(usize::from(indent))), Span::styled(text, style)]);
        }
        Line::from(vec![
            Span::styled(time.clone(), paint.role(Role::Quiet)),
            Span::styled(speaker.clone(), paint.role(Role::Speaker)),
            Span::styled(text, style),
        ])
    });
    rows.collect()
}
