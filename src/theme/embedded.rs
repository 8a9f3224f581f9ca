use super::{ThemePlace, ThemeSource};

/// The name and the RON text of every theme in the program; the first is the default. A new theme needs a file and a line
/// in this list.
pub(super) const EMBEDDED: &[(&str, &str)] = &[
    ("dark", include_str!("../../themes/dark.ron")),
    ("light", include_str!("../../themes/light.ron")),
    ("projector", include_str!("../../themes/projector.ron")),
];

/// The themes of the program, as if they were files in a last place to look.
pub(super) fn sources() -> impl Iterator<Item = ThemeSource> {
    EMBEDDED.iter().map(|(name, text)| ThemeSource {
        place: ThemePlace::Shipped,
        path: format!("themes/{name}.ron"),
        stem: (*name).to_owned(),
        text: (*text).to_owned(),
    })
}
