use super::assessment::Assessment;
use super::instrument::Instrument;

/// The RON text of every version ever shipped, the first one first. None is ever changed or taken out.
pub const EMBEDDED: &[&str] = &[include_str!("version/1.ron")];

/// Every version of the instrument that can be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Versions(Vec<Instrument>);

impl Versions {
    /// Those that are part of the program.
    pub fn embedded() -> Self {
        // Each embedded text is parsed by a test, so nothing is dropped here in a program that was built.
        EMBEDDED.iter().filter_map(|text| Instrument::parse(text).ok()).collect()
    }

    /// The version with this number.
    pub fn find(&self, version: u32) -> Option<&Instrument> {
        self.0.iter().find(|instrument| instrument.version == version)
    }

    /// The version an assessment was answered to.
    pub fn of(&self, assessment: &Assessment) -> Option<&Instrument> {
        self.find(assessment.version())
    }

    /// The version that is answered from now on.
    pub fn latest(&self) -> Option<&Instrument> {
        self.0.iter().max_by_key(|instrument| instrument.version)
    }
}

impl FromIterator<Instrument> for Versions {
    fn from_iter<T: IntoIterator<Item = Instrument>>(versions: T) -> Self {
        Self(versions.into_iter().collect())
    }
}
