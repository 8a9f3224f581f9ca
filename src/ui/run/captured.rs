use std::borrow::Cow;
use std::collections::VecDeque;

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::room::{LineState, Room};
use crate::app::{Captured, MendedBy, PointerTarget, Run, Scrolled, could_be};
use crate::record::spoken::TAKEN_BACK;
use crate::theme::Role;
use crate::ui::words::{cells, cut, wrap};
use crate::ui::{Frame, Paint};

/// The marks before a line: under the cursor, taken back, could not be read, could be more than text.
const CHOSEN: &str = "› ";
const BACK: &str = "× ";
const SCRAP: &str = "! ";
const OFFER: &str = "~ ";
const NONE: &str = "  ";

/// One row of the list: a line as it is shown.
struct SaidRow<'a> {
    speaker: Option<&'a str>,
    sentence: Cow<'a, str>,
    /// What is said about the line itself, behind its sentence.
    remark: String,
    mark: &'static str,
    role: Role,
    taken_back: bool,
    chosen: bool,
}

/// A row of the list by the index of its line, the number of lines that stand before an index, and the number of the event
/// of the line at an index.
type RowAt<'f, 'a> = &'f dyn Fn(usize) -> Option<SaidRow<'a>>;
type StandingBefore<'f> = &'f dyn Fn(usize) -> usize;
type NumberAt<'f> = &'f dyn Fn(usize) -> Option<u64>;

/// Draws the lines said so far, as read back, with the newest line at the bottom; with the cursor in the list, the lines
/// around it. Only the rows that fit are made.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, run: &Run) {
    let lines = &run.lines.captured;
    let rows = |at: usize| lines.get(at).filter(|line| !line.recounted).map(|line| row_of(line, run));
    let standing = |at: usize| run.standing_before(at);
    let number = |at: usize| lines.get(at).map(|line| line.seq);
    draw_rows(frame, area, paint, (lines.len(), focus(run)), &rows, (&standing, &number));
}

/// Returns the index of the line under the cursor, or of the one whose words are in the entry line.
fn focus(run: &Run) -> Option<usize> {
    let lines = &run.lines.captured;
    let focus = run.chosen().or_else(|| run.fixed_line())?;
    let at = lines.partition_point(|line| line.seq < focus);
    lines.get(at).is_some_and(|line| line.seq == focus).then_some(at)
}

/// Draws the lines as the room has read them, around the line under the cursor.
pub(super) fn draw_public(frame: &mut Frame<'_>, area: Rect, paint: &Paint, run: &Run, room: &Room) {
    let mut lines: Vec<_> = room.lines().collect();
    lines.reverse();
    let at = lines.iter().position(|(told, _)| Some(told.seq) == run.chosen());
    let rows = |at: usize| {
        lines.get(at).map(|(told, state)| {
            let taken_back = *state == LineState::TakenBack;
            let back = if taken_back { TAKEN_BACK } else { "" };
            let gap = if *state == LineState::Gap { "A line was removed." } else { "" };
            SaidRow {
                speaker: None,
                sentence: format!("{back}{}{gap}", told.says).into(),
                remark: String::new(),
                mark: if taken_back { BACK } else { NONE },
                role: Role::Text,
                taken_back,
                chosen: Some(told.seq) == run.chosen(),
            }
        })
    };
    let number = |at: usize| lines.get(at).map(|(told, _)| told.seq);
    let all = lines.iter().filter(|(told, _)| run.counts(told.seq)).count();
    let behind = |at: usize| lines.iter().skip(at).filter(|(told, _)| run.counts(told.seq)).count();
    draw_rows(frame, area, paint, (lines.len(), at), &rows, (&|at| all - behind(at), &number));
}

/// Draws rows of the list: the last ones, or those around the line with the cursor. `standing` counts the lines before one
/// that were not taken back, as the footer and the replay count them.
fn draw_rows(
    frame: &mut Frame<'_>,
    area: Rect,
    paint: &Paint,
    (all, at): (usize, Option<usize>),
    row: RowAt<'_, '_>,
    (standing, number): (StandingBefore<'_>, NumberAt<'_>),
) {
    if area.height == 0 {
        return;
    }
    let room = usize::from(area.height).saturating_sub(1);
    let lines = |at: usize| row(at).map(|row| lines_of(&row, area.width, paint));
    let (cut_off, mut rows) = around(all, at.unwrap_or(all.saturating_sub(1)), room, &lines);
    let first = rows.front().map_or(0, |(first, _)| *first);
    if cut_off && let Some((_, last)) = rows.back_mut() {
        *last = paint.headline("…");
    }
    let mut shown: Vec<Line<'_>> = Vec::with_capacity(rows.len() + 1);
    let count = standing(all);
    let above = standing(first);
    let words = match (all, at, above) {
        (0, ..) => "what is said will stand here".to_owned(),
        (_, Some(at), _) if standing(at + 1) == standing(at) => {
            // A line that was taken back, or answers of a round, have no number of their own.
            format!("said so far, after line {} of {count}", standing(at))
        }
        (_, Some(at), _) => format!("said so far, line {} of {count}", standing(at + 1)),
        (_, None, 0) => "said so far".to_owned(),
        (_, None, above) => format!("said so far, {above} above"),
    };
    shown.push(paint.headline(cut(&words, area.width)));
    frame.scrolls(area, Scrolled::Said);
    for (place, (at, _)) in area.rows().skip(1).zip(&rows) {
        if let Some(seq) = number(*at) {
            frame.answers(place, PointerTarget::Line(seq));
        }
    }
    shown.extend(rows.into_iter().map(|(_, row)| row));
    frame.render_lines(shown, area);
}

/// Returns the rows that fit around the line at `at`, each with the index of its line, and whether that line is cut off
/// because it is too long. The line is always among them, in the middle unless the list begins or ends before.
fn around<T>(
    all: usize,
    at: usize,
    room: usize,
    lines: &dyn Fn(usize) -> Option<Vec<T>>,
) -> (bool, VecDeque<(usize, T)>) {
    let rows = |at: usize| lines(at).unwrap_or_default().into_iter().map(move |row| (at, row)).collect::<Vec<_>>();
    let mut shown: VecDeque<(usize, T)> = rows(at).into();
    if shown.len() > room {
        shown.truncate(room);
        return (true, shown);
    }
    let (mut first, mut next) = (at, at + 1);
    let middle = (room - shown.len()) / 2 + shown.len();
    let below = |shown: &mut VecDeque<(usize, T)>, next: &mut usize, room: usize| {
        while *next < all {
            let more = rows(*next);
            if shown.len() + more.len() > room {
                break;
            }
            shown.extend(more);
            *next += 1;
        }
    };
    below(&mut shown, &mut next, middle);
    while let Some(before) = first.checked_sub(1) {
        let more = rows(before);
        if shown.len() + more.len() > room {
            break;
        }
        more.into_iter().rev().for_each(|row| shown.push_front(row));
        first = before;
    }
    below(&mut shown, &mut next, room);
    (false, shown)
}

/// Returns the row of a line, with what else it could be and what happened to it.
fn row_of<'a>(line: &'a Captured, run: &Run) -> SaidRow<'a> {
    let chosen = run.chosen() == Some(line.seq);
    let fixed = run.fixed_line() == Some(line.seq);
    let could = run.offered.form_of(line.seq, run.recording.session()).map(could_be);
    let remarks = [fixed.then_some("being fixed"), line.mended.map(how_mended), could];
    let remarks: Vec<&str> = remarks.into_iter().flatten().collect();
    let mark = match line {
        _ if chosen || fixed => CHOSEN,
        line if line.taken_back => BACK,
        line if line.scrap => SCRAP,
        _ if could.is_some() => OFFER,
        _ => NONE,
    };
    SaidRow {
        speaker: line.speaker.as_deref(),
        sentence: line.told(&line.sentence),
        remark: if remarks.is_empty() { String::new() } else { format!("({})", remarks.join(", ")) },
        mark,
        role: if line.scrap { Role::Amber } else { Role::Text },
        taken_back: line.taken_back,
        chosen,
    }
}

/// Returns how a line was mended, in words.
const fn how_mended(mended: MendedBy) -> &'static str {
    match mended {
        MendedBy::Words => "mended",
        MendedBy::Reading => "read anew",
        MendedBy::Speaker => "another speaker",
    }
}

/// Returns the texts of a row's lines, without its marks: its sentence, wrapped, with the remark behind it or below.
fn texts_of(row: &SaidRow<'_>, width: u16) -> Vec<(String, String)> {
    let room = width.saturating_sub(cells(row.mark).min(width) + indent_of(row, width));
    let mut texts: Vec<(String, String)> =
        wrap(&row.sentence, room).into_iter().map(|text| (text, String::new())).collect();
    let remark = &row.remark;
    match texts.last_mut() {
        _ if remark.is_empty() => {}
        Some((last, beside)) if cells(last) + 1 + cells(remark) <= room => *beside = format!(" {remark}"),
        _ => texts.extend(wrap(remark, room).into_iter().map(|text| (String::new(), text))),
    }
    texts
}

fn indent_of(row: &SaidRow<'_>, width: u16) -> u16 {
    row.speaker.map_or(0, |tag| cells(tag) + 2).min(width / 2)
}

/// Returns the lines of a row.
fn lines_of<'a>(row: &SaidRow<'_>, width: u16, paint: &Paint) -> Vec<Line<'a>> {
    let speaker = row.speaker.map(|tag| format!("{tag}  ")).unwrap_or_default();
    let indent = indent_of(row, width);
    let style = match (row.chosen, row.taken_back) {
        (true, _) => paint.role(Role::Selected),
        (false, true) => paint.taken_back(),
        (false, false) => paint.role(row.role),
    };
    let lines = texts_of(row, width).into_iter().enumerate().map(|(number, (text, remark))| {
        let first = number == 0;
        let before = if first { cut(&speaker, indent) } else { " ".repeat(usize::from(indent)) };
        let mark = if first { row.mark } else { NONE };
        Line::from(vec![
            Span::styled(mark, paint.role(Role::Accent)),
            Span::styled(before, paint.role(Role::Speaker)),
            Span::styled(text, style),
            Span::styled(remark, paint.role(Role::Quiet)),
        ])
    });
    lines.collect()
}
