//! The sessions that answers were taken in as before.

use std::collections::BTreeMap;

use crate::exercise::SurveyForm;
use crate::record::{Fact, Session, SessionId, SessionKind};
use crate::store::{StoreError, Workspace};

/// The number of hexadecimal digits of a digest.
const DIGITS: usize = 32;

/// A session that was made from a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct EarlierAnswers {
    /// The id of the session.
    pub(super) id: SessionId,
    /// The digest of the answers that it holds.
    pub(super) digest: String,
    /// Whether it is private, because its owner does not share it any more.
    pub(super) private: bool,
}

/// The digest of what a form answers. It does not depend on how the file is laid out.
pub(super) fn digest(form: &SurveyForm) -> String {
    let answers: Vec<String> = form.answers().map(|(number, line)| format!("{number} {line}")).collect();
    let text = format!("{}\n{}", form.unit, answers.join("\n"));
    blake3::hash(text.as_bytes()).to_hex().chars().take(DIGITS).collect()
}

/// The sessions that were made from forms, by the source that they state. They are found from the session files alone.
pub(super) fn earlier(workspace: &Workspace) -> Result<BTreeMap<String, EarlierAnswers>, StoreError> {
    let mut found = BTreeMap::new();
    for known in workspace.list()?.into_iter().filter(|known| known.header.kind == SessionKind::Solo) {
        let Ok(loaded) = workspace.load(&known.id) else { continue };
        if let Some((source, digest)) = made_from(&loaded.session) {
            let private = loaded.session.is_private();
            found.insert(source.to_owned(), EarlierAnswers { id: known.id, digest: digest.to_owned(), private });
        }
    }
    Ok(found)
}

/// The form from which a session was made, and the digest of the answers when that was last done.
fn made_from(session: &Session) -> Option<(&str, &str)> {
    let facts = session.events().iter().rev().flat_map(|event| &event.facts);
    let mut made = facts.filter_map(|fact| match fact {
        Fact::Transcribed { source, digest } => Some((source.as_str(), digest.as_str())),
        _ => None,
    });
    made.find(|(source, _)| source.starts_with("survey "))
}
