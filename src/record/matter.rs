use super::{Due, Event, Exposure, Fact, Outcome, Session, SessionId};

/// The kind of a matter that was left open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatterKind {
    /// A commitment of a person; a wish when the person or the day is missing.
    Promise,
    /// A question that nobody could answer.
    Question,
    /// An item that was parked for later.
    Parked,
}

/// A matter that was left open for later: a commitment, a question or a parked item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// The session that contains the matter.
    pub session: SessionId,
    /// The number of the event that left the matter open.
    pub seq: u64,
    /// The kind of the matter.
    pub kind: MatterKind,
    /// The text of the matter.
    pub text: String,
    /// The person who committed: a tag or a name as typed; `None` when nobody was named.
    pub who: Option<String>,
    /// When the matter is due, as last stated; `None` when nobody said.
    pub due: Option<Due>,
    /// The label of the thing that the matter concerns; `None` when nobody said.
    pub about: Option<String>,
    /// The latest outcome; `None` when nobody has stated one.
    pub outcome: Option<Outcome>,
    /// The words in which the outcome was stated; `None` when there are none.
    pub words: Option<String>,
}

impl Matter {
    /// Whether this is a commitment with a person and a due day.
    pub const fn is_promise(&self) -> bool {
        matches!(self.kind, MatterKind::Promise) && self.who.is_some() && self.due.is_some()
    }

    /// Returns what the room calls it. A promise without a person and a day is a wish.
    pub const fn called(&self) -> &'static str {
        match self.kind {
            MatterKind::Promise if self.is_promise() => "promise",
            MatterKind::Promise => "wish",
            MatterKind::Question => "question",
            MatterKind::Parked => "for later",
        }
    }

    /// Whether it is a parked item that still waits: one that got a day is no longer parked.
    pub const fn is_parked(&self) -> bool {
        matches!((self.kind, self.outcome), (MatterKind::Parked, None))
    }

    /// Whether the matter is still open: nobody stated an outcome, or it was moved to another day.
    pub const fn is_open(&self) -> bool {
        matches!(self.outcome, None | Some(Outcome::Moved))
    }
}

/// Returns every matter that sessions left open, in the order in which they were said, each with its latest outcome.
///
/// `carried` holds the matters of earlier sessions. The order of `sessions` does not matter: the outcome stated last
/// counts. Events of private exposure are left out.
pub fn matters<'a>(carried: &[Matter], sessions: impl IntoIterator<Item = &'a Session>) -> Vec<Matter> {
    let mut sessions: Vec<&Session> = sessions.into_iter().collect();
    sessions.sort_by_key(|session| (session.header().opened, session.header().id.as_str()));
    let (mut matters, mut settled) = (carried.to_vec(), Vec::new());
    for session in sessions {
        let opened = session.header().opened.as_millisecond();
        for event in session.live_matters().filter(|event| event.exposure != Exposure::Private) {
            matters.extend(event.facts.iter().filter_map(|fact| matter(session, event, fact)));
            let here = event.facts.iter().filter(|fact| matches!(fact, Fact::Settled { .. }));
            let moment = event.at.millis_on(opened);
            settled.extend(here.map(|fact| (moment, session, fact)));
        }
    }
    settled.sort_by_key(|(moment, ..)| *moment);
    for (_, here, fact) in settled {
        settle(&mut matters, here, fact);
    }
    matters
}

fn matter(session: &Session, event: &Event, fact: &Fact) -> Option<Matter> {
    let (kind, text, who, due, about) = match fact {
        Fact::Committed { text, who, due, about, .. } => (MatterKind::Promise, text, who.clone(), *due, about.clone()),
        Fact::Asked { text } => (MatterKind::Question, text, None, None, None),
        Fact::Parked { text } => (MatterKind::Parked, text, None, None, None),
        _ => return None,
    };
    // Without its speaker, the promise of an anonymous event is shown as that of "somebody".
    let named = event.exposure == Exposure::Room;
    let who = who.map(|who| if named { who } else { "somebody".to_owned() });
    let session = session.header().id.clone();
    Some(Matter { session, seq: event.seq, kind, text: text.clone(), who, due, about, outcome: None, words: None })
}

fn settle(matters: &mut [Matter], here: &Session, fact: &Fact) {
    let Fact::Settled { session, seq, outcome, due, words } = fact else { return };
    let session = session.as_ref().unwrap_or(&here.header().id);
    // A due day given as a number of days counts from the day of the session that contains the matter.
    let due = due.map(|due| if *session == here.header().id { due } else { Due::On(due.day(here.day())) });
    for matter in matters.iter_mut().filter(|matter| matter.session == *session && matter.seq == *seq) {
        matter.outcome = Some(*outcome);
        matter.due = due.or(matter.due);
        matter.words = words.clone().or(matter.words.take());
    }
}
