//! Colour roles from RON, resolved for the terminal in use.
//!
//! A theme gives each [`Role`] a colour; screens ask only for roles. Colour is never the only carrier of meaning: in
//! [`Depth::Mono`] a role is shown only by its weight (bold, underlined, reversed).

mod colour;
mod format;
mod role;
pub mod shipped;

pub use colour::{Colour, Depth, Rgb};
pub use format::{Theme, ThemeError};
pub use role::{Role, Style};
