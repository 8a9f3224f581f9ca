use ratatui::style::{Color, Modifier, Style};

use crate::theme::{Colour, Depth, Rgb, Role, Theme};

/// A theme on a terminal of some depth: what every widget asks for its looks.
#[derive(Clone, Debug)]
pub struct Paint {
    theme: Theme,
    depth: Depth,
}

impl Paint {
    /// Paints with this theme on a terminal of this depth.
    pub const fn new(theme: Theme, depth: Depth) -> Self {
        Self { theme, depth }
    }

    /// How a role looks.
    pub fn role(&self, role: Role) -> Style {
        let look = self.theme.style(role, self.depth);
        let mut style = Style::new();
        style.fg = look.fg.map(colour);
        style.bg = look.bg.map(colour);
        let weights =
            [(look.bold, Modifier::BOLD), (look.underlined, Modifier::UNDERLINED), (look.reversed, Modifier::REVERSED)];
        for (_, weight) in weights.into_iter().filter(|(on, _)| *on) {
            style = style.add_modifier(weight);
        }
        style
    }

    /// How a line looks that was taken back.
    pub fn taken_back(&self) -> Style {
        self.role(Role::Quiet).add_modifier(Modifier::CROSSED_OUT)
    }
}

const fn colour(colour: Colour) -> Color {
    match colour {
        Colour::Ansi(index) | Colour::Indexed(index) => Color::Indexed(index),
        Colour::Rgb(Rgb(red, green, blue)) => Color::Rgb(red, green, blue),
    }
}
