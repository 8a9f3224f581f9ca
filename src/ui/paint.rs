use ratatui::style::{Color, Modifier, Style};

use crate::theme::{Colour, Depth, Rgb, Role, Theme};

/// A theme on a terminal of some depth: what every widget asks for its looks.
#[derive(Clone, Debug)]
pub struct Paint {
    /// Worked out once, because every span of every frame asks.
    looks: [Style; Role::ALL.len()],
}

impl Paint {
    /// Paints with this theme on a terminal of this depth.
    pub fn new(theme: &Theme, depth: Depth) -> Self {
        Self { looks: Role::ALL.map(|role| look(theme, role, depth)) }
    }

    /// How a role looks.
    pub fn role(&self, role: Role) -> Style {
        self.looks.get(role as usize).copied().unwrap_or_default()
    }

    /// How a line looks that was taken back.
    pub fn taken_back(&self) -> Style {
        self.role(Role::Quiet).add_modifier(Modifier::CROSSED_OUT)
    }
}

fn look(theme: &Theme, role: Role, depth: Depth) -> Style {
    let look = theme.style(role, depth);
    let weights =
        [(look.bold, Modifier::BOLD), (look.underlined, Modifier::UNDERLINED), (look.reversed, Modifier::REVERSED)];
    let style = Style { fg: look.fg.map(colour), bg: look.bg.map(colour), ..Style::new() };
    weights.into_iter().filter(|(on, _)| *on).fold(style, |style, (_, weight)| style.add_modifier(weight))
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
