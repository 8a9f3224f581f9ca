//! The themes that are part of the program. Their files are in `themes/` at the top of the repository.

use super::{Theme, ThemeLibrary, ThemePlace, ThemeSource};

/// The RON text of every theme in the program. A new theme needs a file and a line in this list, and one in [`NAMES`].
pub const EMBEDDED: &[&str] = &[
    include_str!("../../themes/dark.ron"),
    include_str!("../../themes/light.ron"),
    include_str!("../../themes/projector.ron"),
];

/// The name of every theme in the program, in the order of [`EMBEDDED`]; the first is the default.
pub(super) const NAMES: &[&str] = &["dark", "light", "projector"];

/// Returns every theme of the program; the first is the default.
pub fn themes() -> Vec<Theme> {
    ThemeLibrary::of(Vec::new()).into_themes()
}

/// The texts of the themes, as if they were files in a last place to look.
pub(super) fn sources() -> impl Iterator<Item = ThemeSource> {
    EMBEDDED.iter().zip(NAMES).map(|(text, name)| ThemeSource {
        place: ThemePlace::Shipped,
        path: format!("themes/{name}.ron"),
        stem: (*name).to_owned(),
        text: (*text).to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::{Depth, Role};

    #[test]
    fn every_theme_of_the_program_has_no_flaw_and_can_be_read_on_a_screen() {
        let library = ThemeLibrary::of(Vec::new());
        assert_eq!(library.flaws(), []);
        let names: Vec<&str> = library.themes().iter().map(|known| known.theme.name.as_str()).collect();
        assert_eq!(names, NAMES);
        for known in library.themes() {
            for contrast in known.theme.contrasts() {
                assert!(
                    contrast.ratio.is_some() && !contrast.is_faint(),
                    "{}: {}",
                    known.theme.name,
                    contrast.in_words()
                );
            }
        }
    }

    #[test]
    fn the_projector_theme_is_readable_in_a_bright_room() {
        let themes = themes();
        let projector = themes.iter().find(|theme| theme.name == "projector").unwrap();
        for contrast in projector.contrasts() {
            assert!(contrast.ratio.unwrap() >= 7.0, "{}", contrast.in_words());
        }
    }

    #[test]
    fn without_colour_the_roles_that_must_be_told_apart_still_are() {
        for theme in themes() {
            let look = |role| theme.style(role, Depth::Mono);
            for role in Role::ALL {
                assert!(look(role).fg.is_none() && look(role).bg.is_none(), "{}: {role:?}", theme.name);
            }
            for role in [Role::Selected, Role::Title, Role::Accent, Role::Amber, Role::Alarm] {
                assert_ne!(look(role), look(Role::Text), "{}: {role:?}", theme.name);
            }
        }
    }
}
