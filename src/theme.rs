//! Colour roles from RON, resolved for the terminal at hand.
//!
//! A theme names a colour for each [`Role`]; screens only ever ask for roles. Colour never carries meaning alone:
//! in [`Depth::Mono`] every role keeps its weight (bold, underlined, reversed) and nothing else.

mod colour;
mod format;
mod role;
pub mod shipped;

pub use colour::{Colour, Depth, Rgb};
pub use format::{Theme, ThemeError};
pub use role::{Role, Style};
