use crate::record::Judgement;

/// Where a finding stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// Nobody has taken it up.
    #[default]
    Open,
    /// A promise, a decision or a forum has one of its things, or one of its arrows.
    Held,
    /// A room said what it thinks of it, and nothing it rests on was said since.
    Judged(Judgement),
    /// A room judged it, and it no longer shows.
    Gone,
}

impl State {
    /// Its name, as written in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            State::Open => "open",
            State::Held => "held",
            State::Judged(_) => "judged",
            State::Gone => "gone",
        }
    }

    /// Whether it may be offered: it shows, and is neither refused nor put off.
    pub const fn is_up(self) -> bool {
        !matches!(self, State::Gone | State::Judged(Judgement::NotTrue | Judgement::Later))
    }
}
