use strum::IntoStaticStr;

/// How much a finding weighs, in four words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Band {
    /// Below 25.
    Note,
    /// Below 50.
    Look,
    /// Below 75.
    #[strum(serialize = "talk now")]
    Talk,
    /// From 75 on.
    #[strum(serialize = "stop and talk")]
    Stop,
}

impl Band {
    /// The band of a severity.
    pub const fn of(severity: u8) -> Self {
        match severity {
            0..25 => Band::Note,
            25..50 => Band::Look,
            50..75 => Band::Talk,
            _ => Band::Stop,
        }
    }

    /// Its words: note, look, talk now, stop and talk.
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
