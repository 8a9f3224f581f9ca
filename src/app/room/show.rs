//! Shows the room what is chosen on this screen; the same key again shows more of it.

use super::nearby::pictured;
use super::ripple_start::start_of_ripple;
use super::waves::count_waves;
use crate::app::effect::Effect;
use crate::app::key::KeyPress;
use crate::app::model::{CommandRow, Model};
use crate::app::run::{Todo, queue, queue_before_lines};
use crate::app::screen::{Screen, Tone};
use crate::app::{Run, map};
use crate::graph::Key;
use crate::lens::Finding;
use crate::record::{Fact, FindingPart, RoomView, ShownFinding};

/// The command that shows the room what is chosen.
pub(in crate::app) const SHOW: CommandRow =
    CommandRow::new(121, "show", "show the room what is chosen; again: more of it", SCREENS, show)
        .key(KeyPress::ctrl('5'))
        .while_collecting();

const SCREENS: &[Screen] = &[Screen::Run, Screen::Map];

/// The commands that put one view up, for the palette and the typed door.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[
    SHOW,
    CommandRow::new(122, "show-question", "show the room the question and the last line", SCREENS, |model| {
        put_up(model, RoomView::Talk)
    }),
    CommandRow::new(123, "show-map", "show the room the map around what is talked about", SCREENS, |model| {
        put_up(model, TALKED_ABOUT)
    }),
    CommandRow::new(124, "show-whole-map", "show the room the whole map", SCREENS, |model| {
        put_up(model, RoomView::WholeMap)
    }),
    CommandRow::new(125, "show-ripple", "show the room what follows from a thing, wave by wave", SCREENS, ripple),
    CommandRow::new(126, "show-finding", "show the room a finding, its question first", SCREENS, finding),
    CommandRow::new(127, "show-said", "show the room what was said last", SCREENS, |model| {
        put_up(model, RoomView::Said)
    }),
    CommandRow::new(128, "show-decisions", "show the room what was decided, and who does what", SCREENS, |model| {
        put_up(model, RoomView::Decisions)
    }),
    CommandRow::new(129, "show-agenda", "show the room where we are in the plan", SCREENS, |model| {
        put_up(model, RoomView::Progress)
    }),
    CommandRow::new(131, "show-phones", "show the room the code and the address for phones", SCREENS, |model| {
        put_up(model, RoomView::Phones)
    }),
];

/// The map around what is talked about, one arrow far.
pub(super) const TALKED_ABOUT: RoomView = RoomView::Drawn { around: Vec::new(), steps: 1 };

/// The distance at which the next picture is that of the whole map, in arrows.
const FARTHEST: u16 = 2;

/// A map with at most this number of arrows has one part in every window.
const ALWAYS_FIT: usize = 4;

/// Shows the room what is chosen on the screen; on the run screen more of what it looks at, or the map around what is
/// talked about.
fn show(model: &mut Model) -> Vec<Effect> {
    if let Some(view) = chosen(model) {
        return show_or_grow(model, view);
    }
    let Some(run) = &model.run else { return Vec::new() };
    let grown = grown(run, run.view_to_be());
    put_up_grown(model, grown, TALKED_ABOUT)
}

/// Returns what is chosen in the open popup, for the room to see; `None` where nothing there is for the room.
pub(in crate::app) fn for_the_room(model: &Model) -> Option<RoomView> {
    model.run.as_ref()?;
    model.popup.as_ref()?.for_the_room(model)
}

/// Returns what is chosen on the screen.
fn chosen(model: &Model) -> Option<RoomView> {
    match model.screen {
        Screen::Map => map::for_the_room(&model.map),
        Screen::Run => model.run.as_ref().and_then(Run::chosen_or_left).map(RoomView::Line),
        _ => None,
    }
}

/// Puts a view up; if the room looks at it already, shows more of it.
pub(in crate::app) fn show_or_grow(model: &mut Model, view: RoomView) -> Vec<Effect> {
    let Some(run) = &model.run else { return Vec::new() };
    let now = run.view_to_be();
    if !now.is_about_the_same_as(&view) {
        return put_up(model, view);
    }
    let grown = grown(run, now);
    put_up_grown(model, grown, view)
}

/// Puts up what follows the present view; `otherwise` where nothing follows any view like it.
fn put_up_grown(model: &mut Model, grown: Growth, otherwise: RoomView) -> Vec<Effect> {
    match grown {
        Growth::More(more) => put_up(model, more),
        Growth::Whole(says) => {
            model.tell(Tone::Plain, says);
            Vec::new()
        }
        Growth::None => put_up(model, otherwise),
    }
}

/// Turns the room to a view, before the lines that wait to be saved; lines typed behind the curtain stay behind it.
pub(in crate::app) fn put_up(model: &mut Model, view: RoomView) -> Vec<Effect> {
    // Whoever selects a view wants it to be seen, so private content is hidden.
    model.glance = false;
    let Some(run) = &model.run else {
        model.tell(Tone::Plain, "Open a session first: the room sees the session that is written.");
        return Vec::new();
    };
    if run.recording.session().is_private() {
        model.tell(Tone::Plain, "This session is private, and no shared screen shows it.");
        return Vec::new();
    }
    let covered = *run.view_to_be() == RoomView::Curtain;
    let says = says(run, &view);
    let shown = Todo::Told(vec![Fact::Shown { view }], says);
    if covered { queue(model, [shown]) } else { queue_before_lines(model, shown) }
}

/// What follows the present view when more of it is wanted.
enum Growth {
    More(RoomView),
    Whole(&'static str),
    None,
}

fn grown(run: &Run, view: &RoomView) -> Growth {
    match view {
        RoomView::Drawn { around, steps } if *steps < FARTHEST => {
            Growth::More(RoomView::Drawn { around: around.clone(), steps: steps + 1 })
        }
        RoomView::Drawn { .. } => Growth::More(RoomView::WholeMap),
        RoomView::WholeMap if pictured(&run.recording.graph()).arrow_count() <= ALWAYS_FIT => {
            Growth::Whole("The room sees the whole map, as far as it fits; /room-views shows others.")
        }
        RoomView::WholeMap => Growth::More(RoomView::MapPart(2)),
        RoomView::MapPart(part) => Growth::More(RoomView::MapPart(part.checked_add(1).unwrap_or(1))),
        RoomView::Ripple { of, less, waves } => {
            let graph = run.recording.graph();
            let all = Key::of(of).map_or(0, |of| count_waves(&graph, &of));
            if usize::from(*waves) >= all {
                return Growth::Whole("No further wave was named; /room-views shows others.");
            }
            Growth::More(RoomView::Ripple { of: of.clone(), less: *less, waves: waves + 1 })
        }
        RoomView::Finding(finding) => match finding.part {
            FindingPart::Question => part(finding, FindingPart::Grounds),
            FindingPart::Grounds => part(finding, FindingPart::Name),
            FindingPart::Name => Growth::Whole("The room sees all of this finding; /room-views shows others."),
        },
        _ => Growth::None,
    }
}

fn part(finding: &ShownFinding, part: FindingPart) -> Growth {
    Growth::More(RoomView::Finding(ShownFinding { part, ..finding.clone() }))
}

/// Returns the sentence about what the room sees, for whoever writes.
fn says(run: &Run, view: &RoomView) -> String {
    let sees = match view {
        RoomView::Talk => "the question and the last line".to_owned(),
        RoomView::Around(label) => format!("what is next to {label}"),
        RoomView::Parked => "what was parked".to_owned(),
        RoomView::Questions => "the questions to take away".to_owned(),
        RoomView::Promises => "who does what by when".to_owned(),
        RoomView::Agenda => "the plan for today".to_owned(),
        RoomView::Curtain => "title and clock alone".to_owned(),
        RoomView::Drawn { around, .. } if around.is_empty() => "the map around what is talked about".to_owned(),
        RoomView::Drawn { around, .. } => format!("the map around {}", crate::record::spoken::listed(around, "and")),
        RoomView::WholeMap => "the whole map, in parts where it does not fit at once".to_owned(),
        RoomView::MapPart(_) => "the next part of the whole map, or after the last the first again".to_owned(),
        RoomView::Ripple { of, less, waves } => {
            format!("{} of {} {of}", wave(*waves), if *less { "less" } else { "more" })
        }
        RoomView::Finding(finding) => match finding.part {
            FindingPart::Question => "the question of the finding".to_owned(),
            FindingPart::Grounds => "the question, and what it rests on".to_owned(),
            FindingPart::Name => "the question, what it rests on, and its name".to_owned(),
        },
        RoomView::Line(_) => "that line".to_owned(),
        RoomView::Said => "what was said last".to_owned(),
        RoomView::Decisions => "what was decided, and who does what".to_owned(),
        RoomView::Progress => "where we are in the plan".to_owned(),
        RoomView::Tables => "what the tables contradict each other on".to_owned(),
        RoomView::Phones => "the code and the address for phones".to_owned(),
    };
    let more = match grown(run, view) {
        Growth::More(_) if view.is_whole_map() => "; Ctrl-5 or /show: the next part",
        Growth::More(_) => "; Ctrl-5 or /show: more of it",
        Growth::Whole(_) | Growth::None => "",
    };
    format!("The room sees {sees}{more}.")
}

fn wave(waves: u16) -> String {
    match waves {
        1 => "the first wave".to_owned(),
        2 => "two waves".to_owned(),
        _ => format!("{} waves", crate::record::spoken::in_words(usize::from(waves))),
    }
}

/// Shows the first wave of the thing in view; one more, if the room looks at it already.
fn ripple(model: &mut Model) -> Vec<Effect> {
    let on_map = (model.screen == Screen::Map).then(|| map::thing_for_the_room(&model.map)).flatten();
    match on_map.or_else(|| start_of_ripple(model.run.as_ref()?)) {
        Some(of) => show_or_grow(model, RoomView::Ripple { of, less: false, waves: 1 }),
        None => {
            model.tell(Tone::Plain, "Name the thing first, or choose it on the map (/map or F3).");
            Vec::new()
        }
    }
}

/// Shows the question of the finding that is to be offered first; more of it, if the room looks at it already.
fn finding(model: &mut Model) -> Vec<Effect> {
    match model.offers().first().map(|finding| model.shown_to_the_room(finding)) {
        Some(finding) => show_or_grow(model, RoomView::Finding(finding)),
        None => {
            model.tell(Tone::Plain, "Nothing shows on the map so far that could be shown to the room.");
            Vec::new()
        }
    }
}

impl Model {
    /// Returns how the record names a finding that the room is to see; its question alone.
    pub(in crate::app) fn shown_to_the_room(&self, finding: &Finding) -> ShownFinding {
        ShownFinding {
            lens: finding.lens.name().to_owned(),
            pattern: finding.pattern.map(|pattern| pattern.name().to_owned()),
            about: self.labels_of(&finding.about),
            part: FindingPart::Question,
        }
    }
}
