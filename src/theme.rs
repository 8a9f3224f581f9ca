//! Colour roles from RON, resolved for the terminal in use, and the house style of an organisation.
//!
//! A theme gives each [`Role`] a colour; screens ask only for roles. Colour is never the only carrier of meaning: in
//! [`Depth::Mono`] a role is shown only by its weight (bold, underlined, reversed), which no theme can take away.
//!
//! Themes come from three places: the workspace, the user's own folder, and the program. [`ThemeLibrary`] resolves them
//! against each other and says what is wrong with which file.

mod background;
mod colour;
mod contrast;
mod embedded;
mod file;
mod flaw;
mod house;
mod library;
mod name;
mod place;
mod resolved;
mod role;
pub mod shipped;
mod wish;

pub use background::{AUTO, Background};
pub use colour::{Colour, Depth, Rgb};
pub use contrast::Contrast;
pub use flaw::{StyleFlaw, StyleSeverity};
pub use house::{CarriedColour, HouseGround, HouseStyle, grounds_of};
pub(crate) use house::{OF_MARKS, OF_TEXT};
pub use library::{KnownTheme, ThemeLibrary};
pub use name::ThemeColour;
pub use place::{ThemePlace, ThemeSource};
pub use resolved::Theme;
pub use role::{Role, Style};
pub use wish::depth_for;
