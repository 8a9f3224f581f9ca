use super::assessment::Assessment;
use super::instrument::Instrument;

/// The RON text of every version that was shipped, the oldest first. A version is never changed or removed.
pub const EMBEDDED: &[&str] = &[include_str!("version/1.ron")];

/// Every version of the instrument that can be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Versions(Vec<Instrument>);

impl Versions {
    /// Returns the versions that are part of the program.
    pub fn embedded() -> Self {
        // A test parses each embedded text, so no text is dropped in a program that was built.
        EMBEDDED.iter().filter_map(|text| Instrument::parse(text).ok()).collect()
    }

    /// Returns the version with this number.
    pub fn find(&self, version: u32) -> Option<&Instrument> {
        self.0.iter().find(|instrument| instrument.version == version)
    }

    /// Returns the version that an assessment answers; `None` if it is unknown.
    pub fn of(&self, assessment: &Assessment) -> Option<&Instrument> {
        self.find(assessment.version())
    }

    /// Returns the version for new assessments.
    pub fn latest(&self) -> Option<&Instrument> {
        self.0.iter().max_by_key(|instrument| instrument.version)
    }
}

impl FromIterator<Instrument> for Versions {
    fn from_iter<T: IntoIterator<Item = Instrument>>(versions: T) -> Self {
        Self(versions.into_iter().collect())
    }
}
