use crate::record::{Collecting, Fact, RoomView};

/// What the room does and looks at now.
#[derive(Clone, Debug, Default)]
pub(super) struct Focus {
    /// How answers are collected that nobody sees yet, if they are.
    pub(super) collecting: Option<Collecting>,
    pub(super) view: RoomView,
    /// What the talk was turned to, among what the step walks over.
    pub(super) turned: Option<String>,
    /// The question that was put to the room in this step, beside the step's own.
    pub(super) offered: Option<String>,
}

impl Focus {
    pub(super) fn apply(&mut self, fact: &Fact) {
        match fact {
            Fact::StepEntered { .. } => (self.turned, self.offered) = (None, None),
            Fact::Collecting(collecting) => self.collecting = Some(*collecting),
            Fact::Discarded | Fact::Revealed { .. } => self.collecting = None,
            Fact::Turned { to } => self.turned = Some(to.clone()),
            Fact::Offered { ask, .. } => self.offered = Some(ask.clone()),
            Fact::Declined { .. } => self.offered = None,
            Fact::Shown { view } => self.view.clone_from(view),
            _ => {}
        }
    }
}
