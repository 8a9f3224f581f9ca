//! The assessments of one person: one file each, in a folder that nobody else on the machine can read.

use std::fs;
use std::io::Error;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::file_mode::Readable;
use super::folder::ron_files;
use super::private::make_private_within;
use super::side_file::read_existing;
use super::whole_file;
use super::{StoreError, UnreadFiles, Workspace};
use crate::assess::{AssessError, Assessment};

/// The name of the folder within the private folder.
const FOLDER: &str = "assessments";

/// At most this many assessments can be begun on one day.
const A_DAY: u32 = 1_000;

/// The assessments of a workspace.
#[derive(Clone, Debug)]
pub struct Assessments {
    private: PathBuf,
    unread: UnreadFiles,
}

/// An assessment and its file.
pub type StoredAssessment = (AssessmentFile, Assessment);

/// The file of one assessment. The whole file is replaced after every answer, so that it always holds either the
/// previous state or the new one.
#[derive(Debug)]
pub struct AssessmentFile {
    path: PathBuf,
    /// The content of the file as this value last read or wrote it; `None` before the first write.
    bytes: Option<Vec<u8>>,
}

impl Workspace {
    /// The assessments in the private folder of this workspace.
    pub fn assessments(&self) -> Assessments {
        Assessments { private: self.folder().join("private"), unread: self.unread().clone() }
    }
}

impl Assessments {
    /// Every assessment with its file, the earliest first, and a sentence for each file that cannot be read.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn all(&self) -> Result<(Vec<StoredAssessment>, Vec<String>), StoreError> {
        let (mut read, mut unread) = (Vec::new(), Vec::new());
        for path in ron_files(&self.folder())? {
            match read_one(&path) {
                Ok(one) => read.push(one),
                Err(error) => {
                    self.unread.note_error(&path, &error);
                    unread.push(error.to_string());
                }
            }
        }
        read.sort_by(|(one, first), (other, second)| (first.day(), &one.path).cmp(&(second.day(), &other.path)));
        Ok((read, unread))
    }

    /// A file name for an assessment that is begun on this day. The file is made by the first [`AssessmentFile::keep`].
    ///
    /// # Errors
    /// When so many assessments were begun on this day that no file name is left.
    pub fn begin(&self, day: Date) -> Result<AssessmentFile, StoreError> {
        let name = |number: u32| if number == 1 { format!("{day}.ron") } else { format!("{day}-{number}.ron") };
        let paths = (1..A_DAY).map(|number| self.folder().join(name(number)));
        let free = paths.into_iter().find(|path| !path.exists());
        let path = free.ok_or_else(|| StoreError::There { path: self.folder().join(name(1)) })?;
        Ok(AssessmentFile { path, bytes: None })
    }

    fn folder(&self) -> PathBuf {
        self.private.join(FOLDER)
    }
}

impl AssessmentFile {
    /// Writes the assessment so that only this user can read it, unless another window has changed the file since.
    ///
    /// # Errors
    /// When the file cannot be written; its previous content is still there.
    pub fn keep(&mut self, assessment: &Assessment) -> Result<(), StoreError> {
        if read_existing(&self.path)? != self.bytes {
            return Err(StoreError::Changed { path: self.path.clone() });
        }
        let text = assessment
            .to_ron()
            .map_err(|error| StoreError::Write { path: self.path.clone(), source: Error::other(error) })?;
        if let Some(private) = self.path.parent().and_then(Path::parent) {
            make_private_within(private, FOLDER)?;
        }
        let written = whole_file::write(&self.path, text.as_bytes(), Readable::ByOwnerOnly);
        // The content may have been written although the call failed; in that case the content is that of this window.
        let there =
            written.is_ok() || read_existing(&self.path).is_ok_and(|bytes| bytes.as_deref() == Some(text.as_bytes()));
        if there {
            self.bytes = Some(text.into_bytes());
        }
        written
    }

    /// The path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

fn read_one(path: &Path) -> Result<StoredAssessment, StoreError> {
    let bytes = fs::read(path).map_err(StoreError::read(path))?;
    // The message of the parser may quote an answer, so only the line and column are reported.
    let says = |error: AssessError| match error {
        AssessError::Syntax { line, column, .. } => {
            format!("line {line}, column {column} is not as it was written; adjacent repair FILE mends it")
        }
        error => error.to_string(),
    };
    let bad = |says: String| StoreError::Read { path: path.to_owned(), source: Error::other(says) };
    let text = std::str::from_utf8(&bytes).map_err(|error| bad(error.to_string()))?;
    let assessment = Assessment::parse(text).map_err(|error| bad(says(error)))?;
    Ok((AssessmentFile { path: path.to_owned(), bytes: Some(bytes) }, assessment))
}
