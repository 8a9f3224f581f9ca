//! The run screen: the prompt, the lines said, the neighbours of the thing in view, and the entry line.

mod adjacent;
mod captured;
mod choices;
mod chosen;
mod collecting;
mod header;
mod message;
mod one_window;
mod reading;
mod script;

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;

use super::words::{cells, cut, fitted};
use super::{Frame, Paint, card, entry_line, footer};
use crate::app::{Model, Panel, Run, origin_in_words};
use crate::record::spoken::counted;
use crate::record::{RoomView, own_note};
use crate::theme::Role;

/// The minimum width for a third column.
const THREE_COLUMNS: u16 = 130;

/// The maximum height of a prompt in rows.
const PROMPT_LINES: usize = 3;

pub(super) use one_window::curtain;

/// Draws the run screen: the one that the room may see, or the facilitator's.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, run: &Run) {
    if run.collects().is_some() || run.answers.round.is_some() {
        return collecting::draw(frame, area, paint, model, run);
    }
    if model.is_shared() {
        return one_window::draw(frame, area, paint, model, run);
    }
    private(frame, area, paint, model, run);
}

/// Returns the parts of the facilitator's screen from top to bottom: head, gap, prompt, gap, body, rule, entry line,
/// reading, foot.
fn parts(area: Rect, prompt: usize) -> [Rect; 9] {
    let roomy = area.height >= 16;
    let gap = Constraint::Length(u16::from(roomy));
    Layout::vertical([
        Constraint::Length(1),
        gap,
        Constraint::Length(u16::try_from(prompt).unwrap_or(1)),
        gap,
        Constraint::Fill(1),
        gap,
        Constraint::Length(1),
        Constraint::Length(if roomy { 3 } else { 1 }),
        Constraint::Length(1),
    ])
    .areas(area)
}

/// Draws the facilitator's screen.
fn private(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, run: &Run) {
    let prompt = prompt_lines(run, area);
    let [head, _, prompt_area, _, body, over_entry, entry, reading, foot] = parts(area, prompt.len());
    header::draw(frame, head, paint, model, run);
    let title = paint.role(Role::Title);
    let prompt: Vec<Line<'_>> = prompt.into_iter().map(|line| Line::styled(line, title)).collect();
    frame.render_lines(prompt, prompt_area);
    draw_body(frame, body, paint, model, run);
    frame.render_widget(over_line(model, run, area.width, paint), over_entry);
    reading::draw(frame, reading, paint, model, run);
    footer::draw(frame, foot, paint, model, &with_phones(status(model, run), model));
    let before = run
        .speaker
        .as_ref()
        .map_or_else(|| "> ".to_owned(), |tag| format!("{}> ", run.recording.names().typed_for(tag)));
    entry_line::of_session(frame, entry, paint, &before, model);
}

/// Returns the rule above the entry line, with a hint in it if there is one.
fn over_line<'a>(model: &Model, run: &Run, width: u16, paint: &Paint) -> Line<'a> {
    let says = run
        .worked_out
        .guidance
        .overrun(run.worked_out.let_go)
        .or_else(|| run.worked_out.guidance.nudges.first().cloned());
    match says {
        Some(says) => {
            let says = cut(&format!("── {says} "), width);
            let rest = "─".repeat(usize::from(width.saturating_sub(cells(&says))));
            Line::styled(format!("{says}{rest}"), paint.role(Role::Amber))
        }
        None => {
            let origin = origin_in_words(model, run.recording.session()).map(|origin| format!("── {origin} "));
            let says = cut(&origin.unwrap_or_default(), width);
            let rest = "─".repeat(usize::from(width.saturating_sub(cells(&says))));
            Line::styled(format!("{says}{rest}"), paint.role(Role::Quiet))
        }
    }
}

fn prompt_lines(run: &Run, area: Rect) -> Vec<String> {
    fitted(&run.asked.prompt, area.width.min(100), if area.height < 14 { 1 } else { PROMPT_LINES })
}

fn status(model: &Model, run: &Run) -> String {
    let lines = match run.standing() {
        1 => "1 line".to_owned(),
        lines => format!("{lines} lines"),
    };
    let covered = *run.recording.session().view() == RoomView::Curtain;
    match (run.writable, run.saving.saved) {
        _ if own_note(model.entry.text()).is_some() => "for you alone, in no shared file".to_owned(),
        _ if run.chosen().is_some() => String::new(),
        _ if run.typing.fixing.is_some() && run.fixes_last() => "fixing the last line, Esc leaves it".to_owned(),
        _ if run.typing.fixing.is_some() => "fixing an earlier line, Esc leaves it".to_owned(),
        _ if run.lines_left() > 0 => format!("saving, {} left", counted(run.lines_left(), "line", "lines")),
        _ if run.recording.session().is_closed() => format!("ended, {lines}"),
        (false, _) => format!("reading along, {lines}"),
        _ if covered => format!("curtain, {lines}"),
        _ if run.room.curtain => format!("the curtain is not down in the room yet, {lines}"),
        _ if run.saving.unsaved.is_some() || run.lines_unsaved() > 0 => lines,
        // The question of a finding stays up until the room is turned to something else.
        _ if matches!(run.recording.session().view(), RoomView::Finding(_)) => format!("room: a finding, {lines}"),
        (true, true) => format!("saved, {lines}"),
        (true, false) => lines,
    }
}

/// Adds what waits from phones to the words at the foot.
fn with_phones(status: String, model: &Model) -> String {
    match model.phones.waiting.len() {
        0 => status,
        waiting if status.is_empty() => format!("{waiting} from phones"),
        waiting => format!("{status}, {waiting} from phones"),
    }
}

/// Whether the script or the message has the whole body. With the cursor in the list, the list is shown.
fn hides_list(area: Rect, run: &Run) -> bool {
    let alone = run.panel == Panel::Script || run.asked.message.is_some();
    alone && area.width < THREE_COLUMNS && run.chosen().is_none()
}

/// Returns the columns of the body; the list is in the first.
fn columns(area: Rect) -> Vec<Rect> {
    let columns = match area.width {
        width if width >= THREE_COLUMNS => vec![Constraint::Fill(3), Constraint::Fill(2), Constraint::Fill(2)],
        width if width >= chosen::TWO_COLUMNS => vec![Constraint::Fill(1), Constraint::Fill(1)],
        _ => vec![Constraint::Fill(1)],
    };
    Layout::horizontal(columns).spacing(2).split(area).to_vec()
}

fn draw_body(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, run: &Run) {
    // The message is the result of the session, so it is shown alone.
    let message = run.asked.message.as_deref();
    match message {
        _ if !hides_list(area, run) => {}
        Some(message) if run.panel != Panel::Script => return message::draw(frame, area, paint, model, message),
        _ => return script::draw(frame, area, paint, model, run),
    }
    let shows_card = model.shows_card() && run.chosen().is_none();
    let mut areas = columns(area).into_iter();
    if let Some(left) = areas.next() {
        captured::draw(frame, left, paint, run);
    }
    let beside = |frame: &mut Frame<'_>, area: Rect| {
        if run.chosen().is_some() {
            return chosen::draw(frame, area, paint, model, run);
        }
        if let Some(message) = message {
            return message::draw(frame, area, paint, model, message);
        }
        let list = choices::height(run).min(area.height.saturating_sub(4).max(area.height / 2));
        let [above, below] = Layout::vertical([Constraint::Length(list), Constraint::Fill(1)]).areas(area);
        choices::draw(frame, above, paint, run);
        adjacent::draw(frame, below, paint, model, run);
    };
    match (areas.next(), areas.next()) {
        (Some(middle), Some(right)) => {
            beside(frame, middle);
            if shows_card {
                card::draw(frame, right, paint, model);
            } else {
                script::draw(frame, right, paint, model, run);
            }
        }
        (Some(right), None) if shows_card && choices::height(run) == 0 => {
            let below = card::height().min(right.height);
            let [above, below] = Layout::vertical([Constraint::Fill(1), Constraint::Length(below)]).areas(right);
            beside(frame, above);
            card::draw(frame, below, paint, model);
        }
        (Some(right), None) => beside(frame, right),
        (None, _) => {}
    }
}
