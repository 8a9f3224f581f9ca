use super::{Due, Event, Exposure, Fact, Outcome, Session, SessionId};

/// What sort of matter it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatterKind {
    /// Somebody will do something; a wish, without a person and a day.
    Promise,
    /// A question nobody could answer.
    Question,
    /// Something put aside for later.
    Parked,
}

/// Something that was left open for later: a promise, a question, a parked item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// The session it was said in.
    pub session: SessionId,
    /// The event it was said in.
    pub seq: u64,
    /// What sort it is.
    pub kind: MatterKind,
    /// What was said.
    pub text: String,
    /// Whose promise it is: a tag or a name as typed.
    pub who: Option<String>,
    /// By when, as last said.
    pub due: Option<Due>,
    /// The thing it is about.
    pub about: Option<String>,
    /// What became of it, if anybody said.
    pub outcome: Option<Outcome>,
    /// In which words.
    pub words: Option<String>,
}

impl Matter {
    /// Whether it is a promise with a person and a day.
    pub const fn is_promise(&self) -> bool {
        matches!(self.kind, MatterKind::Promise) && self.who.is_some() && self.due.is_some()
    }

    /// Whether nobody has said yet what became of it; one that was moved is still open.
    pub const fn is_open(&self) -> bool {
        matches!(self.outcome, None | Some(Outcome::Moved))
    }
}

/// Everything that sessions have left for later, in the order in which it was said, with what became of it since.
///
/// `carried` was left by earlier sessions. The order of the sessions makes no difference: the last word counts. Private
/// events are left out.
pub fn matters<'a>(carried: &[Matter], sessions: impl IntoIterator<Item = &'a Session>) -> Vec<Matter> {
    let mut sessions: Vec<&Session> = sessions.into_iter().collect();
    sessions.sort_by_key(|session| (session.header().opened, session.header().id.as_str()));
    let (mut matters, mut settled) = (carried.to_vec(), Vec::new());
    for session in sessions {
        let opened = session.header().opened.as_millisecond();
        for event in session.live_matters().filter(|event| event.exposure != Exposure::Private) {
            matters.extend(event.facts.iter().filter_map(|fact| matter(session, event, fact)));
            let here = event.facts.iter().filter(|fact| matches!(fact, Fact::Settled { .. }));
            let moment = opened.saturating_add_unsigned(event.at.as_millis());
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
    // An anonymous promise is "somebody"'s.
    let named = event.exposure == Exposure::Room;
    let who = who.map(|who| if named { who } else { "somebody".to_owned() });
    let session = session.header().id.clone();
    Some(Matter { session, seq: event.seq, kind, text: text.clone(), who, due, about, outcome: None, words: None })
}

fn settle(matters: &mut [Matter], here: &Session, fact: &Fact) {
    let Fact::Settled { session, seq, outcome, due, words } = fact else { return };
    let session = session.as_ref().unwrap_or(&here.header().id);
    // A span counts from the day of the session in which it was said.
    let due = due.map(|due| if *session == here.header().id { due } else { Due::On(due.day(here.day())) });
    for matter in matters.iter_mut().filter(|matter| matter.session == *session && matter.seq == *seq) {
        matter.outcome = Some(*outcome);
        matter.due = due.or(matter.due);
        matter.words = words.clone().or(matter.words.take());
    }
}
