use super::ReviewView;
use crate::app::model::Model;
use crate::app::run::Run;
use crate::app::sheet::{Sheet, SheetPart};
use crate::record::Event;
use crate::record::spoken::clock;
use crate::record::text::clean;
use crate::theme::Role;

/// The maximum width of the review, in cells.
const WIDTH: u16 = 76;

/// The keys of the review.
const KEYS: [&str; 2] = [
    "1 2 3 takes it (Enter: the first)   Space next   P back   L list",
    "E edits it first   T leaves it as text   U takes back   Esc out",
];

/// The keys where there is little room.
const SHORT: [&str; 1] = ["1-3 take  Space on  T text  U undo"];

/// Whether there is little room, so that the readings come first.
const fn is_small(model: &Model) -> bool {
    let (columns, rows) = model.size;
    columns < 60 || rows < 16
}

/// Returns the content of the review; `None` where the room sees the screen.
pub(super) fn sheet(view: &ReviewView, model: &Model) -> Option<Sheet> {
    let run = model.run.as_ref().filter(|_| !model.is_shared())?;
    if view.listed { Some(listed(view, run)) } else { one(view, model, run) }
}

/// Returns one line: its words, who said them where, and its readings.
fn one(view: &ReviewView, model: &Model, run: &Run) -> Option<Sheet> {
    let line = run.recording.session().event(view.at?.seq)?;
    let small = is_small(model);
    let mut body = if small {
        vec![SheetPart::Cut(words(line, run), Role::Title)]
    } else {
        let said_by = SheetPart::Text(said_by(line, model, run), Role::Quiet);
        vec![SheetPart::Text(words(line, run), Role::Title), said_by, SheetPart::blank()]
    };
    if view.readings.is_empty() {
        body.push(SheetPart::line("nothing is offered for it now", Role::Quiet));
    }
    let readings = (1..).zip(&view.readings).map(|(number, reading)| {
        let sentence = run.recording.read_back(reading, line.at);
        SheetPart::Text(format!("{number}  {sentence}"), Role::Text)
    });
    body.extend(readings);
    let keys: &[&str] = if small { &SHORT } else { &KEYS };
    let mut foot: Vec<SheetPart> = if small { Vec::new() } else { vec![SheetPart::blank()] };
    foot.extend(keys.iter().map(|keys| SheetPart::CutRow((*keys).to_owned(), Role::Accent)));
    let (place, all) = place(view, run);
    let more = if run.offered.is_behind(run.recording.session()) { ", more are being read" } else { "" };
    Some(Sheet {
        widest: Some(WIDTH),
        body,
        foot,
        ..Sheet::titled(if small {
            format!("{place} of {all}")
        } else {
            format!("{place} of {all}: what this line could be{more}")
        })
    })
}

/// Returns every line that waits, as a list.
fn listed(view: &ReviewView, run: &Run) -> Sheet {
    let session = run.recording.session();
    let waiting = view.waiting(run);
    let selected = waiting.iter().position(|at| Some(*at) == view.at).unwrap_or(0);
    let rows = waiting.iter().filter_map(|at| session.event(at.seq)).map(|line| words(line, run)).collect();
    let hint = "1 takes its first reading; Enter looks at it; Up, Down; Esc out";
    Sheet::list("lines that could be more than text", rows, selected, hint)
}

/// Returns the number of the current line among all lines of this review, from 1, and how many these are.
fn place(view: &ReviewView, run: &Run) -> (usize, usize) {
    let mut all = view.waiting(run);
    all.extend(view.done.iter().map(|line| line.at));
    all.sort_unstable();
    let number = all.iter().position(|at| Some(*at) == view.at).unwrap_or(0);
    (number + 1, all.len())
}

/// Returns the words of a line in quotes, with the names of the people for their seats: the scribe alone reads them.
fn words(line: &Event, run: &Run) -> String {
    let said = run.recording.with_seats_as(line.said.as_deref().unwrap_or_default(), |tag| run.recording.called(tag));
    format!("“{}”", clean(&said))
}

/// Returns who said a line, when, and in which step.
fn said_by(line: &Event, model: &Model, run: &Run) -> String {
    let who = line.speaker.as_deref().map_or("nobody named", |tag| run.recording.called(tag));
    let mode = run.recording.session().mode();
    let step = line.step.as_ref().and_then(|step| model.catalogue.step(step, mode));
    let step = step.map(|(exercise, step)| format!(", {}: {}", exercise.title, step.title)).unwrap_or_default();
    let when = clock(line.at.elapsed());
    clean(&format!("{who}, {when}{step}")).into_owned()
}
