use ratatui::style::{Color, Modifier, Style};
use ratatui::text::Line;

use crate::theme::{Colour, Depth, Rgb, Role, Theme};

/// The styles of a theme on a terminal of a given colour depth. Every widget takes its styles from here.
#[derive(Clone, Debug)]
pub struct Paint {
    /// Computed once, because every span of every frame looks one up.
    looks: [Style; Role::ALL.len()],
    code: Option<Style>,
}

impl Paint {
    /// Returns the styles of `theme` on a terminal of this colour depth.
    pub fn new(theme: &Theme, depth: Depth) -> Self {
        Self { looks: Role::ALL.map(|role| look(theme, role, depth)), code: code(depth) }
    }

    /// Returns the style of a role.
    pub fn role(&self, role: Role) -> Style {
        self.looks.get(role as usize).copied().unwrap_or_default()
    }

    /// Returns the style of a code for cameras: black on white in every theme, because most cameras do not read it the
    /// other way round. `None` on a terminal without colours, where nobody knows which of the two it would be.
    pub(super) const fn code(&self) -> Option<Style> {
        self.code
    }

    /// Returns the style of a line that was taken back.
    pub fn taken_back(&self) -> Style {
        self.role(Role::Quiet).add_modifier(Modifier::CROSSED_OUT)
    }

    /// Returns the headline of a column.
    pub(super) fn headline<'a>(&self, words: impl Into<String>) -> Line<'a> {
        Line::styled(words.into(), self.role(Role::Quiet))
    }
}

fn look(theme: &Theme, role: Role, depth: Depth) -> Style {
    let look = theme.style(role, depth);
    let weights =
        [(look.bold, Modifier::BOLD), (look.underlined, Modifier::UNDERLINED), (look.reversed, Modifier::REVERSED)];
    let style = Style { fg: look.fg.map(colour), bg: look.bg.map(colour), ..Style::new() };
    weights.into_iter().filter(|(on, _)| *on).fold(style, |style, (_, weight)| style.add_modifier(weight))
}

const fn code(depth: Depth) -> Option<Style> {
    let (black, white) = match depth {
        Depth::True => (Color::Rgb(0, 0, 0), Color::Rgb(255, 255, 255)),
        // These two of the 256 colours are the same on every terminal; the first sixteen are as its user likes them.
        Depth::Indexed => (Color::Indexed(16), Color::Indexed(231)),
        Depth::Sixteen => (Color::Indexed(0), Color::Indexed(15)),
        Depth::Mono => return None,
    };
    Some(Style::new().fg(black).bg(white))
}

const fn colour(colour: Colour) -> Color {
    match colour {
        Colour::Ansi(index) | Colour::Indexed(index) => Color::Indexed(index),
        Colour::Rgb(Rgb(red, green, blue)) => Color::Rgb(red, green, blue),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::shipped;

    #[test]
    fn every_role_gets_its_own_look() {
        for theme in shipped::themes() {
            let paint = Paint::new(&theme, Depth::True);
            for role in Role::ALL {
                assert_eq!(paint.role(role), look(&theme, role, Depth::True), "{role:?}");
            }
        }
    }
}
