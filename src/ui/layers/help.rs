use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::boxed;
use crate::app::{Model, Screen, commands_on};
use crate::theme::Role;
use crate::ui::Paint;

/// What this screen is for and every key that works on it.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, scroll: u16) {
    let mut lines: Vec<Line<'_>> =
        about(model.screen).iter().map(|line| Line::styled(*line, paint.role(Role::Text))).collect();
    lines.push(Line::default());
    for row in commands_on(model.screen) {
        let key = row.pressed(model.is_typing());
        lines.push(Line::from(vec![
            Span::styled(format!("{key:<11}"), paint.role(Role::Accent)),
            Span::styled(row.words, paint.role(Role::Text)),
        ]));
    }
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let more = height.saturating_add(2) > area.height;
    let title = if more { "help: arrows show more, Esc goes back" } else { "help: Esc goes back" };
    let inside = boxed(frame, area, paint, title, 74, height);
    let last = height.saturating_sub(inside.height);
    frame.render_widget(Paragraph::new(lines).scroll((scroll.min(last), 0)), inside);
}

const fn about(screen: Screen) -> &'static [&'static str] {
    match screen {
        Screen::Home => &[
            "Type an AI change and press Enter: three lines, then a question.",
            "Or choose below with the arrows and Enter.",
        ],
        Screen::Run => &[
            "Just type; Enter reads the line. What cannot be read is kept as said.",
            "  bot -> less handle time, more calls    arrows, more or less",
            "  bot needs data     @Claims owns bot    needs, owns",
            "  ... : seen 2w \"their words\"            seen, two weeks on; ++ or -- clearly",
            "  yes   no   unsure                      about the last arrow",
            "  tom> bot -> ...                        who says it",
            "  do write the guide : tom due fri       who does what by when",
            "  who tells Retention?   park decks      a question; for later",
            "  saw trust down   want calls down   same Service bot = bot",
            "  3 5 0   right   done   guard: ...       an answer to what is asked",
            "Tab completes, Up and Down choose. Alt-1 to Alt-9: who speaks.",
        ],
        Screen::Assess => &[
            "Choose the sentence that comes nearest; a digit is only its key.",
            "Where there is a line to type in, every plain character is text.",
            "PgUp and PgDn walk back and forth; Esc leaves: everything is on disk.",
        ],
        Screen::Replay => &[
            "One moment of a session: everything on the screen is as it stood then.",
            "n goes from one moment worth stopping at to the next. On the bar:",
            "↻ a circle closed   ≠ seen in opposite ways   ⇄ a view changed",
            "✓ judged   ◆ decided   ▸ promised   ◎ shown together   ↶ taken back",
            "· shows for the first time. Long silences are short on the bar.",
        ],
        Screen::Map => &[
            "One thing is looked at, in six ways. Enter looks at the one under the",
            "cursor, Backspace at the one before. Left and Right: the other side, the",
            "next wave; in the drawing the next box, and with Alt they move it. Esc",
            "shows everything again, F3 goes back.",
            "A filter is made of words, kind: team: status: said: after: before:",
            "sign: arrow: no:owner is:disputed (stale confirmed delayed guess told",
            "seen scarce outside); a - before one turns it round.",
            "While a session is being written, typing is a line of it.",
        ],
    }
}
