use crate::record::Judgement;
use strum::IntoStaticStr;

/// The state of a finding in a room's work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum State {
    /// Nobody has taken it up.
    #[default]
    Open,
    /// A promise, a decision or a forum is about one of its things, or somebody looks after one of its arrows.
    Held,
    /// A room judged it, and nothing was said about its arrows since.
    Judged(Judgement),
    /// A room judged it, and the lens no longer finds it.
    Gone,
}

impl State {
    /// Returns its name, as written in JSON.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether the finding may be offered: it is found, and neither refused nor put off.
    pub const fn is_up(self) -> bool {
        !matches!(self, State::Gone | State::Judged(Judgement::NotTrue | Judgement::Later))
    }
}
