//! Recognises people across the sessions of a workspace, although the sessions do not hold their names.
//!
//! A session holds a pseudonym of each person: a hash of the folded name with a key that is only in `private/`. So
//! session files tell that two seats are the same person, and nobody can find the name from them, not even by trying
//! every possible name.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::file_mode::{FileMode, Readable};
use super::private::make_private;
use super::whole_file;
use super::{StoreError, Workspace};
use crate::graph::{Ledger, person_key};
use crate::record::text::plain;
use crate::record::{Fact, Mode, Names, Person, SeatTag};

/// The number of hexadecimal digits of a pseudonym.
const DIGITS: usize = 16;

/// The text that is hashed for a person who works alone; no folded name is equal to it.
const ALONE: &[u8] = b"\0oneself";

/// The key with which names are hashed.
pub(super) struct PersonKey([u8; blake3::KEY_LEN]);

/// The result of looking for the key.
pub(super) enum KeyFound {
    /// The key that was read.
    Key(PersonKey),
    /// There is no key file: no session needed one so far, or the file was removed.
    Nothing,
    /// The key file cannot be used: the path of the file, and the reason.
    Unusable(PathBuf, String),
}

impl PersonKey {
    /// The pseudonym of a name; `None` for a name without a letter or digit.
    fn pseudonym(&self, name: &str) -> Option<String> {
        Some(self.hashed(person_key(name)?.as_str().as_bytes()))
    }

    fn hashed(&self, text: &[u8]) -> String {
        blake3::keyed_hash(&self.0, text).to_hex().chars().take(DIGITS).collect()
    }

    /// Adds to each name its pseudonym.
    pub(super) fn note(&self, names: &mut Names) {
        let keyed = |(tag, name): (&SeatTag, &String)| Some((tag.clone(), self.pseudonym(name)?));
        names.keys = names.names.iter().filter_map(keyed).collect();
    }

    fn key(&self, person: &mut Person, names: &Names) {
        let name = names.of(&person.tag).or(person.name.as_deref());
        if let (None, Some(name)) = (&person.key, name) {
            person.key = self.pseudonym(name);
        }
    }
}

/// Reads the key from the private folder of a workspace.
pub(super) fn find(private: &Path) -> KeyFound {
    let path = path(private);
    match fs::read_to_string(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => KeyFound::Nothing,
        Err(error) => KeyFound::Unusable(path, error.to_string()),
        Ok(text) => match blake3::Hash::from_hex(text.trim()) {
            Ok(key) => KeyFound::Key(PersonKey(*key.as_bytes())),
            Err(_) => KeyFound::Unusable(path, "it is damaged".to_owned()),
        },
    }
}

fn path(private: &Path) -> PathBuf {
    private.join("person.key")
}

/// Reads the key of a workspace, and makes one when there is no key file. `None` when the key file cannot be used; that
/// file is never overwritten.
fn find_or_make(private: &Path) -> Result<Option<PersonKey>, StoreError> {
    match find(private) {
        KeyFound::Key(key) => Ok(Some(key)),
        KeyFound::Unusable(..) => Ok(None),
        KeyFound::Nothing => make(private).map(Some),
    }
}

/// Makes the key. When two programs do so at the same time, the later one reads the key of the earlier.
fn make(private: &Path) -> Result<PersonKey, StoreError> {
    make_private(private)?;
    // The lock is on a file that is never replaced, so that all programs wait for the same lock.
    let there = private.join(".person.key.lock");
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    let turn = FileMode::OWNER_ONLY.open(options, &there).and_then(|file| file.lock().map(|()| file));
    let turn = turn.map_err(StoreError::write(&there))?;
    if let KeyFound::Key(key) = find(private) {
        return Ok(key);
    }
    let path = path(private);
    let mut key = [0; blake3::KEY_LEN];
    getrandom::fill(&mut key).map_err(|error| StoreError::write(&path)(io::Error::other(error)))?;
    let text = format!("{}\n", blake3::Hash::from_bytes(key).to_hex());
    whole_file::write(&path, text.as_bytes(), Readable::ByOwnerOnly)?;
    drop(turn);
    Ok(PersonKey(key))
}

impl Workspace {
    /// Adds the pseudonyms of the people in these facts, as far as their names are known. Without a key no pseudonym is
    /// added, and none where the conventions of the workspace forget names. A failure to make the key is noted in [`Workspace::unread`]; an unusable key file is reported by
    /// [`Workspace::about_people`].
    pub fn recognise(&self, facts: &mut Vec<Fact>, names: &Names) {
        let forgotten = Names::default();
        let names = if self.forgets_names() { &forgotten } else { names };
        if !facts.iter().any(|fact| wants_key(fact, names)) {
            return;
        }
        let found = find_or_make(&self.private());
        let folder = self.private();
        let Some(key) = found.unwrap_or_else(|error| self.unread().note_none(&folder, &error)) else { return };
        let mut alone = false;
        for fact in facts.iter_mut() {
            match fact {
                Fact::Opened { mode, people, .. } => {
                    alone |= *mode == Mode::Solo;
                    for person in people {
                        key.key(person, names);
                    }
                }
                Fact::Joined(person) => key.key(person, names),
                _ => {}
            }
        }
        if alone && !facts.iter().any(|fact| matches!(fact, Fact::Oneself { .. })) {
            facts.push(Fact::Oneself { key: key.hashed(ALONE) });
        }
    }

    /// Returns warnings about people who cannot be recognised across the sessions of this ledger, one sentence each.
    pub fn about_people(&self, ledger: &Ledger) -> Vec<String> {
        let found = find(&self.private());
        let mut said = Vec::new();
        if let KeyFound::Unusable(path, why) = &found {
            said.push(format!(
                "{} holds no key that can be used ({why}), so new sessions do not tell who is who across sessions; put \
                 it back from a copy, or remove it and a new one is made",
                plain(&path.display().to_string())
            ));
        }
        if matches!(found, KeyFound::Nothing) && ledger.holds_keys() && self.keeps_names() {
            said.push(
                "private/person.key is missing, so people in sessions that hold no key are not recognised in those \
                 that do; put it back from a copy"
                    .to_owned(),
            );
        }
        if ledger.sessions() > 1 {
            said.extend(without_keys(ledger.sessions_that_need_names()));
        }
        said
    }

    fn keeps_names(&self) -> bool {
        let names = |entry: fs::DirEntry| entry.file_name().to_string_lossy().ends_with(".names.ron");
        fs::read_dir(self.private()).is_ok_and(|found| found.filter_map(Result::ok).any(names))
    }
}

fn wants_key(fact: &Fact, names: &Names) -> bool {
    let unknown = |person: &Person| person.key.is_none() && (person.name.is_some() || names.of(&person.tag).is_some());
    match fact {
        Fact::Opened { mode, people, .. } => *mode == Mode::Solo || people.iter().any(unknown),
        Fact::Joined(person) => unknown(person),
        _ => false,
    }
}

fn without_keys(sessions: usize) -> Option<String> {
    let were = match sessions {
        0 => return None,
        1 => "1 session was".to_owned(),
        many => format!("{many} sessions were"),
    };
    Some(format!(
        "{were} written before people had a key; who is who across sessions is known only where their names lie (private/)"
    ))
}
