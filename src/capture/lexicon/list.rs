/// A language that the program brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShippedLanguage {
    /// The code of the language.
    pub code: &'static str,
    /// The text of its file.
    pub text: &'static str,
}

/// The languages, English first: it is on in every session.
pub const LANGUAGES: &[ShippedLanguage] = &[
    ShippedLanguage { code: "en", text: include_str!("en.ron") },
    ShippedLanguage { code: "de", text: include_str!("de.ron") },
    ShippedLanguage { code: "fr", text: include_str!("fr.ron") },
    ShippedLanguage { code: "es", text: include_str!("es.ron") },
    ShippedLanguage { code: "pt", text: include_str!("pt.ron") },
    ShippedLanguage { code: "nl", text: include_str!("nl.ron") },
];
