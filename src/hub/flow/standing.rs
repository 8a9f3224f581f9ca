use super::HubFlow;
use crate::hub::line::HubSession;
use crate::record::HeldBack;
use crate::record::line::SealedFile;
use crate::store::SealedFollower;

/// How a file stands to the lines of its session on the hub.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HubStanding {
    /// The hub does not know the session.
    NotThere,
    /// The hub has the lines of the file up to this one; 0 is the header.
    There {
        /// The place of the last line on the hub.
        last: usize,
    },
    /// The hub has more lines than the file.
    Longer,
    /// The hub has other lines.
    Other,
}

/// Compares a file with its session on the hub, as far as their last lines tell.
fn standing(file: &SealedFile, head: Option<&HubSession>) -> HubStanding {
    let Some(head) = head else { return HubStanding::NotThere };
    if file.mark_at(0) != Some(head.header_mark) {
        return HubStanding::Other;
    }
    let last = usize::try_from(head.last).unwrap_or(usize::MAX);
    if last > file.len() {
        HubStanding::Longer
    } else if file.mark_at(last) == Some(head.last_mark) {
        HubStanding::There { last }
    } else {
        HubStanding::Other
    }
}

impl HubFlow {
    /// Compares a file with its session on the hub.
    pub(super) fn standing_of(&self, file: &SealedFollower) -> HubStanding {
        if self.other.contains(file.path()) {
            return HubStanding::Other;
        }
        let head = file.file().header().and_then(|header| self.head(&header.id));
        standing(file.file(), head)
    }

    /// The number of lines of a file that may travel and are not on the hub.
    pub(super) fn left_to_send(&self, file: &SealedFollower) -> usize {
        match self.standing_of(file) {
            HubStanding::NotThere => travels_up_to(file.file(), None).unwrap_or_default(),
            HubStanding::There { last } => {
                travels_up_to(file.file(), Some(last)).unwrap_or_default().saturating_sub(last)
            }
            HubStanding::Longer | HubStanding::Other => 0,
        }
    }
}

/// The place up to which the lines of a file may travel, when the hub has them up to `there`; `None` when none may.
pub(super) fn travels_up_to(file: &SealedFile, there: Option<usize>) -> Option<usize> {
    match file.withheld() {
        None => Some(file.sound()),
        // Those who have the lines above are told that the session is private now; nothing below that goes up.
        Some(HeldBack::PrivateSince(seq)) => {
            let place = file.place_of(seq)?;
            (there? == place.checked_sub(1)? && place <= file.sound()).then_some(place)
        }
        Some(_) => None,
    }
}
