use std::fmt;
use std::path::{Path, PathBuf};

use crate::record::SessionId;
use crate::record::text::plain;
use crate::store::read_session::called;

/// What a workspace lacks, or holds in a form that cannot be used, because other programs sync it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyncFault {
    /// A file stands for another that is not on this machine yet.
    NotFetched {
        /// The path of the file that stands there.
        path: PathBuf,
        /// What holds the file itself: `iCloud`.
        by: &'static str,
    },
    /// A part of a file, which is being fetched or was left over.
    Part {
        /// The path of the part.
        path: PathBuf,
    },
    /// A session file without any content: its name came before its content.
    NoContent {
        /// The path of the session file.
        path: PathBuf,
    },
    /// A link in place of a session file.
    Link {
        /// The path of the link.
        path: PathBuf,
    },
    /// A session under a name that is not that of a session file, so that nothing reads it.
    OtherName {
        /// The path of the file.
        path: PathBuf,
        /// What gave it the name, as far as the name tells.
        by: Option<&'static str>,
    },
    /// A session file in which version control left two versions.
    Unmerged {
        /// The path of the session file.
        path: PathBuf,
    },
    /// A conflict copy of a file beside the sessions; only the file without that addition to its name is used.
    CopyBeside {
        /// The path of the copy.
        path: PathBuf,
        /// The name of the file that is used.
        of: String,
        /// What made the copy.
        by: &'static str,
    },
    /// A what-if without the session that it branched from.
    NoOrigin {
        /// The what-if.
        branch: SessionId,
        /// The session that is not there.
        of: SessionId,
        /// Whether it was removed here, and can be put back.
        removed: bool,
    },
    /// A session that settles a matter of another session, which is not there.
    NotHere {
        /// The session that mentions the other.
        by: SessionId,
        /// The session that is not there.
        of: SessionId,
        /// Whether it was removed here, and can be put back.
        removed: bool,
    },
    /// A gathering of which not every session is there.
    NoTables {
        /// The title of the gathering.
        gathering: String,
        /// What is not there: `table 3`, `plenary`.
        absent: Vec<String>,
    },
    /// A session that is shorter here than another session knows it.
    Shorter {
        /// The session that mentions the other.
        by: SessionId,
        /// The shorter session.
        of: SessionId,
        /// The number of the line that is mentioned.
        seq: u64,
        /// The number of the last line here.
        last: u64,
    },
}

impl SyncFault {
    /// Whether this may be so on purpose, so that it is told and nothing is wrong: a session was removed here, or a
    /// table keeps its session to itself.
    pub const fn is_note(&self) -> bool {
        matches!(
            self,
            Self::NoOrigin { removed: true, .. } | Self::NotHere { removed: true, .. } | Self::NoTables { .. }
        )
    }
}

impl fmt::Display for SyncFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFetched { path, by } => {
                let path = shown(path);
                write!(f, "{path}: {by} has not fetched this file yet; have it kept on this machine, then look again")
            }
            Self::Part { path } => write!(
                f,
                "{}: this is a part of a file that is being synced, or was left over; let it finish, then look again",
                shown(path)
            ),
            Self::NoContent { path } => write!(
                f,
                "{}: there is nothing of a session in this file. If other programs sync this folder, let them finish, \
                 or look for it where it was written; only if it is empty there too, remove it",
                shown(path)
            ),
            Self::Link { path } => {
                write!(f, "{}: this is a link, and links are not followed; put the file in its place", shown(path))
            }
            Self::OtherName { path, by } => write!(
                f,
                "{}: this is a session under another name{}, and nothing reads it. adjacent sessions --join {:?} takes \
                 it in",
                shown(path),
                by.map(|by| format!(" ({by})")).unwrap_or_default(),
                called(path)
            ),
            Self::Unmerged { path } => write!(
                f,
                "{}: git left two versions of this session in one file; the map counts the lines of both. adjacent \
                 sessions --join {:?} makes one session of them",
                shown(path),
                called(path)
            ),
            Self::CopyBeside { path, of, by } => write!(
                f,
                "{}: this is a copy of {} that {by} made, and only {} is used; keep what you need of it there, then \
                 remove it",
                shown(path),
                plain(of),
                plain(of)
            ),
            Self::NoOrigin { branch, of, removed } => write!(
                f,
                "{} branched from {}, which is not here: what came before it is missing from it{}",
                plain(branch),
                plain(of),
                back(of, *removed)
            ),
            Self::NotHere { by, of, removed } => write!(
                f,
                "{} says what became of a matter of {}, which is not here: the map lacks that session{}",
                plain(by),
                plain(of),
                back(of, *removed)
            ),
            Self::NoTables { gathering, absent } => {
                write!(f, "{}: {} not here; the map lacks what is said there", plain(gathering), counted_places(absent))
            }
            Self::Shorter { by, of, seq, last } => write!(
                f,
                "{} speaks of line {seq} of {}, which ends at line {last} here: the rest of it has not come yet",
                plain(by),
                plain(of)
            ),
        }
    }
}

/// The places with the verb: "table 2, table 4 are".
fn counted_places(absent: &[String]) -> String {
    format!("{} {}", absent.join(", "), if absent.len() == 1 { "is" } else { "are" })
}

/// What to do about a session that is not there.
fn back(of: &str, removed: bool) -> String {
    if removed {
        format!("; it was removed, and adjacent sessions --put-back {} brings it back", plain(of))
    } else {
        "; put its file into sessions/, from where it was written".to_owned()
    }
}

fn shown(path: &Path) -> String {
    plain(&path.display().to_string())
}
