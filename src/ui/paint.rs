use std::sync::Arc;

use ratatui::style::{Color, Modifier, Style};
use ratatui::text::Line;

use crate::theme::{Colour, Depth, HouseStyle, Rgb, Role, Theme};

/// The styles of a theme on a terminal of a given colour depth. Every widget takes its styles from here.
#[derive(Clone, Debug)]
pub struct Paint {
    /// Computed once, because every span of every frame looks one up.
    looks: [Style; Role::ALL.len()],
    code: Option<Style>,
    house: Option<Arc<HousePaint>>,
}

/// The house style as it is drawn.
#[derive(Debug)]
pub(super) struct HousePaint {
    /// The name of the organisation.
    pub(super) name: String,
    /// The style of the band with the name; `None` where the house has no colour for it, or the terminal does not show
    /// that colour. Then the name stands in the accent.
    pub(super) band: Option<Style>,
}

impl Paint {
    /// Returns the styles of `theme` on a terminal of this colour depth.
    pub fn new(theme: &Theme, depth: Depth) -> Self {
        Self { looks: Role::ALL.map(|role| look(theme, role, depth)), code: code(depth), house: None }
    }

    /// Adds the house style to what the room sees: its name and the band behind it.
    #[must_use]
    pub fn with_band(mut self, house: &HouseStyle, depth: Depth) -> Self {
        // The terminal's own 16 colours are as its user likes them, so nobody knows what could be read on them.
        let band = house.band.filter(|_| matches!(depth, Depth::Indexed | Depth::True));
        let band = band.and_then(|band| {
            let (fg, bg) = (band.ink().at(depth)?, band.at(depth)?);
            Some(Style::new().fg(colour(fg)).bg(colour(bg)).add_modifier(Modifier::BOLD))
        });
        self.house = Some(Arc::new(HousePaint { name: house.name.clone(), band }));
        self
    }

    /// Gives the accent the colour of the house, made lighter or darker where it could not be read on the ground of the
    /// theme. A theme on the terminal's own ground keeps its accent.
    #[must_use]
    pub fn with_accent(mut self, house: &HouseStyle, theme: &Theme, depth: Depth) -> Self {
        let known = house.accent.zip(theme.ground.known()).filter(|_| matches!(depth, Depth::Indexed | Depth::True));
        if let Some((accent, ground)) = known
            && let Some(readable) = accent.readable_on(ground, Role::Accent.least_contrast(), depth).at(depth)
            && let Some(look) = self.looks.get_mut(Role::Accent as usize)
        {
            *look = look.fg(colour(readable));
        }
        self
    }

    /// The house style, where there is one.
    pub(super) fn house(&self) -> Option<&HousePaint> {
        self.house.as_deref()
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
        Colour::Terminal => Color::Reset,
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
