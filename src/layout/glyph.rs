use super::ArrowMark;

/// The set of characters with which a drawing is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Script {
    /// Box-drawing characters.
    #[default]
    Lines,
    /// ASCII characters only, for terminals without box-drawing characters.
    Ascii,
}

/// The content of one cell of a drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Glyph {
    /// Nothing, or a part of a label.
    #[default]
    Blank,
    /// A level piece of an arrow.
    Level,
    /// An upright piece of an arrow; where a level one crosses it, the upright one is shown.
    Upright,
    /// A level piece of an arrow in dots.
    LevelDots,
    /// An upright piece of an arrow in dots.
    UprightDots,
    /// A turn between right and down.
    RightDown,
    /// A turn between left and down.
    LeftDown,
    /// A turn between right and up.
    RightUp,
    /// A turn between left and up.
    LeftUp,
    /// A head that points down.
    HeadDown,
    /// A head that points up.
    HeadUp,
    /// A head that points left.
    HeadLeft,
    /// The head of an arrow in dots that points down.
    HollowDown,
    /// The head of an arrow in dots that points up.
    HollowUp,
    /// The head of an arrow in dots that points left.
    HollowLeft,
    /// The mark of an arrow, on its path.
    Mark(ArrowMark),
    /// The upper left corner of a box.
    CornerUpperLeft,
    /// The upper right corner of a box.
    CornerUpperRight,
    /// The lower left corner of a box.
    CornerLowerLeft,
    /// The lower right corner of a box.
    CornerLowerRight,
    /// A level border.
    BorderLevel,
    /// An upright border.
    BorderUpright,
    /// The place where an arrow leaves a lower border.
    PortDown,
    /// The place where an arrow leaves an upper border.
    PortUp,
    /// The place where an arrow leaves a right border.
    PortRight,
}

impl Glyph {
    /// The character of the glyph in this script.
    pub const fn char(self, script: Script) -> char {
        match script {
            Script::Lines => self.line(),
            Script::Ascii => self.ascii(),
        }
    }

    const fn line(self) -> char {
        match self {
            Self::Blank => ' ',
            Self::Level | Self::BorderLevel => '─',
            Self::Upright | Self::BorderUpright => '│',
            Self::LevelDots => '╌',
            Self::UprightDots => '┆',
            Self::RightDown | Self::CornerUpperLeft => '┌',
            Self::LeftDown | Self::CornerUpperRight => '┐',
            Self::RightUp | Self::CornerLowerLeft => '└',
            Self::LeftUp | Self::CornerLowerRight => '┘',
            Self::HeadDown => '▼',
            Self::HeadUp => '▲',
            Self::HeadLeft => '◄',
            Self::HollowDown => '▽',
            Self::HollowUp => '△',
            Self::HollowLeft => '◁',
            Self::Mark(mark) => mark.char(),
            Self::PortDown => '┬',
            Self::PortUp => '┴',
            Self::PortRight => '├',
        }
    }

    /// The ASCII character of the glyph. A turn is a slash or backslash, placed as a mirror that reflects the arrow.
    const fn ascii(self) -> char {
        match self {
            Self::Blank => ' ',
            Self::Level => '-',
            Self::BorderLevel => '=',
            Self::Upright | Self::BorderUpright => '|',
            Self::LevelDots => '.',
            Self::UprightDots => ':',
            Self::RightDown | Self::LeftUp => '/',
            Self::LeftDown | Self::RightUp => '\\',
            Self::HeadDown | Self::HollowDown => 'v',
            Self::HeadUp | Self::HollowUp => '^',
            Self::HeadLeft | Self::HollowLeft => '<',
            Self::Mark(mark) => mark.char(),
            Self::CornerUpperLeft | Self::CornerUpperRight | Self::CornerLowerLeft | Self::CornerLowerRight => '#',
            Self::PortDown | Self::PortUp | Self::PortRight => 'o',
        }
    }
}

impl Script {
    /// The mark of a label that was cut.
    pub const fn cut(self) -> char {
        match self {
            Self::Lines => '…',
            Self::Ascii => '~',
        }
    }
}

impl ArrowMark {
    /// The character of the mark; a space for no mark.
    pub const fn char(self) -> char {
        match self {
            Self::Bare => ' ',
            Self::More => '+',
            Self::Less => '-',
            Self::Open => '?',
            Self::Many(count @ 2..=9) => (b'0' + count as u8) as char,
            Self::Many(_) => '*',
        }
    }
}
