//! Makes a recording of the audience screen, as it would have shown a session.

use anyhow::{Context, Result};
use jiff::SignedDuration;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use crate::app::OpenSession;
use crate::app::room::{Room, RoomMsg, RoomWindow, is_transcribed};
use crate::exercise::Catalogue;
use crate::export::{CastEvent, CastFrame};
use crate::record::Session;
use crate::replay::{MarkerKind, Timeline};
use crate::theme::{Depth, Theme};
use crate::ui::{self, Paint};

/// The number of columns and of rows of a recording.
pub const SIZE: (u16, u16) = (100, 30);

/// The minimum time of a marker, because players ignore one at the very beginning; below, the time of the last screen.
const FIRST_MARKER: SignedDuration = SignedDuration::from_millis(100);
const LAST_SCREEN: SignedDuration = SignedDuration::from_secs(1);

/// The time that a line of notes without times takes at the speed of the session.
const LINE_OF_NOTES: SignedDuration = SignedDuration::from_secs(6);

/// The bytes that a terminal would have received during the session, `speed` times as fast, with a marker for each
/// exercise.
///
/// # Errors
/// When a frame cannot be drawn.
pub fn frames(open: &OpenSession, catalogue: &Catalogue, theme: &Theme, speed: u16) -> Result<Vec<CastFrame>> {
    let timeline = Timeline::new(open.session.clone(), &open.names, open.base.clone());
    let markers = timeline.markers(catalogue);
    let header = open.session.header().clone();
    let opened = header.opened;
    let empty = OpenSession { base: open.base.clone(), ..OpenSession::alone(Session::new(header)) };
    let has_no_times = is_transcribed(&open.session);
    let mut window = RoomWindow::new(Some(Room::new(empty, catalogue.clone())), 0, opened);
    window.still = true;
    window.size = SIZE;
    let mut screen = RecordedScreen::new(Paint::new(theme, Depth::True))?;
    let mut frames = vec![CastFrame { after: SignedDuration::ZERO, what: CastEvent::Output(screen.draw(&window)?) }];
    for (place, event) in timeline.events().iter().enumerate() {
        window.update(RoomMsg::Heard(vec![event.clone()]), event.at.on(opened));
        let mut after = timeline.wait_before(place, speed);
        if has_no_times && event.is_line() {
            after = after.max(LINE_OF_NOTES / i32::from(speed.max(1)));
        }
        let entered = markers.iter().filter(|marker| marker.kind == MarkerKind::Exercise);
        for marker in entered.filter(|marker| marker.position.heard == place + 1) {
            if frames.iter().all(|frame| frame.after.is_zero()) {
                after = after.max(FIRST_MARKER);
            }
            frames.push(CastFrame { after, what: CastEvent::Marker(marker.says.clone()) });
            after = SignedDuration::ZERO;
        }
        frames.push(CastFrame { after, what: CastEvent::Output(screen.draw(&window)?) });
    }
    // Without an event after it, the last screen would not be shown for a moment.
    frames.push(CastFrame { after: LAST_SCREEN, what: CastEvent::Output(String::new()) });
    Ok(frames)
}

struct RecordedScreen {
    terminal: Terminal<TestBackend>,
    paint: Paint,
    shown: Option<Buffer>,
}

impl RecordedScreen {
    fn new(paint: Paint) -> Result<Self> {
        let terminal = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).context("a frame cannot be drawn")?;
        Ok(Self { terminal, paint, shown: None })
    }

    /// Draws the window; returns the bytes that make a terminal show it.
    fn draw(&mut self, window: &RoomWindow) -> Result<String> {
        let paint = &self.paint;
        let drawn = self.terminal.draw(|frame| ui::room::draw(window, paint, frame));
        let after = drawn.context("a frame cannot be drawn")?.buffer.clone();
        let sent = ui::rows_that_differ(self.shown.as_ref(), &after);
        self.shown = Some(after);
        Ok(sent)
    }
}
