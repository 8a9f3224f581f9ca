use crate::record::{ListedName, Matter, Mode, Names, Session};

/// Data beside a session that is not part of its record.
#[derive(Clone, Debug)]
pub(super) struct ReplaySource {
    pub(super) names: Names,
    pub(super) carried: Vec<Matter>,
    /// Whether the room sees this screen; if so, only public content is copied.
    pub(super) shared: bool,
}

impl ReplaySource {
    /// Returns how the screen names a person: by the name if its owner asked for that, else by the name in the private
    /// file, else by the tag.
    pub(super) fn called(&self, session: &Session, tag: &str) -> String {
        let listed = session.person(tag).and_then(|person| person.name.as_deref());
        let name = listed.or_else(|| self.names.of(tag));
        let alone = || if session.mode() == Mode::Solo && tag == "me" { "You" } else { tag };
        name.map_or_else(alone, |name| ListedName::new(name).called()).to_owned()
    }
}
