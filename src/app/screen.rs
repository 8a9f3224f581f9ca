/// The screens of the console.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    /// The home screen: sessions to continue, start, try and replay.
    #[default]
    Home,
    /// The run screen: a session while it is being written.
    Run,
    /// The map screen.
    Map,
    /// The self-assessment of one leader.
    Assess,
    /// The replay screen: a session at any of its moments.
    Replay,
}

impl Screen {
    /// Every screen.
    pub const ALL: &[Self] = &[Self::Home, Self::Run, Self::Map, Self::Assess, Self::Replay];

    /// Returns where something works that works on this screen.
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Home => "on the first screen",
            Self::Run => "in a session",
            Self::Map => "on the map",
            Self::Assess => "in the mirror",
            Self::Replay => "in a replay",
        }
    }
}

/// The meaning of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Information.
    Plain,
    /// Something was saved.
    Good,
    /// Something went wrong.
    Alarm,
}

/// One sentence for the facilitator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The meaning of the notice.
    pub tone: Tone,
    /// The sentence.
    pub says: String,
}
