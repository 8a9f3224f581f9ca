use jiff::Timestamp;

use super::opening::open;
use crate::app::Recording;
use crate::exercise::Catalogue;
use crate::record::Fact;
use crate::record::text::clean;
use crate::store::{StoreError, Workspace};

/// Gives a session of the workspace another title, as an event of its own. A session that has ended stays so.
pub fn retitle(workspace: &Workspace, id: &str, title: &str, now: Timestamp) -> Result<(), StoreError> {
    let (mut file, open) = open(workspace, id)?;
    let recording = Recording::new(open, &Catalogue::embedded());
    let titled = Fact::Titled { title: clean(title.trim()).into_owned() };
    file.append(&recording.keyed(vec![titled], recording.at(now)))
}
