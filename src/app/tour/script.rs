//! The steps of the tour. A step is one entry.

use crate::record::{Event, Fact};

/// A step of the tour.
#[derive(Debug)]
pub struct TourStep {
    /// The step in one or two words.
    pub name: &'static str,
    /// What to do, in the console.
    pub asks: &'static str,
    /// What to do line by line; `None` where a screen is needed.
    pub asks_plain: Option<&'static str>,
    /// What was just seen, told once the step is done.
    pub told: &'static str,
    /// When the step is done.
    pub goal: TourGoal,
}

/// When a step is done. It looks at what has happened, not at a key, so that every way of doing it counts.
#[derive(Clone, Copy, Debug)]
pub enum TourGoal {
    /// An event like this was recorded since the step began.
    Recorded(fn(&Event) -> bool),
    /// This is shown.
    Shown(TourSight),
    /// This is not shown any more.
    PutAway(TourSight),
    /// The tour is left: the last step.
    Left,
}

/// Something that the tour asks to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TourSight {
    /// The map.
    Map,
    /// What the lenses found.
    Findings,
    /// What the room sees.
    Room,
    /// The minutes.
    Minutes,
    /// The replay of the session.
    Replay,
}

/// Every step of the tour, in order.
pub const TOUR: &[TourStep] = &[
    TourStep {
        name: "capture",
        asks: "Somebody speaks, you type. Type this line, or one of your own, and press Enter:  \
               service bot -> fewer branch visits",
        asks_plain: Some(
            "Somebody speaks, you type. Type this line, or one of your own: service bot -> fewer branch visits",
        ),
        told: "It was read back as a sentence, and it was on disk before you saw that.",
        goal: TourGoal::Recorded(says_arrow),
    },
    TourStep {
        name: "correct",
        asks: "Nothing has to be right at once. /fix (or Ctrl-F) brings the line back: change a word and press \
               Enter. /undo takes it back altogether.",
        asks_plain: Some("Nothing has to be right at once. /undo takes the line back; then it can be typed anew."),
        told: "The corrected line counts from now on. The file keeps both, and nothing is ever lost by an undo.",
        goal: TourGoal::Recorded(corrects),
    },
    TourStep {
        name: "who speaks",
        asks: "Say who speaks: put their short name in front, as in  tom> service bot -> more repeat calls",
        asks_plain: Some("Say who speaks: put their short name in front: tom> service bot -> more repeat calls"),
        told: "It is Tom's line now. The record holds his seat and his team; a name stays in a private file.",
        goal: TourGoal::Recorded(has_speaker),
    },
    TourStep {
        name: "map",
        asks: "All lines add up to one map. /map (or F3) shows it, around what you spoke of last.",
        asks_plain: Some("All lines add up to one map. /map prints it; /map Service bot what is next to one thing."),
        told: "What leads to it, and what it leads to. In the console Tab shows the map in other ways.",
        goal: TourGoal::Shown(TourSight::Map),
    },
    TourStep {
        name: "findings",
        asks: "The map is read for loops, conflicts and much else. /findings shows what was found, one at a time.",
        asks_plain: Some("The map is read for loops, conflicts and much else. /findings prints what was found."),
        told: "Each finding is a question to the room, with what it rests on. The room judges it, not the program.",
        goal: TourGoal::Shown(TourSight::Findings),
    },
    TourStep {
        name: "the room",
        asks: "What does everybody else see? Esc closes the box and /map goes back to the talk. Then /one-window \
               makes this window the room's.",
        asks_plain: None,
        told: "This is the room's screen: the question and what was said, large, nothing private. In a real room it \
               has a window of its own (adjacent room SESSION).",
        goal: TourGoal::Shown(TourSight::Room),
    },
    TourStep {
        name: "your own screen",
        asks: "/one-window once more, or F2, brings your own screen back.",
        asks_plain: None,
        told: "Yours again: what to say, who was not heard yet, what to ask next. The room never sees this.",
        goal: TourGoal::PutAway(TourSight::Room),
    },
    TourStep {
        name: "minutes",
        asks: "The minutes are there at any moment: /read-minutes shows them. /minutes (or F9) writes them to a file.",
        asks_plain: Some("The minutes are there at any moment: /minutes prints them."),
        told: "Decisions, promises and questions first; people stand in them under the names of their teams.",
        goal: TourGoal::Shown(TourSight::Minutes),
    },
    TourStep {
        name: "replay",
        asks: "Esc closes the page. /look-back walks through the session as it was.",
        asks_plain: Some("/replay tells the session from its beginning, with times, and what the map put together."),
        told: "Every moment can be seen as it was. On the screen Home goes to its beginning, n from one moment \
               worth stopping at to the next.",
        goal: TourGoal::Shown(TourSight::Replay),
    },
    TourStep {
        name: "leave",
        asks: "That is the tour. Look around as long as you like; ? is the help. Ctrl-Q and Enter leave, and the \
               copy that you wrote in is removed.",
        asks_plain: Some("That is the tour. /help lists what else there is. /quit leaves; the copy is removed."),
        told: "",
        goal: TourGoal::Left,
    },
];

fn says_arrow(event: &Event) -> bool {
    event.facts.iter().any(|fact| matches!(fact, Fact::Claimed(_)))
}

fn corrects(event: &Event) -> bool {
    event.replaces().is_some() || event.facts.iter().any(|fact| matches!(fact, Fact::Retracted { .. }))
}

fn has_speaker(event: &Event) -> bool {
    event.is_line() && event.speaker.is_some()
}
