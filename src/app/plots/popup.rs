use super::drawn::{DrawnPlot, PlotKind};
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::{Overflow, Sheet, SheetPart};
use crate::export::{PlotTable, row_text};
use crate::lens::{Plots, SessionPlots};
use crate::theme::Role;

/// The screens on which plots are shown; who was heard when is about one session.
const WHERE: &[Screen] = &[Screen::Home, Screen::Run, Screen::Map];
const IN_SESSION: &[Screen] = &[Screen::Run];

/// The commands that show a plot.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[
    CommandRow::new(186, "levers", "levers: how easy against how much worth", WHERE, |model| {
        open(model, PlotKind::Levers)
    })
    .key(KeyPress::ctrl('4')),
    CommandRow::new(187, "portfolio", "portfolio: where each change stands, and what moved", WHERE, |model| {
        open(model, PlotKind::Portfolio)
    }),
    CommandRow::new(188, "agreement", "agreement: how many say what about an arrow", WHERE, |model| {
        open(model, PlotKind::Agreement)
    }),
    CommandRow::new(189, "heard", "who was heard when, team by team; for you alone", IN_SESSION, |model| {
        open(model, PlotKind::Talk)
    }),
];

/// The maximum width of the box, in cells.
const WIDTH: u16 = 132;

/// The minimum height of a plot, in rows.
const LEAST_ROWS: u16 = 7;

/// The number of lines that a page key scrolls.
const PAGE: u16 = 8;

/// A plot over the screen, with its words below.
#[derive(Debug)]
struct PlotView {
    kind: PlotKind,
    plot: DrawnPlot,
    first: u16,
}

fn open(model: &mut Model, kind: PlotKind) -> Vec<Effect> {
    match PlotView::of(model, kind) {
        Ok(view) => model.show(view),
        Err(says) => model.tell(Tone::Plain, says),
    }
    Vec::new()
}

/// Whether the room sees this window, so that who was heard when is not shown: units may be of one person.
fn hides(model: &Model, kind: PlotKind) -> bool {
    kind == PlotKind::Talk && model.is_shared()
}

impl PlotView {
    /// Collects a plot; returns why there is none yet.
    fn of(model: &Model, kind: PlotKind) -> Result<Self, &'static str> {
        if hides(model, kind) {
            return Err("This window is the room's as well: F2 first, then it is shown to you.");
        }
        let Some(insight) = model.insight() else { return Err("Nothing was read so far; a moment.") };
        let session = model.run.as_ref().map(|run| run.recording.session());
        let sessions: Vec<(&str, SessionPlots)> =
            session.map(|session| (session.title(), SessionPlots::of(session, &insight.graph))).into_iter().collect();
        let sessions = sessions.iter().map(|(title, plots)| (*title, plots));
        let plots = Plots::of(&insight.graph, &insight.readings.findings, sessions);
        Ok(Self { kind, plot: DrawnPlot::of(plots, kind), first: 0 })
    }

    /// Goes to the next plot, or to the one before; without a session there is no talk to show.
    fn turn(&mut self, model: &mut Model, back: bool) {
        let mut next = self.kind.further(back);
        if next == PlotKind::Talk && (model.run.is_none() || hides(model, next)) {
            next = next.further(back);
        }
        if let Ok(view) = Self::of(model, next) {
            *self = view;
        }
    }
}

impl Popup for PlotView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "Four plots: levers by ease and worth, where each change stands, how many agree on an arrow,",
            "and who was heard when. Right and Left go to the next and the one before. Up, Down, PgUp and",
            "PgDn scroll the words below, which say all that is drawn. The room does not see this.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        match key.code {
            Code::Right | Code::Tab => self.turn(model, false),
            Code::Left | Code::BackTab => self.turn(model, true),
            Code::Down => self.first = self.first.saturating_add(1),
            Code::Up => self.first = self.first.saturating_sub(1),
            Code::PageDown | Code::Char(' ') => self.first = self.first.saturating_add(PAGE),
            Code::PageUp => self.first = self.first.saturating_sub(PAGE),
            Code::Home => self.first = 0,
            Code::Enter => return Then::close(),
            _ => {}
        }
        let most = u16::try_from(words(&self.plot.table()).len()).unwrap_or(u16::MAX);
        self.first = self.first.min(most.saturating_mul(3));
        Then::stay()
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let table = self.plot.table();
        let width = model.size.0.saturating_sub(4).min(WIDTH);
        let place = PlotKind::ALL.iter().position(|kind| *kind == self.kind).unwrap_or(0) + 1;
        let title = format!("{} ({place} of {}, Right goes on)", table.title, PlotKind::ALL.len());
        // Below the plot a few of its words are seen at once.
        let rows = (model.size.1.saturating_sub(4) * 3 / 5).max(LEAST_ROWS);
        let mut body: Vec<SheetPart> = Vec::new();
        if hides(model, self.kind) {
            let says = "This window is the room's as well: F2 first, then it is shown to you.";
            body.push(SheetPart::text(says, Role::Text));
        } else {
            if !table.rows.is_empty() {
                body.push(SheetPart::Plot(self.plot.clone(), rows));
            }
            body.extend(words(&table));
        }
        Some(Sheet {
            title_of_part: Some(format!(
                "{} ({place} of {}, Right goes on, PgDn more)",
                table.title,
                PlotKind::ALL.len()
            )),
            widest: Some(width),
            width: Some(width),
            body,
            overflow: Overflow::Scrolled(self.first),
            ..Sheet::titled(title)
        })
    }
}

/// Returns a plot in words, as the parts below it.
fn words(table: &PlotTable) -> Vec<SheetPart> {
    let mut parts: Vec<SheetPart> = table.about.iter().map(|says| SheetPart::text(says, Role::Quiet)).collect();
    parts.extend(table.rows.iter().map(|row| SheetPart::text(&row_text(table, row), Role::Text)));
    parts.extend(table.beside.iter().map(|says| SheetPart::text(says, Role::Text)));
    if table.is_empty() {
        parts.push(SheetPart::text(NOTHING, Role::Text));
    }
    parts
}

/// What stands in place of a plot that shows nothing yet.
const NOTHING: &str = "Nothing was said so far that could be placed here.";
