use super::drawn::{DrawnPlot, PlotKind};
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::replay::{ReplayChore, ReplayView};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::{Overflow, Sheet, SheetPart};
use crate::export::{PlotTable, row_text};
use crate::lens::{Plots, SessionPlots};
use crate::record::spoken::clock;
use crate::theme::Role;

/// The screens on which plots are shown; who was heard when is about one session.
const WHERE: &[Screen] = &[Screen::Home, Screen::Run, Screen::Map, Screen::Replay];
const IN_SESSION: &[Screen] = &[Screen::Run, Screen::Replay];

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
    /// The plot; `None` until the map was read.
    plot: Option<DrawnPlot>,
    first: u16,
}

fn open(model: &mut Model, kind: PlotKind) -> Vec<Effect> {
    if hides(model, kind) {
        model.tell(Tone::Plain, FOR_YOU);
        return Vec::new();
    }
    let effects = chore(model).map(Effect::Replay).into_iter().collect();
    model.plotted = None;
    model.show(PlotView { kind, plot: collected(model, kind), first: 0 });
    effects
}

/// Returns what the shell has to collect: the plots of the moment that is looked back at, or where no session is open those of
/// the workspace. Those of the open session are collected from the last reading of its map.
fn chore(model: &Model) -> Option<ReplayChore> {
    match past(model) {
        Some(view) => Some(ReplayChore::Plot(Box::new(view.plots()))),
        None => model.run.is_none().then_some(ReplayChore::PlotWorkspace),
    }
}

/// Returns the session that is looked back at, or whose map of another moment is looked at.
fn past(model: &Model) -> Option<&ReplayView> {
    model.replay.as_deref().filter(|_| model.screen == Screen::Replay || model.looks_at_past_map())
}

/// Whether the room sees this window, so that who was heard when is not shown: units may be of one person.
fn hides(model: &Model, kind: PlotKind) -> bool {
    kind == PlotKind::Talk && (model.is_shared() || past(model).is_some_and(ReplayView::is_shared))
}

/// Whether who was heard when can be shown: there is one session that it is about.
fn has_talk(model: &Model) -> bool {
    past(model).is_some() || model.run.is_some()
}

/// Collects a plot from the last reading of the map, or from what the shell collected; `None` as long as there is none.
fn collected(model: &Model, kind: PlotKind) -> Option<DrawnPlot> {
    if past(model).is_some() || model.run.is_none() {
        return Some(DrawnPlot::of(model.plotted.as_deref()?.clone(), kind));
    }
    let insight = model.insight()?;
    let session = model.run.as_ref().map(|run| run.recording.session());
    let plots = session.map(|session| SessionPlots::of(session, &insight.graph));
    let title = session.map_or("", |session| session.title());
    let plots = Plots::of(&insight.graph, &insight.readings.findings, plots.iter().map(|plots| (title, plots)));
    Some(DrawnPlot::of(plots, kind))
}

impl PlotView {
    /// Goes to the next plot, or to the one before; without a session there is no talk to show.
    fn turn(&mut self, model: &Model, back: bool) {
        let mut next = self.kind.further(back);
        if next == PlotKind::Talk && (!has_talk(model) || hides(model, next)) {
            next = next.further(back);
        }
        *self = Self { kind: next, plot: collected(model, next), first: 0 };
    }

    /// Returns the parts of the sheet.
    fn body(&self, model: &Model) -> (String, Vec<SheetPart>) {
        let plot = self.plot.clone().or_else(|| collected(model, self.kind));
        let Some(plot) = plot.filter(|_| !hides(model, self.kind)) else {
            let says = if hides(model, self.kind) { FOR_YOU } else { "The map is being read; a moment." };
            return ("a plot".to_owned(), vec![SheetPart::text(says, Role::Text)]);
        };
        let table = plot.table();
        // Below the plot a few of its words are seen at once.
        let rows = (model.size.1.saturating_sub(4) * 3 / 5).max(LEAST_ROWS);
        let says_itself = matches!(plot, DrawnPlot::Portfolio(_) | DrawnPlot::Talk(_));
        let words = words(&table, says_itself);
        let drawn = (!table.rows.is_empty()).then_some(SheetPart::Plot(plot, rows));
        (table.title, drawn.into_iter().chain(words).collect())
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
        let most = self.body(model).1.len();
        self.first = self.first.min(u16::try_from(most).unwrap_or(u16::MAX).saturating_mul(3));
        Then::stay()
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let (title, body) = self.body(model);
        let width = model.size.0.saturating_sub(4).min(WIDTH);
        let place = PlotKind::ALL.iter().position(|kind| *kind == self.kind).unwrap_or(0) + 1;
        // Who was heard when is the last, and not shown where no session is open.
        let all = PlotKind::ALL.len() - usize::from(!has_talk(model));
        let then = past(model).map(|view| format!(" as of {}", clock(view.time(view.position())))).unwrap_or_default();
        let title = format!("{title}{then}");
        let of = format!("{place} of {all}, Right goes on");
        Some(Sheet {
            title_of_part: Some(format!("{title} ({of}, PgDn tells more)")),
            widest: Some(width),
            width: Some(width),
            body,
            overflow: Overflow::Scrolled(self.first),
            ..Sheet::titled(format!("{title} ({of})"))
        })
    }
}

/// Returns a plot in words, as the parts below it; `says_itself` where all its rows are drawn in words already.
fn words(table: &PlotTable, says_itself: bool) -> Vec<SheetPart> {
    let rows = table.rows.iter().filter(|_| !says_itself);
    let mut parts: Vec<SheetPart> = rows.map(|row| SheetPart::text(&row_text(table, row), Role::Text)).collect();
    parts.extend(table.beside.iter().map(|says| SheetPart::text(says, Role::Text)));
    if table.is_empty() {
        parts.push(SheetPart::text(NOTHING, Role::Text));
    }
    parts.extend(table.about.iter().map(|says| SheetPart::text(says, Role::Quiet)));
    parts
}

/// What stands in place of a plot that shows nothing yet.
const NOTHING: &str = "Nothing was said so far that could be placed here.";

/// What stands in place of a plot that is not for the room.
const FOR_YOU: &str = "This window is the room's as well: F2 or /panel first, then it is shown to you.";
