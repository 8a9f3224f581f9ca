use crate::record::{ListedName, Matter, Mode, Names, Session};

/// What stands beside a session and is never part of it.
#[derive(Clone, Debug)]
pub(super) struct ReplaySource {
    pub(super) names: Names,
    pub(super) carried: Vec<Matter>,
    /// Whether the screen is the room's as well: then only what is public is copied.
    pub(super) shared: bool,
}

impl ReplaySource {
    /// How somebody is called: by the name its owner asked for, else by the one kept beside the session, else the tag.
    pub(super) fn called(&self, session: &Session, tag: &str) -> String {
        let listed = session.person(tag).and_then(|person| person.name.as_deref());
        let name = listed.or_else(|| self.names.of(tag));
        let alone = || if session.mode() == Mode::Solo && tag == "me" { "You" } else { tag };
        name.map_or_else(alone, |name| ListedName::new(name).called()).to_owned()
    }
}
