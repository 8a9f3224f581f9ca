use super::chore::ReplayChore;
use super::view::ReplayView;
use crate::app::effect::Effect;

/// Orders a scan of the events that were not scanned yet.
pub(super) fn scan(view: &mut ReplayView) -> Vec<Effect> {
    view.order().map(|order| Effect::Replay(ReplayChore::Scan(Box::new(order)))).into_iter().collect()
}
