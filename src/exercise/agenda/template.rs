use crate::record::Mode;

/// The name of slack in an agenda: minutes that are left free and have no step.
pub const SLACK: &str = "slack";

/// The id of a break, which never loses time.
pub(super) const BREAK: &str = "break";

/// The id of the exercise that never loses time.
pub const CLOSE: &str = "close";

/// A tried agenda: exercises with their minutes, slack included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgendaTemplate {
    /// The name, as typed.
    pub name: &'static str,
    /// The purpose of the agenda.
    pub words: &'static str,
    /// The mode: for a room, or for one person.
    pub mode: Mode,
    /// The total length, in minutes.
    pub minutes: u16,
    /// The exercises, in the form in which an agenda is typed.
    pub exercises: &'static str,
}

const fn room(name: &'static str, words: &'static str, minutes: u16, exercises: &'static str) -> AgendaTemplate {
    AgendaTemplate { name, words, mode: Mode::Live, minutes, exercises }
}

const fn alone(name: &'static str, words: &'static str, minutes: u16, exercises: &'static str) -> AgendaTemplate {
    AgendaTemplate { name, words, mode: Mode::Solo, minutes, exercises }
}

/// Every template; those for a room come first.
pub const TEMPLATES: &[AgendaTemplate] = &[
    room("75", "a first session", 75, "arrive=6, draw=18, next=20, bound=15, close=8, slack=8"),
    room("75-incent", "the same with incentives", 75, "arrive=6, draw=18, next=20, incent=15, close=8, slack=8"),
    room(
        "half-day",
        "half a day, with a break",
        210,
        "arrive=8, draw=25, next=25, bound=20, incent=20, break=15, moment=15, folio=25, lever=15, actor=12, close=12, slack=18",
    ),
    room(
        "monthly",
        "the portfolio, once a month",
        60,
        "look=8, folio=22, emerge=10, moment=8 without 1, close=6, slack=6",
    ),
    room("decision", "before a decision to deploy", 45, "next=15, incent=10, premort=10, decide=4, close=6"),
    alone("5", "one change, one message that is ready to be sent (5 minutes)", 5, "five=5"),
    alone("30", "next door, what you are paid for, and yourself (30 minutes)", 30, "next=12, incent=8, self=10"),
];

/// Returns the template with this name for this mode.
pub fn template(name: &str, mode: Mode) -> Option<&'static AgendaTemplate> {
    let named = |template: &&AgendaTemplate| template.name == name;
    TEMPLATES.iter().filter(named).find(|template| template.mode == mode).or_else(|| TEMPLATES.iter().find(named))
}
