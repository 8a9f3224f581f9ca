//! The themes that are part of the program. Their files are in `themes/` at the top of the repository.

use super::Theme;

/// The RON text of every theme in the program. A new theme needs a file and a line in this list.
pub const EMBEDDED: &[&str] = &[
    include_str!("../../themes/dark.ron"),
    include_str!("../../themes/light.ron"),
    include_str!("../../themes/projector.ron"),
];

/// Returns every theme of the program; the first is the default.
pub fn themes() -> Vec<Theme> {
    // A test parses each embedded text, so a released program drops none.
    EMBEDDED.iter().filter_map(|text| Theme::parse(text).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::{Depth, Role};

    #[test]
    fn every_theme_of_the_program_can_be_read_on_a_screen() {
        for text in EMBEDDED {
            Theme::parse(text).unwrap();
        }
    }

    #[test]
    fn the_projector_theme_is_readable_in_a_bright_room() {
        let themes = themes();
        let projector = themes.iter().find(|theme| theme.name == "projector").unwrap();
        projector.require_contrast(7.0).unwrap();
    }

    #[test]
    fn without_colour_the_roles_that_must_be_told_apart_still_are() {
        for theme in themes() {
            let look = |role| theme.style(role, Depth::Mono);
            for role in Role::ALL {
                assert!(look(role).fg.is_none() && look(role).bg.is_none(), "{}: {role:?}", theme.name);
            }
            assert_ne!(look(Role::Selected), look(Role::Text), "{}", theme.name);
            assert_ne!(look(Role::Title), look(Role::Text), "{}", theme.name);
            assert_ne!(look(Role::Alarm), look(Role::Text), "{}", theme.name);
        }
    }

    #[test]
    fn a_faint_role_is_refused_by_name() {
        let text = r##"(format: 1, name: "x", about: "", ground: "#000000", text: "#ffffff",
            roles: { Quiet: (fg: "#333333") })"##;
        assert!(Theme::parse(text).unwrap_err().to_string().contains("Quiet"));
    }
}
