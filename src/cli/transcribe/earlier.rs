//! Finds the session that was made from the same notes, or from an earlier version of them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::draft::NotesDraft;
use crate::cli::failure::Failure;
use crate::graph::{Key, person_key};
use crate::import::notes::revision::{Becomes, EarlierLine, Revision, SaidLine, noted, revision, said};
use crate::record::text::plain;
use crate::record::{Event, Fact, Names, SeatTag, Session};
use crate::store::{StoreError, Workspace};

/// The minimum number of common lines with which notes under different file names count as versions of each other.
const NO_ACCIDENT: usize = 3;

/// The session that was made from the notes, or from an earlier version of them.
pub(super) struct Earlier {
    pub(super) id: String,
    path: PathBuf,
    /// The changes that bring the session up to date with the notes.
    pub(super) revision: Revision,
    /// For the tag of each person in the draft, the tag of the same person in the earlier session.
    pub(super) tags: BTreeMap<SeatTag, SeatTag>,
    same: bool,
}

impl Earlier {
    /// The error that these notes were transcribed before.
    pub(super) fn refused(&self, draft: &NotesDraft<'_>) -> Failure {
        let path = plain(&self.path.display().to_string());
        let notes = plain(&draft.source.name);
        Failure::found(match self.revision.changes() {
            0 => format!(
                "{notes} is this session already: {path}; adjacent transcribe --again makes another meeting of it"
            ),
            changes => format!(
                "{notes} looks like a newer version of what this session was made from: {path} ({} another); \
                 adjacent transcribe --update brings it up to date, --again makes another meeting of it",
                if changes == 1 { "1 line is".to_owned() } else { format!("{changes} lines are") }
            ),
        })
    }

    pub(super) fn is_up_to_date(&self) -> bool {
        self.revision.changes() == 0 && self.same
    }
}

/// The error that there is no session to bring up to date.
pub(super) fn not_there() -> Failure {
    Failure::found("no session was made from these notes or from earlier ones of them; leave --update out")
}

/// Finds the session that was made from the same notes; otherwise the version of them with the most common lines.
pub(super) fn earlier(workspace: &Workspace, draft: &NotesDraft<'_>) -> Result<Option<Earlier>, StoreError> {
    let mut found: Option<Earlier> = None;
    for known in workspace.list()? {
        let Ok(loaded) = workspace.load(&known.id) else { continue };
        let Some(one) = compared(workspace, draft, &known.id, &loaded.session) else { continue };
        let rank = |one: &Earlier| (one.same, one.revision.unchanged());
        if found.as_ref().is_none_or(|best| rank(best) < rank(&one)) {
            found = Some(one);
        }
    }
    Ok(found)
}

/// Compares a session with a draft; `None` if the session was not made from the same notes or an earlier version.
fn compared(workspace: &Workspace, draft: &NotesDraft<'_>, id: &str, session: &Session) -> Option<Earlier> {
    let before = noted(session);
    let same = digest(session) == Some(&draft.source.digest);
    if before.is_empty() && !same {
        return None;
    }
    let names = workspace.names_beside(id, session.header());
    let tags = tags(draft, session, &names);
    let now: Vec<SaidLine> = lines(draft, &tags, |tag| is_somebody(tag, session, &names));
    let revision = revision(&before, &now);
    let is_one = same || are_versions(draft, session, &before, &revision);
    let path = workspace.session_path(id);
    is_one.then(|| Earlier { id: id.to_owned(), path, revision, tags, same })
}

/// The lines of the draft, with the tags that its people have in an earlier session.
fn lines(draft: &NotesDraft<'_>, tags: &BTreeMap<SeatTag, SeatTag>, is_taken: impl Fn(&str) -> bool) -> Vec<SaidLine> {
    let said = draft.session.events().iter().filter_map(said);
    // A new person in the draft is not the person in the session whose seat has the same number.
    let new = |tag: SeatTag| if is_taken(&tag) { format!("new {tag}").into() } else { tag };
    let known = |tag: SeatTag| tags.get(&tag).cloned().unwrap_or_else(|| new(tag));
    said.map(|said| SaidLine { speaker: said.speaker.map(known), ..said }).collect()
}

/// Whether a session was made from an earlier version of the notes. With the same file name, it must have the same day
/// or half of the lines. With another file name, it must have both, and at least [`NO_ACCIDENT`] common lines.
fn are_versions(draft: &NotesDraft<'_>, session: &Session, before: &[EarlierLine], revision: &Revision) -> bool {
    let known = [draft.source.name.as_str(), draft.source.as_given.as_str()];
    let named = |event: &Event| event.source.as_deref().is_some_and(|source| known.contains(&source));
    let same_name = !known.contains(&"-") && session.events().iter().any(named);
    let same_day = draft.session.header().day() == session.header().day();
    let common = revision.unchanged() + revision.lines.iter().filter(|line| matches!(line, Becomes::Again(_))).count();
    let half = common > 0 && 2 * common >= before.len().min(revision.lines.len());
    if same_name { same_day || half } else { same_day && half && common >= NO_ACCIDENT }
}

/// The digest of the notes that a session was made from or last updated with.
fn digest(session: &Session) -> Option<&String> {
    let facts = session.events().iter().rev().flat_map(|event| &event.facts);
    facts.into_iter().find_map(|fact| match fact {
        Fact::Transcribed { digest, .. } => Some(digest),
        _ => None,
    })
}

/// For the tag of each person in the draft, the tag of the same person in a session. People are found by name, if their
/// names are saved beside the session. People who are not listed are found by the text that is typed for them, because
/// the number of their seat depends on who speaks first.
fn tags(draft: &NotesDraft<'_>, session: &Session, names: &Names) -> BTreeMap<SeatTag, SeatTag> {
    let key = |name: &String| -> Option<Key> { person_key(name) };
    let known: BTreeMap<Key, &SeatTag> = names.names.iter().filter_map(|(tag, name)| Some((key(name)?, tag))).collect();
    let listed = draft.session.tags();
    let tag_of = |tag: &SeatTag| {
        let by_name = draft.names.names.get(tag).and_then(key).and_then(|name| known.get(&name).copied());
        let by_typed = || {
            let typed = draft.names.typed.get(tag).filter(|_| !draft.names.names.contains_key(tag))?;
            let unlisted = names.typed.iter().filter(|(tag, _)| !names.names.contains_key(*tag));
            unlisted.filter(|(_, known)| *known == typed).map(|(tag, _)| tag).next()
        };
        let same = || session.tags().contains(tag).then_some(tag).filter(|tag| !is_known(tag, names));
        Some((tag.clone(), by_name.or_else(by_typed).or_else(same)?.clone()))
    };
    let unlisted = draft.names.typed.keys().filter(|tag| !listed.contains(*tag));
    listed.iter().chain(unlisted).filter_map(tag_of).collect()
}

/// Whether the names beside a session contain this tag.
fn is_known(tag: &str, names: &Names) -> bool {
    names.names.contains_key(tag) || names.typed.contains_key(tag)
}

/// Whether a person in a session has this tag.
fn is_somebody(tag: &str, session: &Session, names: &Names) -> bool {
    is_known(tag, names) || session.tags().iter().any(|known| known == tag)
}
