//! The themes that are part of the program. Their files are in `themes/` at the top of the repository.

use super::{Theme, ThemeLibrary};

/// Returns every theme of the program; the first is the default.
pub fn themes() -> Vec<Theme> {
    ThemeLibrary::of(Vec::new()).into_themes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::embedded::EMBEDDED;
    use crate::theme::{Depth, Role};

    #[test]
    fn every_theme_of_the_program_has_no_flaw_and_can_be_read_on_a_screen() {
        let library = ThemeLibrary::of(Vec::new());
        assert_eq!(library.flaws(), []);
        let names: Vec<&str> = library.themes().iter().map(|known| known.theme.name.as_str()).collect();
        assert_eq!(names, EMBEDDED.iter().map(|(name, _)| *name).collect::<Vec<_>>());
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
