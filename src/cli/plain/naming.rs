//! The title of the session, and the sort of a thing.

use std::io::Write;

use anyhow::Result;

use super::session::PlainSession;
use crate::record::{Attribute, Fact, Kind};

impl<W: Write> PlainSession<'_, W> {
    /// Gives the session another title; without one, prints its title.
    pub(super) fn title(&mut self, typed: &str) -> Result<()> {
        if typed.is_empty() {
            let title = self.recording.session().title().to_owned();
            return self.say(&title);
        }
        let title = self.recording.unnamed(typed);
        let says = format!("It is called {title} from now on.");
        if self.act(vec![Fact::Titled { title }])? { self.say(&says) } else { Ok(()) }
    }

    /// Says what sort of thing a thing is: `Service bot = system`.
    pub(super) fn set_kind(&mut self, typed: &str) -> Result<()> {
        let (label, kind) = typed.rsplit_once('=').unwrap_or((typed, ""));
        let known = self.recording.ledger().thing(label.trim()).map(|thing| thing.label.to_string());
        let kind = Kind::SORTED.into_iter().find(|known| known.name().eq_ignore_ascii_case(kind.trim()));
        let (Some(label), Some(kind)) = (known, kind) else {
            let kinds: Vec<String> = Kind::SORTED.iter().map(|kind| kind.name().to_lowercase()).collect();
            return self.say(&format!("A thing of the map, =, and its sort: {}.", kinds.join(", ")));
        };
        let says = format!("{label}: sorted as {}.", kind.name().to_lowercase());
        if self.act(vec![Fact::Set { label, attribute: Attribute::Kind(kind), words: None }])? {
            self.say(&says)
        } else {
            Ok(())
        }
    }
}
