use super::audience::Room;
use super::exhibit::Exhibit;
use super::lists::{self, List};
use crate::exercise::Answer;
use crate::graph::Neighbourhood;
use crate::record::{CollectBy, Collecting, Hands, RoomView};

/// What the room looks at right now.
#[derive(Clone, Debug, PartialEq)]
pub enum RoomScene<'a> {
    /// The session is ended.
    Thanks,
    /// Nothing but the title and the clock.
    Curtain,
    /// Everybody answers for themselves, and nobody sees anything yet.
    Collecting {
        /// How the answers come in.
        how: &'static str,
        /// What is promised about them.
        promise: String,
    },
    /// Answers that were collected unseen, all alike.
    Texts(&'a [String]),
    /// What was counted.
    Votes {
        /// What was asked.
        ballot: &'a str,
        /// How many for each option.
        hands: &'a [Hands],
    },
    /// How many chose what about several questions, the widest spread first.
    Spread(&'a [(String, Vec<Hands>)]),
    /// Everybody writes for themselves.
    Quiet,
    /// The question, and what was said.
    Talk,
    /// A thing and what is adjacent to it.
    Around {
        /// Its label.
        label: String,
        /// What leads into it, and what it leads to.
        around: Neighbourhood,
    },
    /// A list.
    List(List),
}

impl Room {
    /// What the room looks at now. The curtain hides everything at every moment.
    pub fn scene(&self) -> RoomScene<'_> {
        let session = self.recording.session();
        if session.is_closed() {
            return RoomScene::Thanks;
        }
        if session.is_private() || *session.view() == RoomView::Curtain {
            return RoomScene::Curtain;
        }
        if let Some(collecting) = session.collecting() {
            return RoomScene::Collecting { how: how(collecting), promise: self.promise(collecting) };
        }
        match self.exhibit() {
            Some(Exhibit::Texts(texts)) => return RoomScene::Texts(texts),
            Some(Exhibit::Votes { ballot, hands }) => return RoomScene::Votes { ballot, hands },
            Some(Exhibit::Spread(ballots)) => return RoomScene::Spread(ballots),
            None => {}
        }
        if self.is_quiet() { RoomScene::Quiet } else { self.shown(session.view()) }
    }

    fn promise(&self, collecting: Collecting) -> String {
        if self.step().is_some_and(|step| step.answer == Answer::Slips) {
            COUNTED.to_owned()
        } else {
            promise(collecting)
        }
    }

    fn shown(&self, view: &RoomView) -> RoomScene<'_> {
        let session = self.recording.session();
        match view {
            RoomView::Talk => RoomScene::Talk,
            RoomView::Curtain => RoomScene::Curtain,
            RoomView::Parked => RoomScene::List(lists::parked(session)),
            RoomView::Questions => RoomScene::List(lists::questions(session)),
            RoomView::Promises => RoomScene::List(lists::promises(&self.recording)),
            RoomView::Agenda => RoomScene::List(lists::agenda(&self.recording, &self.catalogue)),
            RoomView::Around(label) => {
                let ledger = self.recording.ledger();
                let known = ledger.thing(label).map_or(label.as_str(), |thing| thing.label);
                RoomScene::Around { label: known.to_owned(), around: ledger.around(label, 1) }
            }
        }
    }
}

/// What is said while slips come in that are only counted.
const COUNTED: &str =
    "Nobody's name is kept, and nobody's slip is shown. Only how many chose what is shown, from five people up.";

const fn how(collecting: Collecting) -> &'static str {
    match collecting.by {
        CollectBy::Passing => "The keyboard goes round.",
        CollectBy::Slips => "Answers go on unnamed slips.",
        CollectBy::Count => "Hands are counted, and the numbers wait.",
    }
}

fn promise(collecting: Collecting) -> String {
    let when = match collecting.awaited {
        Some(1) => "when it is in".to_owned(),
        Some(awaited) => format!("when {awaited} are in"),
        None => "when all are in".to_owned(),
    };
    let together = if collecting.by == CollectBy::Count { "shown together" } else { "shuffled, and shown together" };
    format!("Nobody's name is kept; {together} {when}.")
}
