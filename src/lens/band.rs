use strum::IntoStaticStr;

/// The severity of a finding in four bands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Band {
    /// A severity below 25.
    Note,
    /// A severity from 25 to 49.
    Look,
    /// A severity from 50 to 74.
    #[strum(serialize = "talk now")]
    Talk,
    /// A severity of 75 or more.
    #[strum(serialize = "stop and talk")]
    Stop,
}

impl Band {
    /// Returns the band of a severity.
    pub const fn of(severity: u8) -> Self {
        match severity {
            0..25 => Band::Note,
            25..50 => Band::Look,
            50..75 => Band::Talk,
            _ => Band::Stop,
        }
    }

    /// Returns its words: note, look, talk now, stop and talk.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_begin_at_25_50_and_75() {
        let bands = [0, 24, 25, 49, 50, 74, 75, 100].map(Band::of);
        assert_eq!(
            bands,
            [Band::Note, Band::Note, Band::Look, Band::Look, Band::Talk, Band::Talk, Band::Stop, Band::Stop]
        );
    }
}
