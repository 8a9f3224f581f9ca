/// Which screen is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    /// What can be started, continued, tried and looked back at.
    #[default]
    Home,
    /// A session while it is being written.
    Run,
    /// What everything adds up to.
    Map,
    /// The self-assessment of one leader.
    Assess,
    /// A session at any moment of it.
    Replay,
}

impl Screen {
    /// Every screen.
    pub const ALL: &[Self] = &[Self::Home, Self::Run, Self::Map, Self::Assess, Self::Replay];
}

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Plain,
    /// It is on disk.
    Good,
    /// It went wrong.
    Alarm,
}

/// One sentence to whoever holds the keyboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How it is meant.
    pub tone: Tone,
    /// The sentence.
    pub says: String,
}
