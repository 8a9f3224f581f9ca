use std::sync::Arc;

use super::audience::Room;
use super::exhibit::Exhibit;
use super::lists::{self, List};
use super::order::{SceneKey, SceneOrder};
use super::picture::RoomPicture;
use super::progress::{self, AgendaPart};
use super::said::SaidGroup;
use super::told::{LineState, Told};
use crate::exercise::Answer;
use crate::graph::Neighbourhood;
use crate::record::{CollectBy, Collecting, FindingPart, Hands, Poll, RoomView};

/// The current view of the room.
#[derive(Clone, Debug, PartialEq)]
pub enum RoomScene<'a> {
    /// The end of the session.
    Thanks,
    /// The title and the clock only.
    Curtain,
    /// Answers are being collected that nobody sees yet.
    Collecting {
        /// How the answers are given.
        how: &'static str,
        /// The promise about how the answers are treated.
        promise: String,
    },
    /// The collected answers, all in the same style.
    Texts(&'a [String]),
    /// A count of votes.
    Votes {
        /// The question of the vote.
        ballot: &'a str,
        /// The number of hands for each option.
        hands: &'a [Hands],
    },
    /// The counts of several questions, the widest spread first.
    Spread(&'a [(String, Vec<Hands>)]),
    /// Options that are put to the room, while it votes.
    Poll(&'a Poll),
    /// The order on which the room agreed.
    Order {
        /// The question.
        ballot: &'a str,
        /// The options, first place first.
        order: &'a [String],
    },
    /// Everybody writes silently.
    Quiet,
    /// The question, and the lines said.
    Talk,
    /// A thing with its causes and effects.
    Around {
        /// The label of the thing.
        label: String,
        /// The causes and the effects.
        around: Neighbourhood,
    },
    /// A list.
    List(List),
    /// The drawn map; the window holds the picture.
    Picture,
    /// What follows from a push on a thing; the window holds the waves.
    Ripple {
        /// The push, such as "More Service bot".
        push: String,
    },
    /// A finding; the window holds its words.
    Finding(FindingPart),
    /// One line, under the question.
    Line(Told, LineState),
    /// What was said last, grouped by thing.
    Said(Vec<SaidGroup>),
    /// What was decided, and who does what by when.
    Decisions {
        /// The decisions.
        decided: List,
        /// The promises.
        promised: List,
    },
    /// How a phone finds the page; the window holds its address.
    Phones,
    /// Where the session is in its agenda.
    Progress(Vec<AgendaPart>),
}

impl Room {
    /// Returns the current view. The curtain takes precedence over every other view.
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
            Some(Exhibit::Poll(poll)) => return RoomScene::Poll(poll),
            Some(Exhibit::Order { ballot, order }) => return RoomScene::Order { ballot, order },
            None => {}
        }
        if self.is_quiet() { RoomScene::Quiet } else { self.shown(session.view()) }
    }

    /// Returns the present view if it has to be worked out; `None` for any other, and while something else is shown.
    pub(super) fn view_to_work_out(&self) -> Option<&RoomView> {
        let session = self.recording.session();
        let else_shown = session.is_closed()
            || session.is_private()
            || session.collecting().is_some()
            || self.exhibit().is_some()
            || self.is_quiet();
        Some(session.view()).filter(|view| !else_shown && view.is_worked_out())
    }

    /// Returns the order for a view that has to be worked out.
    pub(super) fn order(&self, key: SceneKey, before: Option<Arc<RoomPicture>>) -> SceneOrder {
        let about = match &key.view {
            RoomView::Drawn { around, .. } if !around.is_empty() => around.clone(),
            RoomView::Drawn { .. } => self.talked_about(),
            _ => Vec::new(),
        };
        SceneOrder { key, ledger: Arc::new(self.recording.ledger().clone()), about, before }
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
            RoomView::Tables => RoomScene::List(self.tables()),
            RoomView::Agenda => RoomScene::List(lists::agenda(&self.recording, &self.catalogue)),
            RoomView::Around(label) => {
                let ledger = self.recording.ledger();
                let known = ledger.thing(label).map_or(label.as_str(), |thing| thing.label);
                RoomScene::Around { label: known.to_owned(), around: ledger.around(label, 1) }
            }
            RoomView::Drawn { .. } | RoomView::WholeMap | RoomView::MapPart(_) => RoomScene::Picture,
            RoomView::Ripple { of, less, .. } => {
                let known = self.recording.ledger().thing(of).map_or(of.as_str(), |thing| thing.label);
                RoomScene::Ripple { push: format!("{} {known}", if *less { "Less" } else { "More" }) }
            }
            RoomView::Finding(finding) => RoomScene::Finding(finding.part),
            RoomView::Line(seq) => match self.line(*seq) {
                Some((told, state)) => RoomScene::Line(told, state),
                None => RoomScene::Talk,
            },
            RoomView::Said => RoomScene::Said(self.said_groups()),
            RoomView::Decisions => {
                RoomScene::Decisions { decided: self.decided(), promised: lists::promises(&self.recording) }
            }
            RoomView::Phones => RoomScene::Phones,
            RoomView::Progress => RoomScene::Progress(progress::agenda_parts(&self.recording, &self.catalogue)),
        }
    }
}

/// The text shown while slips are collected that are only counted.
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
