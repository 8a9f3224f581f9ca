use crate::record::Judgement;
use strum::IntoStaticStr;

/// Where a finding stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
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
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether it may be offered: it shows, and is neither refused nor put off.
    pub const fn is_up(self) -> bool {
        !matches!(self, State::Gone | State::Judged(Judgement::NotTrue | Judgement::Later))
    }
}
