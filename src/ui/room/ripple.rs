//! A ripple, wave by wave: what changes at once, then what that changes, and so on.

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::CONTENT;
use super::headline::Headline;
use super::prose::shortened;
use crate::app::room::{RoomWave, RoomWaves, RoomWindow, WaveChange, WorkedContent};
use crate::record::spoken::{capitalised, counted, in_words};
use crate::theme::Role;
use crate::ui::neighbours::role_of;
use crate::ui::{Frame, Paint};

/// The minimum width of the column of a wave.
const COLUMN: u16 = 24;

/// Draws the push as a headline, and each wave below it in a column of its own, the newest on the right.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, window: &RoomWindow, push: &str) {
    let question = format!("{push}: what follows?");
    let body = Headline::over(frame, area, paint, &question, 3);
    let Some(WorkedContent::Waves(waves)) = window.worked() else { return };
    if waves.waves.is_empty() {
        return super::lines::plain(frame, body, paint.role(Role::Text), "No effect of it is named so far.");
    }
    let [body, foot] = Layout::vertical([Constraint::Fill(1), Constraint::Length(1)]).areas(body);
    let columns = usize::from((body.width / COLUMN).max(1)).min(waves.waves.len());
    let first = waves.waves.len() - columns;
    // The columns stand where they will stand when there are more of them, so that a wave moves nothing.
    let places = usize::from((body.width / COLUMN).max(1)).min(waves.all.max(1));
    let places = Layout::horizontal(vec![Constraint::Fill(1); places]).spacing(2).split(body);
    for ((number, wave), place) in waves.waves.iter().enumerate().skip(first).zip(places.iter()) {
        let newest = number + 1 == waves.waves.len();
        frame.render_widget(Paragraph::new(column(wave, number, newest, *place, paint)), *place);
    }
    frame.render_widget(Line::styled(told(waves, first), paint.role(Role::Text)), foot);
}

/// Returns what stands below the waves: how many are shown, and what is left out.
fn told(waves: &RoomWaves, first: usize) -> String {
    let shown = waves.waves.len();
    let before = if first > 0 { format!("; {} before", in_words(first)) } else { String::new() };
    let left_out = match waves.left_out {
        0 => String::new(),
        count => {
            format!("; {} left out", counted(count, "arrow without an agreed sign", "arrows without an agreed sign"))
        }
    };
    if shown == waves.all {
        format!("That is all that was named{before}{left_out}.")
    } else {
        format!("{}{before}{left_out}", capitalised(&heading(shown.saturating_sub(1))))
    }
}

/// The names of the waves.
const WAVES: [&str; 6] = ["at once", "second wave", "third wave", "fourth wave", "fifth wave", "sixth wave"];

fn heading(number: usize) -> String {
    WAVES.get(number).map_or_else(|| format!("wave {}", number + 1), |name| (*name).to_owned())
}

/// Returns a wave: at most seven changes, each with how it comes about where there is room.
fn column<'a>(wave: &RoomWave, number: usize, newest: bool, area: Rect, paint: &Paint) -> Vec<Line<'a>> {
    let head = Line::styled(heading(number), paint.role(if newest { Role::Accent } else { Role::Text }));
    let height = usize::from(area.height).saturating_sub(1);
    let most = wave.changes.len().min(CONTENT);
    let with_asides = |shown: usize| wave.changes.iter().take(shown).map(|change| rows(change, area.width, true).len());
    let airy = with_asides(most).sum::<usize>() + most <= height;
    let asides = with_asides(most).sum::<usize>() <= height;
    let mut lines = vec![head];
    let mut shown = 0;
    for change in wave.changes.iter().take(most) {
        let text = rows(change, area.width, asides);
        let rest = usize::from(shown + 1 < wave.changes.len());
        if lines.len() + text.len() + rest > height + 1 {
            break;
        }
        shown += 1;
        for (at, row) in text.into_iter().enumerate() {
            let sign = if at == 0 { format!("{} ", change.shows.glyph()) } else { "  ".to_owned() };
            lines.push(Line::from(vec![
                Span::styled(sign, paint.role(role_of(change.shows))),
                Span::styled(row, paint.role(if newest { Role::Title } else { Role::Text })),
            ]));
        }
        lines.extend(airy.then(Line::default));
    }
    let more = wave.changes.len() - shown;
    lines.extend((more > 0).then(|| Line::styled(format!("  and {more} more"), paint.role(Role::Text))));
    lines
}

fn rows(change: &WaveChange, width: u16, aside: bool) -> Vec<String> {
    let width = width.saturating_sub(2);
    let aside = change.aside.as_ref().filter(|_| aside).into_iter().flat_map(|aside| shortened(aside, width, 2));
    shortened(&change.words, width, 2).into_iter().chain(aside).collect()
}
