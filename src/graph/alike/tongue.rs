//! The languages in which names are compared, and the stems of their words.

use std::borrow::Cow;

use frostem::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A language whose words have stems here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tongue {
    English,
    German,
    French,
    Spanish,
    Portuguese,
    Dutch,
}

impl Tongue {
    pub(super) const ALL: [Self; 6] =
        [Self::English, Self::German, Self::French, Self::Spanish, Self::Portuguese, Self::Dutch];

    /// Returns the language with this code, as sessions record it.
    pub(super) fn of(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .zip(["en", "de", "fr", "es", "pt", "nl"])
            .find(|(_, own)| *own == code)
            .map(|(own, _)| own)
    }

    /// Whether nouns are written together as one word: `Wartezeit`.
    pub(super) const fn joins_nouns(self) -> bool {
        matches!(self, Self::German | Self::Dutch)
    }

    /// Returns the stem of a word, without accents. Stems only suggest that words belong together; they change with the
    /// version of the stemmer and are never saved.
    pub(super) fn stem(self, word: &str) -> String {
        let mended = self.mended(word);
        without_accents(&Stemmer::new(self.algorithm()).stem(&mended))
    }

    /// Returns the accented letters that hardly any other of the languages has.
    pub(super) const fn letters(self) -> &'static str {
        match self {
            Self::English | Self::Dutch => "",
            Self::German => "äöü",
            Self::French => "èêàùœî",
            Self::Spanish => "ñ",
            Self::Portuguese => "ãõ",
        }
    }

    const fn algorithm(self) -> Algorithm {
        match self {
            Self::English => Algorithm::English,
            Self::German => Algorithm::German,
            Self::French => Algorithm::French,
            Self::Spanish => Algorithm::Spanish,
            Self::Portuguese => Algorithm::Portuguese,
            Self::Dutch => Algorithm::Dutch,
        }
    }

    /// Replaces endings by the singular where the stemmer keeps singular and plural apart.
    fn mended(self, word: &str) -> Cow<'_, str> {
        let endings: &[(&str, &str)] = match self {
            Self::German => &[("erinnen", "er"), ("erin", "er")],
            Self::Spanish => &[("años", "año"), ("ciones", "ción"), ("siones", "sión"), ("ales", "al"), ("iles", "il")],
            Self::Portuguese => &[
                ("ções", "ção"),
                ("sões", "são"),
                ("ões", "ão"),
                ("ais", "al"),
                ("éis", "el"),
                ("óis", "ol"),
                ("cção", "ção"),
            ],
            Self::Dutch => &[("iteiten", "iteit"), ("ikers", "iker"), ("kke", "k"), ("ssen", "s")],
            Self::English | Self::French => &[],
        };
        let mend = |(ending, singular): &(&str, &str)| Some(format!("{}{singular}", word.strip_suffix(ending)?));
        endings.iter().find_map(mend).map_or(Cow::Borrowed(word), Cow::Owned)
    }
}

/// Returns a stem with plain letters in place of accented ones; `ñ` is a letter of its own.
fn without_accents(stem: &str) -> String {
    let plain = |c: char| std::iter::once(c).nfd().filter(move |part| c == 'ñ' || !is_combining_mark(*part));
    if stem.is_ascii() { stem.to_owned() } else { stem.chars().flat_map(plain).collect() }
}

#[cfg(test)]
mod tests {
    use super::Tongue::{Dutch, English, French, German, Portuguese, Spanish};

    #[test]
    fn one_and_many_have_one_stem() {
        for (tongue, one, many) in [
            (English, "policy", "policies"),
            (English, "branch", "branches"),
            (German, "beschwerde", "beschwerden"),
            (German, "lehrerin", "lehrerinnen"),
            (German, "überstunden", "ueberstunden"),
            (French, "réclamation", "réclamations"),
            (Spanish, "año", "años"),
            (Spanish, "decisión", "decisiones"),
            (Spanish, "canal", "canales"),
            (Portuguese, "decisão", "decisões"),
            (Portuguese, "canal", "canais"),
            (Portuguese, "direção", "direcção"),
            (Dutch, "kwaliteit", "kwaliteiten"),
            (Dutch, "gebruiker", "gebruikers"),
            (Dutch, "druk", "drukke"),
        ] {
            assert_eq!(tongue.stem(one), tongue.stem(many), "{tongue:?}: {one} and {many}");
        }
    }

    #[test]
    fn other_words_have_other_stems() {
        for (tongue, one, other) in [
            (English, "quality", "quantity"),
            (German, "kunden", "kunst"),
            (French, "coût", "cours"),
            (Spanish, "año", "ano"),
            (Portuguese, "mão", "mau"),
            (Dutch, "klant", "klacht"),
        ] {
            assert_ne!(tongue.stem(one), tongue.stem(other), "{tongue:?}: {one} and {other}");
        }
    }

    #[test]
    fn any_text_has_a_stem() {
        for tongue in super::Tongue::ALL {
            for text in ["", "a", "ß", "é", "客户信任", "x\u{301}y", "שלום", "🤖", &"e".repeat(200)] {
                let _ = tongue.stem(text);
            }
        }
    }
}
