use super::chore::ReplayChore;
use super::view::ReplayView;
use crate::app::effect::Effect;

/// Has what shows looked for, as far as it is not known.
pub(super) fn scan(view: &mut ReplayView) -> Vec<Effect> {
    view.order().map(|order| Effect::Replay(ReplayChore::Scan(Box::new(order)))).into_iter().collect()
}
