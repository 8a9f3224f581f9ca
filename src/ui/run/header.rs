use jiff::SignedDuration;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::{Model, Run, end_in_words, origin_in_words, pace_in_words};
use crate::record::Mode;
use crate::theme::Role;
use crate::ui::words::{cells, clock, cut};
use crate::ui::{Frame, Paint};

/// The time before the end of a step from which the time left is shown.
const SOON: SignedDuration = SignedDuration::from_mins(2);

/// The width of a screen from which the end of the session is shown.
const WITH_END: u16 = 70;

/// The width of a screen below which the clock of the step is shown alone.
const NARROW: u16 = 60;

/// Draws the title on the left, and step and clocks on the right.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, run: &Run) {
    let (right, late) = step_and_clocks(model, run, area.width);
    let room = area.width.saturating_sub(cells(&right) + 2);
    let session = run.recording.session();
    let private = if session.is_private() { "  (private)" } else { "" };
    let origin = origin_in_words(model, session).map(|origin| format!("  ({origin})")).unwrap_or_default();
    let title = cut(&format!("{}{origin}{private}", session.title()), room);
    let gap = area.width.saturating_sub(cells(&title) + cells(&right));
    let line = Line::from(vec![
        Span::styled(title, paint.role(Role::Accent)),
        Span::raw(" ".repeat(usize::from(gap))),
        Span::styled(right, paint.role(if late { Role::Amber } else { Role::Quiet })),
    ]);
    frame.render_widget(line, area);
}

fn step_and_clocks(model: &Model, run: &Run, width: u16) -> (String, bool) {
    let session = run.recording.session();
    let clocks = session.clock(model.session_time());
    if session.is_before_start() {
        return (before_start(model, run, width), false);
    }
    let Some(place) = session.place() else { return (format!("session {}", clock(clocks.session)), false) };
    let agenda = run.recording.agenda();
    let number = run.recording.stop().map_or(0, |at| at + 1);
    if session.mode() == Mode::Solo || model.tour.is_some() {
        // Alone and on the tour, time is counted up and nobody is late.
        let stopped = if clocks.running { "" } else { "  stopped" };
        return (format!("step {number}/{}  {} so far{stopped}", agenda.stops().len(), clock(clocks.session)), false);
    }
    let planned = place.planned.max(SignedDuration::ZERO);
    let late = clocks.step > planned;
    let left = planned - clocks.step;
    let soon = planned > SOON && left <= SOON && !late;
    let time = if soon {
        format!("{} left", clock(left))
    } else if late {
        format!("over by {}", clock(clocks.step - planned))
    } else {
        format!("{} of {}", clock(clocks.step), clock(planned))
    };
    let title = model.catalogue.step(&place.step, session.mode()).map_or("", |(_, step)| step.title.as_str());
    if width < NARROW {
        return (format!("step {number}/{}  {time}", agenda.stops().len()), late);
    }
    let title = if width >= 100 { format!("{title}  ") } else { String::new() };
    let stopped = if clocks.running { "" } else { "  stopped" };
    let steps = agenda.stops().len();
    let ends = if width >= 130 { pace_in_words(model, run) } else { end_in_words(model, run) };
    let ends = ends.filter(|_| width >= WITH_END).map(|ends| format!("  {ends}")).unwrap_or_default();
    (format!("{title}step {number}/{steps}: {time}  session {}{ends}{stopped}", clock(clocks.session)), late)
}

/// Returns that the session was not started, and when it would end if it were started now.
fn before_start(model: &Model, run: &Run, width: u16) -> String {
    let minutes = SignedDuration::from_mins(i64::from(run.recording.agenda().minutes()));
    let end = model.now.checked_add(minutes).ok().filter(|_| width >= WITH_END && !minutes.is_zero());
    let ends = end
        .map(|end| format!("; ends {} if you start now", run.recording.session().header().zone.clock(end)))
        .unwrap_or_default();
    format!("not started{ends}")
}
