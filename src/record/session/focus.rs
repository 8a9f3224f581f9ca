use crate::record::{Collecting, Fact, RoomView};

/// The current activity of the room: its round of hidden answers, its subject, its question and its view.
#[derive(Clone, Debug, Default)]
pub(super) struct Focus {
    /// How hidden answers are being collected; `None` outside of such a round.
    pub(super) collecting: Option<Collecting>,
    pub(super) view: RoomView,
    /// The subject to which the talk was turned; `None` when nobody turned it.
    pub(super) turned: Option<String>,
    /// The question that was put to the room in this step, besides the step's own; `None` if none was.
    pub(super) offered: Option<String>,
    /// The labels of the things that this question is about.
    pub(super) offered_about: Vec<String>,
}

impl Focus {
    pub(super) fn apply(&mut self, fact: &Fact) {
        match fact {
            Fact::StepEntered { .. } => (self.turned, self.offered) = (None, None),
            Fact::Collecting(collecting) => self.collecting = Some(*collecting),
            Fact::Discarded | Fact::Revealed { .. } => self.collecting = None,
            Fact::Turned { to } => self.turned = Some(to.clone()),
            Fact::Offered { ask, about, .. } => {
                self.offered = Some(ask.clone());
                self.offered_about.clone_from(about);
            }
            Fact::Declined { .. } => self.offered = None,
            Fact::Shown { view } => self.view.clone_from(view),
            _ => {}
        }
    }
}
